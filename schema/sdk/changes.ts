import type { ClientOptions, DeskClient } from "./client.ts";
import { Conflict, CursorExpired, type DeskError, DeskFault, RateLimited, Unreachable } from "./errors.ts";
import { type Asked, follow, type Stretch } from "./follow.ts";
import type { ChangeType } from "./generated/contract.ts";
import { type ChangeFieldsFragment, changePage, feedEnd } from "./generated/operations.ts";
import { pause, waitMs } from "./patience.ts";
import type { PositionStore } from "./position-store.ts";

export type Change = ChangeFieldsFragment;

export type ChangesOptions = {
  /** Goes on behind this position; `0` is the feed's beginning. Without it, where the store says. */
  after?: string | undefined;
  /** Keeps the place: each position is saved once the change before it was handled. */
  store?: PositionStore | undefined;
  /**
   * Reads everything anew: called before the first change where no place is known (FIRST), and where the known one is
   * older than changes are kept (EXPIRED). What happens meanwhile comes behind it, so that nothing is missed. Without
   * it, the feed begins now, and an old place is thrown as CursorExpired.
   */
  resync?: ((why: "FIRST" | "EXPIRED") => Promise<void>) | undefined;
  /** Only these; without it, all. */
  types?: ChangeType[] | undefined;
  /** Also what came with the key in use; without it, one's own echo is left out. */
  own?: boolean | undefined;
  /** Further keys of one's own, by their ids: what came with them is left out too. For the days after a rotation. */
  origins?: readonly string[] | undefined;
  /** False: ends once it has caught up. Without it, it goes on for ever, by a socket where it can. */
  live?: boolean | undefined;
  /** Told of what does not hold the feed up for good: the desk is not reached, or asks to wait. It is tried again. */
  onTrouble?: ((error: DeskError) => void) | undefined;
  /** Ends the loop; the change at hand counts as handled when its turn is over. */
  signal?: AbortSignal | undefined;
};

type Way = Pick<ClientOptions, "url" | "token" | "webSocket">;

const PAGE = 50;
const LONGEST_WAIT = { longestWaitSeconds: 15 };
/** What passes by itself. */
const passing = [Unreachable, RateLimited, Conflict, DeskFault];

/**
 * What happens, in order, each change at least once. It catches up by pages, then follows by a socket, and does so again
 * whenever that breaks; to leave the loop early is to have the change at hand again next time.
 *
 *     for await (const change of desk.changes({ store: fileStore("position"), resync })) await apply(change);
 */
export async function* changes(
  client: DeskClient,
  way: Way,
  options: ChangesOptions = {},
): AsyncGenerator<Change, void, undefined> {
  const { store, resync, signal, own = false, origins = [] } = options;
  let position = options.after ?? (await store?.load()) ?? null;
  const reach = async (to: string) => {
    position = to;
    await store?.save(to);
  };
  while (!signal?.aborted)
    try {
      if (position === null) {
        const { changes: feed } = await lasting(() => client.request(feedEnd, {}, { signal }), options);
        await resync?.("FIRST");
        await reach(feed.to);
      }
      for await (const { to, changes } of stretches(client, way, position as string, options)) {
        for (const change of changes) {
          if ((own || !change.own) && !origins.includes(change.origin ?? "")) yield change;
          await reach(change.position);
          if (signal?.aborted) return;
        }
        if (to !== position) await reach(to);
      }
      return;
    } catch (error) {
      if (signal?.aborted) return;
      if (!(error instanceof CursorExpired && resync)) throw error;
      await resync("EXPIRED");
      await reach(error.position);
    }
}

/** Stretches that follow on one another: pages until there are no more, then a socket until it ends, and again. */
async function* stretches(
  client: DeskClient,
  way: Way,
  after: string,
  options: ChangesOptions,
): AsyncGenerator<Stretch, void, undefined> {
  const { types, own = false, live = true, signal } = options;
  const asked: Asked = { types: types ?? null, excludeOwn: !own };
  let at = after;
  for (let broken = 1; !signal?.aborted; broken++) {
    for (let more = true; more; ) {
      const variables = { after: at, first: PAGE, ...asked };
      const { changes: page } = await lasting(() => client.request(changePage, variables, { signal }), options);
      more = page.hasMore;
      at = page.to;
      yield page;
    }
    if (!live) return;
    for await (const stretch of follow({ ...way, signal }, at, asked)) {
      if (stretch.from !== at) break; // something is missing in between: the pages have it
      broken = 0;
      at = stretch.to;
      yield stretch;
    }
    // where no socket lasts, this is how often the pages are asked for
    await pause(waitMs(broken, null, LONGEST_WAIT), signal);
  }
}

/** Does it until it is done: a feed that is to go on for ever outlasts what the client's own patience does not. */
async function lasting<T>(work: () => Promise<T>, { live = true, signal, onTrouble }: ChangesOptions): Promise<T> {
  for (let failures = 1; ; failures++)
    try {
      return await work();
    } catch (error) {
      if (!live || !passing.some((kind) => error instanceof kind)) throw error;
      onTrouble?.(error as DeskError);
      await pause(waitMs(failures, null, LONGEST_WAIT), signal);
    }
}
