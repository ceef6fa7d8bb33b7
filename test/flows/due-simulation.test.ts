import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let edits: ReturnType<typeof editsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-20T21:00:00Z" }); // Friday 16:00 in New York
  on = verbsOn(desk);
  edits = editsOn(desk);
});
afterAll(() => desk.close());

const simulate = async (input: object) =>
  (
    await on.ask(
      "manager",
      `query($input: DueSimulationInput!) { dueSimulation(input: $input) { userErrors { code field message }
         simulation { timeZone planVersion calendarVersion openPeriods { from until }
           clocks { metric commitment startedAt atRiskAt dueAt noDueReason sentence segments { from until kind cause } } } } }`,
      { input },
    )
  ).dueSimulation;
const standard = { planCode: "standard", calendarCode: "provider", priority: "URGENT" };
const first = async (input: object) => {
  const { simulation, userErrors } = await simulate({ ...standard, ...input });
  expect(userErrors).toEqual([]);
  return simulation.clocks[0];
};

describe("when would it be due?", () => {
  test("E03 Friday 17:29:59 plus one hour is Monday 09:29:59, with every stretch on the way", async () => {
    const clock = await first({ createdAt: "2026-11-20T22:29:59Z" });
    expect(clock).toMatchObject({
      metric: "FIRST_RESPONSE",
      commitment: "CONTRACTUAL",
      dueAt: "2026-11-23T14:29:59Z",
      atRiskAt: "2026-11-23T14:14:59Z",
      sentence:
        "Within 1 h of operating time from Fri 20 Nov 17:29:59: due Mon 23 Nov 09:29:59, with 2 d 15 h closed on the way (America/New_York).",
    });
    expect(clock.segments).toMatchObject([
      { kind: "COUNTED", until: "2026-11-20T22:30:00Z" },
      { kind: "CLOSED", until: "2026-11-23T13:30:00Z" },
      { kind: "COUNTED", until: "2026-11-23T14:29:59Z" },
    ]);
  });

  test("a wait moves the clocks that pause on it, and no other", async () => {
    const waits = [{ on: "REQUESTER", from: "2026-11-23T15:00:00Z", until: "2026-11-23T16:00:00Z" }];
    const { simulation } = await simulate({ ...standard, createdAt: "2026-11-23T14:30:00Z", waits });
    const due = Object.fromEntries(simulation.clocks.map((c: any) => [c.metric, c.dueAt]));
    expect(due).toEqual({ FIRST_RESPONSE: "2026-11-23T15:30:00Z", RESOLUTION: "2026-11-27T15:30:00Z" });
  });

  test("E42 after-hours service from Friday 20:00 lets the hour run that evening", async () => {
    const afterHours = [{ from: "2026-11-21T01:00:00Z" }];
    expect((await first({ createdAt: "2026-11-20T23:00:00Z", afterHours })).dueAt).toBe("2026-11-21T02:00:00Z");
  });

  test("a draft of a calendar and of a plan answers as it would once published, and is not kept", async () => {
    const calendar = await edits.calendarInput();
    const monday = { date: "2026-11-23", name: "Founders' day" };
    const closed = { ...calendar, holidays: [...calendar.holidays, monday] };
    const drafted = { calendarCode: null, calendar: closed, createdAt: "2026-11-20T22:00:00Z" };
    expect((await first(drafted)).dueAt).toBe("2026-11-24T14:00:00Z");
    expect((await first({ createdAt: "2026-11-20T22:00:00Z" })).dueAt).toBe("2026-11-23T14:00:00Z");

    const plan = await edits.planInput();
    const targets = plan.targets.map((t: any) => (t.amountSeconds === 3_600 ? { ...t, amountSeconds: 7_200 } : t));
    const slower = { planCode: null, plan: { ...plan, targets }, createdAt: "2026-11-20T22:00:00Z" };
    expect((await first(slower)).dueAt).toBe("2026-11-23T15:00:00Z");
    const { plans } = await on.ask("manager", "{ plans { code version } }");
    expect(plans).toContainEqual({ code: "standard", version: 1 });
  });

  test("it says the same as the ticket that is created a moment later", async () => {
    const { deskClock } = await on.ask("manager", "{ deskClock { now } }");
    const told = await first({ createdAt: deskClock.now });
    const { id } = await on.open({ affected: "ALL", workaround: false });
    expect((await on.clock(id, "FIRST_RESPONSE")).dueAt).toBe(told.dueAt);
  });

  test.each([
    [{ priority: "NONE" }, "priority"],
    [{ planCode: "nope" }, "planCode"],
    [{ calendarCode: "nope" }, "calendarCode"],
    [{ calendarCode: null }, "calendarCode"],
    [{ planCode: null }, "planCode"],
    [{ waits: [{ on: "PARTS", from: "2026-11-19T00:00:00Z", until: "2026-11-24T00:00:00Z" }] }, "waits[0].from"],
    [{ waits: [{ on: "PARTS", from: "2026-11-24T00:00:00Z", until: "2026-11-24T00:00:00Z" }] }, "waits[0].until"],
    [{ afterHours: [{ from: "2026-11-24T00:00:00Z", until: "2026-11-23T00:00:00Z" }] }, "afterHours[0].until"],
  ])("what cannot be imagined is refused by its field: %j", async (change, field) => {
    const answer = await simulate({ ...standard, createdAt: "2026-11-20T22:00:00Z", ...change });
    expect(answer.simulation).toBeNull();
    expect(answer.userErrors.map((e: { field: string }) => e.field)).toEqual([field]);
  });

  test("a fault of a draft is named where it stands", async () => {
    const calendar = { ...(await edits.calendarInput()), timeZone: "Mars/Olympus" };
    const answer = await simulate({ ...standard, calendarCode: null, calendar, createdAt: "2026-11-20T22:00:00Z" });
    expect(answer.userErrors).toMatchObject([{ code: "INVALID", field: "calendar.timeZone" }]);
  });
});

describe("what an editor of agreements looks up", () => {
  test("public holidays by region carry their origin, corrected where the source errs, and keep it when published", async () => {
    const { publicHolidays } = await on.ask(
      "manager",
      '{ publicHolidays(region: "US", years: [2028]) { date name origin } }',
    );
    expect(publicHolidays).toContainEqual({
      date: "2028-11-10",
      name: "Veterans Day (observed)",
      origin: "corrected by statute",
    });
    const calendar = await edits.calendarInput();
    await edits.make("publishCalendar", { ...calendar, holidays: publicHolidays, applyToOpenClocks: false });
    const { calendarVersions } = await on.ask(
      "manager",
      '{ calendarVersions(code: "provider") { version publishedAt contracts holidays { date origin } } }',
    );
    expect(calendarVersions.map((c: { version: number }) => c.version)).toEqual([2, 1]);
    expect(calendarVersions[0].publishedAt).toBe("2026-11-20T21:00:00Z");
    expect(calendarVersions[0].contracts).toBeGreaterThan(0);
    expect(calendarVersions[0].holidays).toContainEqual({ date: "2028-11-10", origin: "corrected by statute" });
  });

  test("regions are listed, and an unknown one or too many years are refused", async () => {
    const { holidayRegions, parts } = await on.ask(
      "manager",
      '{ holidayRegions { code } parts: holidayRegions(country: "US") { code name } }',
    );
    expect(holidayRegions.map((r: { code: string }) => r.code)).toContain("US");
    expect(parts).toContainEqual({ code: "US-CA", name: "California" });
    const bad = async (args: string) =>
      (await desk.gql("manager", `{ publicHolidays(${args}) { date } }`)).errors?.[0]?.extensions?.["code"];
    expect(await bad('region: "XX", years: [2026]')).toBe("BAD_USER_INPUT");
    expect(await bad('region: "US-XX", years: [2026]')).toBe("BAD_USER_INPUT");
    expect(await bad('region: "US", years: [26]')).toBe("BAD_USER_INPUT");
  });

  test("a plan's versions stand newest first; a code that nobody published has none", async () => {
    const answer = await on.ask(
      "manager",
      '{ planVersions(code: "standard") { version contracts } none: planVersions(code: "nope") { version } }',
    );
    expect(answer.planVersions).toMatchObject([{ version: 1 }]);
    expect(answer.none).toEqual([]);
  });
});
