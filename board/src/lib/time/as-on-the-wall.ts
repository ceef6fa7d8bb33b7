import type { OpenPeriod } from "./countdown.ts";

/** For tests: instants written as on the wall, in a week that begins Monday 2026-11-23, in UTC. `at("Tue 08:30")`. */
export function at(text: string): number {
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const [day = "", time = ""] = text.split(" ");
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  const monday = Date.UTC(2026, 10, 23) / 1_000;
  return monday + days.indexOf(day) * 86_400 + hours * 3_600 + minutes * 60 + seconds;
}

/** Open Monday to Friday 08:30 to 17:30. */
export const workingWeek: readonly OpenPeriod[] = ["Mon", "Tue", "Wed", "Thu", "Fri"].map((day) => ({
  from: at(`${day} 08:30`),
  until: at(`${day} 17:30`),
}));
