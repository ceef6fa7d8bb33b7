import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn, type Move } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let edits: ReturnType<typeof editsOn>;
const urgent = { affected: "ALL", workaround: false };
const fresh = (at: string) => {
  beforeAll(async () => {
    desk = await startDesk({ at });
    on = verbsOn(desk);
    edits = editsOn(desk);
  });
  afterAll(() => desk.close());
};
const due = async (id: string) => (await on.clock(id, "FIRST_RESPONSE")).dueAt;
const contractId = async () => {
  const { node } = await on.ask("manager", "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }", {
    id: desk.clientId,
  });
  return node.contract.id as string;
};

describe("after-hours service is bought and ended in mid-clock", () => {
  fresh("2026-11-20T23:00:00Z"); // Friday 18:00 in New York

  test("E42 bought while the desk is closed: the hour runs from the evening it begins", async () => {
    const { id } = await on.open(urgent);
    expect(await due(id)).toBe("2026-11-23T14:30:00Z");
    const addOn = { contractId: await contractId(), kind: "AFTER_HOURS", from: "2026-11-21T01:00:00Z" };
    const { dryRun } = await edits.dryRun({ addOn });
    expect(dryRun.moves).toContainEqual(
      expect.objectContaining({ metric: "FIRST_RESPONSE", dueAfter: "2026-11-21T02:00:00Z", breaches: false }),
    );
    expect(await due(id), "a dry run changes nothing").toBe("2026-11-23T14:30:00Z");

    await edits.make("setAddOn", addOn, "contract { addOns { kind from until } }");
    expect(await due(id)).toBe("2026-11-21T02:00:00Z");
    expect((await on.story(id)).at(-1)).toMatchObject({
      kind: "CLOCK",
      change: expect.stringMatching(/^Due moved: .*\(after-hours add-on bought\)$/),
    });
  });

  test("E44 ended at midnight: what was counted stays, the rest waits for Monday", async () => {
    await desk.travel("2026-11-22T04:40:00Z"); // Saturday 23:40
    const { id } = await on.open(urgent);
    expect(await due(id)).toBe("2026-11-22T05:40:00Z");
    await edits.make("endAddOn", {
      contractId: await contractId(),
      kind: "AFTER_HOURS",
      until: "2026-11-22T05:00:00Z",
    });
    expect(await due(id)).toBe("2026-11-23T14:10:00Z");
    await desk.travel("2026-11-22T12:00:00Z");
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({ state: "CLOSED_HOURS", elapsedSeconds: 1_200 });
  });

  test("an add-on that ends before it starts, begins in the past or overlaps another is refused by its field", async () => {
    const base = { contractId: await contractId(), kind: "AFTER_HOURS" };
    const refused = async (verb: string, input: object) =>
      (await edits.act(verb, { ...base, ...input })).userErrors.map((e: { field: string }) => e.field);
    expect(await refused("setAddOn", { from: "2026-12-02T00:00:00Z", until: "2026-12-01T00:00:00Z" })).toEqual([
      "until",
    ]);
    expect(await refused("setAddOn", { from: "2026-11-01T00:00:00Z" })).toEqual(["from"]);
    expect(await refused("endAddOn", { until: "2026-11-01T00:00:00Z" })).toEqual(["until"]);
    expect(await refused("endAddOn", {})).toEqual(["kind"]);
    await edits.make("setAddOn", { ...base, from: "2026-12-24T00:00:00Z" });
    expect(await refused("setAddOn", { from: "2026-12-26T00:00:00Z" })).toEqual(["from"]);
    await edits.make("endAddOn", base); // it never began: withdrawn, and as if it had never been
    await edits.make("setAddOn", { ...base, from: "2026-12-26T00:00:00Z" });
    expect(
      await refused("setAddOn", { contractId: toGlobalId("Contract", "00000000-0000-7000-8000-000000000001") }),
    ).toEqual(["contractId"]);
  });
});

describe("a calendar changes under open clocks", () => {
  fresh("2026-11-23T16:30:00Z"); // Monday 11:30

  test("E45 an emergency closure moves what is open, and nothing that was met or breached before", async () => {
    const met = await on.open(urgent);
    const breached = await on.open(urgent);
    await desk.travel("2026-11-23T16:40:00Z");
    await on.done("technician", "reply", { ticketId: met.id, body: "We are on it." });
    await desk.travel("2026-11-23T17:31:00Z"); // 12:31: the second one is late by now
    const open = await on.open(urgent);
    const calendar = {
      ...(await edits.calendarInput()),
      exceptions: [{ date: "2026-11-23", name: "Water in the office", windows: [{ from: "08:30", until: "13:00" }] }],
      reason: "Water in the office",
    };
    const { dryRun } = await edits.dryRun({ calendar });
    const first = dryRun.moves.filter((m: Move) => m.metric === "FIRST_RESPONSE");
    expect(first).toEqual([
      expect.objectContaining({
        number: open.number,
        dueBefore: "2026-11-23T18:31:00Z",
        dueAfter: "2026-11-24T14:01:00Z",
        breaches: false,
      }),
    ]);
    const { application } = await edits.make("publishCalendar", calendar, "calendar { version }");
    expect(await due(open.id)).toBe("2026-11-24T14:01:00Z");
    expect(await on.clock(met.id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET", dueAt: "2026-11-23T17:30:00Z" });
    expect(await on.clock(breached.id, "FIRST_RESPONSE")).toMatchObject({
      standing: "BREACHED",
      dueAt: "2026-11-23T17:30:00Z",
    });
    expect(await edits.application(application.id)).toMatchObject({
      cause: "Water in the office (calendar provider, version 2)",
      ticketsTotal: 3,
      ticketsDone: 3,
      clocksBreached: 0,
      clocksMoved: dryRun.moved,
      finishedAt: "2026-11-23T17:31:00Z",
    });
  });

  test("E47 hours published ahead count the old way until then, also for tickets that come in between", async () => {
    await desk.travel("2026-11-30T21:55:00Z"); // Monday 16:55
    const before = await on.open(urgent);
    await desk.travel("2026-11-30T22:00:00Z"); // Monday 17:00
    const window = [{ from: "09:00", until: "18:00" }];
    await edits.make("publishCalendar", {
      ...(await edits.calendarInput()),
      week: [1, 2, 3, 4, 5].map((day) => ({ day, windows: window })),
      effectiveFrom: "2026-12-01T05:00:00Z",
    });
    const between = await on.open(urgent);
    expect(await due(before.id)).toBe("2026-12-01T14:25:00Z");
    expect(await due(between.id)).toBe("2026-12-01T14:30:00Z");
    await desk.travel("2026-12-01T22:45:00Z"); // Tuesday 17:45: open by the new hours
    expect((await on.clock((await on.open(urgent)).id, "FIRST_RESPONSE")).state).toBe("RUNNING");
  });

  test("E46 a holiday declared for tomorrow moves the due to the day after and says why, unless it is for new tickets only", async () => {
    await desk.travel("2026-12-07T22:30:00Z"); // Monday 17:30 of the new hours
    const { id } = await on.open(urgent);
    const calendar = await edits.calendarInput();
    const reason = "Founders' day";
    const tomorrow = { ...calendar, holidays: [...calendar.holidays, { date: "2026-12-08", name: reason }], reason };
    const stays = await edits.act("publishCalendar", { ...tomorrow, applyToOpenClocks: false });
    expect(stays).toMatchObject({ application: null, userErrors: [] });
    expect(await due(id)).toBe("2026-12-08T14:30:00Z");
    expect(await due((await on.open(urgent)).id)).toBe("2026-12-09T14:30:00Z");
    await edits.make("publishCalendar", tomorrow);
    expect(await due(id)).toBe("2026-12-09T14:30:00Z");
    expect((await on.story(id)).at(-1).change).toMatch(
      /^Due moved: .*\(Founders' day \(calendar provider, version \d\)\)$/,
    );
  });

  test("a closed ticket that is reopened counts by the hours that were applied meanwhile", async () => {
    await desk.travel("2026-12-10T15:00:00Z"); // Thursday 10:00
    const { id } = await on.open(urgent);
    const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map((step) => ({ step, note: "Restarted it." }));
    await on.done("technician", "close", { ticketId: id, steps });
    const calendar = await edits.calendarInput();
    const friday = { date: "2026-12-11", name: "Strike" };
    await edits.make("publishCalendar", { ...calendar, holidays: [...calendar.holidays, friday] });
    await on.done("technician", "reopen", { ticketId: id, reason: "It is down again." });
    // three operating days, and Friday is none of them
    expect(await on.clock(id, "RESOLUTION")).toMatchObject({ cycle: 2, dueAt: "2026-12-16T15:00:00Z" });
  });

  test("dates in the past and windows that end before they begin are refused, and nothing is saved", async () => {
    const calendar = await edits.calendarInput();
    const { version } = (await on.ask("manager", "{ calendars { code version } }")).calendars.find(
      (c: { code: string }) => c.code === "provider",
    );
    const fields = async (change: object) => {
      const refused = await edits.act("publishCalendar", { ...calendar, ...change });
      expect(refused.application).toBeNull();
      const tried = await edits.dryRun({ calendar: { ...calendar, ...change } });
      expect(tried.dryRun).toBeNull();
      const named = refused.userErrors.map((e: { field: string }) => e.field);
      expect(tried.userErrors.map((e: { field: string }) => e.field)).toEqual(
        named.map((f: string) => `calendar.${f}`),
      );
      return named;
    };
    const monday = (...windows: object[]) => ({ week: [{ day: 1, windows }] });
    expect(await fields({ effectiveFrom: "2026-12-01T00:00:00Z" })).toEqual(["effectiveFrom"]);
    expect(await fields(monday({ from: "17:30", until: "08:30" }))).toEqual(["week[0].windows[0].until"]);
    expect(await fields(monday({ from: "08:00", until: "12:00" }, { from: "11:00", until: "13:00" }))).toEqual([
      "week[0].windows",
    ]);
    expect(await fields({ timeZone: "Mars/Olympus" })).toEqual(["timeZone"]);
    const feast = { date: "2026-12-24", name: "Eve" };
    expect(await fields({ holidays: [feast, feast] })).toEqual(["holidays[1].date"]);
    const { calendars } = await on.ask("manager", "{ calendars { code version } }");
    expect(calendars).toContainEqual({ code: "provider", version });
  });
});

describe("a plan's new targets", () => {
  fresh("2026-11-23T15:00:00Z"); // Monday 10:00

  test("hold for new tickets at once, and for open clocks by an act of its own, from their start", async () => {
    const { id } = await on.open(urgent);
    const { plans } = await on.ask(
      "manager",
      `{ plans { code name version historical statedPriorities priorities { code name rank } requiredSteps reopenDays settlingSeconds
           targets { metric priority kind amountSeconds amountDays commitment satisfiedBy pausesOn atRiskBeforeSeconds
                     onPriorityChange onReopen countsWhileSatisfied } } }`,
    );
    const { version, ...plan } = plans.find((p: { code: string }) => p.code === "standard");
    type Target = { metric: string; priority: string; amountSeconds: number };
    const slower = plan.targets.map((t: Target) =>
      t.metric === "FIRST_RESPONSE" && t.priority === "URGENT" ? { ...t, amountSeconds: 7_200 } : t,
    );
    const tried = await edits.dryRun({ plan: { ...plan, targets: slower } });
    expect(tried.dryRun.moves).toEqual([
      expect.objectContaining({ dueBefore: "2026-11-23T16:00:00Z", dueAfter: "2026-11-23T17:00:00Z" }),
    ]);
    await on.ask("manager", "mutation($p: PublishPlanInput!) { publishPlan(input: $p) { userErrors { message } } }", {
      p: { ...plan, targets: slower },
    });
    expect(await due(id)).toBe("2026-11-23T16:00:00Z");
    expect(await due((await on.open(urgent)).id)).toBe("2026-11-23T17:00:00Z");
    const published = { kind: "PLAN", code: "standard", version: version + 1 };
    expect((await edits.dryRun({ published })).dryRun.moves).toEqual(tried.dryRun.moves);
    await edits.make("applyToOpenClocks", published);
    expect(await due(id)).toBe("2026-11-23T17:00:00Z");
    const { slaClock } = await on.look(id, "slaClock(metric: FIRST_RESPONSE) { policyVersion calendarVersion }");
    expect(slaClock).toEqual({ policyVersion: version + 1, calendarVersion: 1 });

    await edits.make("applyToOpenClocks", { ...published, version }); // and back to what was before
    expect(await due(id)).toBe("2026-11-23T16:00:00Z");
    const { dryRun } = await edits.dryRun({ published: { ...published, version } });
    expect(dryRun, "once is enough").toMatchObject({ tickets: 0, moved: 0 });
  });

  test("a version that was never published, or two edits at once, cannot be tried or applied", async () => {
    const nothing = { kind: "PLAN", code: "standard", version: 99 };
    expect((await edits.act("applyToOpenClocks", nothing)).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await edits.dryRun({ published: nothing })).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect((await edits.dryRun({})).userErrors).toMatchObject([{ code: "INVALID", field: "input" }]);
  });
});
