import type { Instant } from "../time.ts";
import type { CalendarDefinition } from "./calendar.ts";
import { DAY } from "./dates.ts";
import { type OpenTable, openTable } from "./open-table.ts";
import { type AlwaysOpen, type Part, periodsOf } from "./schedule.ts";
import { localDay, startOfDayNumber } from "./zone.ts";

/** Nothing is looked for beyond this: five years, leap days included. */
export const HORIZON = 1827 * DAY;

// 32 bits of seconds span 68 years
const LONGEST = 60 * 366 * DAY;
const MARGIN = 200 * DAY;

/**
 * The operating hours that a clock counts by: a calendar with its add-ons laid over it, and, where the calendar was
 * changed under a running clock, each version in its own time. Grows its interval table by itself when asked further.
 */
export class OpenHours {
  readonly parts: readonly Part[];
  private table: OpenTable | null = null;

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  /** The hours in force last; earlier parts only matter for their own time. */
  get definition(): CalendarDefinition {
    return this.parts.at(-1)!.definition;
  }
  get alwaysOpen(): readonly AlwaysOpen[] {
    return this.parts.at(-1)!.alwaysOpen;
  }
  get code(): string {
    return this.definition.code;
  }
  get version(): number {
    return this.definition.version;
  }
  get timeZone(): string {
    return this.definition.timeZone;
  }

  /** The part whose hours hold at an instant. */
  partAt(at: Instant): Part {
    return this.parts.findLast((part) => part.from <= at) as Part;
  }

  /** A table that covers at least `[from, until)`; a question about a far century gets one of its own. */
  covering(from: number, until: number): OpenTable {
    const { table } = this;
    if (table !== null && from >= table.from && until <= table.until) return table;
    const joined = { from: Math.min(from, table?.from ?? from), until: Math.max(until, table?.until ?? until) };
    if (joined.until - joined.from > LONGEST) return this.tableOf(from, until);
    this.table = this.tableOf(joined.from - MARGIN, joined.until + MARGIN);
    return this.table;
  }

  private tableOf(from: number, until: number): OpenTable {
    if (until - from > LONGEST) throw new RangeError("operating hours are asked for over more than 60 years");
    const zone = this.timeZone;
    const start = startOfDayNumber(zone, localDay(zone, from as Instant));
    return openTable(periodsOf(this.parts, start, until), start, until as Instant);
  }
}

/**
 * The hours of a calendar with round-the-clock stretches laid over it; one published ahead holds from its instant on.
 * Prepare once and share: it is never changed.
 */
export const hoursFor = (definition: CalendarDefinition, alwaysOpen: readonly AlwaysOpen[] = []): OpenHours =>
  new OpenHours(partsOf(definition, alwaysOpen));

const partsOf = (definition: CalendarDefinition, alwaysOpen: readonly AlwaysOpen[]): Part[] => {
  const { before } = definition;
  const earlier = before ? partsOf(before.definition, alwaysOpen).filter((part) => part.from < before.until) : [];
  return [...earlier, { definition, alwaysOpen, from: before?.until ?? Number.NEGATIVE_INFINITY }];
};

// An edit reaches thousands of clocks of the same hours: all of them share one table afterwards too.
const changed = new WeakMap<OpenHours, WeakMap<OpenHours, Map<Instant, OpenHours>>>();

/** Other hours from an instant on: what was counted before stays counted as it was. The same change is the same hours. */
export function changeHours(earlier: OpenHours, later: OpenHours, at: Instant): OpenHours {
  const byLater = changed.get(earlier) ?? new WeakMap<OpenHours, Map<Instant, OpenHours>>();
  const byInstant = byLater.get(later) ?? new Map<Instant, OpenHours>();
  const hours = byInstant.get(at) ?? joined(earlier, later, at);
  changed.set(earlier, byLater.set(later, byInstant.set(at, hours)));
  return hours;
}

const joined = (earlier: OpenHours, later: OpenHours, at: Instant): OpenHours =>
  new OpenHours([
    ...earlier.parts.filter((part) => part.from < at),
    ...later.parts
      .filter((part, i) => part.from > at || later.parts[i + 1] === undefined || later.parts[i + 1]!.from > at)
      .map((part) => ({ ...part, from: Math.max(part.from, at) })),
  ]);
