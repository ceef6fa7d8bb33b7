import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z" }); // Monday 10:00
  on = verbsOn(desk);
});
afterAll(() => desk?.close());

const one = `outcome covered inForce reason planVersion decidedBy { kind name } clause { code } overrides { outcome clause { code } }
  nextStep { kind label } evidence { fact }`;
const both = (id: string, who: Who = "technician") =>
  on.look(id, `coverage { ${one} } coverageByRules { ${one} }`, who);
const history = async (id: string) =>
  (await on.look(id, "coverageHistory { outcome inForce decidedBy { kind } clause { code } }")).coverageHistory.map(
    (d: { outcome: string; inForce: boolean; decidedBy: { kind: string }; clause: { code: string } | null }) =>
      `${d.decidedBy.kind} ${d.outcome} ${d.clause?.code ?? "-"}${d.inForce ? "" : " (beside)"}`,
  );
const accepts = async (id: string) =>
  (await on.look(id, "accepts", "technician")).accepts.filter((verb: string) => /OVERRIDE/.test(verb));
const printer = { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } };
const reason = "The director's printer; agreed with Ms Wong";

describe("a decision by hand", () => {
  test("is in force, with who decided it and why, and shows what the rules said beside it", async () => {
    const { id, version } = await on.open({ facts: printer });
    expect(await accepts(id)).toEqual(["OVERRIDE_COVERAGE"]);
    await desk.travel("2026-11-23T15:05:00Z");
    const ticket = await on.done("technician", "overrideCoverage", {
      ticketId: id,
      expectedVersion: version,
      outcome: "COVERED",
      reason: `  ${reason} `,
    });
    expect(ticket).toMatchObject({ version: version + 1, coverage: { outcome: "COVERED", clause: null } });
    const technician = (await on.ask("technician", "{ viewer { name } }")).viewer.name;
    expect(await both(id)).toMatchObject({
      coverage: {
        outcome: "COVERED",
        covered: true,
        inForce: true,
        reason,
        decidedBy: { kind: "TECHNICIAN", name: technician },
        overrides: { outcome: "LIMITED", clause: { code: "printer" } },
        nextStep: { kind: "WORK_ON_IT" },
        evidence: [],
      },
      coverageByRules: { outcome: "LIMITED", clause: { code: "printer" }, decidedBy: { kind: "RULES", name: "Rules" } },
    });
    expect(await accepts(id)).toEqual(["OVERRIDE_COVERAGE", "WITHDRAW_OVERRIDE"]);
    const { queue } = await on.ask(
      "technician",
      "{ queue { entries(first: 100) { edges { node { row { number coverage coverageClause } } } } } }",
    );
    const rows = queue.entries.edges.map((e: { node: { row: { number: number } } }) => e.node.row);
    expect(rows.find((row: { number: number }) => row.number === ticket.number)).toMatchObject({
      coverage: "COVERED",
      coverageClause: null,
    });
  });

  test("is told in the story: that it was, to everybody; why, within the desk", async () => {
    const { id } = await on.open({ facts: printer });
    await on.done("manager", "overrideCoverage", { ticketId: id, outcome: "EXCLUDED", clause: "onsite", reason });
    type Line = { kind: string; change: string };
    const lines = async (who: Who) =>
      (await on.story(id, who)).flatMap((line: Line) => (line.kind === "COVERAGE" ? [line.change] : []));
    const open = "Not covered: Cannot be done remotely, decided by hand";
    expect(await lines("technician")).toEqual([open, `Why: ${reason}. The rules say: Limited: Printers`]);
    expect(await lines("requester")).toEqual([open]);
    expect((await both(id, "requester")).coverage).toMatchObject({
      outcome: "EXCLUDED",
      reason: null,
      nextStep: { kind: "REQUEST_QUOTE", label: "Ask for a quote for a visit." },
    });
  });

  test("is told in the log, and kept in the audit, as is its withdrawal", async () => {
    const { id, number } = await on.open({ facts: printer });
    await on.done("technician", "overrideCoverage", { ticketId: id, outcome: "COVERED", reason });
    await on.done("technician", "withdrawOverride", { ticketId: id, reason: "Misread the contract" });
    const { auditEntries } = await on.ask(
      "manager",
      `query($id: ID!) { auditEntries(first: 10, filter: { aboutId: $id }) { edges { node { action about { name } details { name value } } } } }`,
      { id },
    );
    const entries = auditEntries.edges.map((edge: { node: object }) => edge.node);
    expect(entries).toHaveLength(2);
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: "COVERAGE_OVERRIDDEN",
          about: { name: `#${number}` },
          details: expect.arrayContaining([
            { name: "reason", value: reason },
            { name: "rules", value: "LIMITED" },
          ]),
        }),
        expect.objectContaining({ action: "OVERRIDE_WITHDRAWN" }),
      ]),
    );
    await desk.travel("2026-11-23T15:06:00Z");
    const events = await desk.composed.house.readAsDesk<{ payload: object }>({
      text: `select e.payload from event e join ticket t on t.partner_id = e.partner_id and t.id = e.ticket_id
              where t.number = $1 and e.type = 'CoverageDecided' order by e.position`,
      values: [number],
    });
    expect(events.map((e) => e.payload)).toMatchObject([
      { outcome: { from: null, to: "LIMITED" }, override: false, reason: null },
      { outcome: { from: "LIMITED", to: "COVERED" }, clause: { from: "printer", to: null }, override: true, reason },
      { outcome: { from: "COVERED", to: "LIMITED" }, override: false, reason: "Misread the contract" },
    ]);
  });

  test("stands when facts are stated later: the rules decide beside it, and the story says so", async () => {
    const { id } = await on.open({ facts: printer });
    await on.done("technician", "overrideCoverage", { ticketId: id, outcome: "COVERED", reason });
    await on.done("technician", "stateFacts", { ticketId: id, facts: { remotePossible: false } });
    expect(await both(id)).toMatchObject({
      coverage: { outcome: "COVERED", decidedBy: { kind: "TECHNICIAN" }, overrides: { outcome: "LIMITED" } },
      coverageByRules: { outcome: "EXCLUDED", clause: { code: "onsite" }, inForce: false },
    });
    expect((await on.story(id)).at(-1)).toMatchObject({
      kind: "COVERAGE",
      public: false,
      change: "By the rules: Not covered: Cannot be done remotely. The override stands",
    });
    await on.done("technician", "withdrawOverride", { ticketId: id });
    expect((await both(id)).coverage).toMatchObject({
      outcome: "EXCLUDED",
      clause: { code: "onsite" },
      decidedBy: { kind: "RULES" },
      overrides: null,
    });
    expect(await history(id)).toEqual([
      "RULES LIMITED printer",
      "TECHNICIAN COVERED -",
      "RULES EXCLUDED onsite (beside)",
      "RULES EXCLUDED onsite",
    ]);
    // and from then on facts are followed again
    await on.done("technician", "stateFacts", { ticketId: id, facts: { remotePossible: true } });
    expect((await both(id)).coverage).toMatchObject({ outcome: "LIMITED", clause: { code: "printer" } });
  });

  test("gives way to another by hand, which names the rules and not the one before", async () => {
    const { id } = await on.open({ facts: printer });
    await on.done("technician", "overrideCoverage", { ticketId: id, outcome: "COVERED", reason });
    await on.done("manager", "overrideCoverage", { ticketId: id, outcome: "EXCLUDED", reason: "No." });
    expect((await both(id)).coverage).toMatchObject({
      outcome: "EXCLUDED",
      clause: null,
      reason: "No.",
      decidedBy: { kind: "MANAGER" },
      overrides: { outcome: "LIMITED" },
    });
  });

  test("is told as it was at an instant, also when the rules decided beside it since", async () => {
    const { id, number } = await on.open({ facts: printer }, "technician");
    await desk.travel("2026-11-23T15:20:00Z");
    await on.done("technician", "overrideCoverage", { ticketId: id, outcome: "COVERED", reason });
    await on.done("technician", "stateFacts", { ticketId: id, facts: { illegal: true } });
    await desk.travel("2026-11-23T15:30:00Z");
    await on.done("technician", "withdrawOverride", { ticketId: id });
    await desk.travel("2026-11-23T15:32:00Z");
    const at = async (asOf: string) => {
      const { queue } = await on.ask(
        "technician",
        `{ queue(asOf: "${asOf}") { entries(first: 100) { edges { node { row { number coverage } } } } } }`,
      );
      type Edge = { node: { row: { number: number; coverage: string } } };
      return queue.entries.edges.find((edge: Edge) => edge.node.row.number === number)?.node.row.coverage;
    };
    expect(await at("2026-11-23T15:10:00Z")).toBe("LIMITED");
    expect(await at("2026-11-23T15:25:00Z")).toBe("COVERED");
    expect(await at("2026-11-23T15:31:00Z")).toBe("EXCLUDED");
  });

  test("closes an excluded ticket with a reason alone, as the decision in force allows", async () => {
    const { id } = await on.open({ facts: { kindOfWork: "SETTINGS" } });
    expect((await on.act("technician", "close", { ticketId: id, reason: "Not ours" })).userErrors[0].code).toBe(
      "STEPS_MISSING",
    );
    await on.done("technician", "overrideCoverage", { ticketId: id, outcome: "EXCLUDED", clause: "onsite", reason });
    expect(await on.done("technician", "close", { ticketId: id, reason: "Not ours" })).toMatchObject({
      status: "CLOSED",
    });
  });
});

test("an override of a client whose plan has changed since keeps to the clauses of the ticket's own version", async () => {
  const { id } = await on.open({ facts: printer });
  const edits = editsOn(desk);
  const clauses = [{ code: "onsite", outcome: "EXCLUDED", title: "On site" }];
  await edits.publishPlan({ ...(await edits.planInput()), clauses });
  const ticket = await on.done("technician", "overrideCoverage", {
    ticketId: id,
    outcome: "EXCLUDED",
    clause: "warranty",
    reason,
  });
  expect(ticket.coverage).toEqual({ outcome: "EXCLUDED", clause: { code: "warranty" } });
});
