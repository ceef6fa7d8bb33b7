/** What makes somebody's turn: who comes first whatever they have, and how many appointments each has in a week. */
export type Turn = {
  /** In this order: the one who has the appointment that moves, or the slot that is held; then the ticket's owner. */
  readonly first: readonly (string | null)[];
  readonly booked: ReadonlyMap<string, number>;
};

/**
 * Technicians who are all free, in the order in which they are asked: whoever the ticket is with, then the least booked that week,
 * then as they were given (by name).
 *
 * Example: Ada has three appointments this week, Ben one, Cleo one and the ticket is hers: Cleo, Ben, Ada.
 */
export function inTurn(ids: readonly string[], { first, booked }: Turn): string[] {
  const place = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  const has = (id: string) => booked.get(id) ?? 0;
  return ids.toSorted((a, b) => place(a) - place(b) || has(a) - has(b));
}
