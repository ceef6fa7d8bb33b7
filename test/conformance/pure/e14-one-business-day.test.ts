import { describe, expect, test } from "vitest";
import { hoursFor } from "../../../api/core/business-calendar/open-periods.ts";
import { readClock } from "../../../api/core/sla-clock/read-clock.ts";
import { segments } from "../../../api/core/sla-clock/segments.ts";
import type { TargetAmount } from "../../../api/core/sla-clock/targets.ts";
import { hours as hoursLong } from "../../../api/core/time.ts";
import { C, created, hoursOfC, ny, openOn, policy, story, target, utc, waiting, withAddOn } from "./examples.ts";

const elapsed: TargetAmount = { kind: "ELAPSED", seconds: hoursLong(24) };
const operating: TargetAmount = { kind: "OPERATING_TIME", seconds: hoursLong(24) };
const oneDay: TargetAmount = { kind: "OPERATING_DAYS", days: 1 };

const read = (amount: TargetAmount, facts = story(["Mon 10:00", created()]), at = "Mon 10:00", hours = hoursOfC) =>
  readClock(facts, policy(target({ amount, pausesOn: ["REQUESTER"] })), hours, "FIRST_RESPONSE", 1, ny(at))!;
const due = (amount: TargetAmount, start: string, hours = hoursOfC) =>
  read(amount, story([start, created()]), start, hours).dueAt;

describe.each([
  ["E14a", "Mon 10:00", "Tue 10:00", "2026-11-25T21:00:00Z", "2026-11-24T15:00:00Z"],
  ["E14b", "Fri 16:00", "Mon 08:30", "2026-11-25T18:00:00Z", "2026-11-23T21:00:00Z"],
  ["E14c", "Wed 16:00", "11-27 08:30", "2026-12-01T18:00:00Z", "2026-11-27T21:00:00Z"],
  ["E14d", "Fri 17:29:59", "Mon 08:30", "2026-11-25T19:29:59Z", "2026-11-23T22:29:59Z"],
  ["E14e", "Mon 19:00", "Wed 08:30", "2026-11-27T19:30:00Z", "2026-11-25T13:30:00Z"],
])("%s created %s", (_case, start, rolled, operatingDue, oneDayDue) => {
  test(`24 elapsed hours, rolled to the next opening, end ${rolled}`, () =>
    expect(due(elapsed, start)).toBe(ny(rolled)));
  test(`24 operating hours end ${operatingDue}`, () => expect(utc(due(operating, start))).toBe(operatingDue));
  test(`one business day ends ${oneDayDue}`, () => expect(utc(due(oneDay, start))).toBe(oneDayDue));
});

test("E14f a day whose hours end earlier is due at its closing", () => {
  const halfDay = hoursFor({ ...C, exceptions: [openOn("2026-12-24", "08:30", "13:00")] });
  expect(due(oneDay, "12-23 16:00", halfDay)).toBe(ny("12-24 13:00"));
});

test("E14g with after-hours from Friday evening, Saturday is an operating day", () => {
  expect(due(oneDay, "Fri 16:00", withAddOn("Fri 20:00", null))).toBe(ny("Sat 16:00"));
});

test("E14h a pause of 20 open minutes moves the same wall time by 20 minutes", () => {
  const facts = story(["Fri 16:00", created()], ["Fri 16:30", waiting], ["Fri 16:50", "RESUMED"]);
  expect(read(oneDay, facts, "Mon 09:00").dueAt).toBe(ny("Mon 16:20"));
});

test("a business day counts operating seconds, so its countdown stands still at night", () => {
  const facts = story(["Fri 16:00", created()]);
  const evening = read(oneDay, facts, "Fri 20:00");
  const sunday = read(oneDay, facts, "Sun 12:00");
  expect(evening).toMatchObject({ state: "CLOSED_HOURS", elapsed: hoursLong(1.5), remaining: hoursLong(7.5) });
  expect(sunday).toMatchObject({ state: "CLOSED_HOURS", elapsed: hoursLong(1.5), remaining: hoursLong(7.5) });
});

test("elapsed time counts through the night, then waits for the opening it is rolled to", () => {
  const facts = story(["Fri 16:00", created()]);
  expect(read(elapsed, facts, "Sat 03:00")).toMatchObject({
    state: "RUNNING",
    elapsed: hoursLong(11),
    remaining: hoursLong(13),
  });
  expect(read(elapsed, facts, "Sat 16:00")).toMatchObject({
    state: "CLOSED_HOURS",
    elapsed: hoursLong(24),
    remaining: 0,
  });
  expect(read(elapsed, facts, "Sun 16:00")).toMatchObject({ state: "CLOSED_HOURS", standing: "AT_RISK", remaining: 0 });
  expect(read(elapsed, facts, "Mon 08:30").standing).toBe("AT_RISK");
  expect(read(elapsed, facts, "Mon 08:30:01")).toMatchObject({ state: "RUNNING", standing: "BREACHED", remaining: -1 });

  const promise = policy(target({ amount: elapsed }));
  expect(segments(facts, promise, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 09:00"))).toEqual([
    { from: ny("Fri 16:00"), until: ny("Sat 16:00"), kind: "COUNTED", cause: "every second counts" },
    { from: ny("Sat 16:00"), until: ny("Mon 08:30"), kind: "CLOSED", cause: "rolled to opening" },
    { from: ny("Mon 08:30"), until: ny("Mon 09:00"), kind: "COUNTED", cause: "every second counts" },
  ]);
});
