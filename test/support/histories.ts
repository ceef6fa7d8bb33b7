import fc from "fast-check";
import type { CalendarDefinition, Window } from "../../api/core/business-calendar/calendar.ts";
import { hoursFor, type OpenHours } from "../../api/core/business-calendar/open-periods.ts";
import type { AlwaysOpen } from "../../api/core/business-calendar/schedule.ts";
import { parseInstant } from "../../api/core/business-calendar/zone.ts";
import type { ClockFact, Versions } from "../../api/core/sla-clock/facts.ts";
import type { SlaPolicy } from "../../api/core/sla-clock/targets.ts";
import type { Instant } from "../../api/core/time.ts";
import { randomPolicies } from "./random-policies.ts";
import { slowJudge, type WallClock, wallClock } from "./wall-clock.ts";

/** Zones where wall clocks hurt, each with instants a few days before something happens there. */
export const HURTING: readonly (readonly [zone: string, starts: readonly string[]])[] = [
  ["America/St_Johns", ["2019-03-05T00:00:00Z", "2019-10-30T00:00:00Z"]],
  ["Australia/Lord_Howe", ["2019-04-02T00:00:00Z", "2019-10-01T00:00:00Z"]],
  ["Africa/Casablanca", ["2019-05-01T00:00:00Z", "2019-06-05T00:00:00Z"]],
  ["America/Sao_Paulo", ["2018-10-31T00:00:00Z", "2019-02-12T00:00:00Z"]],
  ["Asia/Kolkata", ["2019-03-05T00:00:00Z"]],
  ["Pacific/Apia", ["2019-09-24T00:00:00Z", "2011-12-24T00:00:00Z"]],
  ["Asia/Tehran", ["2019-03-17T00:00:00Z", "2019-09-17T00:00:00Z"]],
];
const DAY = 86_400;
const DAYS = 40;

/** One ticket's story with all that it is read by, and a slow judge of when its desk is open. */
export type History = {
  readonly facts: ClockFact[];
  readonly policy: SlaPolicy;
  readonly hours: OpenHours;
  readonly versions: Versions;
  /** When it is looked at. */
  readonly at: Instant;
  readonly isOpenSlowly: (at: number) => boolean;
  /** What the wall clock shows, by the same judge. */
  readonly shows: WallClock["shows"];
  /** The judge knows nothing from here on. */
  readonly knownUntil: number;
  readonly [fc.toStringMethod]: () => string;
};

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** One shift, two with a lunch between, a night, or none. None shorter than two hours: shorter ones may not be held. */
const windows: fc.Arbitrary<Window[]> = fc.oneof(
  fc.constant<Window[]>([]),
  fc.integer({ min: 0, max: 40 }).map((n) => [{ from: clock(n * 15), until: clock(n * 15 + 7 * 60 + 25) }]),
  fc.integer({ min: 0, max: 30 }).map((n) => [
    { from: clock(n * 15), until: clock(n * 15 + 180) },
    { from: clock(n * 15 + 225), until: clock(n * 15 + 470) },
  ]),
  fc.integer({ min: 0, max: 12 }).map((n) => [{ from: clock(17 * 60 + n * 15), until: "05:45", overnight: true }]),
  fc.integer({ min: 0, max: 12 }).map((n) => [{ from: clock(n * 15 + 480), until: "24:00" }]),
);

type Place = { readonly zone: string; readonly start: number };
const places: Place[] = HURTING.flatMap(([zone, starts]) =>
  starts.map((start) => ({ zone, start: parseInstant(start) })),
);
const dateOf = (at: number) => new Date(at * 1000).toISOString().slice(0, 10);

const calendarIn = ({ zone, start }: Place, version: number): fc.Arbitrary<CalendarDefinition> =>
  fc
    .record({
      week: fc.tuple(windows, windows, windows, windows, windows, windows, windows),
      holidays: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 3 }),
      exception: fc.option(fc.record({ day: fc.integer({ min: 21, max: 30 }), windows })),
    })
    .map(({ week, holidays, exception }) => ({
      ...{ code: "RANDOM", version, timeZone: zone },
      week: Object.fromEntries(week.map((day, i) => [i + 1, day])),
      holidays: holidays.map((n) => ({ date: dateOf(start + n * DAY), name: "Holiday", origin: "random" })),
      exceptions: exception
        ? [{ date: dateOf(start + exception.day * DAY), name: "Exception", windows: exception.windows }]
        : [],
    }));

/** Hours are prepared once for many stories, as a desk does. */
type Desk = { place: Place; first: Hours; second: Hours };
type Hours = { definition: CalendarDefinition; alwaysOpen: AlwaysOpen[]; prepared: OpenHours };
const hoursIn = (place: Place, version: number): fc.Arbitrary<Hours> =>
  fc
    .record({
      definition: calendarIn(place, version),
      addOn: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 * 1440 }), fc.integer({ min: 1, max: 3 * 1440 }))),
    })
    .map(({ definition, addOn }) => {
      const from = addOn && ((place.start + addOn[0] * 60) as Instant);
      const alwaysOpen = addOn && from !== null ? [{ from, until: (from + addOn[1] * 60) as Instant }] : [];
      return { definition, alwaysOpen, prepared: hoursFor(definition, alwaysOpen) };
    });

export const desksOf = (seed: number, count: number): Desk[] =>
  fc.sample(
    fc
      .constantFrom(...places)
      .chain((place) => fc.record({ place: fc.constant(place), first: hoursIn(place, 1), second: hoursIn(place, 2) })),
    { seed, numRuns: count },
  );

const happenings = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom("REQUESTER", "APPOINTMENT", "PARTS"), fc.constantFrom(0, 0, 600, 40_000))
      .map(([reason, lasts]) => ({ kind: "PAUSED", reason, lasts })),
  },
  { weight: 4, arbitrary: fc.constant({ kind: "RESUMED" }) },
  { weight: 2, arbitrary: fc.constantFrom("U", "S", "X").map((priority) => ({ kind: "PRIORITY_CHANGED", priority })) },
  { weight: 3, arbitrary: fc.constantFrom("RESOLVED", "REOPENED", "CLOSED", "REOPENED").map((kind) => ({ kind })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom("PUBLIC_REPLY", "REQUESTER_MESSAGE"), fc.constantFrom(0, 0, 0, 300, 2_000, 9_000))
      .map(([kind, late]) => ({ kind, late })),
  },
  { weight: 1, arbitrary: fc.constantFrom("CANCELLED", "MERGED").map((kind) => ({ kind })) },
  { weight: 1, arbitrary: fc.constant({ kind: "POLICY_APPLIED", policy: { code: "RANDOM", version: 2 } }) },
  { weight: 1, arbitrary: fc.constant({ kind: "CALENDAR_APPLIED", calendar: { code: "RANDOM", version: 2 } }) },
);
type Happening = { kind: string; late?: number; lasts?: number };

/** Stories of up to a dozen happenings within three weeks, recorded in their order, some of them late. */
export const historiesOn = (desks: readonly Desk[]): fc.Arbitrary<History> =>
  fc
    .record({
      desk: fc.constantFrom(...desks),
      first: fc.record({ after: fc.integer({ min: 0, max: 6 * DAY }), priority: fc.constantFrom("U", "S") }),
      rest: fc.array(fc.record({ after: fc.integer({ min: 0, max: 20 * 3600 }), what: happenings }), { maxLength: 12 }),
      look: fc.integer({ min: 0, max: 2 * DAY }),
      policy: randomPolicies,
      later: randomPolicies,
    })
    .map(({ desk, first, rest, look, policy, later }) => {
      const { place, first: before, second: after } = desk;
      const opened = place.start + 2 * DAY + first.after;
      let now = opened;
      let changedAt = Number.POSITIVE_INFINITY;
      const facts: object[] = [
        { kind: "CREATED", priority: first.priority, seq: 1, happenedAt: opened, recordedAt: opened },
      ];
      for (const { after: gap, what } of rest) {
        now += gap;
        const { late = 0, lasts = 0, ...said } = what as Happening;
        let happenedAt = Math.max(opened, now - late);
        if (said.kind === "CALENDAR_APPLIED") {
          if (changedAt !== Number.POSITIVE_INFINITY) continue; // once in a story: its hours are known by instant then
          happenedAt = changedAt = Math.ceil(now / 60) * 60; // hours change on the minute
          now = changedAt;
        }
        const until = lasts > 0 && { resumesAt: now + lasts };
        facts.push({ ...said, ...until, seq: facts.length + 1, happenedAt, recordedAt: now });
      }
      const wall = wallClock(place.zone, place.start, DAYS);
      const judges = [before, after].map((h) => slowJudge(h.definition, h.alwaysOpen, wall));
      return {
        [fc.toStringMethod]: () =>
          JSON.stringify({ place, before: before.definition, after: after.definition, facts, look }),
        facts: facts as ClockFact[],
        policy,
        hours: before.prepared,
        versions: { policy: () => ({ ...later, version: 2 }), hours: () => after.prepared },
        at: (now + look) as Instant,
        shows: wall.shows,
        knownUntil: place.start + (DAYS - 1) * DAY,
        isOpenSlowly: (at: number) => (judges[at < changedAt ? 0 : 1] as (at: number) => boolean)(at),
      };
    });
