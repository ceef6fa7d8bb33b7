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
  /** From the beginning of one slot to that of the next, while nothing is agreed; also what most appointments take. */
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

/** Times that people are shown are multiples of it. */
const ROUND = minutes(5);

/** A slot, and who could take it, in the order in which they were given. */
export type Slot = Period & { readonly technicianIds: readonly string[] };

type Starts = (technician: BookableTechnician, open: Period, rules: SlotRules) => readonly number[];

/**
 * The slots that begin in `[from, until)`, earliest first. A slot lies within operating hours and within a shift, and
 * keeps the buffer from whatever its technician has.
 *
 * While a technician has nothing, theirs are counted from each opening, and anew from each local midnight, in real time: on
 * the day a clock goes back, an hour that is shown twice has slots in both of its showings; one that is skipped has none.
 * Half-hour steps beside a buffer of ten minutes would lose every second one. So an appointment makes the steps after it: the
 * next slot begins when its buffer is over, and those that follow are a usual appointment and a buffer apart, until the shift
 * ends or the hours do; and one ends just in time for its own buffer before the appointment.
 *
 * Example: open 08:30 to 17:30, appointments of 30 minutes: 08:30, 09:00 … 17:00. With 10:00 to 10:30 agreed: 08:30, 09:00, 09:20,
 * 10:40, 11:20 … 16:40. In New York on 1 November 2026, open from midnight, steps of an hour: 00:00, 01:00 EDT, 01:00 EST, 02:00.
 */
export const appointmentSlots = (
  hours: OpenHours,
  technicians: readonly BookableTechnician[],
  rules: SlotRules,
  within: Period,
  now: Instant,
): Slot[] => slotsAt(besideAppointments, hours, technicians, rules, within, now);

/**
 * Slots that are free though they may be offered no longer: those on the steps from each opening. Whoever saw one before
 * somebody else's appointment changed the steps still gets it.
 */
export const slotsStillFree = (
  hours: OpenHours,
  technicians: readonly BookableTechnician[],
  rules: SlotRules,
  within: Period,
  now: Instant,
): Slot[] => slotsAt((_, open, { step }) => steps(open.from, open.until, step), hours, technicians, rules, within, now);

/**
 * Whether a time may have been on offer until somebody took it: on the steps from an opening in somebody's shift, or, for
 * whoever has an appointment, on a round time beside it. 13:31 never was.
 */
export const mayHaveBeenOffered = (
  hours: OpenHours,
  technicians: readonly BookableTechnician[],
  rules: SlotRules,
  from: Instant,
): boolean => {
  const one = { from, until: (from + 1) as Instant };
  const working = technicians.filter(({ shifts }) =>
    joined(shifts).some((shift) => shift.from <= from && from + rules.length <= shift.until),
  );
  if (from % ROUND === 0 && working.some(({ taken }) => taken.length > 0)) return true;
  const idle = working.map((technician) => ({ ...technician, taken: [] }));
  return slotsStillFree(hours, idle, rules, one, (from - rules.notice) as Instant).length > 0;
};

function slotsAt(
  starts: Starts,
  hours: OpenHours,
  technicians: readonly BookableTechnician[],
  rules: SlotRules,
  { from, until }: Period,
  now: Instant,
): Slot[] {
  const earliest = Math.max(from, now + rules.notice);
  const found = new Map<number, string[]>();
  for (const open of openByDay(hours, { from, until }))
    for (const technician of technicians.map((t) => ({ ...t, shifts: joined(t.shifts) })))
      for (const at of new Set(starts(technician, open, rules))) {
        if (at < earliest || at >= until) continue;
        const slot = { from: at as Instant, until: (at + rules.length) as Instant };
        if (!isFree(technician, slot, rules.buffer)) continue;
        if (openBetween(hours, slot.from, slot.until) < rules.length) continue;
        found.set(at, [...(found.get(at) ?? []), technician.id]);
      }
  return [...found]
    .toSorted(([a], [b]) => a - b)
    .map(([at, technicianIds]) => ({
      from: at as Instant,
      until: (at + rules.length) as Instant,
      technicianIds,
    }));
}

/** Stretches of operating hours, each within one local date. */
function* openByDay(hours: OpenHours, { from, until }: Period): Generator<Period> {
  for (let day = localDay(hours.timeZone, from); startOfDayNumber(hours.timeZone, day) < until; day += 1)
    yield* openPeriods(hours, startOfDayNumber(hours.timeZone, day), startOfDayNumber(hours.timeZone, day + 1));
}

/** When slots of a technician may begin in an open stretch, whether or not they are free then. */
function besideAppointments({ shifts, taken }: BookableTechnician, open: Period, rules: SlotRules): number[] {
  const { length, step, buffer } = rules;
  const shiftOf = (at: number) => shifts.find((shift) => shift.from <= at && at < shift.until);
  const after = taken.flatMap(({ until }) => {
    const begins = Math.ceil((until + buffer) / ROUND) * ROUND;
    const shift = shiftOf(begins);
    // what ended before they came back to work makes no steps
    return begins >= open.from && shift && until > shift.from
      ? [{ from: begins, until: Math.min(open.until, shift.until) }]
      : [];
  });
  const before = taken
    .map((other) => Math.floor((other.from - buffer - length) / ROUND) * ROUND)
    .filter((at) => at >= open.from && at < open.until);
  return [
    ...steps(open.from, open.until, step).filter((at) => !after.some((a) => a.from <= at && at < a.until)),
    ...after.flatMap((a) => {
      const next = Math.min(a.until, ...after.map((b) => b.from).filter((at) => at > a.from));
      return steps(a.from, next, step + buffer);
    }),
    ...before,
  ];
}

const steps = (from: number, until: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((until - from) / step)) }, (_, i) => from + i * step);

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
