import type pg from "pg";
import type { Orm } from "./database.ts";
import { type Ahead, type DueRows, fireDue, lookAhead, Unfired } from "./due-rows.ts";
import { Hints } from "./hints.ts";
import { connectForEver, type Lasting } from "./lasting-connection.ts";

/**
 * The longest sleep. Whoever makes an earlier instant hints at it, and the hint comes on the connection by which this
 * poll asks: one that answers the poll would have heard. So the poll is for hints that were never given (their giver was
 * killed between its commit and the hint) and for a machine that was suspended, whose timers stood still meanwhile.
 * An instant that nobody hinted at is at most this late, and in time where it was made longer ahead than this.
 */
const POLL_MS = 10_000;
const AGAIN_MS = 1_000;
const HELD_MS = 20;
/** So long before an instant a transaction is begun for it. */
const EARLY_MS = 5;
const SWARM_MS = 5;
const TELL_AGAIN_MS = 60_000;

type Options = { readonly onFault: (error: Error) => void; readonly pollMs?: number };

/** A worker: sleeps to the earliest instant, fires, sleeps again; woken by a hint when an earlier one may have appeared. */
export function runDueRows(workerUrl: string, orm: Orm, sources: readonly DueRows[], options: Options): Lasting {
  const { onFault, pollMs = POLL_MS } = options;
  const watch = async (client: pg.Client, signal: AbortSignal) => {
    const look = () => lookAhead(client, sources);
    let told = { message: "", at: Number.NEGATIVE_INFINITY };
    /** The same fault again and again is told once a minute. */
    const tell = (error: Error) => {
      if (error.message === told.message && performance.now() - told.at < TELL_AGAIN_MS) return;
      told = { message: error.message, at: performance.now() };
      onFault(error);
    };
    const fire = async (expected: Ahead, come?: Promise<unknown>) => {
      try {
        return { ...(await fireDue(orm, sources, look, expected, come)), failed: false };
      } catch (error) {
        if (!(error instanceof Unfired)) throw error; // the connection is gone
        if (!signal.aborted) tell(error);
        return { fired: error.fired, ahead: await look(), failed: true };
      }
    };
    const hints = new Hints(client, SWARM_MS);
    await client.query("listen wake");
    await orm.em.getConnection().execute("select 1"); // opens the connection it fires by: the first edge is not to wait for it
    let ahead = await look();
    for (let pause = 0; !signal.aborted; ) {
      const ms = Math.max(millisecondsTo(ahead), pause);
      if (ms > EARLY_MS) {
        const woken = await hints.sleep(Math.min(ms - EARLY_MS, pollMs), signal);
        if (woken || ms - EARLY_MS > pollMs) ahead = await look();
        pause = 0;
        continue;
      }
      // who slept to an instant need not ask whether it has come: what is not due by the database's clock is not fired
      const come = ms > 0 ? new Promise((done) => setTimeout(done, Math.ceil(ms))) : undefined;
      const done = await fire({ ...ahead, now: Math.max(ahead.now, earliest(ahead)) }, come);
      ahead = done.ahead;
      // what was fired is in the inbox: the sequencer, of whichever worker it is, need not poll for it
      if (done.fired > 0) await client.query("notify fired");
      // left although due: it failed, or somebody holds it, who will have moved it when he is done
      else if (earliest(ahead) <= ahead.now) pause = done.failed ? AGAIN_MS : HELD_MS;
    }
  };
  return connectForEver(workerUrl, "watchdesk-timers", watch, onFault);
}

const earliest = (ahead: Ahead): number => Math.min(...ahead.earliest.map((at) => at ?? Number.POSITIVE_INFINITY));

/** Machine time until something is due; for ever, while the clock stands. What is due is due all the same. */
function millisecondsTo(ahead: Ahead): number {
  const seconds = earliest(ahead) - ahead.now;
  if (seconds <= 0) return 0;
  return ahead.rate > 0 ? ahead.saidAt + (seconds / ahead.rate) * 1000 - performance.now() : Number.POSITIVE_INFINITY;
}
