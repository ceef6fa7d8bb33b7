import { filterOf as filterOfShow, shows } from "../desk/shows.ts";
import type { QueueFilter } from "../live/queue.svelte.ts";

/** What the queue page shows, as its address says it. */
export type Asked = {
  readonly view: View;
  readonly clientId: string | null;
  readonly teamId: string | null;
  /** `due`: what can still be saved, live. `take`: what *take next* takes, one after another. */
  readonly order: Order;
};
export const views = [...shows, { key: "paused", label: "Paused" }] as const;
export type View = (typeof views)[number]["key"];
export type Order = "due" | "take";

/** All that is open, by due time. */
export const plainView: Asked = { view: "all", clientId: null, teamId: null, order: "due" };

type Search = Pick<URLSearchParams, "get">;

/** Reads an address; whatever it leaves out or misspells is all that is open, by due time. */
export const readAddress = (search: Search): Asked => ({
  view: views.find(({ key }) => key === search.get("view"))?.key ?? "all",
  clientId: search.get("client") || null,
  teamId: search.get("team") || null,
  order: search.get("order") === "take" ? "take" : "due",
});

/** The address's query: only what differs from all that is open, by due time; empty for that. */
export function writeAddress({ view, clientId, teamId, order }: Asked): string {
  const search = new URLSearchParams();
  if (view !== "all") search.set("view", view);
  if (clientId) search.set("client", clientId);
  if (teamId) search.set("team", teamId);
  if (order !== "due") search.set("order", order);
  return search.toString();
}

export const pathOf = (asked: Asked): string => {
  const search = writeAddress(asked);
  return search ? `/queue?${search}` : "/queue";
};

/** What the desk is asked for; null while it is not known whose "mine" is. */
export function filterOf({ view, clientId, teamId }: Asked, technicianId: string | null): QueueFilter | null {
  const base = view === "paused" ? { paused: true } : filterOfShow(view, technicianId);
  return base && { ...base, ...(clientId && { clientId }), ...(teamId && { teamId }) };
}
