import { formatAge } from "../time/format.ts";
import { instantOrNull } from "../time/instant.ts";
import type { MoveShown } from "./documents.ts";

/** How a due instant moves, in wall time: `2h 30m later`, `1d 3h earlier`. */
export function movedBy({ dueBefore, dueAfter }: Pick<MoveShown, "dueBefore" | "dueAfter">): string {
  const [before, after] = [instantOrNull(dueBefore), instantOrNull(dueAfter)];
  if (before === null) return after === null ? "unchanged" : "now has a due time";
  if (after === null) return "no due time any more";
  if (after === before) return "unchanged";
  return `${formatAge(Math.abs(after - before))} ${after > before ? "later" : "earlier"}`;
}

/** `41 clocks`, `1 clock`. */
export const count = (n: number, what: string): string => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
