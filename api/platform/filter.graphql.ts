import { Field, ID, InputType, Int } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { DateTime } from "./scalars.ts";

/** Input types of which exactly one field is given: the schema's build marks them `@oneOf`. */
export const oneOf = new Set<string>(["IdFilter", "PresenceFilter"]);

@InputType({ description: "A condition on an id: exactly one of its fields." })
export class IdFilter {
  @Field(() => ID, { nullable: true, description: "Is this one." })
  eq?: string | null;
  @Field(() => [ID], { nullable: true, description: "Is one of these, at most 100." })
  in?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "Is not set (true), or is (false)." })
  isNull?: boolean | null;
}

@InputType({ description: "A condition on a whole number. All that is given holds at once." })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: "Is this." })
  eq?: number | null;
  @Field(() => [Int], { nullable: true, description: "Is one of these, at most 100." })
  in?: number[] | null;
  @Field(() => Int, { nullable: true, description: "Is greater." })
  gt?: number | null;
  @Field(() => Int, { nullable: true, description: "Is this or greater." })
  gte?: number | null;
  @Field(() => Int, { nullable: true, description: "Is less." })
  lt?: number | null;
  @Field(() => Int, { nullable: true, description: "Is this or less." })
  lte?: number | null;
}

@InputType({ description: "A condition on an instant. All that is given holds at once." })
export class DateTimeFilter {
  @Field(() => DateTime, { nullable: true, description: "Is later." })
  gt?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Is this or later." })
  gte?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Is earlier." })
  lt?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Is this or earlier." })
  lte?: Instant | null;
  @Field(() => Boolean, { nullable: true, description: "Is not set (true), or is (false)." })
  isNull?: boolean | null;
}

@InputType({ description: "A condition on a word or a name. All that is given holds at once." })
export class StringFilter {
  @Field(() => String, { nullable: true, description: "Is this, to the letter." })
  eq?: string | null;
  @Field(() => [String], { nullable: true, description: "Is one of these, at most 100." })
  in?: string[] | null;
  @Field(() => String, { nullable: true, description: "Has this in it; capitals do not matter." })
  contains?: string | null;
}

@InputType({ description: "A condition on a fact that is yes, no or not stated: exactly one of its fields." })
export class PresenceFilter {
  @Field(() => Boolean, { nullable: true, description: "Is yes (true) or no (false)." })
  eq?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Is not stated (true), or is (false)." })
  isNull?: boolean | null;
}

export type EnumFilter = { eq?: string | null; in?: string[] | null; isNull?: boolean | null };

/** A condition on a field whose words are an enum; only what may be unset can be asked for being so. */
export function enumFilterOf(Enum: object, name: string, { nullable = false } = {}) {
  oneOf.add(`${name}Filter`);
  @InputType(`${name}Filter`, { description: `A condition on a ${name}: exactly one of its fields.` })
  class Filter {
    @Field(() => Enum, { nullable: true, description: "Is this." })
    eq?: string | null;
    @Field(() => [Enum], { nullable: true, description: "Is one of these." })
    in?: string[] | null;
  }
  const isNull = { nullable: true, description: "Is not set (true), or is (false)." };
  if (nullable) Field(() => Boolean, isNull)(Filter.prototype, "isNull");
  return Filter;
}
