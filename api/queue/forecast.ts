import { newestCalendarAsDesk } from "../clients/read-agreements.ts";
import { type ForeseenBreach, forecastBreaches } from "../core/breach-forecast.ts";
import { openPeriods } from "../core/business-calendar/arithmetic.ts";
import type { OpenHours } from "../core/business-calendar/open-periods.ts";
import { sameTimeOnOperatingDay } from "../core/business-calendar/operating-days.ts";
import { type DeskPace, paceOf } from "../core/technician-pace.ts";
import type { Instant, Period } from "../core/time.ts";
import { type ExpectedArrival, usualArrivals } from "../core/usual-arrivals.ts";
import type { House } from "../platform/house.ts";
import { composeHours } from "../sla/operating-hours.ts";
import {
  type LastWeeks,
  lastWeeks,
  type QueuedTicket,
  queuedTickets,
  type TechnicianAhead,
  techniciansAhead,
} from "./forecast.sql.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEKS = 28 * DAY;

export type Forecast = {
  readonly asOf: Instant;
  readonly horizonUntil: Instant;
  /** All of them; whoever shows it cuts it. */
  readonly breaches: readonly ForeseenBreach<QueuedTicket>[];
  readonly techniciansOnShift: number;
  readonly shiftsPresumed: boolean;
  readonly responseSeconds: number;
  readonly responsePresumed: boolean;
};

/**
 * The forecast as of now, read anew: it knows all that whoever asks has done before. Three statements, and once an hour one
 * more for what the last weeks have shown. Looks one operating day ahead, which is what a standard promise grants.
 */
export async function forecastNow(house: House, at: Instant): Promise<Forecast> {
  const hours = composeHours(await newestCalendarAsDesk({ house }));
  const horizonUntil = dayAhead(hours, at);
  const [queue, people, { pace, expected }] = await Promise.all([
    house.readAsDesk<QueuedTicket>(queuedTickets),
    house.readAsDesk<TechnicianAhead>(techniciansAhead(at, horizonUntil, (at - WEEKS) as Instant)),
    habitsOf(house, hours, at),
  ]);
  const shiftsPresumed = people.every((p) => !p.keepsShifts);
  const presumed = shiftsPresumed ? openPeriods(hours, at, horizonUntil) : [];
  const technicians = people
    .filter(({ suspended }) => !suspended)
    .map(({ id, role, shifts, tookAt }) => ({
      shifts: shiftsPresumed && role === "TECHNICIAN" ? presumed : shifts,
      tookAt,
      toFree: pace.lengths(id),
    }));
  const ahead = expected.filter((arrival) => arrival.at > at); // who should have come in this hour by now has, or does not
  const answers = { toRespond: pace.toRespond.seconds, toResolve: pace.toResolve.seconds };
  return {
    asOf: at,
    horizonUntil,
    breaches: forecastBreaches(queue, ahead, technicians, answers, at, horizonUntil),
    techniciansOnShift: technicians.filter(({ shifts }) => shifts.some((shift) => covers(shift, at))).length,
    shiftsPresumed,
    responseSeconds: pace.toRespond.seconds,
    responsePresumed: pace.toRespond.source === "PRESUMED",
  };
}

const dayAhead = (hours: OpenHours, at: Instant) => sameTimeOnOperatingDay(hours, at, 1) ?? ((at + DAY) as Instant);
const covers = ({ from, until }: Period, at: Instant) => from <= at && at < until;

type Shared = { forecast: Promise<Forecast>; at: Instant; taken: number; change: number };
const shared = new WeakMap<House, Shared>();
const FRESH_SECONDS = 4;

/** For whoever watches: shared for a few seconds, while nothing changes and desk time has not gone far. */
export function forecastOf(house: House, at: Instant): Promise<Forecast> {
  const last = shared.get(house);
  const change = house.changes.count;
  const taken = performance.now();
  if (last && last.change === change && near(at - last.at) && near((taken - last.taken) / 1_000)) return last.forecast;
  const forecast = forecastNow(house, at);
  shared.set(house, { forecast, at, taken, change });
  forecast.catch(() => shared.delete(house));
  return forecast;
}
const near = (seconds: number) => Math.abs(seconds) < FRESH_SECONDS;

type Habits = { readonly pace: DeskPace; readonly expected: readonly ExpectedArrival[] };
const habits = new WeakMap<House, { until: Instant; habits: Promise<Habits> }>();

const arrivalsOf = (shown: LastWeeks | undefined) =>
  (shown?.arrivals ?? []).map(([came, rank, several]) => ({ at: came, rank, several }));

/** What the last four weeks up to the last full hour have shown: read once an hour, and the same for whoever asks in it. */
function habitsOf(house: House, hours: OpenHours, at: Instant): Promise<Habits> {
  const until = (Math.floor(at / HOUR) * HOUR) as Instant;
  const known = habits.get(house);
  if (known?.until === until) return known.habits;
  const farthest = dayAhead(hours, (until + HOUR) as Instant) + 1; // as far as anybody looks in this hour
  const ahead = Math.min(farthest, until + 7 * DAY) as Instant; // not through years in which the desk is closed
  const weeks = lastWeeks((until - WEEKS) as Instant, until);
  const read = house.readAsDesk<LastWeeks>(weeks).then(([shown]) => ({
    pace: paceOf(shown?.holds ?? []),
    expected: usualArrivals(arrivalsOf(shown), until, ahead, hours),
  }));
  habits.set(house, { until, habits: read });
  read.catch(() => habits.delete(house));
  return read;
}
