import { Field, ObjectType } from "type-graphql";
import { enumOf } from "./enums.ts";

/** One expected refusal: which code, about which input field, and a sentence a person can act on. */
export type UserErrorValue = { code: string; field: string | null; message: string };

/**
 * The error type of one mutation, `<Mutation>Error`, with an enum of its own codes, each described.
 * Expected refusals travel here, in the payload; top-level `errors` are for requests that make no sense.
 */
export function userErrorOf<const Code extends string>(mutation: string, codes: { readonly [code in Code]: string }) {
  const Codes = enumOf(`${mutation}ErrorCode`, `Why ${mutation} was refused.`, codes);
  @ObjectType(`${mutation}Error`, { description: `An expected refusal of ${mutation}. Nothing was changed.` })
  class UserError {
    @Field(() => Codes, { description: "The reason, from this mutation's own list." })
    code!: Code;
    @Field(() => String, {
      nullable: true,
      description: "The input field it is about; null when it is about the whole.",
    })
    field!: string | null;
    @Field(() => String, { description: "A sentence that says what to do." })
    message!: string;
  }
  return UserError;
}

/** A payload that answers userErrors of the given mutation; concrete payloads add the object they return. */
export function payloadOf<const Code extends string>(mutation: string, codes: { readonly [code in Code]: string }) {
  const UserError = userErrorOf(mutation, codes);
  @ObjectType(`${mutation}PayloadErrors`)
  abstract class Payload {
    @Field(() => [UserError], { description: "Empty when it was done; otherwise nothing was changed." })
    userErrors!: UserErrorValue[];
  }
  return Payload as unknown as abstract new () => { userErrors: UserErrorValue[] };
}
