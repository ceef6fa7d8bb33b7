import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { DomainEvent } from "../core/events.ts";
import { type ClockReading, readClock } from "../core/sla-clock/read-clock.ts";
import type { Instant, Seconds } from "../core/time.ts";
import type { DueRows } from "../platform/due-rows.ts";
import { type LoggedEvent, logEvents } from "../platform/event-log.ts";
import { DESK_ACTOR } from "../platform/viewer.ts";
import { announceBreach, cacheReading, withdrawClock } from "./clock-cache.ts";
import { beforeOf, refOf, verdictNews } from "./clock-news.ts";
import { factsOf } from "./dossier.ts";
import { SlaClock } from "./sla.entity.ts";
import { shelfWithin, termsOf } from "./terms-of.ts";

/**
 * Announces what became true by time alone: a clock at risk, a promise broken, a verdict sealed. A clock's own `next_edge_at` is the
 * timer. What is announced is read from the facts again; an edge that has become stale announces nothing. The ticket is
 * claimed with it: a verb that is under way has the word first.
 */
export const clockEdges: DueRows = {
  name: "clock-edges",
  earliest: "(select min(next_edge_at) from sla_clock where next_edge_at is not null)",
  due: "sla_clock where next_edge_at <= (select desk_now())",
  async fire(tx: SqlEntityManager, limit: number, offset: number): Promise<number> {
    const rows = await tx.execute<(Record<string, never> & { desk_now: string })[]>(
      `select c.*, extract(epoch from desk_now())::float8 as desk_now from sla_clock c
         join ticket t on t.partner_id = c.partner_id and t.id = c.ticket_id
        where c.next_edge_at <= (select desk_now()) order by c.next_edge_at, c.id limit ? offset ?
          for no key update of t, c skip locked`,
      [limit, offset],
    );
    const news: LoggedEvent[] = [];
    for (const { desk_now, ...row } of rows)
      news.push(...(await fireEdge(tx, tx.map(SlaClock, row as never), Number(desk_now) as Instant)));
    await tx.flush();
    if (news.length > 0) await logEvents(tx, news);
    return rows.length;
  },
};

async function fireEdge(tx: SqlEntityManager, clock: SlaClock, now: Instant): Promise<LoggedEvent[]> {
  const [ticket] = await tx.execute<[{ planId: string }]>(
    `select plan_id as "planId" from ticket where partner_id = ? and id = ?`,
    [clock.partnerId, clock.ticketId],
  );
  const facts = await factsOf(tx, { id: clock.ticketId, partnerId: clock.partnerId });
  const { policy, hours, versions } = await termsOf(facts, ticket.planId, shelfWithin(tx));
  const reading = readClock(facts, policy, hours, clock.metric, clock.cycle, now, versions);
  const before = beforeOf(clock);
  const news: DomainEvent[] = [];
  if (!reading) withdrawClock(clock, now);
  else if (clock.nextEdge !== "AT_RISK") announceBreach(clock, reading);
  else if (runs(reading) && reading.dueAt !== null && reading.atRiskAt !== null && now >= reading.atRiskAt) {
    clock.atRiskAnnouncedFor = reading.atRiskAt;
    const payload = { dueAt: reading.dueAt, remaining: reading.remaining as Seconds };
    news.push({ type: "SlaAtRisk", ticketId: clock.ticketId, payload: { ...refOf(clock), ...payload } });
  }
  if (reading) cacheReading(clock, reading, now);
  news.push(...verdictNews(before, clock));
  return news.map((event) => ({ ...event, partnerId: clock.partnerId, actor: DESK_ACTOR, origin: null, at: now }));
}

const runs = ({ state }: ClockReading) => state !== "ENDED" && state !== "PAUSED";
