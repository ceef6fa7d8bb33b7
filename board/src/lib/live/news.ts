import { standingAt } from "../time/countdown.ts";
import type { Row } from "./row.ts";

/** What was known of the list when it was last looked at. */
export type Known = {
  readonly urgent: ReadonlySet<string>;
  readonly breached: ReadonlySet<string>;
  readonly stale: boolean;
};

export function know(rows: readonly Row[], stale: boolean, now: number): Known {
  const ids = (which: (row: Row) => boolean) => new Set(rows.filter(which).map((row) => row.ticketId));
  return {
    urgent: ids((row) => row.priority.rank === 1),
    breached: ids((row) => standingAt(row.reading, now) === "BREACHED"),
    stale,
  };
}

/** What is worth saying aloud: a board that died or came back, newly breached, new urgent. Nothing else interrupts. */
export function news(before: Known, after: Known, rows: readonly Row[]): string {
  if (after.stale) return before.stale ? "" : "This board is not live.";
  const name = (id: string) => {
    const row = rows.find(({ ticketId }) => ticketId === id);
    return row ? `${row.number}, ${row.client}` : "";
  };
  const come = (now: ReadonlySet<string>, then: ReadonlySet<string>) =>
    [...now].filter((id) => !then.has(id)).map(name);
  const breached = come(after.breached, before.breached);
  const urgent = come(after.urgent, before.urgent);
  return [
    before.stale ? "This board is live again." : "",
    breached.length > 0 ? `Breached: ${breached.join("; ")}.` : "",
    urgent.length > 0 ? `New urgent: ${urgent.join("; ")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
