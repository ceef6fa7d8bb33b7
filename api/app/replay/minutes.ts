import type { Row } from "./rows.ts";

/** What happens to one incident within one minute: perhaps its opening, then its rows in order. */
export type Turn = { readonly number: string; readonly opening: Row | null; readonly rows: readonly Row[] };
export type Minute = { readonly at: number; readonly turns: readonly Turn[]; readonly rows: number };

export type Schedule = {
  readonly minutes: readonly Minute[];
  readonly incidents: number;
  readonly early: readonly Row[];
};

/**
 * Puts a log in the order in which it happened: by minute, and within an incident by revision. An incident opens at its
 * `opened_at` with the priority of its first row. Rows dated before the opening are applied at the opening, and listed.
 */
export function schedule(rows: readonly Row[]): Schedule {
  const incidents = new Map<string, Row[]>();
  for (const row of rows) {
    const known = incidents.get(row.number);
    if (known) known.push(row);
    else incidents.set(row.number, [row]);
  }
  const byMinute = new Map<number, Map<string, { opening: Row | null; rows: Row[] }>>();
  const turn = (at: number, number: string) => {
    let minute = byMinute.get(at);
    if (!minute) byMinute.set(at, (minute = new Map()));
    let own = minute.get(number);
    if (!own) minute.set(number, (own = { opening: null, rows: [] }));
    return own;
  };
  const early: Row[] = [];
  for (const [number, own] of incidents) {
    own.sort((a, b) => a.at - b.at || a.revision - b.revision);
    const first = own[0] as Row;
    turn(first.openedAt, number).opening = first;
    for (const row of own) {
      if (row.at < first.openedAt) early.push(row);
      turn(Math.max(row.at, first.openedAt), number).rows.push(row);
    }
  }
  const minutes = [...byMinute].sort(([a], [b]) => a - b);
  return {
    incidents: incidents.size,
    early,
    minutes: minutes.map(([at, turns]) => ({
      at,
      turns: [...turns].map(([number, { opening, rows }]) => ({ number, opening, rows })),
      rows: [...turns.values()].reduce((n, t) => n + t.rows.length, 0),
    })),
  };
}
