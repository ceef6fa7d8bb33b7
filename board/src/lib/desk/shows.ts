import type { QueueFilter } from "../live/queue.svelte.ts";

/** The three views of the list, kept in the address as `?show=`. */
export const shows = [
  { key: "all", label: "All open" },
  { key: "mine", label: "Mine" },
  { key: "unassigned", label: "Nobody's" },
] as const;
export type Show = (typeof shows)[number]["key"];

export const showOf = (text: string | null): Show => shows.find(({ key }) => key === text)?.key ?? "all";

/** What the desk is asked for; null while it is not known whose "mine" is. */
export function filterOf(show: Show, technicianId: string | null): QueueFilter | null {
  switch (show) {
    case "all":
      return {};
    case "mine":
      return technicianId === null ? null : { assigneeId: technicianId };
    case "unassigned":
      return { unassigned: true };
    default:
      return show satisfies never;
  }
}
