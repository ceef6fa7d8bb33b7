/** Rows kept where they are while somebody points at one of them, and how far the live order has moved on. */
export type Held<R> = { readonly rows: readonly (R & { readonly gone: boolean })[]; readonly changes: number };

/**
 * Shows `live` rows in the order of `held`: each with its newest content, those that have left marked as gone, new ones
 * not yet. `changes` counts what applying the live order would do: rows that come, go, or move past another.
 */
export function holdOrder<R extends { readonly ticketId: string }>(held: readonly R[], live: readonly R[]): Held<R> {
  const now = new Map(live.map((row) => [row.ticketId, row]));
  const before = new Set(held.map((row) => row.ticketId));
  const rows = held.map((row) => ({ ...(now.get(row.ticketId) ?? row), gone: !now.has(row.ticketId) }));
  const staying = held.filter((row) => now.has(row.ticketId)).map((row) => row.ticketId);
  const next = live.filter((row) => before.has(row.ticketId)).map((row) => row.ticketId);
  const come = live.length - next.length;
  const gone = held.length - staying.length;
  return { rows, changes: come + gone + moves(staying, next) };
}

/** The fewest rows to take out and put elsewhere: all but the longest run that keeps its order. */
function moves(before: readonly string[], after: readonly string[]): number {
  const place = new Map(after.map((id, i) => [id, i]));
  const tails: number[] = [];
  for (const id of before) {
    const at = place.get(id) ?? 0;
    const slot = tails.findIndex((tail) => tail >= at);
    tails[slot === -1 ? tails.length : slot] = at;
  }
  return before.length - tails.length;
}
