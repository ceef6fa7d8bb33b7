import { face } from "../time/format.ts";
import { instant } from "../time/instant.ts";
import { amountText } from "./promise-words.ts";
import type { SimulatedClock } from "./simulation-documents.ts";

/** `Mon 23 Nov 09:29`, with seconds where there are some. */
export function dueText(at: string, zone: string): string {
  const { weekday, date, time, seconds } = face(instant(at), zone);
  return `${weekday} ${date} ${time}${seconds === "00" ? "" : `:${seconds}`}`;
}

/** Due, or why not. */
export function dueOf({ dueAt, noDueReason }: SimulatedClock, zone: string): string {
  if (dueAt) return dueText(dueAt, zone);
  return noDueReason === "NO_OPERATING_TIME" ? "Never" : "Nothing promised";
}

export const amountOf = ({ target }: SimulatedClock): string => (target ? amountText(target) : "nothing");
