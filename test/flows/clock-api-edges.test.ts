import { afterEach, beforeEach, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let edits: ReturnType<typeof editsOn>;
const urgent = { affected: "ALL", workaround: false };
beforeEach(async () => {
  desk = await startDesk({ at: "2026-11-27T21:00:00Z" }); // Friday 16:00 in New York
  [on, edits] = [verbsOn(desk), editsOn(desk)];
});
afterEach(() => desk.close());
/** The standard plan with every target of a metric changed. */
const publish = async (metric: string, change: object) => {
  const plan = await edits.planInput();
  const targets = plan.targets.map((t: { metric: string }) => (t.metric === metric ? { ...t, ...change } : t));
  await edits.publishPlan({ ...plan, targets });
};

test("a clock whose every second counts says so to a countdown: it runs through the night, and waits for the opening only", async () => {
  await publish("FIRST_RESPONSE", { kind: "ELAPSED", amountSeconds: 86_400, amountDays: null });
  const { id } = await on.open(urgent);
  await desk.travel("2026-11-28T03:00:00Z");
  const { slaClock } = await on.look(
    id,
    "slaClock(metric: FIRST_RESPONSE) { state remainingSeconds dueAt openPeriods { from until } }",
  );
  expect(slaClock).toEqual({
    ...{ state: "RUNNING", remainingSeconds: 18 * 3_600, dueAt: "2026-11-30T13:30:00Z" },
    openPeriods: [
      { from: "2026-11-28T03:00:00Z", until: "2026-11-28T21:00:00Z" },
      { from: "2026-11-30T13:30:00Z", until: "2026-12-12T03:00:00Z" },
    ],
  });
});

test("a due that a reopening moved is told as such, not as a pause", async () => {
  await publish("RESOLUTION", { onReopen: "CONTINUE" });
  const { id: ticketId } = await on.open(urgent);
  const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => ({ step, note: "Restarted it." }));
  await on.done("technician", "resolve", { ticketId, steps });
  await desk.travel("2026-11-30T14:30:00Z"); // Monday 09:30
  await on.done("technician", "reopen", { ticketId, reason: "It is down again." });
  const rows = await desk.composed.house.readAsDesk<{ cause: string }>({
    text: `select payload->>'cause' as cause from event_inbox where type = 'SlaDueChanged'
           union all select payload->>'cause' from event where type = 'SlaDueChanged'`,
    values: [],
  });
  expect(rows).toEqual([{ cause: "reopened" }]);
});

test("the next version of a calendar keeps where its holidays came from, and says which are new", async () => {
  const holidays = async () =>
    (await on.ask("manager", "{ calendars { holidays { date name origin } } }")).calendars[0].holidays;
  const before = await holidays();
  expect(before[0].origin).toBe("date-holidays");
  const calendar = await edits.calendarInput();
  const feast = { date: "2027-06-01", name: "Founders' day" };
  await edits.make("publishCalendar", { ...calendar, holidays: [...calendar.holidays, feast] });
  expect(await holidays()).toEqual([...before, { ...feast, origin: "published" }]);
});
