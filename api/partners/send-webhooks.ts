import pg from "pg";
import type { Settings } from "../platform/config.ts";
import { Hints } from "../platform/hints.ts";
import { Lanes } from "../platform/lanes.ts";
import { connectForEver, type Lasting } from "../platform/lasting-connection.ts";
import { ReadDoor, types } from "../platform/read.ts";
import type { RoleUrls } from "../platform/roles.ts";
import { dispatchers, type Resolve, systemResolve } from "./webhook-dispatcher.ts";
import { type Sending, serveEndpoint } from "./webhook-lane.ts";
import { lease, release } from "./webhook-work.sql.ts";

/**
 * The longest sleep. News, retries that were marked due and endpoints that were enabled are hinted at on the connection
 * that asks; what is not is the lease of a worker that died, which is over at its instant.
 */
const LOOK_MS = 5_000;
const SWARM_MS = 5;
/** Endpoints that are served at once: most of the time of each is waiting, so that slow ones take nobody's place. */
const LANES = 500;
/** What a worker that stops waits for answers that are on their way. */
const GRACE_MS = 1_000;
/** A receiver answers within this, or the try has failed. */
const LIMIT_MS = 15_000;

/** How names are resolved, and how long a receiver may take; a test sets them. */
export type SendingOptions = { readonly resolve?: Resolve; readonly limitMs?: number };

/**
 * Sends webhooks, beside the timers and never in their way: what is due was marked by them, here it goes out. Any number
 * of workers may run; each endpoint is served by one at a time. Woken by news and by hints.
 */
export function sendWebhooks(
  urls: RoleUrls,
  { webhookAllowLocal: allowLocal }: Settings,
  onFault: (error: Error) => void,
  { resolve = systemResolve, limitMs = LIMIT_MS }: SendingOptions = {},
): Lasting {
  const pool = new pg.Pool({
    ...{ connectionString: urls.worker, max: 8, types, options: "-c TimeZone=UTC" },
    ...{ application_name: "watchdesk-webhooks", idleTimeoutMillis: 30_000 },
  });
  pool.on("error", () => {});
  const lanes = new Lanes(LANES, onFault);
  let over = false;
  let looking: Promise<unknown> = Promise.resolve();
  const ways = dispatchers(resolve);
  const sending: Sending = { pool, door: new ReadDoor(urls, 4), ways, allowLocal, limitMs, isOver: () => over };

  const look = async () => {
    const { free } = lanes;
    if (free <= 0) return;
    // one that fails on our side keeps its lease to the end of it: no use in trying the same at once
    for (const endpoint of (await lease(pool, free)).rows)
      lanes.run(serveEndpoint(sending, endpoint).then(async () => void (await release(pool, endpoint.id))));
  };
  const watch = async (client: pg.Client, signal: AbortSignal) => {
    const hints = new Hints(client, SWARM_MS);
    lanes.onFree = () => hints.hear();
    await client.query("listen event; listen wake; listen fired");
    while (!signal.aborted) {
      const looked = look();
      looking = looked.catch(() => {});
      await looked;
      await hints.sleep(LOOK_MS, signal);
    }
  };
  const connection = connectForEver(urls.worker, "watchdesk-webhook-news", watch, onFault);
  return {
    stop: async () => {
      over = true;
      await connection.stop();
      await looking;
      await Promise.race([lanes.settled(), new Promise((done) => setTimeout(done, GRACE_MS).unref())]);
      await ways.close(); // what is on its way still is broken off, and sent again by whoever comes next
      await lanes.settled();
      await Promise.all([pool.end(), sending.door.close()]);
    },
  };
}
