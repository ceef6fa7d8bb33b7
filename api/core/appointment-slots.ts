import { openBetween, openPeriods } from "./business-calendar/arithmetic.ts";
import type { OpenHours } from "./business-calendar/open-periods.ts";
import { localDate, localDay, startOfDayNumber } from "./business-calendar/zone.ts";
import { type Instant, minutes, type Period, type Seconds } from "./time.ts";

/** A technician who could be booked: when they work, and when they are taken, pauses between appointments included. */
export type BookableTechnician = {
  readonly id: string;
  readonly shifts: readonly Period[];
  readonly taken: readonly Period[];
};

export type SlotRules = {
  /** How long an appointment is. */
  readonly length: Seconds;
  /** From the beginning of one slot to that of the next. */
  readonly step: Seconds;
  /** Free time after each appointment, so that one that runs late does not make the next one late. */
  readonly buffer: Seconds;
  /** How long ahead it must be booked at least. */
  readonly notice: Seconds;
};

/** Half an hour, which is what a day of remote service grants, on the half hour. */
export const STANDARD_SLOTS: SlotRules = {
  length: minutes(30),
  step: minutes(30),
  buffer: minutes(10),
  notice: minutes(15),
};

/** A slot, and who could take it, in the order in which they were given. */
export type Slot = Period & { readonly technicianIds: readonly string[] };

/**
 * The slots that begin in `[from, until)`, earliest first. A slot lies within operating hours and within a shift, and
 * keeps the buffer from whatever its technician has. Slots are counted from each opening, and anew from each local
 * midnight, in real time: on the day a clock goes back, an hour that is shown twice has slots in both of its showings;
 * one that is skipped has none.
 *
 * Example: open 08:30 to 17:30, appointments of 30 minutes: 08:30, 09:00 … 17:00. In New York on 1 November 2026, open
 * from midnight, steps of an hour: 00:00, 01:00 EDT, 01:00 EST, 02:00.
 */
export function appointmentSlots(
  hours: OpenHours,
  technicians: readonly BookableTechnician[],
  rules: SlotRules,
  { from, until }: Period,
  now: Instant,
): Slot[] {
  const earliest = Math.max(from, now + rules.notice);
  const bookable = technicians.map((t) => ({ ...t, shifts: joined(t.shifts) }));
  const slots: Slot[] = [];
  for (let day = localDay(hours.timeZone, from); startOfDayNumber(hours.timeZone, day) < until; day += 1) {
    const midnight = startOfDayNumber(hours.timeZone, day);
    for (const open of openPeriods(hours, midnight, startOfDayNumber(hours.timeZone, day + 1)))
      for (let at = open.from; at < Math.min(open.until, until); at = (at + rules.step) as Instant) {
        if (at < earliest) continue;
        const slot = { from: at, until: (at + rules.length) as Instant };
        if (openBetween(hours, slot.from, slot.until) < rules.length) continue;
        const technicianIds = bookable.filter((t) => isFree(t, slot, rules.buffer)).map(({ id }) => id);
        if (technicianIds.length > 0) slots.push({ ...slot, technicianIds });
      }
  }
  return slots;
}

/** Shifts that touch are one: nobody goes home between them. */
function joined(periods: readonly Period[]): Period[] {
  const all: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && period.from <= last.until)
      all.splice(-1, 1, { from: last.from, until: Math.max(last.until, period.until) as Instant });
    else all.push(period);
  }
  return all;
}

/** Works through all of it, and has nothing then, nor within the buffer before or after. */
const isFree = ({ shifts, taken }: BookableTechnician, { from, until }: Period, buffer: Seconds): boolean =>
  shifts.some((shift) => shift.from <= from && until <= shift.until) &&
  taken.every((other) => other.until + buffer <= from || until + buffer <= other.from);

/** Slots by the local date on which they begin, as a list of days is shown. */
export function byLocalDate<S extends Period>(slots: readonly S[], zone: string): { date: string; slots: S[] }[] {
  const days = Map.groupBy(slots, ({ from }) => localDate(zone, from));
  return [...days].map(([date, of]) => ({ date, slots: of }));
}

/** The slots nearest to an instant that was wanted, in their order. */
export const nearestSlots = <S extends Period>(slots: readonly S[], wanted: Instant, most: number): S[] =>
  slots
    .toSorted((a, b) => Math.abs(a.from - wanted) - Math.abs(b.from - wanted) || a.from - b.from)
    .slice(0, most)
    .toSorted((a, b) => a.from - b.from);
