import fillings from "virtual:docs/fillings";
import pages from "virtual:docs/pages";
import type { Item } from "../../../../../schema/docs/reference.ts";

// it lives on who is signed in, so it is made in the browser
export const prerender = false;
export const ssr = false;

/** What it opens with: an example of a guide, or the operation that a page of the reference begins with. */
export async function load({ url }) {
  const example = url.searchParams.get("example");
  const operation = url.searchParams.get("operation");
  if (example && fillings[example]) return { filled: fillings[example] };
  const item = operation ? ((await pages[operation]?.())?.default as Item | undefined) : undefined;
  return { filled: item?.example ?? null };
}
