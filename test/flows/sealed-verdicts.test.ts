import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { eventually } from "../support/eventually.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let owner: pg.Client;
const start = async (at: string) => {
  desk = await startDesk({ at });
  on = verbsOn(desk);
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
};
const stop = async () => {
  await owner.end();
  await desk.close();
};
let on: ReturnType<typeof verbsOn>;
const urgent = { affected: "ALL", workaround: false };
const clockFields =
  "id verdict standing state sealedAt dueAt satisfiedAt breachedAt elapsedSeconds remainingSeconds afterSeal { verdict satisfiedAt } revisions { verdict reason revisedBy at }";
const clockOf = async (id: string) =>
  (await on.look(id, `slaClock(metric: FIRST_RESPONSE) { ${clockFields} }`)).slaClock;
const told = async (id: string) =>
  (await on.story(id))
    .filter((entry: { kind: string }) => entry.kind === "CLOCK")
    .map((entry: { change: string }) => entry.change);
/** Once all that happened has its place in the log. */
const newsOf = async (id: string) => {
  await eventually(
    async () => (await owner.query("select 1 from event_inbox limit 1")).rowCount,
    (waiting) => waiting === 0,
  );
  const { rows } = await owner.query<{ type: string }>(
    `select type from event where ticket_id = $1 and payload->>'metric' = 'FIRST_RESPONSE' order by position`,
    [uuidOf(id)],
  );
  return rows.map((row) => row.type);
};
const uuidOf = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

describe("when a verdict becomes history", () => {
  beforeAll(() => start("2026-11-23T15:10:00Z")); // Monday 10:10 in New York: due 11:10
  afterAll(stop);
  let met: string;
  let missed: string;
  let late: string;

  test("met is sealed with the answer; missed only when the settling time after due has passed", async () => {
    [met, missed, late] = [(await on.open(urgent)).id, (await on.open(urgent)).id, (await on.open(urgent)).id];
    await desk.travel("2026-11-23T16:00:00Z");
    await on.done("technician", "reply", { ticketId: met, body: "On it." });
    expect(await clockOf(met)).toMatchObject({
      verdict: "MET",
      sealedAt: "2026-11-23T16:00:00Z",
      remainingSeconds: 600,
    });

    await desk.travel("2026-11-23T16:20:00Z"); // ten minutes late
    await on.done("technician", "reply", { ticketId: missed, body: "Sorry, on it now." });
    expect(await clockOf(missed)).toMatchObject({ verdict: "MISSED", sealedAt: null, remainingSeconds: -600 });
    await desk.travel("2026-11-23T16:40:00Z"); // the last second in which facts may arrive
    expect(await clockOf(missed)).toMatchObject({ verdict: "MISSED", sealedAt: null });
    await desk.travel("2026-11-23T16:40:01Z");
    expect(await clockOf(missed)).toMatchObject({ verdict: "MISSED", sealedAt: "2026-11-23T16:40:01Z" });
    expect(await newsOf(missed)).toEqual(["SlaClockStarted", "SlaAtRisk", "SlaBreached", "SlaSealed"]);
  });

  test("E36g an answer that was sent in time and recorded late withdraws the announced breach", async () => {
    expect((await clockOf(late)).standing).toBe("BREACHED");
    await on.done("technician", "reply", { ticketId: late, body: "By mail.", sentAt: "2026-11-23T16:05:00Z" });
    expect(await clockOf(late)).toMatchObject({
      verdict: "MET",
      standing: "ON_TRACK",
      satisfiedAt: "2026-11-23T16:05:00Z",
      breachedAt: null,
      sealedAt: "2026-11-23T16:40:01Z",
    });
    expect(await newsOf(late)).toEqual([
      ...["SlaClockStarted", "SlaAtRisk", "SlaBreached", "SlaBreachWithdrawn", "SlaMet", "SlaSealed"],
    ]);
    expect(await told(late)).toContain("Breach withdrawn: first response");
    expect(await on.story(late)).toContainEqual(
      expect.objectContaining({ body: "By mail.", change: "Sent at 2026-11-23T16:05:00Z" }),
    );
  });

  test("E36g after the seal such an answer is shown beside the verdict, and changes nothing", async () => {
    const before = await clockOf(missed);
    await on.done("technician", "reply", { ticketId: missed, body: "By mail.", sentAt: "2026-11-23T16:05:00Z" });
    expect(await clockOf(missed)).toEqual({
      ...before,
      afterSeal: { verdict: "MET", satisfiedAt: "2026-11-23T16:05:00Z" },
    });
    expect(await newsOf(missed)).toEqual(["SlaClockStarted", "SlaAtRisk", "SlaBreached", "SlaSealed"]);
  });

  test("nobody sends from the future, before the ticket, or, as a requester, at any other time than now", async () => {
    const refused = async (who: "technician" | "requester", sentAt: string) =>
      (await on.act(who, "reply", { ticketId: late, body: "Hello", sentAt })).userErrors;
    for (const errors of [
      await refused("technician", "2026-11-23T16:40:02Z"),
      await refused("technician", "2026-11-23T15:09:59Z"),
      await refused("requester", "2026-11-23T16:00:00Z"),
    ])
      expect(errors).toEqual([{ code: "INVALID", field: "sentAt", message: expect.any(String) }]);
  });

  test("a manager appends a revision with a reason; the sealed verdict stays, and the report says one was revised", async () => {
    const { id } = await clockOf(missed);
    const revise = async (input: object) =>
      (
        await on.ask(
          "manager",
          `mutation($input: ReviseVerdictInput!) { reviseVerdict(input: $input) { revision { verdict at } userErrors { code field message } } }`,
          { input },
        )
      ).reviseVerdict;
    expect((await revise({ clockId: id, verdict: "MET", reason: " " })).userErrors[0].field).toBe("reason");
    expect((await revise({ clockId: id, verdict: "MISSED", reason: "x" })).userErrors[0].field).toBe("verdict");
    const open = await on.open(urgent);
    expect(
      (await revise({ clockId: (await clockOf(open.id)).id, verdict: "MET", reason: "x" })).userErrors[0],
    ).toMatchObject({
      code: "NOT_SEALED",
    });
    const reason = "The client confirms the mail of 11:05.";
    expect((await revise({ clockId: id, verdict: "MET", reason })).userErrors).toEqual([]);
    expect(await clockOf(missed)).toMatchObject({
      verdict: "MISSED",
      revisions: [{ verdict: "MET", reason, revisedBy: "Max Manager", at: "2026-11-23T16:40:01Z" }],
    });
    const { slaReport } = await on.ask(
      "manager",
      `{ slaReport(input: { from: "2026-11-01", until: "2026-12-01" }) { revised total { met missed } } }`,
    );
    expect(slaReport).toEqual({ revised: 1, total: { met: 2, missed: 1 } });
  });

  test("the database itself refuses to change what is sealed, whoever writes", async () => {
    const writing = owner.query("update sla_clock set verdict = 'MET' where id = $1", [
      uuidOf((await clockOf(missed)).id),
    ]);
    await expect(writing).rejects.toThrow(/sealed and never changes/);
  });
});

describe("last month's report", () => {
  beforeAll(() => start("2026-11-23T15:00:00Z"));
  afterAll(stop);
  const figures = "key label met missed open leftOut n attainment";
  const report = async (asOf?: string) =>
    JSON.stringify(
      (
        await on.ask(
          "manager",
          `query($asOf: DateTime) { slaReport(input: { from: "2026-11-01", until: "2026-12-01", asOf: $asOf }) {
             definition revised total { ${figures} } byMonth { ${figures} } byPriority { ${figures} } byClient { ${figures} }
             byClientAndMonth { ${figures} } csv
             breaches(first: 100) { edges { node { number subject client priority dueAt satisfiedAt lateSeconds
               lateWallSeconds assigneeAtBreach pausedSeconds verdict } } } } }`,
          { asOf },
        )
      ).slaReport,
    );

  test("reads the same byte for byte after the calendar, a holiday, the plan and names were changed", async () => {
    const [answered, late] = [await on.open(urgent), await on.open(urgent)];
    await on.done("technician", "takeTicket", { ticketId: late.id });
    await on.done("technician", "reply", { ticketId: answered.id, body: "On it." });
    await desk.travel("2026-11-23T16:30:00Z");
    await on.done("technician", "reply", { ticketId: late.id, body: "Sorry." });
    await desk.travel("2026-12-01T15:00:00Z"); // the next month
    const before = await report();
    expect(before).toContain('"missed":1');

    const edits = editsOn(desk);
    const calendar = await edits.calendarInput();
    await edits.make("publishCalendar", {
      ...calendar,
      week: [1, 2, 3, 4, 5].map((day) => ({ day, windows: [{ from: "06:00", until: "22:00" }] })),
      holidays: [...calendar.holidays, { date: "2026-12-02", name: "Founders' day" }],
      reason: "Longer hours",
    });
    const plan = await edits.planInput();
    const targets = plan.targets.map((t: { amountSeconds: number | null }) =>
      t.amountSeconds === null ? t : { ...t, amountSeconds: 7_200 },
    );
    const version = await edits.publishPlan({ ...plan, targets });
    await edits.make("applyToOpenClocks", { kind: "PLAN", code: plan.code, version });
    await owner.query("update client set name = 'Renamed since'");
    await owner.query("update technician set name = name || ' (married)'");
    expect(await report()).toBe(before);
    expect(await report("2026-12-01T15:00:00Z")).toBe(before);
  });
});
