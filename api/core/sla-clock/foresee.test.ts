import { expect, test } from "vitest";
import { hoursFor } from "../business-calendar/open-periods.ts";
import { atWall } from "../business-calendar/zone.ts";
import { hours as hoursLong, minutes } from "../time.ts";
import { foresee, foreseenSentence } from "./foresee.ts";
import type { SlaPolicy, Target } from "./targets.ts";

const day = [{ from: "08:30", until: "17:30" }];
const calendar = { code: "US", version: 1, timeZone: "America/New_York", holidays: [], exceptions: [] };
const office = hoursFor({ ...calendar, week: { 1: day, 2: day, 3: day, 4: day, 5: day } });
const closed = hoursFor({ ...calendar, week: {} });
const at = (time: string) => atWall("America/New_York", `2026-11-${time}`);
const target: Target = {
  metric: "FIRST_RESPONSE",
  priority: "URGENT",
  amount: { kind: "OPERATING_TIME", seconds: hoursLong(1) },
  commitment: "CONTRACTUAL",
  satisfiedBy: "PUBLIC_REPLY",
  pausesOn: ["REQUESTER"],
  atRiskBefore: minutes(15),
  onPriorityChange: "EARLIER_OF_OLD_AND_NEW",
  onReopen: "NEW_CYCLE",
};
const plan: SlaPolicy = { planCode: "P", version: 1, historical: false, targets: [target], settling: minutes(30) };

test("E29 Friday 17:00 with a wait from 17:10 to Monday 08:40 is due at 09:30, and counts an hour in all", () => {
  const wait = { reason: "REQUESTER", from: at("20 17:10"), until: at("23 08:40") } as const;
  const [clock] = foresee(plan, office, "URGENT", at("20 17:00"), [wait]);
  expect(clock?.reading.dueAt).toBe(at("23 09:30"));
  const counted = clock?.segments.reduce((sum, s) => sum + (s.kind === "COUNTED" ? s.until - s.from : 0), 0);
  expect(counted).toBe(3_600);
  expect(foreseenSentence(clock as never)).toBe(
    "Within 1 h of operating time from Fri 20 Nov 17:00: due Mon 23 Nov 09:30, with 2 d 15 h paused on the way (America/New_York).",
  );
});

test("a wait that begins after the due changes nothing", () => {
  const wait = { reason: "REQUESTER", from: at("23 12:00"), until: at("23 13:00") } as const;
  const [clock] = foresee(plan, office, "URGENT", at("23 10:00"), [wait]);
  expect(clock?.reading.dueAt).toBe(at("23 11:00"));
  expect(clock?.segments).toHaveLength(1);
});

test("no promise, and no operating time, are said as such", () => {
  const [nothing] = foresee(plan, office, "STANDARD", at("23 10:00"), []);
  expect(foreseenSentence(nothing as never)).toBe("Nothing is promised for priority STANDARD.");
  const [never] = foresee(plan, closed, "URGENT", at("23 10:00"), []);
  expect(foreseenSentence(never as never)).toMatch(
    /no due instant, because the calendar is not open within five years/,
  );
});
