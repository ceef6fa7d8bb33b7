const two = (n: number): string => String(n).padStart(2, "0");

/**
 * Counted seconds left as the wall writes them: `3h 12m`, `06:24`, then `+04:12`, `+1h 04m`, `+2d 3h`.
 * `00:00` is the due second itself: still in time.
 */
export function formatRemaining(seconds: number): string {
  if (seconds >= 0) return clockOf(seconds);
  const late = -seconds;
  if (late >= 86_400) return `+${Math.floor(late / 86_400)}d ${Math.floor((late % 86_400) / 3_600)}h`;
  return `+${clockOf(late)}`;
}

function clockOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes >= 60 ? `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m` : `${two(minutes)}:${two(seconds % 60)}`;
}

/** A length of wall time, for "paused 7h 05m" and ages: `45s`, `12m`, `7h 05m`, `2d 3h`. */
export function formatAge(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))}s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}m`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)}h ${two(Math.floor(seconds / 60) % 60)}m`;
  return `${Math.floor(seconds / 86_400)}d ${Math.floor((seconds % 86_400) / 3_600)}h`;
}

/** Minutes and seconds of a meter: `26:24`. */
export const formatMeter = (seconds: number): string =>
  `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds) % 60)}`;

const shortened = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** How many, exactly as long as there is room for it: `5,000`, `99,999`, then `123.5K`, `1.2M`. */
export const formatCount = (n: number): string => (n < 100_000 ? n.toLocaleString("en") : shortened.format(n));

type Face = {
  readonly day: string;
  readonly weekday: string;
  readonly date: string;
  readonly time: string;
  readonly seconds: string;
};

const formats = new Map<string, Intl.DateTimeFormat>();
function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: "short",
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    formats.set(zone, format);
  }
  return format;
}

/** Asked for again each second by every row: the browser's own reckoning takes longer than all the rest of a tick. */
const faces = new Map<string, Face>();
const MOST_FACES = 200;

/** An instant on the wall clocks of a zone, in its parts. */
export function face(at: number, zone: string): Face {
  const key = `${at} ${zone}`;
  const known = faces.get(key);
  if (known) return known;
  if (faces.size >= MOST_FACES) faces.clear();
  const made = faceAnew(at, zone);
  faces.set(key, made);
  return made;
}

function faceAnew(at: number, zone: string): Face {
  const part: { [type: string]: string } = {};
  for (const { type, value } of formatIn(zone).formatToParts(at * 1_000)) part[type] = value;
  return {
    day: `${part["year"]}-${part["month"]}-${part["day"]}`,
    weekday: part["weekday"] ?? "",
    date: `${part["day"]} ${part["month"]?.slice(0, 3)}`, // some say Sept
    time: `${part["hour"]}:${part["minute"]}`,
    seconds: part["second"] ?? "",
  };
}

/** `14:38` today, `Tue 09:26` within the week, `7 Dec 09:26` beyond, `7 Dec 2025` in another year's distance. */
export function formatInstant(at: number, now: number, zone: string): string {
  const [then, today] = [face(at, zone), face(now, zone)];
  if (then.day === today.day) return then.time;
  const apart = Math.abs(at - now);
  if (apart < 6 * 86_400) return `${then.weekday} ${then.time}`;
  return apart < 300 * 86_400 ? `${then.date} ${then.time}` : `${then.date} ${then.day.slice(0, 4)}`;
}
