import { addOpen } from "../../api/core/business-calendar/arithmetic.ts";
import { hoursFor } from "../../api/core/business-calendar/open-periods.ts";
import { queuePlace } from "../../api/core/queue-order.ts";
import { hours, type Instant, minutes, type Period, type Seconds } from "../../api/core/time.ts";
import type { Incident } from "./forecast-log.ts";

/**
 * What is assumed of the replayed desk, since the log does not tell it. Chosen on other days than are measured, so that the
 * desk is neither idle nor drowned: it catches up in the course of a week with what Monday brings.
 */
export const DAY = 86_400;
export const WEEKS = 28 * DAY;
/** The hours in which most incidents of the log arrive, on its own clock. */
const open = [{ from: "08:00", until: "18:00" }];
export const operating = hoursFor({
  ...{ code: "REPLAYED", version: 1, timeZone: "UTC", holidays: [], exceptions: [] },
  week: { 1: open, 2: open, 3: open, 4: open, 5: open },
});
/** Every weekday, each other technician from the second: eight and a half hours, one hour and a half apart. */
const SHIFTS = [
  [8 * 3_600, 16.5 * 3_600],
  [9.5 * 3_600, 18 * 3_600],
] as const;
const SHIFT = 8.5 * 3_600;
/** How much of its shifts the desk would have been busy with the work of the four weeks before. */
const BUSY = 0.95;
/** First response, in operating time. */
export const PROMISES: { readonly [priority: string]: { rank: number; name: string; promise: Seconds } } = {
  "1": { rank: 1, name: "Critical", promise: minutes(30) },
  "2": { rank: 2, name: "High", promise: hours(1) },
  "3": { rank: 3, name: "Moderate", promise: hours(2) },
  "4": { rank: 4, name: "Low", promise: hours(8) },
};
export const ASSUMED = [
  "shifts Mon–Fri 08:00–16:30 and 09:30–18:00 on the file's clock, technicians by turns on one and the other",
  `as many technicians as would have been busy ${BUSY * 100} % of their shifts with the work of the four weeks before`,
  "first response promised within 30 min, 1 h, 2 h, 8 h for priorities 1 to 4, in operating time Mon–Fri 08:00–18:00",
];

/** An incident with its place in the queue and its promise: all that is known of it when it arrives. */
export type Ticket = Incident & { readonly orderKey: string; readonly dueAt: Instant };

/** When an incident that arrives then is to be answered. */
export const dueOf = (priority: string, arrivedAt: Instant): Instant =>
  addOpen(operating, arrivedAt, PROMISES[priority]?.promise as Seconds) as Instant;

export function ticketOf(incident: Incident): Ticket {
  const { number, priority: code, arrivedAt: createdAt } = incident;
  const { rank, name } = PROMISES[code] as (typeof PROMISES)[string];
  const stated = { number, status: "NEW", holder: null, affected: null, createdAt } as const;
  const { orderKey } = queuePlace({ ...stated, priority: { code, name, rank } });
  return { ...incident, orderKey, dueAt: dueOf(code, createdAt) };
}

export const isWeekday = (day: Instant): boolean => {
  const weekday = (Math.floor(day / DAY) + 3) % 7; // 1970 began on a Thursday
  return weekday < 5;
};

/** The shifts of as many technicians, from one midnight to another. */
export function shiftsOf(technicians: number, from: Instant, until: Instant): Period[][] {
  return Array.from({ length: technicians }, (_, i) => {
    const [begins, ends] = SHIFTS[i % 2] as (typeof SHIFTS)[number];
    const shifts: Period[] = [];
    for (let day = from; day < until; day = (day + DAY) as Instant)
      if (isWeekday(day)) shifts.push({ from: (day + begins) as Instant, until: (day + ends) as Instant });
    return shifts;
  });
}

/** How many technicians the desk has on a day: by the work that arrived in the four weeks before it. */
export function sizeOf(incidents: readonly Incident[], day: Instant): number {
  let work = 0;
  for (const { arrivedAt, toFree } of incidents) if (arrivedAt >= day - WEEKS && arrivedAt < day) work += toFree;
  return Math.max(1, Math.round(work / (20 * SHIFT * BUSY)));
}
