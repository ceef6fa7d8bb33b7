import type { SqlEntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { entities } from "../../api/app/entities.ts";
import { prepare } from "../../api/app/prepare.ts";
import { createOrm } from "../../api/platform/database.ts";
import type { Embedded } from "../../api/platform/embedded-postgres.ts";
import { installRoles, type RoleUrls } from "../../api/platform/roles.ts";
import { rebuildClocks } from "../../api/sla/rebuild-clocks.ts";
import { serveDesk } from "../support/serve-desk.ts";
import { verbsOn } from "../support/verbs.ts";
import { cloneTicket } from "./clone-ticket.ts";

const OPENED = Date.parse("2026-11-30T15:00:00Z") / 1000; // a Monday, 10:00 at the client
/** Desk time at which the clock is let run: every clone was opened by then, within the same operating hours. */
export const BEGIN = OPENED + 75 * 60;
const iso = (at: number) => new Date(at * 1000).toISOString();

export type BenchDesk = { readonly urls: RoleUrls; readonly clocks: number; readonly differences: number };

/**
 * A desk with so many open clocks, most of them far from their edges, and edges at the given seconds after `BEGIN`: by
 * turns a clock that becomes at risk and a promise that is broken. Tickets are opened by the API, then copied with all
 * that hangs on them, moved in time; that the copies are what their facts say is read from the facts.
 */
export async function makeDesk(server: Embedded, database: string, open: number, edges: readonly number[]) {
  const urls = await installRoles(server.url(), database);
  await prepare({ urls, embedded: null, where: "the benchmark" }, { sandbox: true });
  const desk = await serveDesk(urls, { at: iso(OPENED), worker: false });
  const client = new pg.Client(server.url(database));
  await client.connect();
  try {
    const on = verbsOn(desk);
    const calm = await on.open({ affected: "ONE" });
    const urgent = await on.open({ affected: "ALL", workaround: false });
    const edgeOf = async (number: number) => {
      const text = `select extract(epoch from min(next_edge_at))::int as at from sla_clock c
                      join ticket t on t.id = c.ticket_id where t.number = $1`;
      return (await client.query<{ at: number }>(text, [number])).rows[0]?.at as number;
    };
    const to = (edge: number, at: number) => BEGIN + at - edge;
    const warned = await edgeOf(urgent.number);
    await cloneTicket(
      client,
      urgent.number,
      edges.filter((_, i) => i % 2 === 0).map((at) => to(warned, at)),
    );
    await desk.travel(iso(warned + 1));
    const broken = await edgeOf(urgent.number);
    await cloneTicket(
      client,
      urgent.number,
      edges.filter((_, i) => i % 2 === 1).map((at) => to(broken, at)),
    );
    await desk.travel(iso(BEGIN - 60));
    const count = async () =>
      (await client.query<{ n: number }>("select count(*)::int as n from sla_clock where ended_at is null")).rows[0]
        ?.n as number;
    const calmOnes = Math.ceil((open - (await count())) / 2);
    await cloneTicket(
      client,
      calm.number,
      Array.from({ length: calmOnes }, (_, i) => i % (70 * 60)),
    );
    await client.query("vacuum analyze");
    const orm = await createOrm(urls.owner, entities, 2);
    const { differences } = await rebuildClocks(orm.em.fork() as SqlEntityManager).finally(() => orm.close(true));
    return { urls, clocks: await count(), differences: differences.length } satisfies BenchDesk;
  } finally {
    await client.end();
    await desk.close();
  }
}
