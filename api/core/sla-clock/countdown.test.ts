import { expect, test } from "vitest";
import { atWall } from "../business-calendar/zone.ts";
import { minutes } from "../time.ts";
import { remainingAt } from "./countdown.ts";

const at = (text: string) =>
  atWall(
    "America/New_York",
    text.replace("Fri", "2026-11-20").replace("Sun", "2026-11-22").replace("Mon", "2026-11-23"),
  );
const open = [
  { from: at("Fri 08:30"), until: at("Fri 17:30") },
  { from: at("Mon 08:30"), until: at("Mon 17:30") },
];

test.each([
  ["counts down in hours", "Fri 17:10", 50],
  ["stops at closing", "Fri 17:30", 30],
  ["stands still over the weekend", "Sun 12:00", 30],
  ["goes on at opening", "Mon 08:40", 20],
  ["goes below zero after due", "Mon 09:10", -10],
])("an hour left at Friday 17:00 %s", (_name, now, left) => {
  expect(remainingAt(minutes(60), at("Fri 17:00"), open, at(now))).toBe(minutes(left));
});
