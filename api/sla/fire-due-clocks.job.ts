import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { DomainEvent } from "../core/events.ts";
import type { ClockFact } from "../core/sla-clock/facts.ts";
import { type ClockReading, readClock } from "../core/sla-clock/read-clock.ts";
import type { Instant, Seconds } from "../core/time.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { type LoggedEvent, logEvents } from "../platform/event-log.ts";
import { DESK_ACTOR } from "../platform/viewer.ts";
import { announceBreach, cacheReading, withdrawClock } from "./clock-cache.ts";
import { beforeOf, refOf, verdictNews } from "./clock-news.ts";
import { asFact, FACTS, type FactRow, factsOf } from "./dossier.ts";
import { SlaClock } from "./sla.entity.ts";
import { shelfWithin, termsOf } from "./terms-of.ts";

type Claimed = Record<string, never> & {
  readonly desk_now: number;
  readonly plan_id: string;
  readonly fact_count: number;
  readonly facts: FactRow[] | null;
};
type Due = { readonly clock: SlaClock; readonly planId: string; readonly facts: readonly ClockFact[] };

/**
 * Announces what became true by time alone: a clock at risk, a promise broken, a verdict sealed. A clock's own `next_edge_at` is the
 * timer. What is announced is read from the facts again; an edge that has become stale announces nothing. The ticket is
 * claimed with it: a verb that is under way has the word first.
 */
export const clockEdges: DueRows = {
  name: "clock-edges",
  earliest: "(select min(next_edge_at) from sla_clock where next_edge_at is not null)",
  due: "sla_clock where next_edge_at <= (select desk_now())",
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<Claimed[]>(
      `with claimed as materialized (
         select c.*, t.plan_id, t.fact_count, extract(epoch from desk_now())::float8 as desk_now from sla_clock c
           join ticket t on t.partner_id = c.partner_id and t.id = c.ticket_id
          where c.next_edge_at <= least((select desk_now()), to_timestamp(?)) order by c.next_edge_at, c.id limit ? offset ?
            for no key update of t, c skip locked)
       select claimed.*, (select ${FACTS} from clock_fact f where f.partner_id = claimed.partner_id and f.ticket_id = claimed.ticket_id) as facts
         from claimed order by next_edge_at, id`,
      [upTo, limit, offset],
    );
    const [claimed] = rows;
    if (!claimed) return 0;
    const now = Number(claimed.desk_now) as Instant;
    const due = await Promise.all(rows.map((row) => dueOf(tx, row)));
    // rows beyond a full batch come after its last one
    const last = (rows.length < limit ? (upTo ?? now) : due.at(-1)?.clock.nextEdgeAt) as Instant;
    const { news, fired } = await fireInOrder(tx, due, Math.min(last, now), now);
    await tx.flush();
    if (news.length > 0) await logEvents(tx, news);
    return fired;
  },
};

/** A verb may have ended between the claim's view of the facts and its lock: then the ticket counts more of them. */
async function dueOf(tx: SqlEntityManager, row: Claimed): Promise<Due> {
  const { desk_now: _, plan_id: planId, fact_count, facts, ...columns } = row;
  const clock = tx.map(SlaClock, columns as never);
  const known = (facts ?? []).map(asFact);
  return { clock, planId, facts: known.length === fact_count ? known : await factsOf(tx, clock) };
}

/** Each edge of these clocks up to an instant, in the order of the edges: a clock that comes late may have several. */
async function fireInOrder(tx: SqlEntityManager, due: readonly Due[], upTo: number, now: Instant) {
  const news: LoggedEvent[] = [];
  let fired = 0;
  for (const waiting = [...due]; waiting.length > 0; fired += 1) {
    const next = waiting.shift() as Due;
    const { clock } = next;
    const before = clock.nextEdgeAt as Instant;
    news.push(...(await fireEdge(tx, next, now)));
    // an edge that leaves its clock where it was is for the next look, not for ever
    const then = clock.nextEdgeAt;
    if (then === null || then > upTo || then <= before) continue;
    const behind = waiting.findIndex((other) => (other.clock.nextEdgeAt as Instant) > then);
    waiting.splice(behind < 0 ? waiting.length : behind, 0, next);
  }
  return { news, fired };
}

async function fireEdge(tx: SqlEntityManager, { clock, planId, facts }: Due, now: Instant): Promise<LoggedEvent[]> {
  const { policy, hours, versions } = await termsOf(facts, planId, shelfWithin(tx));
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
