import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
/** Number of each ticket by its name here. */
const number: Record<string, number> = {};
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
  const open = async (name: string, more: object, at: string) => {
    await desk.travel(at);
    const ticket = await on.open({ subject: name, ...more }, "technician");
    number[name] = ticket.number;
    return ticket.id as string;
  };
  const all = await open("all 100%", { affected: "ALL", workaround: false }, "2026-11-30T15:00:00Z");
  const printer = { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } };
  const known = { externalRef: { system: "psa", id: "A-1" }, facts: printer };
  await open("one", { affected: "ONE", ...known }, "2026-11-30T16:00:00Z");
  const none = await open("nobody said", { affected: null }, "2026-11-30T17:00:00Z");
  await on.done("technician", "takeTicket", { ticketId: all });
  await on.done("technician", "waitOn", { ticketId: none, on: "PARTS" });
  await on.done("technician", "overrideCoverage", { ticketId: none, outcome: "COVERED", reason: "Agreed" });
  await desk.travel("2026-11-30T20:00:00Z");
});
afterAll(() => desk.close());

const find = async (filter: string, who: "manager" | "partner" | "requester" = "manager") => {
  const { tickets } = await on.ask(
    who,
    `{ tickets(first: 10, orderBy: CREATED_ASC, filter: ${filter}) { edges { node { subject } } totalCount { value relation } } }`,
  );
  const found = tickets.edges.map((e: { node: { subject: string } }) => e.node.subject);
  expect(tickets.totalCount).toEqual({ value: found.length, relation: "EQ" });
  return found;
};
const [ALL, ONE, NONE] = ["all 100%", "one", "nobody said"];

describe("a filter finds the tickets for which it holds", () => {
  test.each<[filter: string, found: (string | undefined)[]]>([
    ["{}", [ALL, ONE, NONE]],
    ["{ affected: { eq: ALL } }", [ALL]],
    ["{ affected: { in: [ONE, ALL] } }", [ALL, ONE]],
    ["{ affected: { in: [] } }", []],
    ["{ affected: { isNull: true } }", [NONE]],
    ["{ affected: { isNull: false } }", [ALL, ONE]],
    ["{ workaround: { eq: false } }", [ALL]],
    ["{ assignee: { isNull: true } }", [ONE, NONE]],
    ['{ createdAt: { gt: "2026-11-30T15:00:00Z", lte: "2026-11-30T16:00:00Z" } }', [ONE]],
    ['{ createdAt: { gte: "2026-11-30T15:00:00Z", lt: "2026-11-30T16:00:00Z" } }', [ALL]],
    ["{ resolvedAt: { isNull: true }, status: { eq: WAITING } }", [NONE]],
    ["{ waitingOn: { eq: PARTS } }", [NONE]],
    ['{ subject: { contains: "BOD" } }', [NONE]],
    ['{ subject: { contains: "0%" } }', [ALL]],
    ['{ subject: { contains: "_" } }', []],
    ['{ subject: { in: ["one", "two"] } }', [ONE]],
    ['{ externalRef: { system: { eq: "psa" }, id: { eq: "A-1" } } }', [ONE]],
    ['{ externalRef: { system: { eq: "other" } } }', []],
    ["{ clock: { metric: { eq: FIRST_RESPONSE }, standing: { eq: BREACHED } } }", [ALL]],
    ["{ clock: { standing: { eq: ON_TRACK }, dueAt: { isNull: false } } }", [ALL, ONE, NONE]],
    ["{ clock: { verdict: { isNull: false } } }", []],
    ['{ priority: { eq: "URGENT" } }', [ALL]],
    ['{ search: "one" }', [ONE]],
    ['{ coverageClause: { eq: "printer" } }', [ONE]],
    ["{ coverageOverridden: true }", [NONE]],
    ["{ coverageOverridden: false, coverage: { eq: LIMITED } }", [ONE]],
  ])("%s", async (filter, found) => {
    expect(await find(filter)).toEqual(found);
  });

  test("by number, by id, by client and by holder", async () => {
    expect(await find(`{ number: { eq: ${number["one"]} } }`)).toEqual([ONE]);
    expect(await find(`{ search: " #${number["one"]} " }`)).toEqual([ONE]);
    expect(await find(`{ client: { eq: "${desk.clientId}" }, number: { gte: ${number["one"]} } }`)).toEqual([
      ONE,
      NONE,
    ]);
    const tess = toGlobalId("Technician", desk.cast.technician.id);
    expect(await find(`{ assignee: { eq: "${tess}" } }`)).toEqual([ALL]);
    expect(await find(`{ assignee: { eq: "${desk.clientId}" } }`), "an id of another type finds nothing").toEqual([]);
  });
});

describe("filters are put together", () => {
  test.each<[filter: string, found: (string | undefined)[]]>([
    ["{ or: [{ affected: { eq: ONE } }, { waitingOn: { eq: PARTS } }] }", [ONE, NONE]],
    ["{ and: [{ affected: { isNull: false } }, { assignee: { isNull: true } }] }", [ONE]],
    ["{ not: { affected: { eq: ALL } } }", [ONE, NONE]],
    ["{ not: { not: { affected: { eq: ALL } } } }", [ALL]],
    ["{ status: { eq: OPEN }, or: [{ affected: { eq: ONE } }, { affected: { eq: ALL } }] }", [ALL]],
    ["{ not: { or: [{ affected: { eq: ONE } }, { and: [{ status: { eq: WAITING } }] }] } }", [ALL]],
  ])("%s", async (filter, found) => {
    expect(await find(filter)).toEqual(found);
  });

  test.each([
    ["four deep", "{ not: { not: { not: { not: {} } } } }", /at most 3 deep/],
    ["an empty list", "{ or: [] }", /at least one/],
    ["too many conditions", `{ or: [${"{ number: { eq: 1 } },".repeat(51)}] }`, /at most 50/],
    ["too many values", `{ number: { in: [${"1,".repeat(101)}] } }`, /at most 100/],
  ])("%s is refused with its reason", async (_, filter, reason) => {
    const { errors } = await desk.gql("manager", `{ tickets(first: 1, filter: ${filter}) { edges { cursor } } }`);
    expect(errors).toMatchObject([{ message: reason, extensions: { code: "BAD_USER_INPUT" } }]);
  });

  test.each([
    ["two at once", "{ affected: { eq: ONE, isNull: true } }"],
    ["none", "{ affected: {} }"],
    ["nothing", "{ affected: { eq: null } }"],
  ])("where exactly one is asked for, %s is no valid document", async (_, filter) => {
    const { errors } = await desk.gql("manager", `{ tickets(first: 1, filter: ${filter}) { edges { cursor } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  });
});

test("a filter never widens what may be seen", async () => {
  expect(await find("{ not: { number: { eq: 0 } } }", "requester"), "none of these is the requester's").toEqual([]);
  expect(await find("{ or: [{ number: { gt: 0 } }, {}] }", "partner")).toEqual([ALL, ONE, NONE]);
});
