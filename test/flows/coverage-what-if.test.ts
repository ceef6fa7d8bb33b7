import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setUpOf } from "../support/agreements.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let owner: pg.Client;
let on: ReturnType<typeof verbsOn>;
let edits: ReturnType<typeof editsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z", worker: false });
  [on, edits] = [verbsOn(desk), editsOn(desk)];
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await desk?.close();
});

const difference =
  "number client outcomeBefore clauseBefore { code } outcomeAfter clauseAfter { code title } decidedAt";
const whatIf = async (plan: object, period: object = {}, first = 100, skip = 0) => {
  const query = `query($input: PolicyDryRunInput!, $from: DateTime, $until: DateTime) { policyDryRun(input: $input) {
    userErrors { field message } dryRun { coverage(from: $from, until: $until) { from until decisions presumed differ sentence
      byOutcome { from to count } tickets(first: ${first}, skip: ${skip}) { ${difference} } } } } }`;
  const { policyDryRun } = await on.ask("manager", query, { input: { plan }, ...period });
  expect(policyDryRun.userErrors).toEqual([]);
  return policyDryRun.dryRun.coverage;
};
const clausesOf = async (change: (clause: { code: string; outcome: string; title: string }) => object | null) => {
  const { plans } = await on.ask("manager", "{ plans { code clauses { code outcome title } } }");
  const { clauses } = plans.find((plan: { code: string }) => plan.code === "standard");
  return { ...(await edits.planInput()), clauses: clauses.flatMap((c: never) => change(c) ?? []) };
};
const printer = { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } };
const fixed = { kindOfWork: "SETTINGS" };

describe("a manager tries a plan on the decisions of the last quarter", () => {
  const numbers: number[] = [];
  beforeAll(async () => {
    const decided = async (facts: object) => numbers.push((await on.open({ facts })).number);
    await decided(printer);
    await decided({ ...printer, highSpeed: false });
    await decided(fixed);
    await decided({ ...fixed, estimatedMinutes: 40 });
    await decided({ kindOfWork: "SETTINGS", remotePossible: false });
    // a decision by hand, and what is restored when it is withdrawn, are no decisions of the rules
    const { id } = await on.open({ facts: printer });
    await on.done("manager", "overrideCoverage", { ticketId: id, outcome: "COVERED", reason: "Agreed" });
    await on.done("manager", "withdrawOverride", { ticketId: id });
    await desk.travel("2026-11-24T15:00:00Z");
  });

  test("nothing would differ under the plan as it is", async () => {
    expect(await whatIf(await edits.planInput())).toMatchObject({
      from: "2026-08-26T15:00:01Z",
      until: "2026-11-24T15:00:01Z",
      decisions: 6,
      presumed: 0,
      differ: 0,
      byOutcome: [],
      tickets: [],
      sentence: "2026-08-26 to 2026-11-24: 0 of 6 decisions would differ.",
    });
  });

  test("without printers' clause and with long work excluded: counted by outcome, each with its clauses", async () => {
    const plan = await clausesOf((c) =>
      c.code === "printer" ? null : c.code === "over-thirty-minutes" ? { ...c, outcome: "EXCLUDED" } : c,
    );
    const coverage = await whatIf(plan);
    expect(coverage).toMatchObject({
      decisions: 6,
      differ: 4,
      byOutcome: [
        { from: "LIMITED", to: "COVERED", count: 2 },
        { from: "LIMITED", to: "EXCLUDED", count: 1 },
        { from: "LIMITED", to: "LIMITED", count: 1 },
      ],
    });
    const [one, two, , long] = numbers;
    const of = (number?: number) => coverage.tickets.find((t: { number: number }) => t.number === number);
    expect(of(one)).toMatchObject({ clauseBefore: { code: "printer" }, outcomeAfter: "COVERED", clauseAfter: null });
    expect(of(two)).toMatchObject({ clauseBefore: { code: "printer" }, clauseAfter: { code: "slow-connection" } });
    expect(of(long)).toMatchObject({
      outcomeBefore: "LIMITED",
      outcomeAfter: "EXCLUDED",
      clauseAfter: { code: "over-thirty-minutes", title: "Cannot be started and finished in 30 minutes" },
    });
    const pages = [await whatIf(plan, {}, 3), await whatIf(plan, {}, 3, 3)];
    expect(pages.flatMap((p) => p.tickets)).toEqual(coverage.tickets);
  });

  test("a clause of the author's own is tried too, and a period bounds what is looked at", async () => {
    const own = {
      code: "own",
      outcome: "EXCLUDED",
      title: "Settings",
      when: { fact: "kindOfWork", in: ["SETTINGS"] },
      nextStep: "REQUEST_QUOTE",
      advice: "Ask for a quote.",
    };
    const plan = await clausesOf((c) => c);
    const tried = { ...plan, clauses: [...plan.clauses, own] };
    expect((await whatIf(tried)).byOutcome).toEqual([
      { from: "COVERED", to: "EXCLUDED", count: 1 },
      { from: "LIMITED", to: "EXCLUDED", count: 1 },
    ]);
    const before = { from: "2026-11-01T00:00:00Z", until: "2026-11-23T15:00:00Z" };
    expect(await whatIf(tried, before)).toMatchObject({ decisions: 0, differ: 0 });
    await expect(whatIf(tried, { from: "2025-01-01T00:00:00Z" })).rejects.toThrow(/At most 366 days/);
    await expect(whatIf(tried, { from: "2026-12-01T00:00:00Z" })).rejects.toThrow(/later than/);
  });

  test("each request is judged by what the desk knew then: the add-on that was bought since changes nothing", async () => {
    const { id, number } = await on.open({ facts: { ...fixed, immediate: true } });
    expect((await on.look(id)).coverage.clause).toEqual({ code: "immediate-remote" });
    const client = await on.ask("manager", "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }", {
      id: desk.clientId,
    });
    await desk.travel("2026-11-24T16:00:00Z");
    await setUpOf(desk).act("manager", "setAddOn", "contract { id }", {
      contractId: client.node.contract.id,
      kind: "IMMEDIATE",
    });
    expect(await whatIf(await edits.planInput())).toMatchObject({ decisions: 7, differ: 0 });
    // and without what was kept it is found in the contract's record, and said to be presumed
    await owner.query(
      "update coverage_decision d set context = null from ticket t where t.id = d.ticket_id and t.number = $1",
      [number],
    );
    expect(await whatIf(await edits.planInput())).toMatchObject({ decisions: 7, differ: 0, presumed: 1 });
  });

  test("of a calendar nothing is told, since it decides no coverage", async () => {
    const { policyDryRun } = await on.ask(
      "manager",
      "query($input: PolicyDryRunInput!) { policyDryRun(input: $input) { dryRun { coverage { decisions } } } }",
      { input: { calendar: await edits.calendarInput() } },
    );
    expect(policyDryRun.dryRun.coverage).toBeNull();
  });
});

test("ten thousand decisions are tried while one waits", async () => {
  await owner.query(`
    insert into coverage_decision (id, partner_id, ticket_id, outcome, clause, decision, facts, plan_version, decided_at, kind, in_force, context)
    select gen_random_uuid(), d.partner_id, d.ticket_id, d.outcome, d.clause, d.decision, d.facts, d.plan_version,
           d.decided_at - make_interval(mins => n), d.kind, d.in_force, d.context
      from coverage_decision d cross join generate_series(1, 2000) n where d.kind = 'RULES' order by d.id limit 9993`);
  await owner.query("analyze coverage_decision");
  const plan = await clausesOf((c) => (c.code === "printer" ? null : c));
  const began = performance.now();
  const coverage = await whatIf(plan);
  const took = performance.now() - began;
  console.log(`${coverage.decisions} decisions tried in ${Math.round(took)} ms: ${coverage.sentence}`);
  expect(coverage.decisions).toBe(10_000);
  expect(coverage.tickets).toHaveLength(100);
  expect(coverage.differ).toBeGreaterThan(1_000);
});
