import type { AddOnPeriod, CalendarVersion, PlanVersion } from "../clients/agreements.ts";
import type { ClockFact } from "../core/sla-clock/facts.ts";
import type { Instant } from "../core/time.ts";
import { hoursRef } from "./operating-hours.ts";

/** Another way of counting, for the open clocks of all tickets that it concerns. */
export type Edit =
  | { readonly kind: "PLAN"; readonly plan: PlanVersion }
  | { readonly kind: "CALENDAR"; readonly calendar: CalendarVersion; readonly from: Instant }
  /** All after-hours stretches of a contract as they now are; `from`: the first instant that differs. */
  | {
      readonly kind: "ADD_ON";
      readonly contractId: string;
      readonly addOns: readonly AddOnPeriod[];
      readonly from: Instant;
    };

/** What an edit has to know of a ticket: the hours that it counts by now. */
export type Concerned = { readonly calendar: CalendarVersion; readonly addOns: readonly AddOnPeriod[] };

type Applied = Extract<ClockFact, { kind: "POLICY_APPLIED" | "CALENDAR_APPLIED" }>;

/**
 * The fact by which an edit that was applied at an instant stands in a ticket's story. It is dated at that instant,
 * also where the page that writes it comes later: one act, one time, whatever its execution takes.
 */
export function factOfEdit(edit: Edit, ticket: Concerned, appliedAt: Instant, seq: number): Applied {
  const stamp = { seq, recordedAt: appliedAt };
  switch (edit.kind) {
    case "PLAN": {
      const { id, code, version } = edit.plan;
      return { ...stamp, kind: "POLICY_APPLIED", happenedAt: appliedAt, policy: { id, code, version } };
    }
    case "CALENDAR":
      return {
        ...stamp,
        kind: "CALENDAR_APPLIED",
        happenedAt: Math.max(edit.from, appliedAt) as Instant,
        calendar: hoursRef(edit.calendar, ticket.addOns),
      };
    case "ADD_ON":
      return {
        ...stamp,
        kind: "CALENDAR_APPLIED",
        happenedAt: Math.max(edit.from, appliedAt) as Instant,
        calendar: hoursRef(ticket.calendar, edit.addOns),
      };
  }
}
