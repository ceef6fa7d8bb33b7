import type { Step } from "../core/ticket-lifecycle.ts";
import type { Ticket } from "./ticket.entity.ts";

/** Why a verb was refused. Each mutation names in its own enum those that it can answer. */
export type RefusalCode =
  | "NOT_FOUND"
  | "STALE_VERSION"
  | "NOT_IN_THIS_STATUS"
  | "FINAL_STATUS"
  | "STEPS_MISSING"
  | "REASON_REQUIRED"
  | "REOPEN_PERIOD_OVER"
  | "STAFF_ONLY"
  | "ALREADY_TAKEN"
  | "QUEUE_EMPTY"
  | "APPOINTMENT_NEEDED"
  | "CONSENT_MISSING"
  | "INVALID"
  | "ALREADY_EXISTS";

/** A refusal is a value: it says what is wrong, where, and how the ticket stands. */
export type Refusal = {
  readonly kind: "refused";
  readonly code: RefusalCode;
  readonly field: string | null;
  readonly message: string;
  readonly missingSteps: readonly Step[];
  /** The ticket as it stands, so that nobody has to ask again. */
  readonly current: Ticket | null;
};

/** A ticket was changed, as it stands now. */
export type Changed = { readonly kind: "changed"; readonly ticket: Ticket };

export function refuse(
  code: RefusalCode,
  field: string | null,
  message: string,
  current: Ticket | null = null,
  missingSteps: readonly Step[] = [],
): Refusal {
  return {
    kind: "refused",
    code,
    field,
    message,
    missingSteps,
    current,
  };
}
