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
  ["New", "Active", "Closed", "Active", "Closed"],
  ["Active", "Mislaid", "Resolved", "Closed"],
  ["New", "Resolved", "Closed", "Closed"],
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

const columns =
  "number,incident_state,priority,assignment_group,assigned_to,location,contact_type,sys_updated_at,sys_mod_count,opened_at";
const minute = (at: number) => instantOf(at).slice(0, 16);

/** The log as its owner would export it. */
export const asCsv = (rows: readonly Row[]): string =>
  `${[
    columns,
    ...rows.map((r) =>
      [r.number, r.state, `${r.priority} - Invented`, r.group, r.assignee, r.location, r.contact, minute(r.at)]
        .concat([String(r.revision), minute(r.openedAt)])
        .join(),
    ),
  ].join("\n")}\n`;

/**
 * Each closed incident's verdict under the service desk's rule, counted minute by minute: opened to last closed, Monday
 * to Friday 14:00 to 23:00; 3,720 minutes at most for priority 3, less than 8,100 for 4, and never for 1 and 2.
 */
export function verdictsByRule(rows: readonly Row[]): Map<string, { met: boolean; priority: string }> {
  const verdicts = new Map<string, { met: boolean; priority: string }>();
  for (const number of new Set(rows.map((r) => r.number))) {
    const own = rows.filter((r) => r.number === number);
    const last = own.at(-1) as Row;
    if (last.state !== "Closed") continue;
    let counted = 0;
    for (let at = last.openedAt; at < last.at; at++) {
      const time = new Date(at * 60_000);
      const isWeekday = time.getUTCDay() >= 1 && time.getUTCDay() <= 5;
      if (isWeekday && time.getUTCHours() >= 14 && time.getUTCHours() < 23) counted += 1;
    }
    const met = last.priority === "3" ? counted <= 3_720 : last.priority === "4" && counted < 8_100;
    verdicts.set(number, { met, priority: last.priority });
  }
  return verdicts;
}

/** Every noon, UTC, between two minutes. */
export function noonsBetween(from: number, until: number): string[] {
  const noons: string[] = [];
  for (let noon = Math.floor(from / DAY) * DAY + 720; noon <= until; noon += DAY)
    if (noon >= from) noons.push(instantOf(noon));
  return noons;
}
