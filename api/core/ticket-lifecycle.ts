import type { Instant } from "./time.ts";

export const statuses = ["NEW", "OPEN", "WAITING", "SCHEDULED", "RESOLVED", "CLOSED", "CANCELLED", "MERGED"] as const;
export type Status = (typeof statuses)[number];

/** The four documented steps, in the order they are usually done; the rule knows no order. */
export const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"] as const;
export type Step = (typeof steps)[number];

/** On whom a WAITING ticket waits. */
export type WaitingOn = "REQUESTER" | "MANUFACTURER" | "PARTS" | "INTERNAL";

export const verbs = [
  "take",
  "assign",
  "wait",
  "resume",
  "schedule",
  "reply",
  "note",
  "completeStep",
  "resolve",
  "reopen",
  "close",
  "cancel",
  "merge",
  "setPriority",
  "stateFacts",
  "overrideCoverage",
  "withdrawOverride",
  "startSession",
] as const;
export type Verb = (typeof verbs)[number];

/** Where a verb leads from a status; a verb that is not listed is refused there. */
type Row = { readonly [verb in Verb]?: Status };

const active = (now: Status): Row => ({
  take: now === "NEW" ? "OPEN" : now,
  assign: now,
  wait: "WAITING",
  schedule: "SCHEDULED",
  reply: now,
  note: now,
  completeStep: now,
  resolve: "RESOLVED",
  close: "CLOSED",
  cancel: "CANCELLED",
  merge: "MERGED",
  setPriority: now,
  stateFacts: now,
  overrideCoverage: now,
  withdrawOverride: now,
  // whoever connects works on it
  startSession: now === "NEW" ? "OPEN" : now,
});

/** The whole life of a ticket on one page. */
const life: { readonly [status in Status]: Row } = {
  // work may begin on a ticket that nobody holds yet
  NEW: { ...active("NEW"), resume: "OPEN" },
  OPEN: active("OPEN"),
  WAITING: { ...active("WAITING"), resume: "OPEN" },
  SCHEDULED: { ...active("SCHEDULED"), resume: "OPEN" },
  RESOLVED: {
    reopen: "OPEN",
    close: "CLOSED",
    reply: "RESOLVED",
    note: "RESOLVED",
    completeStep: "RESOLVED",
    assign: "RESOLVED",
    setPriority: "RESOLVED",
    stateFacts: "RESOLVED",
    overrideCoverage: "RESOLVED",
    withdrawOverride: "RESOLVED",
  },
  CLOSED: { reopen: "OPEN", reply: "CLOSED", note: "CLOSED" },
  CANCELLED: { note: "CANCELLED" },
  MERGED: { note: "MERGED" },
};

/** What the rules need to know of a ticket. */
export type LifecycleTicket = {
  readonly status: Status;
  /** Steps whose note was written in the present cycle; a reopened ticket starts with none and keeps the old notes. */
  readonly stepsDone: readonly Step[];
  /** What the ticket's plan asks for; an empty list asks for nothing. */
  readonly requiredSteps: readonly Step[];
  readonly closedAt?: Instant | null | undefined;
  /** The outcome of the coverage decision in force. */
  readonly coverage?: string | null | undefined;
};

/** Who acts, and what comes with the act. */
export type Act = {
  readonly by: "STAFF" | "REQUESTER" | "OTHER";
  /** Why. Counts only when something is written in it. */
  readonly reason?: string | null | undefined;
  /** Steps whose notes are given in the same act. */
  readonly steps?: readonly Step[] | undefined;
  /** The requester no longer wants it: closing needs a reason and no steps. */
  readonly withdrawn?: boolean | undefined;
  /** Days after closing within which a ticket may be reopened; null = no limit. */
  readonly reopenDays: number | null;
};

export type RefusalCode =
  | "NOT_IN_THIS_STATUS"
  | "FINAL_STATUS"
  | "STEPS_MISSING"
  | "REASON_REQUIRED"
  | "REOPEN_PERIOD_OVER"
  | "STAFF_ONLY";

export type Permit =
  | {
      readonly ok: true;
      readonly to: Status;
      /** Closed with a reason in place of the documented steps. */
      readonly withoutSteps: boolean;
    }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      readonly message: string;
      /** The verbs that this status knows. */
      readonly accepts: readonly Verb[];
      readonly missingSteps?: readonly Step[];
    };

/** The verbs a status knows, in the order of the list above. */
export const acceptedIn = (status: Status): readonly Verb[] => verbs.filter((verb) => life[status][verb] !== undefined);

/** In work: somebody still has to do something before it is resolved. */
export const isActive = (status: Status): boolean => life[status].resolve !== undefined;

/** Steps of the list that have no note yet. DOCUMENT is asked for when closing only. */
const missing = (ticket: LifecycleTicket, act: Act, upTo: "RESOLVED" | "CLOSED"): Step[] => {
  const done = new Set([...ticket.stepsDone, ...(act.steps ?? [])]);
  return ticket.requiredSteps.filter((step) => !done.has(step) && (upTo === "CLOSED" || step !== "DOCUMENT"));
};

/**
 * May this be done to this ticket, and where does it lead? A refusal says what would be accepted.
 *
 * Example: a ticket closed on Mon 2 Nov 10:00 with `reopenDays` 14 is reopened by a technician with a reason until
 * Mon 16 Nov 10:00; a second later the answer is REOPEN_PERIOD_OVER.
 */
export function permit(ticket: LifecycleTicket, verb: Verb, at: Instant, act: Act): Permit {
  const to = life[ticket.status][verb];
  const refuse = (code: RefusalCode, message: string, missingSteps?: Step[]): Permit => ({
    ok: false,
    code,
    message,
    accepts: acceptedIn(ticket.status),
    ...(missingSteps && { missingSteps }),
  });
  const reason = (act.reason ?? "").trim() !== "";

  if (to === undefined) {
    const final = ticket.status === "CANCELLED" || ticket.status === "MERGED";
    if (final) return refuse("FINAL_STATUS", `The ticket is ${ticket.status}, and stays so.`);
    return refuse("NOT_IN_THIS_STATUS", `A ticket that is ${ticket.status} does not accept "${verb}".`);
  }
  if (verb === "resolve") {
    const lacking = missing(ticket, act, "RESOLVED");
    if (lacking.length > 0) return refuse("STEPS_MISSING", `Resolving needs a note of ${list(lacking)}.`, lacking);
  }
  if (verb === "close") return permitClosing(ticket, act, reason, refuse);
  if (verb === "cancel" && !reason) return refuse("REASON_REQUIRED", "Cancelling needs a reason.");
  if (verb === "reopen" && ticket.status === "CLOSED") {
    if (act.by !== "STAFF") return refuse("STAFF_ONLY", "A closed ticket is reopened by a technician.");
    if (!reason) return refuse("REASON_REQUIRED", "Reopening a closed ticket needs a reason.");
    if (isTooLate(ticket, at, act.reopenDays))
      return refuse("REOPEN_PERIOD_OVER", `It was closed more than ${act.reopenDays} days ago: create a new ticket.`);
  }
  return { ok: true, to, withoutSteps: false };
}

/** Excluded and withdrawn tickets close with a reason; all others with every step of their plan. */
function permitClosing(
  ticket: LifecycleTicket,
  act: Act,
  reason: boolean,
  refuse: (code: RefusalCode, message: string, missingSteps?: Step[]) => Permit,
): Permit {
  const lacking = missing(ticket, act, "CLOSED");
  if (lacking.length === 0) return { ok: true, to: "CLOSED", withoutSteps: false };
  if (ticket.coverage === "EXCLUDED" || act.withdrawn)
    return reason
      ? { ok: true, to: "CLOSED", withoutSteps: true }
      : refuse("REASON_REQUIRED", "Closing without the documented steps needs a reason.");
  return refuse("STEPS_MISSING", `Closing needs a note of ${list(lacking)}.`, lacking);
}

const isTooLate = (ticket: LifecycleTicket, at: Instant, days: number | null): boolean =>
  days !== null && ticket.closedAt != null && at > ticket.closedAt + days * 86_400;

const list = (missingSteps: readonly Step[]): string => missingSteps.join(", ");
