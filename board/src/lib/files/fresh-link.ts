import { query } from "../gql.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { type FileShown, LinkAnew } from "./documents.ts";

/** A link that is over within this many seconds is not begun with. */
const MARGIN = 10;

/** Until when a link is good, in desk time. */
const endOf = (url: string): number => Number(/[?&]expires=(\d+)/.exec(url)?.[1] ?? 0);

/** A link to the file that is good now; null: the desk gives none. */
export async function freshLink({ id, url }: Pick<FileShown, "id" | "url">): Promise<string | null> {
  if (endOf(url) > deskClock.now + MARGIN) return url;
  const found = await query(LinkAnew, { id }).catch(() => null);
  return found?.node && "url" in found.node ? found.node.url : null;
}
