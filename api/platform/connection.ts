import { GraphQLError } from "graphql";
import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { enumOf } from "./enums.ts";

@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether there is more before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first item; null for an empty page." })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "Cursor of the last item; null for an empty page." })
  endCursor!: string | null;
}

export const CountRelationEnum = enumOf("CountRelation", "What a counted value says.", {
  EQ: "There are exactly as many.",
  GTE: "There are as many, and maybe more: counting stopped here.",
});

@ObjectType({ description: "How many there are, counted no further than 10,000." })
export class Counted {
  @Field(() => Int, { description: "So many." })
  value!: number;
  @Field(() => CountRelationEnum, { description: "Whether these are all." })
  relation!: "EQ" | "GTE";
}
/** What was counted one further than it is told. */
export const countedUpTo = (most: number, n: number): Counted =>
  n > most ? { value: most, relation: "GTE" } : { value: n, relation: "EQ" };

export type Page<T> = { edges: { cursor: string; node: T }[]; pageInfo: PageInfo };

/** A Relay connection over a type. Subclass it to add fields of the list's own. */
export function connectionOf<T extends object>(Item: ClassType<T>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: "Opaque place in the list: pass it as `after` or `before`." })
    cursor!: string;
    @Field(() => Item, { description: "The item." })
    node!: T;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: "The items of this page, in the list's order." })
    edges!: Edge[];
    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** A keyset cursor: the sort key and the id of the row it points at. */
export const cursorOf = (...key: (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString("base64url");

const whole = (from: number, to: number) => (x: unknown) => Number.isInteger(x) && Number(x) >= from && Number(x) <= to;
/** What a part of a sort key may be; only what its column can be compared with. */
const parts = {
  number: whole(0, 2_147_483_647),
  instant: whole(0, 253_402_300_799),
  text: (x: unknown) => typeof x === "string" && !x.includes("\0"),
  id: (x: unknown) => typeof x === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(x),
};
type Parts = { number: number; instant: Instant; text: string; id: string };
type Key<P extends readonly (keyof Parts)[]> = { -readonly [i in keyof P]: Parts[P[i]] };

/** The sort key behind a cursor. Another list's cursor, or a made-up one, is refused before it can reach a statement. */
export function readCursor<const P extends readonly (keyof Parts)[]>(cursor: string, ...kinds: P): Key<P> {
  try {
    const key = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown;
    if (Array.isArray(key) && key.length === kinds.length && kinds.every((kind, i) => parts[kind](key[i])))
      return key as unknown as Key<P>;
  } catch {
    // falls through: an unreadable cursor is the caller's mistake, whatever broke it
  }
  throw new GraphQLError("This cursor is not from this list.", { extensions: { code: "BAD_USER_INPUT" } });
}

export type PageRequest = {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
};

/** How many rows are wanted and from which end. Exactly one of `first` and `last`, 1 to 100. */
export function pageSize({ first, last }: PageRequest): { limit: number; backwards: boolean } {
  const limit = first ?? last;
  if (limit == null || (first != null && last != null) || limit < 1 || limit > 100)
    throw new GraphQLError("Give either `first` or `last`, from 1 to 100.", { extensions: { code: "BAD_USER_INPUT" } });
  return { limit, backwards: first == null };
}

/** Makes a page of rows that were read one further than wanted. */
export function pageOf<T>(rows: readonly T[], request: PageRequest, cursor: (row: T) => string): Page<T> {
  const { limit, backwards } = pageSize(request);
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (backwards) page.reverse();
  const edges = page.map((node) => ({ cursor: cursor(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: backwards ? request.before != null : more,
      hasPreviousPage: backwards ? more : request.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
