import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { House } from "../../platform/house.ts";
import type { Measured, Metrics } from "./metrics.ts";
import { lookAt } from "./standing.ts";

/** A sequencer pulses every 2 s; one that has not for this long is dead, or cannot reach the database. */
const PULSE_OLD_SECONDS = 10;
/** Events this process may be behind for this long, at most: the feed is woken, and polls once a second. */
const FEED_BEHIND_MS = 5_000;
const DATABASE_MS = 2_000;

export type Life = { readonly draining: boolean };
type Own = Pick<Measured, "sockets" | "subscriptions" | "live" | "waitingOperations" | "pools">;

/** `/healthz`: the process lives. `/readyz`: send it work. `/metrics`: how it does, for who may know. */
export function serveHealth(
  fastify: FastifyInstance,
  {
    house,
    life,
    metrics,
    own,
    metricsToken,
  }: { house: House; life: Life; metrics: Metrics; own: () => Own; metricsToken: string | null },
): void {
  let behindSince: number | null = null;
  const faults = async (): Promise<string[]> => {
    if (life.draining) return ["this process is being stopped"];
    const standing = await within(DATABASE_MS, lookAt(house)).catch(() => null);
    if (!standing) return ["the database does not answer"];
    behindSince = standing.feedLag === 0 ? null : (behindSince ?? performance.now());
    return [
      ...(standing.migrated ? [] : ["the database is of another version"]),
      ...(behindSince !== null && performance.now() - behindSince > FEED_BEHIND_MS ? ["the event feed is behind"] : []),
      ...(standing.pulseAgeSeconds > PULSE_OLD_SECONDS ? ["no worker numbers events"] : []),
    ];
  };
  fastify.get("/healthz", async () => ({ ok: true, build: house.build }));
  fastify.get("/readyz", async (_request, reply) => {
    const because = await faults();
    return because.length === 0
      ? { ready: true }
      : reply.code(503).header("retry-after", "1").send({ ready: false, because });
  });
  fastify.get("/metrics", async (request, reply) => {
    if (!mayMeasure(request, metricsToken)) return reply.code(404).send({ error: "There is nothing here." });
    const measured = { ...(await within(DATABASE_MS, lookAt(house))), ...own() };
    return reply.type(metrics.registry.contentType).send(await metrics.text(measured));
  });
}

/** By its token; without one set, only whoever sits at this machine, and no proxy of somebody else's requests. */
function mayMeasure({ ip, headers }: FastifyRequest, token: string | null): boolean {
  if (token === null) return isLoopback(ip) && !headers["x-forwarded-for"] && !headers["forwarded"];
  const given = Buffer.from(headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const isLoopback = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|::ffff:127\.\d+\.\d+\.\d+)$/.test(host);

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
