import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { isPublic } from "./webhook-target.ts";

type Address = { address: string; family: number };
/** Resolves a name to all of its addresses. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

export const systemResolve: Resolve = (host) =>
  new Promise((ok, fail) =>
    systemLookup(host, { all: true }, (error, addresses) => (error ? fail(error) : ok(addresses))),
  );

/** A name that leads where webhooks do not go. */
export class TargetRefused extends Error {
  readonly code = "TARGET_REFUSED";
}

/**
 * Resolves for one connection, and lets it go only to what was judged: there is no second look-up in between, so a name
 * that answers otherwise the next time gains nothing. One address that is not public spoils all of them.
 */
export const guardedLookup =
  (resolve: Resolve): LookupFunction =>
  (host, options, done) => {
    resolve(host).then(
      (addresses) => {
        const bad = addresses.find(({ address }) => !isPublic(address));
        const [first] = addresses;
        if (bad || !first) {
          const why = bad ? `${host} leads to ${bad.address}` : `${host} leads nowhere`;
          return done(new TargetRefused(why), []);
        }
        // connections that race two families ask for all, others for one
        return options.all ? done(null, [...addresses]) : done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };

export type Dispatchers = { guarded: Dispatcher; local: Dispatcher; close(): Promise<void> };

/** Two ways out: one by which only the public network is reached, one for what the operator named. */
export function dispatchers(resolve: Resolve = systemResolve): Dispatchers {
  const shared = { keepAliveTimeout: 4_000, pipelining: 1, maxHeaderSize: 16_384 };
  const guarded = new Agent({ ...shared, connect: { timeout: 10_000, lookup: guardedLookup(resolve) } });
  const local = new Agent({ ...shared, connect: { timeout: 10_000 } });
  return {
    guarded,
    local,
    close: async () => {
      await Promise.all([guarded.destroy(), local.destroy()]);
    },
  };
}
