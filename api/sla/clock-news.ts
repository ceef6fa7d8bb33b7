import type { DomainEvent } from "../core/events.ts";
import type { Seconds } from "../core/time.ts";
import type { MovedClock } from "./moved-clocks.ts";
import type { SlaClock } from "./sla.entity.ts";

/** What the news is told against: the row as it was before its facts were read again. */
export type Before = Pick<
  SlaClock,
  "dueAt" | "verdict" | "priority" | "breachAnnouncedFor" | "sealedAt" | "metric" | "satisfiedAt"
>;
export const beforeOf = (clock: SlaClock): Before => {
  const { dueAt, verdict, priority, breachAnnouncedFor, sealedAt, metric, satisfiedAt } = clock;
  return { dueAt, verdict, priority, breachAnnouncedFor, sealedAt, metric, satisfiedAt };
};

export const refOf = ({ id, metric, cycle, commitment }: SlaClock) => ({ clockId: id, metric, cycle, commitment });

/** An edit that was applied to open clocks: which act, what it is told as, and what it moved at its own instant. */
export type AppliedEdit = { readonly id: string; readonly cause: string; readonly moved: readonly MovedClock[] };

/**
 * What the log is told about one clock after its facts were read again; `before` is null for a new clock. A due that an
 * edit moved is told as it was when the edit was applied, whatever has happened since.
 */
export function clockNews(before: Before | null, clock: SlaClock, applied?: AppliedEdit): DomainEvent[] {
  const ref = refOf(clock);
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
    const goesOn = before.verdict !== null ? "reopened" : "pause";
    const cause = before.priority !== clock.priority ? `priority ${before.priority} → ${clock.priority}` : goesOn;
    news.push({
      type: "SlaDueChanged",
      ticketId,
      payload: { ...ref, dueAt: { from: before.dueAt, to: clock.dueAt }, cause },
    });
  }
  return [...news, ...verdictNews(before, clock)];
}

/** What became of the promise: broken, not broken after all, kept, history. */
export function verdictNews(before: Before | null, clock: SlaClock): DomainEvent[] {
  const ref = refOf(clock);
  const { ticketId, dueAt, satisfiedAt, verdict } = clock;
  const news: DomainEvent[] = [];
  const announced = before?.breachAnnouncedFor ?? null;
  // a resolution that is owed again was reopened; a response can only have come back
  if (before?.verdict === "MET" && verdict !== "MET" && before.metric !== "RESOLUTION")
    news.push({
      type: "SlaMetWithdrawn",
      ticketId,
      payload: { ...ref, dueAt: before.dueAt, satisfiedAt: before.satisfiedAt },
    });
  if (announced === null && clock.breachAnnouncedFor !== null)
    news.push({ type: "SlaBreached", ticketId, payload: { ...ref, dueAt: clock.breachAnnouncedFor } });
  if (announced !== null && clock.breachAnnouncedFor === null)
    news.push({ type: "SlaBreachWithdrawn", ticketId, payload: { ...ref, dueAt: announced, satisfiedAt } });
  if (verdict === "MET" && before?.verdict !== "MET" && satisfiedAt !== null)
    news.push({ type: "SlaMet", ticketId, payload: { ...ref, dueAt, satisfiedAt } });
  if (verdict !== null && clock.sealedAt !== null && (before?.sealedAt ?? null) === null) {
    const elapsed = (clock.elapsedSeconds ?? 0) as Seconds;
    const late = (clock.lateSeconds ?? 0) as Seconds;
    news.push({ type: "SlaSealed", ticketId, payload: { ...ref, verdict, dueAt, satisfiedAt, elapsed, late } });
  }
  return news;
}
