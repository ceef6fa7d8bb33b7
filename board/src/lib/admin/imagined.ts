import { instantOfWall, placeWallTime, wallTimeOf } from "../time/wall-time.ts";
import type { Fault } from "./faults.ts";
import type { AgreementsShown, Drafts, SimulationInput } from "./simulation-documents.ts";

type PauseReason = NonNullable<SimulationInput["waits"]>[number]["on"];
export const pauseReasons: readonly PauseReason[] = ["REQUESTER", "MANUFACTURER", "PARTS", "INTERNAL", "APPOINTMENT"];

/** Wall times of the calendar's zone; an empty end is none. */
type Stretch = { readonly from: string; readonly until: string };
type Wait = Stretch & { readonly on: PauseReason };

/** A ticket that is only imagined, as a form and an address say it. */
export type Imagined = {
  readonly plan: string;
  readonly calendar: string;
  readonly priority: string;
  readonly at: string;
  readonly afterHours: readonly Stretch[];
  readonly waits: readonly Wait[];
};

type Search = Pick<URLSearchParams, "get" | "getAll">;
const BETWEEN = "~"; // in no wall time, and left as it is in addresses

/** What an address says; null where it leaves it open. */
export function readImagined(search: Search): Partial<Imagined> {
  const stretch = (text: string): Stretch => {
    const [from = "", until = ""] = text.split(BETWEEN);
    return { from, until };
  };
  const said = (name: "plan" | "calendar" | "priority" | "at") => {
    const value = search.get(name);
    return value ? { [name]: value } : {};
  };
  return {
    ...{ ...said("plan"), ...said("calendar"), ...said("priority"), ...said("at") },
    afterHours: search.getAll("afterHours").map(stretch),
    waits: search.getAll("wait").flatMap((text) => {
      const [named, ...rest] = text.split(BETWEEN);
      const on = pauseReasons.find((reason) => reason === named);
      return on ? [{ on, ...stretch(rest.join(BETWEEN)) }] : [];
    }),
  };
}

/** All of it in the address, so that whoever is sent it reads the same answer. */
export function writeImagined({ plan, calendar, priority, at, afterHours, waits }: Imagined): string {
  const search = new URLSearchParams({ plan, calendar, priority, at });
  for (const { from, until } of afterHours) search.append("afterHours", `${from}${BETWEEN}${until}`);
  for (const { on, from, until } of waits) search.append("wait", [on, from, until].join(BETWEEN));
  return search.toString().replaceAll("%3A", ":").replaceAll("%7E", BETWEEN);
}

type Known = Pick<AgreementsShown, "plans" | "calendars">;

/** The calendar it is counted by; an address may name one that nobody knows. */
export function calendarOf(said: Partial<Imagined>, { calendars }: Known, drafts: Drafts) {
  if (drafts.calendar) return drafts.calendar;
  return said.calendar ? calendars.find(({ code }) => code === said.calendar) : preferred(calendars, "provider");
}

/** Fills in what is left open: the plan and calendar that the desk begins with, the plan's first priority. */
export function completed(said: Partial<Imagined>, known: Known, drafts: Drafts, at: string): Imagined {
  const { plans } = known;
  const plan = drafts.plan ?? plans.find(({ code }) => code === said.plan) ?? preferred(plans, "standard");
  const first = [...(plan?.priorities ?? [])].sort((a, b) => a.rank - b.rank)[0];
  return {
    plan: said.plan ?? plan?.code ?? "",
    calendar: said.calendar ?? calendarOf(said, known, {})?.code ?? "",
    priority: said.priority ?? first?.code ?? "",
    ...{ at: said.at ?? at, afterHours: said.afterHours ?? [], waits: said.waits ?? [] },
  };
}
const preferred = <T extends { readonly code: string }>(all: readonly T[], code: string): T | undefined =>
  all.find((one) => one.code === code) ?? all[0];

/** What cannot even be sent, by field. */
export function missingIn({ at, afterHours, waits }: Imagined): readonly Fault[] {
  const missing: Fault[] = [];
  const needs = (field: string, wall: string) => {
    if (!placeWallTime(wall, "UTC")) missing.push({ field, message: "State a date and a time." });
  };
  needs("createdAt", at);
  afterHours.forEach(({ from }, i) => {
    needs(`afterHours[${i}].from`, from);
  });
  waits.forEach(({ from, until }, i) => {
    needs(`waits[${i}].from`, from);
    needs(`waits[${i}].until`, until);
  });
  return missing;
}

/** The question as the desk takes it, by drafts where there are some. Nothing may be missing. */
export function inputOf(imagined: Imagined, zone: string, drafts: Drafts = {}): SimulationInput {
  const instant = (wall: string): string => instantOfWall(wall, zone) ?? "";
  return {
    ...(drafts.plan ? { plan: drafts.plan } : { planCode: imagined.plan }),
    ...(drafts.calendar ? { calendar: drafts.calendar } : { calendarCode: imagined.calendar }),
    ...{ priority: imagined.priority, createdAt: instant(imagined.at) },
    afterHours: imagined.afterHours.map(({ from, until }) => ({
      ...{ from: instant(from), until: until ? instant(until) : null },
    })),
    waits: imagined.waits.map(({ on, from, until }) => ({ on, from: instant(from), until: instant(until) })),
  };
}

const HOUR = 3_600;
const later = (wall: string, by: number): string => {
  const placed = placeWallTime(wall, "UTC");
  return placed ? wallTimeOf(placed.at + by, "UTC") : "";
};

/** A wait to begin with: from the creation, or the end of the wait before, for a day. */
export function oneMoreWait({ at, waits }: Imagined): Wait {
  const from = waits.at(-1)?.until || at;
  return { on: "REQUESTER", from, until: later(from, 24 * HOUR) };
}
/** After-hours service to begin with: from the creation, or an hour after the one before, without end. */
export const oneMoreAfterHours = ({ at, afterHours }: Imagined): Stretch => ({
  ...{ from: afterHours.length > 0 ? later(afterHours.at(-1)?.until || at, HOUR) : at, until: "" },
});
