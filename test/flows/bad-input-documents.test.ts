import fc from "fast-check";
import { type GraphQLField, isNonNullType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import { permissions } from "../../api/people/permissions.ts";
import { CODES } from "../../api/platform/failures.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { anyValue } from "../support/any-value.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { post } from "../support/post.ts";
import { documentsOf } from "../support/slots.ts";
import { operate } from "../support/socket.ts";
import { makeWorld, type World } from "../support/worlds.ts";

const RUNS = Number(process.env["RUNS"] ?? 12);
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const schema = buildSchema();
let desk: TestDesk;
let world: World;
let ids: string[];
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  world = await makeWorld(desk, "fuzzed", desk.cast.partner.id);
  const { data } = await desk.gql("manager", "{ plans { id } calendars { id } technicians { id } }");
  const desks = [...data.plans, ...data.calendars, ...data.technicians].map((row: { id: string }) => row.id);
  ids = [
    ...Object.values(world.ids),
    ...world.all,
    ...desks,
    toGlobalId("Partner", desk.cast.partner.id),
    desk.clientId,
  ];
});
afterAll(() => desk?.close());

/** Who does what; the clock is not sent to the year 9999, where nothing else could be tried. */
const viewers = {
  MANAGER: "manager",
  TECHNICIAN: "technician",
  PARTNER: "partner",
  REQUESTER: "requester",
  MONITORING: "monitoring",
} as const;
const fields = (["Query", "Mutation"] as const).flatMap((root) =>
  Object.values(
    schema.getType(root)
      ? (schema.getType(root) as never as { getFields(): Record<string, GraphQLField<unknown, unknown>> }).getFields()
      : {},
  )
    .filter((field) => field.name !== "setClock" && field.args.length > 0)
    .map((field) => [field.name, root === "Query" ? "query" : "mutation", field] as const),
);

describe(`whatever a document's variables hold, the answer is one of the contract's (seed ${seed})`, () => {
  test.each(fields)("%s (%s)", async (name, operation, field) => {
    const documents = documentsOf(schema, (type) => world.ids[type] ?? world.ids.Ticket);
    const declared = field.args.map((a) => `$${a.name}: ${a.type}`).join(", ");
    const given = field.args.map((a) => `${a.name}: $${a.name}`).join(", ");
    const query = `${operation} Any(${declared}) { ${name}(${given})${documents.selection(field.type, operation === "query" ? 3 : 1)} }`;
    const allowed = Object.entries(viewers).filter(([kind]) => permissions[name]?.viewers.includes(kind as never));
    const variables = fc.record(Object.fromEntries(field.args.map((a) => [a.name, anyValue(a.type, ids)])), {
      requiredKeys: field.args.filter((a) => isNonNullType(a.type) && a.defaultValue === undefined).map((a) => a.name),
    });
    await fc.assert(
      fc.asyncProperty(variables, fc.constantFrom(...allowed.map(([, who]) => who)), async (values, who) => {
        const answer = await post(desk, who, { query, variables: values });
        expect(answer.status).toBeLessThan(500);
        for (const error of answer.errors ?? []) {
          expect(CODES).toContain(error.extensions["code"]);
          expect(error.extensions["code"], JSON.stringify(error)).not.toBe("INTERNAL_SERVER_ERROR");
          expect(error.extensions["code"], JSON.stringify(error)).not.toBe("GRAPHQL_VALIDATION_FAILED");
        }
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
  });
});

test.each([
  ["NUL", "a\u0000b"],
  ["half a surrogate pair", "a\ud800b"],
])("a text with %s in it is refused over HTTP and on a socket alike", async (_, subject) => {
  const query = "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } } }";
  const variables = { i: { clientId: world.ids.Client, subject } };
  for (const { errors } of [
    await post(desk, "partner", { query, variables }),
    await operate(desk, "partner", { query, variables }),
  ])
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});

test("after all of it the desk works as before", async () => {
  const { data, errors } = await desk.gql(
    "partner",
    "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { number } userErrors { code } } }",
    { i: { clientId: world.ids.Client, subject: "Still here" } },
  );
  expect(errors).toBeUndefined();
  expect(data.createTicket).toMatchObject({ ticket: { number: expect.any(Number) }, userErrors: [] });
});

test.each([
  ["over HTTP", (query: string, variables: object) => post(desk, "technician", { query, variables })],
  ["on a socket", (query: string, variables: object) => operate(desk, "technician", { query, variables })],
])("variables with more faults than are told are the client's to mend, %s", async (_, ask) => {
  const query = "query Odd($filter: TicketFilter) { tickets(first: 1, filter: $filter) { edges { node { id } } } }";
  const answer = await ask(query, { filter: { or: Array.from({ length: 80 }, () => ({ number: "many" })) } });
  const codes = new Set(answer.errors?.map((error) => error.extensions["code"]));
  expect([...codes]).toEqual(["BAD_USER_INPUT"]);
  expect(answer.errors?.at(-1)?.message).toBe("The variables have more faults than are told here: mend these first.");
});
