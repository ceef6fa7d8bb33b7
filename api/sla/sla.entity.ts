import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { document, instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const METRICS = ["FIRST_RESPONSE", "NEXT_RESPONSE", "RESOLUTION"] as const;
export const COMMITMENTS = ["CONTRACTUAL", "INTERNAL"] as const;
export const VERDICTS = ["MET", "MISSED", "CANCELLED", "MERGED"] as const;
export const TARGET_KINDS = ["OPERATING_TIME", "OPERATING_DAYS", "ELAPSED"] as const;
export const EDGES = ["AT_RISK", "BREACH", "SEAL"] as const;

/** Names as they were when a verdict was sealed; the database takes them. */
export type SealedNames = {
  readonly client: string;
  readonly clientCode: string;
  readonly subject: string;
  readonly priority: string;
  readonly priorityRank: number | null;
  readonly holder: string | null;
};

/** What happened to a ticket that its clocks care about. Appended, never changed: every clock is read from these. */
export const ClockFact = defineEntity({
  name: "ClockFact",
  ...ownedByPartner("clock_fact"),
  uniques: [{ name: "clock_fact_partner_id_ticket_id_seq_unique", properties: ["partnerId", "ticketId", "seq"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    ticketId: p.uuid(),
    seq: p.integer(),
    kind: p.string(),
    happenedAt: instant(),
    recordedAt: instant(),
    detail: document<Record<string, unknown>>(),
  },
});
export type ClockFact = InferEntity<typeof ClockFact>;

/**
 * One target on one ticket, per cycle. Everything but the announcements is a cache that a reading of the facts
 * reproduces; `next_edge_at` is the timer itself. Once sealed it is a record: the database refuses any other change than
 * which clock a row shows.
 */
export const SlaClock = defineEntity({
  name: "SlaClock",
  ...ownedByPartner("sla_clock"),
  uniques: [
    {
      name: "sla_clock_partner_id_ticket_id_metric_cycle_unique",
      properties: ["partnerId", "ticketId", "metric", "cycle"],
    },
  ],
  indexes: [
    { name: "sla_clock_next_edge_at_index", properties: ["nextEdgeAt"], where: "next_edge_at is not null" },
    { name: "sla_clock_partner_id_started_at_index", properties: ["partnerId", "startedAt"] },
    { name: "sla_clock_metric_verdict_index", properties: ["metric", "verdict", "partnerId", "ticketId"] },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    ticketId: p.uuid(),
    metric: word(METRICS),
    cycle: p.integer(),
    commitment: word(COMMITMENTS),
    priority: p.string(),
    /** How the target counts: shown next to every countdown. */
    targetKind: word(TARGET_KINDS),
    startedAt: instant(),
    dueAt: instant().strictNullable(),
    atRiskAt: instant().strictNullable(),
    satisfiedAt: instant().strictNullable(),
    endedAt: instant().strictNullable(),
    breachedAt: instant().strictNullable(),
    pausedAt: instant().strictNullable(),
    pausedReason: p.string().strictNullable(),
    resumesAt: instant().strictNullable(),
    noDueReason: p.string().strictNullable(),
    verdict: word(VERDICTS).strictNullable(),
    sealedAt: instant().strictNullable(),
    /** Counted seconds when it ended; for a running clock they are read, not stored. */
    elapsedSeconds: p.integer().strictNullable(),
    lateSeconds: p.integer().strictNullable(),
    /** Counted seconds until due of a clock that ended or is paused, negative when late; null while it runs. */
    remainingSeconds: p.integer().strictNullable(),
    sealedNames: document<SealedNames>().strictNullable(),
    /** Is this the clock that the ticket's row shows: the open one with the earliest due, contractual first on a tie. */
    shown: p.boolean().default(false),
    atRiskAnnouncedFor: instant().strictNullable(),
    breachAnnouncedFor: instant().strictNullable(),
    nextEdgeAt: instant().strictNullable(),
    nextEdge: word(EDGES).strictNullable(),
    /** What it was read with last; once sealed, what its verdict was made with. */
    policyVersion: p.integer(),
    calendarVersion: p.integer(),
    timeZoneData: p.string(),
  },
});
export type SlaClock = InferEntity<typeof SlaClock>;

/** A manager's other view of a sealed verdict, with the reason. The verdict stays; this is appended beside it. */
export const VerdictRevision = defineEntity({
  name: "VerdictRevision",
  ...ownedByPartner("verdict_revision"),
  indexes: [{ properties: ["clockId"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    ticketId: p.uuid(),
    clockId: p.uuid(),
    verdict: word(VERDICTS),
    reason: p.text(),
    revisedBy: p.string(),
    at: instant(),
  },
});
export type VerdictRevision = InferEntity<typeof VerdictRevision>;
