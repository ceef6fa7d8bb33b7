import { instantOf, type Row } from "../../api/app/replay/rows.ts";
import { seeded } from "./seeded.ts";

const MONDAY = Date.parse("2030-03-04T08:00:00Z") / 60_000;
const DAY = 1_440;
const walks = [
  ["New", "Active", "Resolved", "Closed"],
  ["New", "Active", "Awaiting User Info", "Active", "Resolved", "Closed"],
  ["Active", "Awaiting Vendor", "Active", "Resolved", "Active", "Resolved", "Closed"],
  ["New", "Awaiting Problem", "Resolved", "Closed"],
  ["New", "Active"],
] as const;

/** A service desk's log that never was: incidents over some working days, each on one of a few walks through the states. */
export function inventedLog(seed: number, incidents: number, days: number): Row[] {
  const random = seeded(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  return Array.from({ length: incidents }, (_, i) => {
    const openedAt = MONDAY + Math.floor(random() * days) * DAY + Math.floor(random() * 700);
    const base = {
      number: `INV${String(i + 1).padStart(4, "0")}`,
      location: `Site ${1 + Math.floor(random() * 4)}`,
      contact: pick(["Phone", "Email", "Self service"]),
      openedAt,
    };
    let at = openedAt;
    let priority = pick(["1", "2", "3", "3", "3", "4"]);
    return pick(walks).map((state, revision): Row => {
      if (revision > 0) at += Math.floor(random() ** 2 * 2 * DAY);
      if (random() < 0.1) priority = pick(["2", "3", "4"]);
      const [group, assignee] = [`Team ${1 + (i % 3)}`, revision > 0 ? `Person ${1 + (i % 7)}` : ""];
      return { ...base, state, priority, group, assignee, at, revision };
    });
  }).flat();
}

/** Every noon, UTC, between two minutes. */
export function noonsBetween(from: number, until: number): string[] {
  const noons: string[] = [];
  for (let noon = Math.floor(from / DAY) * DAY + 720; noon <= until; noon += DAY)
    if (noon >= from) noons.push(instantOf(noon));
  return noons;
}
