/**
 * Wall times of a zone and instants, to and fro, by the browser's own zone data. A wall time is text as
 * `<input type="datetime-local">` writes it, `2026-11-20T17:29`; instants are whole seconds since 1970.
 */

/** What is odd about a wall time: clocks skip it on that day (`gap`), or show it twice (`repeated`). */
type Oddity = "gap" | "repeated";
type Placed = { readonly at: number; readonly odd: Oddity | null };

const DAY = 86_400;
const written = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;
const two = (n: number): string => String(n).padStart(2, "0");

const formats = new Map<string, Intl.DateTimeFormat>();
function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const [number, pair] = ["numeric", "2-digit"] as const;
    format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, calendar: "iso8601", hourCycle: "h23" },
      ...{ year: number, month: pair, day: pair, hour: pair, minute: pair, second: pair },
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether the browser knows a zone by this name. */
export function isZone(zone: string): boolean {
  try {
    return formatIn(zone) !== null;
  } catch {
    return false;
  }
}

/** Seconds since 1970 if the zone's wall clocks were those of UTC. */
function shown(at: number, zone: string): number {
  const part: { [type: string]: number } = {};
  for (const { type, value } of formatIn(zone).formatToParts(at * 1_000)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;
}
const offsetAt = (at: number, zone: string): number => shown(at, zone) - at;

/** The wall time of an instant, to the minute; with its seconds where it has some. */
export function wallTimeOf(at: number, zone: string): string {
  const face = new Date(shown(at, zone) * 1_000);
  const date = `${face.getUTCFullYear()}-${two(face.getUTCMonth() + 1)}-${two(face.getUTCDate())}`;
  const seconds = face.getUTCSeconds();
  return `${date}T${two(face.getUTCHours())}:${two(face.getUTCMinutes())}${seconds > 0 ? `:${two(seconds)}` : ""}`;
}

/** Null for what is no time of any day: `""`, `2026-02-30T10:00`. */
function secondsOf(wall: string): number | null {
  const match = written.exec(wall);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((n) => Number(n ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;
  return wallTimeOf(at, "UTC") === (second > 0 ? wall : wall.slice(0, 16)) ? at : null;
}

/** Where clocks change between two instants that differ in offset. */
function changeBetween(from: number, until: number, zone: string): number {
  const before = offsetAt(from, zone);
  let [low, high] = [from, until];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The instant of a wall time, and what was odd about it. Of an hour that is shown twice it is the first; of one that is
 * skipped, the change itself. In New York `2026-03-08T02:30` is the instant at which 02:00 becomes 03:00.
 */
export function placeWallTime(wall: string, zone: string): Placed | null {
  const face = secondsOf(wall);
  if (face === null) return null;
  // no zone is a day away from UTC: the instant lies between these two, and so does the change if there is one
  const offsets = new Set([offsetAt(face - DAY, zone), offsetAt(face + DAY, zone)]);
  const found = [...offsets].map((offset) => face - offset).filter((at) => shown(at, zone) === face);
  if (found.length > 0) return { at: Math.min(...found), odd: found.length > 1 ? "repeated" : null };
  return { at: changeBetween(face - DAY, face + DAY, zone), odd: "gap" };
}

/** As it travels, RFC 3339 in UTC; null for what is no wall time. */
export function instantOfWall(wall: string, zone: string): string | null {
  const placed = placeWallTime(wall, zone);
  return placed && new Date(placed.at * 1_000).toISOString().replace(".000Z", "Z");
}
