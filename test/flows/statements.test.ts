import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import { SHARE } from "../../api/platform/pace.ts";
import { fullDesk } from "../support/full-desk.ts";
import { post } from "../support/post.ts";

let full: Awaited<ReturnType<typeof fullDesk>>;
/** How often each statement was sent, by its name or text. */
const sent = new Map<string, number>();
const { query } = pg.Client.prototype;
beforeAll(async () => {
  full = await fullDesk(40);
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [asked] = given as [string | { name?: string; text: string }];
    const name = typeof asked === "string" ? asked : asked.name || asked.text;
    sent.set(name, (sent.get(name) ?? 0) + 1);
    return (query as (...given: unknown[]) => unknown).apply(this, given);
  } as typeof query;
}, 120_000);
afterAll(async () => {
  pg.Client.prototype.query = query;
  await full.desk.close();
});

const ROWS = 18;
/** An integration's answers go on so many at once; a slice may come apart once more on its way down. */
const MOST_STATEMENTS = 2 * Math.ceil(ROWS / SHARE.atOnce);

const schema = buildSchema();
const literals: { readonly [type: string]: string } = {
  Int: "3",
  DateTime: '"2026-11-30T15:00:00Z"',
  Position: '"1"',
};
const call = (field: GraphQLField<unknown, unknown>): string => {
  const given = field.args.filter(isRequiredArgument).map((a) => `${a.name}: ${literals[getNamedType(a.type).name]}`);
  return given.length > 0 ? `${field.name}(${given.join(", ")})` : field.name;
};
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const leavesOf = (type: GraphQLObjectType) =>
  fieldsOf(type)
    .filter((f) => isLeafType(getNamedType(f.type)) && f.args.every((a) => !isRequiredArgument(a)))
    .map((f) => f.name);
/** A type's fields, so many levels of them. */
const selection = (type: GraphQLObjectType, depth: number): string => {
  const inner = fieldsOf(type).flatMap((f) => {
    const named = getNamedType(f.type);
    return depth > 0 && isObjectType(named) ? [`${call(f)} { ${selection(named, depth - 1)} }`] : [];
  });
  return ["__typename", ...leavesOf(type), ...inner].join(" ");
};
const branchesOf = (name: string) =>
  fieldsOf(schema.getType(name) as GraphQLObjectType).flatMap((f) => {
    const named = getNamedType(f.type);
    // a ticket in a ticket has all its branches again: one level less keeps it within what one operation may cost
    const depth = named.name === name ? 1 : 2;
    return isObjectType(named) ? [[`${name}.${f.name}`, `${call(f)} { ${selection(named, depth)} }`] as const] : [];
  });

describe("whatever hangs on the rows of a page is read for a slice of them by one statement, never row by row", () => {
  test.each([
    ...branchesOf("Ticket").map(([name, text]) => [name, `{ tickets(first: ${ROWS}) { edges { node { ${text} } } } }`]),
    ...branchesOf("Client").map(([name, text]) => [name, `{ clients(first: ${ROWS}) { edges { node { ${text} } } } }`]),
  ] as [string, string][])("%s", async (_name, document) => {
    await post(full.desk, "partner", { query: document });
    sent.clear();
    const { errors } = await post(full.desk, "partner", { query: document });
    expect(errors?.[0]?.extensions["code"]).toBeUndefined();
    expect(sent.size).toBeGreaterThan(0);
    expect([...sent].filter(([, times]) => times > MOST_STATEMENTS)).toEqual([]);
  });
});
