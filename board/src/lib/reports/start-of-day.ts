/** Seconds that a zone's clocks are ahead of UTC at an instant. */
function offset(at: number, zone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  const part: { [type: string]: number } = {};
  for (const { type, value } of format.formatToParts(at * 1_000)) part[type] = Number(value);
  const wall = Date.UTC(
    ...([part["year"], (part["month"] ?? 1) - 1, part["day"], part["hour"], part["minute"], part["second"]] as [
      ...[number, number, number, number, number, number],
    ]),
  );
  return wall / 1_000 - at;
}

/** The first instant of a date in a zone; where midnight is skipped, the instant at which the day begins. */
export function startOfDay(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`) / 1_000;
  const guesses = [offset(midnight - 86_400, zone), offset(midnight + 86_400, zone)].map((o) => midnight - o);
  // a guess is right if the zone's clocks show midnight there; of two, the earlier
  const right = guesses.filter((at) => at + offset(at, zone) === midnight);
  return Math.min(...(right.length > 0 ? right : guesses.map((at) => Math.max(at, ...guesses))));
}
