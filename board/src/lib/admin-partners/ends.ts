import { formatAge } from "../time/format.ts";

/** Beyond two days only days matter. */
const length = (seconds: number): string =>
  seconds < 2 * 86_400 ? formatAge(seconds) : `${Math.round(seconds / 86_400)} days`;

export const ends = [
  { value: "90", label: "in 90 days" },
  { value: "365", label: "in a year" },
  { value: "", label: "never" },
] as const;

/** The instant so many days from now, as the API takes it; null for no end. */
export const endIn = (days: string, now: number): string | null =>
  days === "" ? null : new Date((now + Number(days) * 86_400) * 1_000).toISOString().replace(/\.\d+Z$/, "Z");

export const overlaps = [
  { value: 86_400, label: "a day: time to put the new one in" },
  { value: 7 * 86_400, label: "a week" },
  { value: 3_600, label: "an hour" },
  { value: 0, label: "not at all: it ends now" },
] as const;

/** When something was last there: a figure that is written once a minute needs no seconds. */
export function agoWords(at: string | null, now: number): string {
  if (at === null) return "never";
  const seconds = now - Date.parse(at) / 1_000;
  return seconds < 120 ? "just now" : `${length(seconds)} ago`;
}

/** What is said of a key's end beside its state. Amber is for what will soon stop working. */
export function endWords(expiresAt: string | null, now: number): { text: string; soon: boolean } {
  if (expiresAt === null) return { text: "no end", soon: false };
  const left = Date.parse(expiresAt) / 1_000 - now;
  if (left <= 0) return { text: `ended ${agoWords(expiresAt, now)}`, soon: false };
  return { text: `in ${length(left)}`, soon: left < 14 * 86_400 };
}
