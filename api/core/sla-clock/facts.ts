import type { OpenHours } from "../business-calendar/open-periods.ts";
import type { AlwaysOpen } from "../business-calendar/schedule.ts";
import type { Instant } from "../time.ts";
import type { PauseReason, SlaPolicy } from "./targets.ts";

/**
 * Where a published plan version or a calendar version is found again: plain data, so that facts can be stored. `id` is
 * the desk's own name for it.
 */
export type VersionRef = { readonly code: string; readonly version: number; readonly id?: string };

/** Operating hours as plain data: a calendar version, and the after-hours stretches that were known. */
export type HoursRef = VersionRef & { readonly afterHours?: readonly AlwaysOpen[] };

type What =
  /** `hours`: by which it counts from the start; absent, those that the reader is given. */
  | { readonly kind: "CREATED"; readonly priority: string; readonly hours?: HoursRef }
  | { readonly kind: "PRIORITY_CHANGED"; readonly priority: string }
  /**
   * The ticket waits on something; what it waited on before is over, unless this is said to come `alongside`.
   */
  | {
      readonly kind: "PAUSED";
      readonly reason: PauseReason;
      readonly resumesAt?: Instant;
      readonly alongside?: boolean;
    }
  /** The waiting is over: that for one reason, or all of it. */
  | { readonly kind: "RESUMED"; readonly reason?: PauseReason }
  /** `message`: the desk's name for it; `mailed`: it goes out by mail, so it may still come back. */
  | { readonly kind: "PUBLIC_REPLY"; readonly message?: string; readonly mailed?: boolean }
  /** A reply came back undelivered: it was none, from the instant on at which it was `said`. */
  | { readonly kind: "RESPONSE_WITHDRAWN"; readonly message: string; readonly said: Instant }
  | { readonly kind: "REQUESTER_MESSAGE" }
  | { readonly kind: "RESOLVED" | "CLOSED" | "REOPENED" | "CANCELLED" | "MERGED" }
  /** A new plan version's targets apply to the open clocks too, counted from their start. */
  | { readonly kind: "POLICY_APPLIED"; readonly policy: VersionRef }
  /** Other hours from `happenedAt` on, which may lie ahead: another calendar version, an add-on bought or ended. */
  | { readonly kind: "CALENDAR_APPLIED"; readonly calendar: HoursRef };

/** Something that happened to a ticket and that its clocks are read from; known to the desk since `recordedAt`. */
export type ClockFact = {
  readonly seq: number;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
} & What;

/** Finds the versions that facts name. Only needed where facts name any. */
export type Versions = {
  readonly policy: (ref: VersionRef) => SlaPolicy;
  readonly hours: (ref: HoursRef) => OpenHours;
};

/**
 * When a fact begins to matter: when it happened; for hours announced ahead, when they were announced; for a reply that came
 * back, when it was said.
 */
export const takesEffect = (fact: ClockFact): Instant =>
  Math.min(
    fact.happenedAt,
    fact.recordedAt,
    fact.kind === "RESPONSE_WITHDRAWN" ? fact.said : fact.happenedAt,
  ) as Instant;

/** What was known at an instant, in the order in which it happened. */
export function knownBy(facts: readonly ClockFact[], at: Instant): ClockFact[] {
  const known = facts.filter(
    (fact) => fact.recordedAt <= at && (fact.happenedAt <= at || fact.kind === "CALENDAR_APPLIED"),
  );
  return known.sort((a, b) => takesEffect(a) - takesEffect(b) || a.seq - b.seq);
}
