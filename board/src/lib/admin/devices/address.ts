import type { DeviceFilter, Standing } from "./documents.ts";

/** What the page of devices shows, as its address says it. */
export type Asked = {
  readonly standing: Standing | null;
  readonly clientId: string | null;
  readonly words: string;
  /** One product and version, as the manufacturer data calls them. */
  readonly runs: string | null;
};

/** In the order in which they are looked for. */
export const standings = ["LEAVING", "ENDED", "UNCLEAR", "PAID", "SUPPORTED", "UNKNOWN"] as const satisfies Standing[];

/** All devices. */
export const plain: Asked = { standing: null, clientId: null, words: "", runs: null };

type Search = Pick<URLSearchParams, "get">;

/** Reads an address; whatever it leaves out or misspells narrows nothing. */
export const readAddress = (search: Search): Asked => ({
  standing: standings.find((standing) => standing.toLowerCase() === search.get("standing")) ?? null,
  clientId: search.get("client") || null,
  words: search.get("words")?.trim() ?? "",
  runs: search.get("runs") || null,
});

/** The address of it: only what narrows the list. */
export function pathOf({ standing, clientId, words, runs }: Asked): string {
  const search = new URLSearchParams();
  if (standing) search.set("standing", standing.toLowerCase());
  if (clientId) search.set("client", clientId);
  if (words) search.set("words", words);
  if (runs) search.set("runs", runs);
  return search.size > 0 ? `/admin/devices?${search}` : "/admin/devices";
}

/** What the desk is asked for. */
export const filterOf = ({ standing, clientId, words, runs }: Asked): DeviceFilter => ({
  ...(standing && { standing: { eq: standing } }),
  ...(clientId && { client: { eq: clientId } }),
  ...(words && { search: words }),
  ...(runs && { runs: { eq: runs } }),
});
