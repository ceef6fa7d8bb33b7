import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { readClocks } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import { clockDifferences, type Difference } from "./clock-differences.ts";
import { type Promised, readDossier } from "./dossier.ts";
import { shelfWithin, termsOf } from "./terms-of.ts";

export type TicketDifference = Difference & { readonly ticket: number };
export type Rebuilt = { readonly tickets: number; readonly clocks: number; readonly differences: TicketDifference[] };

const PAGE = 500;
type Row = Promised & { number: number };

/**
 * Reads every clock of the desk from its facts again, page by page, and says where a row differs. With `write` the rows
 * that may change are mended, each ticket under its own lock; a sealed verdict never is.
 */
export async function rebuildClocks(
  em: SqlEntityManager,
  { write = false, onPage = (_done: number, _of: number) => {} } = {},
): Promise<Rebuilt> {
  const [{ n: total }] = await em.execute<[{ n: number }]>("select count(*)::int as n from ticket");
  const differences: TicketDifference[] = [];
  let tickets = 0;
  let clocks = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const page = await em.execute<Row[]>(
      `select id, partner_id as "partnerId", plan_id as "planId", fact_count as "factCount", number
         from ticket where id > ? order by id limit ${PAGE}`,
      [after],
    );
    for (const { id } of page) {
      const found = await em.fork().transactional((tx) => rebuildTicket(tx as SqlEntityManager, id, write));
      differences.push(...found.differences);
      clocks += found.clocks;
    }
    tickets += page.length;
    onPage(tickets, total);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return { tickets, clocks, differences };
    after = last.id;
  }
}

/** One ticket at one instant, with its row held: what is under way there has the word first. */
async function rebuildTicket(tx: SqlEntityManager, id: string, write: boolean) {
  const [row] = await tx.execute<[Row & { now: number }]>(
    `select id, partner_id as "partnerId", plan_id as "planId", fact_count as "factCount", number,
            extract(epoch from desk_now())::float8 as now
       from ticket where id = ? for no key update`,
    [id],
  );
  const { before, clocks } = await readDossier(tx, row);
  const now = Number(row.now) as Instant;
  const { policy, hours, versions } = await termsOf(before, row.planId, shelfWithin(tx));
  const { differences, fresh } = clockDifferences(clocks, readClocks(before, policy, hours, now, versions), now);
  if (write && differences.length > 0)
    clocks.forEach((clock, i) => {
      const computed = fresh[i] as typeof clock;
      if (clock.sealedAt === null) Object.assign(clock, computed);
      else clock.shown = computed.shown;
    });
  return { clocks: clocks.length, differences: differences.map((d) => ({ ticket: row.number, ...d })) };
}
