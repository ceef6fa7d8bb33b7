import type { DomainEvent } from "../core/events.ts";
import type { Seconds } from "../core/time.ts";
import type { MovedClock } from "./moved-clocks.ts";
import type { SlaClock } from "./sla.entity.ts";

type Before = Pick<SlaClock, "dueAt" | "verdict" | "priority">;

/** An edit that was applied to open clocks: which act, what it is told as, and what it moved at its own instant. */
export type AppliedEdit = { readonly id: string; readonly cause: string; readonly moved: readonly MovedClock[] };

/**
 * What the log is told about one clock after its facts were read again; `before` is null for a new clock. A due that an
 * edit moved is told as it was when the edit was applied, whatever has happened since.
 */
export function clockNews(before: Before | null, clock: SlaClock, applied?: AppliedEdit): DomainEvent[] {
  const ref = { clockId: clock.id, metric: clock.metric, cycle: clock.cycle };
  const ticketId = clock.ticketId;
  const news: DomainEvent[] = [];
  if (!before) {
    const { dueAt, atRiskAt, noDueReason } = clock;
    news.push({ type: "SlaClockStarted", ticketId, payload: { ...ref, dueAt, atRiskAt, noDueReason } });
  } else if (applied) {
    const move = applied.moved.find((m) => m.metric === clock.metric && m.cycle === clock.cycle);
    if (move)
      news.push({
        type: "SlaDueChanged",
        ticketId,
        payload: {
          ...ref,
          dueAt: { from: move.dueBefore, to: move.dueAfter },
          cause: applied.cause,
          applicationId: applied.id,
        },
      });
  } else if (before.dueAt !== clock.dueAt && clock.endedAt === null) {
    const cause = before.priority !== clock.priority ? `priority ${before.priority} → ${clock.priority}` : "pause";
    news.push({
      type: "SlaDueChanged",
      ticketId,
      payload: { ...ref, dueAt: { from: before.dueAt, to: clock.dueAt }, cause },
    });
  }
  if (clock.verdict !== null && clock.verdict !== before?.verdict) {
    if (clock.verdict === "MET" && clock.satisfiedAt !== null)
      news.push({ type: "SlaMet", ticketId, payload: { ...ref, dueAt: clock.dueAt, satisfiedAt: clock.satisfiedAt } });
    if (clock.sealedAt !== null)
      news.push({
        type: "SlaSealed",
        ticketId,
        payload: {
          ...ref,
          verdict: clock.verdict,
          dueAt: clock.dueAt,
          satisfiedAt: clock.satisfiedAt,
          elapsed: (clock.elapsedSeconds ?? 0) as Seconds,
          late: (clock.lateSeconds ?? 0) as Seconds,
        },
      });
  }
  return news;
}
