import { expect, test } from "vitest";
import { lengthText, sentenceOf } from "../../../api/core/sla-clock/explain.ts";
import { readClock } from "../../../api/core/sla-clock/read-clock.ts";
import { segments } from "../../../api/core/sla-clock/segments.ts";
import { wouldBeDue } from "../../../api/core/sla-clock/would-be-due.ts";
import { created, hoursOfC, ny, oneBusinessDay, pausable, policy, story, utc, waiting } from "./examples.ts";

const plan = policy(pausable, oneBusinessDay("S"));
const told = (at: string, ...facts: Parameters<typeof story>) => {
  const all = story(...facts);
  const reading = readClock(all, plan, hoursOfC, "FIRST_RESPONSE", 1, ny(at))!;
  return sentenceOf(reading, segments(all, plan, hoursOfC, "FIRST_RESPONSE", 1, ny(at)));
};
const overWeekend = [
  ["Fri 17:00", created()],
  ["Fri 17:10", waiting],
  ["Mon 08:40", { kind: "RESUMED" }],
] as const;

test.each([
  [0, "0 s"],
  [45, "45 s"],
  [3_600, "1 h"],
  [4_800, "1 h 20 min"],
  [86_460, "1 d"],
])("%s seconds read as %s", (seconds, text) => {
  expect(lengthText(seconds)).toBe(text);
});

test("a clock that pauses over a weekend says what was counted, what was not and why, and by when it is due", () => {
  expect(told("Mon 08:50", ...overWeekend)).toBe(
    "First response within 1 h of operating time: 20 min were counted since Fri 20 Nov 17:00, 2 d 15 h paused (waiting for the requester); due Mon 23 Nov 09:30; 40 min left (America/New_York).",
  );
});

test("how it ended is said in the same sentence: with how much to spare, or by how much it was missed", () => {
  expect(told("Mon 12:00", ["Mon 10:00", created()], ["Mon 10:45", "PUBLIC_REPLY"])).toContain(
    "met with 15 min to spare",
  );
  expect(told("Mon 12:00", ["Mon 10:00", created()], ["Mon 11:05", "PUBLIC_REPLY"])).toContain("missed by 5 min");
  expect(told("Mon 12:00", ["Mon 10:00", created()], ["Mon 10:05", "CANCELLED"])).toContain("counts neither way");
  expect(told("Mon 12:00", ["Mon 10:00", created("X")])).toBe("First response: nothing is promised for priority X.");
});

test("without its pauses it would have been due earlier, round the clock earlier still", () => {
  const facts = story(...overWeekend);
  const at = ny("Mon 08:50");
  const clock = { metric: "FIRST_RESPONSE", cycle: 1 } as const;
  expect(wouldBeDue(facts, plan, hoursOfC, clock, at).map((a) => [a.when, utc(a.dueAt)])).toEqual([
    ["WITHOUT_PAUSES", "2026-11-23T14:00:00Z"],
    ["ROUND_THE_CLOCK", "2026-11-23T14:30:00Z"],
  ]);
});
