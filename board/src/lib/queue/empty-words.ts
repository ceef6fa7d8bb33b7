import type { Asked, View } from "./address.ts";

const empty: { readonly [view in View]: string } = {
  all: "No open tickets.",
  mine: "You hold nothing. Press n to take the next.",
  unassigned: "Every open ticket has an owner.",
  paused: "No ticket waits for anything.",
};

/** What an empty list says, and whether a filter may be why. */
export const emptyWords = ({ view, order, clientId, teamId }: Asked): string =>
  clientId || teamId
    ? "Nothing here with this filter."
    : order === "take"
      ? view === "mine" || view === "paused"
        ? "What is held or paused has no place among what to take next."
        : "Nothing to take: every open ticket is held, or waits."
      : empty[view];
