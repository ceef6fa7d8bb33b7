import type { CalendarDefinition } from "../../api/core/business-calendar/calendar.ts";
import { hoursFor } from "../../api/core/business-calendar/open-periods.ts";
import { openTable } from "../../api/core/business-calendar/open-table.ts";
import { periodsOf } from "../../api/core/business-calendar/schedule.ts";
import type { Instant, Seconds } from "../../api/core/time.ts";
import { publicHolidays } from "../../api/sla/public-holidays.ts";
import { slowJudge, wallClock } from "../support/wall-clock.ts";

export const TIME_ZONE = "America/New_York";
const window = [{ from: "08:30", until: "17:30" }];

export const definition: CalendarDefinition = {
  ...{ code: "BENCH", version: 1, timeZone: TIME_ZONE },
  week: { 1: window, 2: window, 3: window, 4: window, 5: window },
  holidays: publicHolidays(
    "US",
    Array.from({ length: 21 }, (_, i) => 2016 + i),
  ),
  exceptions: [],
};
export const hours = hoursFor(definition);

/** Twenty years as they are prepared for arithmetic: what it takes in bytes and milliseconds. */
export function tableOf20Years() {
  const [from, until] = [Date.UTC(2016, 0, 1) / 1000, Date.UTC(2036, 0, 1) / 1000];
  const began = performance.now();
  const prepared = openTable(
    periodsOf([{ definition, alwaysOpen: [], from: Number.NEGATIVE_INFINITY }], from, until),
    from as Instant,
    until as Instant,
  );
  const ms = performance.now() - began;
  const parts = [prepared.starts, prepared.ends, prepared.sums, prepared.byTime, prepared.bySum];
  return { years: 20, bytes: parts.reduce((sum, part) => sum + part.byteLength, 0), periods: prepared.count, ms };
}

const YEAR = Date.UTC(2026, 0, 1) / 1000;
let judge: ((at: number) => boolean) | null = null;

/** The slow way, for starts in 2026: minute by minute on the wall clock, then to the second within the last. */
export function slowly(from: Instant, seconds: Seconds): Instant {
  judge ??= slowJudge(definition, [], wallClock(TIME_ZONE, YEAR, 400));
  let left: number = seconds;
  for (let at: number = from; ; ) {
    const next = (Math.floor(at / 60) + 1) * 60;
    if (judge(at)) {
      if (left <= next - at) return (at + left) as Instant;
      left -= next - at;
    }
    at = next;
  }
}
