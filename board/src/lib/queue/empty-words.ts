import type { Asked } from "./address.ts";
import type { Choice } from "./find-filter.ts";

type Filter = Pick<Choice, "kind" | "name">;

/** ` for Alder Clinic, with team Network`; empty without a filter. */
const narrowed = (by: readonly Filter[]): string =>
  by.map(({ kind, name }) => (kind === "client" ? ` for ${name}` : ` with team ${name}`)).join(",");

/** What an empty list says: what was looked for, by which filters, and that there is none. */
export function emptyWords({ view, order }: Pick<Asked, "view" | "order">, by: readonly Filter[]): string {
  const these = narrowed(by);
  if (order === "take")
    return view === "mine" || view === "paused"
      ? "What is held or paused has no place among what to take next."
      : `Nothing to take${these}: every open ticket is held, or waits.`;
  switch (view) {
    case "all":
      return `No open tickets${these}.`;
    case "mine":
      return these ? `You hold nothing${these}.` : "You hold nothing. Press n to take the next.";
    case "unassigned":
      return `Every open ticket${these} has an owner.`;
    case "paused":
      return `No ticket${these} waits for anything.`;
    default:
      return view satisfies never;
  }
}
