import { readFileSync } from "node:fs";
import { buildSchema, isSpecifiedScalarType, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { addresses, memberNames } from "./address.ts";
import { referenceOf } from "./reference.ts";
import { searchEntries } from "./search-entries.ts";

const schema = buildSchema(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8"));
const types = Object.values(schema.getTypeMap()).filter((t) => !t.name.startsWith("__") && !isSpecifiedScalarType(t));
const { items } = referenceOf(schema, (text) => `<pre>${text}</pre>`, { operations: {}, fields: {} });
const addressOf = addresses(schema);
/** Every place that a page of the reference has, as its address. */
const places = new Set(
  items.flatMap(({ path, members, parts }) => [
    path,
    ...members.map(({ anchor }) => `${path}#${anchor}`),
    ...parts.flatMap((part) => [`${path}#${part.name}`, ...part.members.map(({ anchor }) => `${path}#${anchor}`)]),
  ]),
);

describe("the reference", () => {
  test("describes every type, field, input field and value of the contract, each at the address that links lead to", () => {
    const names = types.flatMap((type) => memberNames(type).map((member) => `${type.name}.${member}`));
    expect(names.length).toBeGreaterThan(1_000);
    expect(names.filter((name) => !places.has(addressOf(name) ?? ""))).toEqual([]);
    const roots = ["Query", "Mutation", "Subscription"];
    const others = types.map(({ name }) => name).filter((name) => !roots.includes(name));
    expect(others.filter((name) => !places.has(addressOf(name) ?? ""))).toEqual([]);
  });

  test("describes every argument", () => {
    for (const item of items.filter(({ type }) => type !== null)) {
      const root = { queries: schema.getQueryType(), mutations: schema.getMutationType() }[item.kind as "queries"];
      const field = (root ?? schema.getSubscriptionType())?.getFields()[item.name];
      expect(
        item.members.map(({ name }) => name),
        item.name,
      ).toEqual(field?.args.map(({ name }) => name));
    }
  });

  test("tells two things apart where the files of a page may not differ by case alone", () => {
    const files = items.map(({ path }) => path.toLowerCase());
    expect(files.length).toBe(new Set(files).size);
  });

  test("begins each operation with an example that the contract takes", () => {
    for (const { name, example } of items)
      if (example) expect(validate(schema, parse(example.query)).map(String), name).toEqual([]);
  });

  test("links plain words of the contract's sentences to nothing", () => {
    expect(addressOf("ticket")).toBeNull();
    expect(addressOf("createTicket")).toBe("/docs/reference/mutations/createTicket");
    expect(addressOf("Query.ticket")).toBe("/docs/reference/queries/ticket");
    expect(addressOf("CreateTicketInput.subject")).toBe(
      "/docs/reference/mutations/createTicket#CreateTicketInput.subject",
    );
    expect(addressOf("TicketEdge")).toBe("/docs/reference/objects/Ticket#TicketEdge");
  });
});

test("everything that can be found is somewhere", () => {
  const entries = searchEntries([], items);
  expect(entries.filter(({ path }) => !places.has(path)).map(({ title }) => title)).toEqual([]);
  expect(entries.find(({ title }) => title === "SlaClock.remainingSeconds")).toMatchObject({
    of: "Field",
    path: "/docs/reference/objects/SlaClock#remainingSeconds",
  });
});
