import { expect, test } from "vitest";
import { hoursFor } from "../../../api/core/business-calendar/open-periods.ts";
import { readClock } from "../../../api/core/sla-clock/read-clock.ts";
import { C, created, holiday, hoursOfC, ny, openOn, policy, story, target, utc } from "./examples.ts";

const urgent = policy(target());
const dueFor = (start: string, hours = hoursOfC) =>
  readClock(story([start, created()]), urgent, hours, "FIRST_RESPONSE", 1, ny(start))!.dueAt;

const bridging = hoursFor({ ...C, holidays: [...C.holidays, holiday("2026-11-27")] });
const halfDay = hoursFor({ ...C, exceptions: [openOn("2026-12-24", "08:30", "13:00")] });
const lunch = [
  { from: "08:30", until: "12:00" },
  { from: "13:00", until: "17:30" },
];
const withLunch = hoursFor({ ...C, week: { 1: lunch, 2: lunch, 3: lunch, 4: lunch, 5: lunch } });

test.each([
  ["E01 in hours, Monday 10:00 is due at 11:00", "Mon 10:00", "Mon 11:00", "2026-11-23T16:00:00Z"],
  ["E02 an hour that crosses closing goes on the next morning", "Mon 17:00", "Tue 09:00", "2026-11-24T14:00:00Z"],
  ["E03 one second before Friday's closing counts that second", "Fri 17:29:59", "Mon 09:29:59", "2026-11-23T14:29:59Z"],
  ["E04 exactly at closing nothing of Friday counts", "Fri 17:30:00", "Mon 09:30:00", "2026-11-23T14:30:00Z"],
  ["E05 an hour that ends exactly at closing is due at closing", "Fri 16:30", "Fri 17:30", "2026-11-20T22:30:00Z"],
  ["E06 one second before opening starts at opening", "Mon 08:29:59", "Mon 09:30", "2026-11-23T14:30:00Z"],
  ["E06 exactly at opening starts at opening", "Mon 08:30:00", "Mon 09:30", "2026-11-23T14:30:00Z"],
  ["E07 a weekend request starts on Monday", "Sat 12:00", "Mon 09:30", "2026-11-23T14:30:00Z"],
  ["E08 a request on a holiday starts the day after", "Thu 10:00", "11-27 09:30", "2026-11-27T14:30:00Z"],
  ["E09 the eve of a holiday goes on after it", "Wed 17:00", "11-27 09:00", "2026-11-27T14:00:00Z"],
  ["E10 two holidays bridge the weekend", "Wed 17:00", "11-30 09:00", "2026-11-30T14:00:00Z", bridging],
  ["E11 the year's end, New Year on a Friday", "12-31 17:00", "2027-01-04 09:00", "2027-01-04T14:00:00Z"],
  ["E12 a half day closes at 13:00", "12-24 12:30", "12-28 09:00", "2026-12-28T14:00:00Z", halfDay],
  ["E13 lunch does not count", "Mon 11:45", "Mon 13:45", "2026-11-23T18:45:00Z", withLunch],
])("%s", (_name, start, due, dueUtc, hours = hoursOfC) => {
  expect(utc(dueFor(start, hours))).toBe(dueUtc);
  expect(ny(due)).toBe(ny(dueUtc));
});

const never = hoursFor({ ...C, week: {} });

test.each([
  ["operating time", { kind: "OPERATING_TIME", seconds: 3600 }],
  ["operating days", { kind: "OPERATING_DAYS", days: 1 }],
  ["elapsed time", { kind: "ELAPSED", seconds: 3600 }],
] as const)("E13b a calendar that never opens promises no due, and says so: %s", (_name, amount) => {
  const promise = policy(target({ amount: amount as never }));
  const reading = readClock(story(["Mon 10:00", created()]), promise, never, "FIRST_RESPONSE", 1, ny("Tue 10:00"))!;
  expect(reading).toMatchObject({
    dueAt: null,
    atRiskAt: null,
    noDueReason: "NO_OPERATING_TIME",
    standing: "ON_TRACK",
  });
  expect(reading.nextEdge).toBeNull();
});

test("E13c an answer at the due second is in time, and no breach was announced at that second", () => {
  const facts = story(["Mon 10:00", created()]);
  const waiting = readClock(facts, urgent, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 11:00"))!;
  expect(waiting).toMatchObject({ standing: "AT_RISK", breachedAt: null, remaining: 0 });
  expect(waiting.nextEdge).toEqual({ kind: "BREACH", at: ny("Mon 11:00:01") });

  const answered = [...facts, ...story(["Mon 11:00:00", "PUBLIC_REPLY"])];
  expect(readClock(answered, urgent, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 11:00:00"))!.verdict).toBe("MET");

  const late = [...facts, ...story(["Mon 11:00:01", "PUBLIC_REPLY"])];
  expect(readClock(late, urgent, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 11:00:01"))).toMatchObject({
    verdict: "MISSED",
    breachedAt: ny("Mon 11:00:01"),
    remaining: -1,
  });
});
