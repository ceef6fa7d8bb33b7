import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serviceClauses } from "../../api/core/coverage-policy/clauses.ts";
import { usesOf } from "../../api/core/coverage-policy/conditions.ts";
import { clausesOf, type Facts, preview } from "../support/coverage.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
});
afterAll(() => desk.close());

const repair: Facts = { kindOfWork: "TROUBLESHOOTING", technology: { kind: "OTHER" } };
const system = (product: string, version: string) => ({ technology: { kind: "OPERATING_SYSTEM", product, version } });
const act = async (who: "technician" | "manager", mutation: string, input: object, made: string) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await desk.gql(
    who,
    `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ${made} userErrors { code message } } }`,
    { input },
  );
  expect(errors ?? data.done.userErrors, mutation).toEqual([]);
  return data.done;
};

describe("each clause of the service, asked through the API", () => {
  test.each<[clause: string, says: string, facts: Facts]>([
    ["onsite", "a cable that somebody must replace", { ...repair, remotePossible: false }],
    ["not-a-problem", "nothing that is broken", { kindOfWork: "NOT_A_PROBLEM" }],
    ["project", "moving the whole office", { kindOfWork: "PROJECT" }],
    ["project", "the yearly maintenance", { kindOfWork: "MAINTENANCE" }],
    ["training", "a course", { kindOfWork: "TRAINING" }],
    ["training", "how to make a pivot table", { kindOfWork: "USAGE_QUESTION" }],
    ["warranty", "opening a laptop under warranty", { ...repair, warrantyRisk: true }],
    ["illegal", "getting round a copy protection", { ...repair, illegal: true }],
    ["unlicensed", "a copy without a licence", { ...repair, licensed: false }],
    ["below-minimum", "iOS 18", { ...repair, ...system("iOS", "18") }],
    [
      "manufacturer-ended",
      "Office 2016",
      { ...repair, technology: { kind: "APPLICATION", product: "Microsoft Office", version: "2016" } },
    ],
    ["platform-ended", "Windows 10", { ...repair, ...system("Windows", "10") }],
    ["immediate-remote", "help at once", { ...repair, immediate: true }],
    ["over-thirty-minutes", "31 minutes of work", { ...repair, estimatedMinutes: 31 }],
    ["product-expert", "a riddle for experts of one product", { ...repair, advancedProductProblem: true }],
    ["os-upgrade", "the next macOS", { kindOfWork: "OS_UPGRADE", ...system("macOS", "15") }],
    ["printer", "a printer that jams", { ...repair, technology: { kind: "PRINTER" } }],
    ["slow-connection", "a slow line", { ...repair, highSpeed: false }],
  ])("%s decides about %s", async (code, _, facts) => {
    const decision = await preview(desk, facts, desk.clientId);
    const row = serviceClauses.find((r) => r.code === code);
    expect(decision.clause).toEqual({ code, outcome: row?.outcome, title: row?.title });
    expect(decision).toMatchObject({ outcome: row?.outcome, covered: false, alsoMatched: [] });
    expect(decision.nextStep.label).not.toBe("");
    expect(decision.evidence.map((e) => e.clause)).toContain(code);
  });

  test("no-contract decides about a client whose contract has not begun", async () => {
    const { client } = await act(
      "manager",
      "createClient",
      {
        name: "Signed for spring",
        code: "SPRING",
        timeZone: "America/New_York",
        planCode: (await desk.gql("manager", "{ plans { code } }")).data.plans[0].code,
        calendarCode: (await desk.gql("manager", "{ calendars { code } }")).data.calendars[0].code,
        contractFrom: "2027-03-01",
      },
      "client { id }",
    );
    const decision = await preview(desk, repair, client.id);
    expect(decision).toMatchObject({ outcome: "EXCLUDED", clause: { code: "no-contract" } });
    expect(await preview(desk, repair, desk.clientId)).toMatchObject({ outcome: "COVERED", clause: null });
  });

  test("fair-use decides from the 31st remote minute of the day, and no longer the day after", async () => {
    const { ticket } = await act(
      "technician",
      "createTicket",
      { clientId: desk.clientId, subject: "Everything is slow", affected: "ONE", facts: repair },
      "ticket { id }",
    );
    const noMore = await allowImmediate(desk);
    const begin = { ticketId: ticket.id, consentBy: "Robin" };
    const { session } = await act("technician", "startSession", begin, "session { id }");
    const start = Date.UTC(2026, 10, 30, 15);
    for (let seconds = 50; seconds <= 1_800; seconds += 50) {
      await desk.travel(new Date(start + seconds * 1_000).toISOString());
      if (seconds === 1_750) expect((await preview(desk, repair, desk.clientId)).outcome).toBe("COVERED");
      if (seconds < 1_800) await act("technician", "heartbeat", { sessionId: session.id }, "session { id }");
    }
    await act("technician", "endSession", { sessionId: session.id }, "session { id seconds }");
    await noMore();
    const decision = await preview(desk, repair, desk.clientId);
    expect(decision).toMatchObject({ outcome: "LIMITED", clause: { code: "fair-use" } });
    await desk.travel("2026-12-01T15:00:00Z");
    expect(await preview(desk, repair, desk.clientId)).toMatchObject({ outcome: "COVERED", clause: null });
  });

  test("the table above and these two are all eighteen", () => {
    expect(serviceClauses).toHaveLength(18);
  });
});

describe("flipping one fact changes only the clauses that use it", () => {
  const base: Facts = {
    kindOfWork: "TROUBLESHOOTING",
    technology: { kind: "OPERATING_SYSTEM", product: "Windows", version: "11" },
    estimatedMinutes: 20,
    remotePossible: true,
    licensed: true,
    illegal: false,
    warrantyRisk: false,
    immediate: false,
    highSpeed: true,
    advancedProductProblem: false,
  };
  test.each<[fact: string, flipped: Facts, uses: string]>([
    ["kind of work", { kindOfWork: "PROJECT" }, "workKind"],
    ["kind of work to an upgrade", { kindOfWork: "OS_UPGRADE" }, "workKind"],
    ["version", { technology: { kind: "OPERATING_SYSTEM", product: "Windows", version: "7" } }, "version"],
    ["product", { technology: { kind: "OPERATING_SYSTEM", product: "macOS", version: "11" } }, "product"],
    ["kind of technology", { technology: { kind: "PRINTER" } }, "technologyKind"],
    ["minutes", { estimatedMinutes: 90 }, "estimatedMinutes"],
    ["whether it can be done remotely", { remotePossible: false }, "remotePossible"],
    ["licence", { licensed: false }, "licensed"],
    ["legality", { illegal: true }, "illegal"],
    ["warranty", { warrantyRisk: true }, "warrantyRisk"],
    ["immediacy", { immediate: true }, "immediate"],
    ["connection", { highSpeed: false }, "highSpeed"],
    ["expertise", { advancedProductProblem: true }, "advancedProductProblem"],
  ])("%s, over a request that is covered and over one that much is wrong with", async (_, flipped, used) => {
    const using = serviceClauses.filter(({ when }) => usesOf(when).includes(used as never)).map((row) => row.code);
    for (const start of [base, { ...base, illegal: true, highSpeed: false, immediate: true, estimatedMinutes: 40 }]) {
      const before = new Set(clausesOf(await preview(desk, start, desk.clientId)));
      const after = new Set(clausesOf(await preview(desk, { ...start, ...flipped }, desk.clientId)));
      const moved = serviceClauses.map((r) => r.code).filter((code) => before.has(code) !== after.has(code));
      for (const code of moved) expect(using, `${code} changed`).toContain(code);
      if (start === base) expect(moved.length, "the flip changes something").toBeGreaterThan(0);
    }
  });
});
