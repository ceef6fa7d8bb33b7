import type { ClockFact as Fact } from "../core/sla-clock/facts.ts";
import { type ClockReading, readClocks } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { announceBreach, cacheReading, chooseShown, TIME_ZONE_DATA, withdrawClock } from "./clock-cache.ts";
import { type AppliedEdit, beforeOf, clockNews, verdictNews } from "./clock-news.ts";
import { type Promised, readDossier } from "./dossier.ts";
import { SlaClock } from "./sla.entity.ts";
import { shelfWithin, termsOf } from "./terms-of.ts";

type Undated<F> = F extends Fact ? Omit<F, "seq" | "happenedAt" | "recordedAt"> : never;
/** A fact as a verb states it; its place and instants are given when it is recorded. */
export type NewClockFact = Undated<Fact>;

/** When facts happened and were recorded, where that is not now; and, for an edit that was applied, what it moved. */
export type Recording = {
  /** A mail processed late happened earlier than now; hours announced ahead happen later. */
  readonly happenedAt?: Instant | undefined;
  readonly recordedAt?: Instant | undefined;
  readonly applied?: AppliedEdit | undefined;
};

/**
 * Appends facts to a ticket, reads all its clocks again and stores what they say, with the news for the event log.
 * The caller holds the ticket's row, and does this once for a ticket: the facts go along with the last statement.
 */
export async function recordFacts(
  desk: Desk,
  ticket: Promised,
  facts: readonly NewClockFact[],
  recording: Recording = {},
): Promise<SlaClock[]> {
  const { recordedAt = desk.now, applied } = recording;
  const { before, clocks } = await readDossier(desk.em, ticket);
  // no clock ran before its ticket was there, however old a duplicate was that the ticket took in
  const happenedAt = Math.max(recording.happenedAt ?? desk.now, before[0]?.happenedAt ?? 0) as Instant;
  const added = facts.map((fact) => {
    const { kind, ...detail } = fact;
    const seq = ++ticket.factCount;
    appendFact(desk, ticket, { seq, kind, happenedAt, recordedAt, detail });
    return { ...fact, seq, happenedAt, recordedAt } as Fact;
  });
  const all = [...before, ...added];
  const { policy, hours, versions } = await termsOf(all, ticket.planId, shelfWithin(desk.em));
  const readings = readClocks(all, policy, hours, desk.now, versions);
  for (const reading of readings) {
    if (reading.target === null && !clocks.some((c) => isOf(c, reading))) continue; // never promised: nothing to keep
    const known = clocks.find((c) => isOf(c, reading));
    if (known && known.sealedAt !== null) continue; // history: what came later is shown beside it
    const clock = known ?? createClock(desk, ticket, reading);
    if (!known) clocks.push(clock);
    const old = known ? beforeOf(known) : null;
    announceBreach(clock, reading); // the worker may not have come to it yet
    cacheReading(clock, reading, desk.now);
    for (const event of clockNews(old, clock, applied)) desk.record({ ...event, partnerId: ticket.partnerId });
  }
  for (const clock of clocks)
    if (clock.sealedAt === null && !readings.some((reading) => isOf(clock, reading))) {
      const old = beforeOf(clock);
      withdrawClock(clock, desk.now);
      for (const event of verdictNews(old, clock)) desk.record({ ...event, partnerId: ticket.partnerId });
    }
  chooseShown(clocks);
  return clocks;
}

function appendFact(
  desk: Desk,
  ticket: Promised,
  fact: Pick<Fact, "seq" | "kind" | "happenedAt" | "recordedAt"> & { detail: object },
) {
  desk.append(
    `insert into clock_fact (id, partner_id, ticket_id, seq, kind, happened_at, recorded_at, detail)
     values (?, ?, ?, ?, ?, to_timestamp(?), to_timestamp(?), ?)`,
    [
      ...[uuidv7(), ticket.partnerId, ticket.id, fact.seq, fact.kind],
      ...[fact.happenedAt, fact.recordedAt, JSON.stringify(fact.detail)],
    ],
  );
}

const isOf = (clock: SlaClock, reading: ClockReading) =>
  clock.metric === reading.metric && clock.cycle === reading.cycle;

function createClock(desk: Desk, ticket: Promised, reading: ClockReading): SlaClock {
  return desk.em.create(SlaClock, {
    id: uuidv7(),
    partnerId: ticket.partnerId,
    ticketId: ticket.id,
    metric: reading.metric,
    cycle: reading.cycle,
    commitment: reading.target?.commitment ?? "INTERNAL",
    priority: reading.priority,
    targetKind: reading.target?.amount.kind ?? "OPERATING_TIME",
    startedAt: reading.startedAt,
    policyVersion: reading.policyVersion,
    calendarVersion: reading.hours.version,
    timeZoneData: TIME_ZONE_DATA,
    shown: false,
    dueAt: null,
    atRiskAt: null,
    satisfiedAt: null,
    endedAt: null,
    breachedAt: null,
    pausedAt: null,
    pausedReason: null,
    resumesAt: null,
    noDueReason: null,
    verdict: null,
    sealedAt: null,
    elapsedSeconds: null,
    lateSeconds: null,
    remainingSeconds: null,
    sealedNames: null,
    atRiskAnnouncedFor: null,
    breachAnnouncedFor: null,
    nextEdgeAt: null,
    nextEdge: null,
  });
}
