import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
const tickets: { id: string; number: number }[] = [];
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z", worker: false });
  on = verbsOn(desk);
  const printer = { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } };
  for (const facts of [printer, printer, printer, { kindOfWork: "SETTINGS" }, {}, { ...printer, illegal: true }])
    tickets.push(await on.open({ facts }));
  const [first, second, third, , , last] = tickets;
  const by = (who: "technician" | "manager", ticketId: string | undefined, outcome: string, reason: string) =>
    on.done(who, "overrideCoverage", { ticketId, outcome, reason });
  await by("technician", first?.id, "COVERED", "Agreed with the client");
  await by("manager", second?.id, "EXCLUDED", "Their own printer people");
  await by("technician", third?.id, "COVERED", "By mistake");
  await on.done("technician", "withdrawOverride", { ticketId: third?.id });
  await on.done("technician", "stateFacts", { ticketId: first?.id, facts: { remotePossible: false } });
  await on.done("technician", "mergeTickets", { ticketId: last?.id, intoTicketId: first?.id });
});
afterAll(() => desk?.close());

const outcomes = "covered limited excluded needsInformation";
const mix = `clientId client tickets overridden inForce { ${outcomes} } byRules { ${outcomes} }`;
const override = "number client outcome clause rulesOutcome rulesClause by reason at stands";
const report = async (who: "manager" | "technician" = "manager", input: object = {}) =>
  (
    await on.ask(
      who,
      `query($input: CoverageReportInput!) { coverageReport(input: $input) { timeZone asOf total { ${mix} } byClient { ${mix} }
         overrides(first: 2) { edges { node { ${override} } } pageInfo { hasNextPage endCursor } } } }`,
      { input: { from: "2026-11-01", until: "2026-12-01", ...input } },
    )
  ).coverageReport;

test("the mix of a client is counted by the decision in force and by the rules, merged tickets once", async () => {
  const { total, byClient } = await report();
  expect(total).toMatchObject({
    clientId: null,
    tickets: 5,
    overridden: 2,
    inForce: { covered: 2, limited: 1, excluded: 1, needsInformation: 1 },
    byRules: { covered: 1, limited: 2, excluded: 1, needsInformation: 1 },
  });
  expect(byClient).toEqual([{ ...total, clientId: desk.clientId, client: byClient[0].client }]);
  expect((await report("technician", { from: "2026-11-24" })).total.tickets).toBe(0);
});

test("what was decided by hand is listed with who and why, and whether it stands, page by page", async () => {
  const { overrides } = await report();
  expect(overrides.edges.map((e: { node: object }) => e.node)).toMatchObject([
    { number: tickets[2]?.number, outcome: "COVERED", reason: "By mistake", stands: false },
    {
      number: tickets[1]?.number,
      outcome: "EXCLUDED",
      clause: null,
      rulesOutcome: "LIMITED",
      rulesClause: "printer",
      reason: "Their own printer people",
      at: "2026-11-23T15:00:00Z",
      stands: true,
    },
  ]);
  expect(overrides.pageInfo.hasNextPage).toBe(true);
  const next = await on.ask(
    "manager",
    `query($after: String) { coverageReport(input: { from: "2026-11-01", until: "2026-12-01" }) {
       overrides(first: 2, after: $after) { edges { node { number stands } } } } }`,
    { after: overrides.pageInfo.endCursor },
  );
  expect(next.coverageReport.overrides.edges).toEqual([{ node: { number: tickets[0]?.number, stands: true } }]);
});

test("only those who work here read it", async () => {
  for (const who of ["partner", "requester"] as const) {
    const { errors } = await desk.gql(
      who,
      `{ coverageReport(input: { from: "2026-11-01", until: "2026-12-01" }) { total { tickets } } }`,
    );
    expect(errors?.[0]?.extensions?.["code"]).toBe("FORBIDDEN");
  }
});
