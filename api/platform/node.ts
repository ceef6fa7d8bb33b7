import { Field, ID, InterfaceType } from "type-graphql";
import type { IdType } from "./global-id.ts";

/** Rows carry plain uuids; the schema is finished by a resolver that turns them into ids of the API (see the schema's build). */
@InterfaceType({
  description: "Anything with an id of its own. Ids are opaque: pass them back as they came.",
  resolveType: (value: { __typename: IdType }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque, and unique over all types." })
  id!: string;
}
