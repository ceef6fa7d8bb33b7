import { type ClassType, Field, ObjectType } from "type-graphql";
import type { Step } from "../core/ticket-lifecycle.ts";
import { type UserErrorValue, userErrorOf } from "../platform/payload.ts";
import type { Viewer } from "../platform/viewer.ts";
import { acceptedBy } from "./accepted.ts";
import type { Refusal, RefusalCode } from "./refusal.ts";
import type { Ticket as TicketRow } from "./ticket.entity.ts";
import { StepEnum, Ticket, TicketVerbEnum, verbWord } from "./ticket.graphql.ts";

const meanings: { readonly [code in RefusalCode]: string } = {
  NOT_FOUND: "There is no such thing, or you may not see it.",
  STALE_VERSION: "Somebody changed the ticket meanwhile; `current` is how it stands.",
  NOT_IN_THIS_STATUS: "The ticket's status does not allow this; `accepts` says what it does allow.",
  FINAL_STATUS: "The ticket is cancelled or merged, and stays so.",
  STEPS_MISSING: "Documented steps are missing; `missingSteps` lists them.",
  REASON_REQUIRED: "A reason must be given.",
  REOPEN_PERIOD_OVER: "It was closed too long ago: create a new ticket.",
  STAFF_ONLY: "Only a technician or a manager may do this.",
  ALREADY_TAKEN: "Somebody else holds the ticket; `current` says who.",
  QUEUE_EMPTY: "Nothing waits in the queue.",
  APPOINTMENT_NEEDED: "It is by appointment, and none is now: send a booking link.",
  CONSENT_MISSING: "Nobody at the client is known to have agreed: ask, and name who did.",
  INVALID: "A field holds something that cannot be used.",
  ALREADY_EXISTS: "It exists already; `current` is it.",
};

export type TicketAnswer = {
  ticket: TicketRow | null;
  current: TicketRow | null;
  userErrors: UserErrorValue[];
  accepts: string[];
  missingSteps: readonly Step[];
};

/** The payload of one mutation on a ticket: the ticket, or why not, and what would be accepted; perhaps one thing beside. */
export function ticketPayload<const Code extends RefusalCode>(
  mutation: string,
  codes: readonly Code[],
  beside?: { type: () => ClassType; name: string; description: string },
) {
  const UserError = userErrorOf(
    mutation,
    Object.fromEntries(codes.map((c) => [c, meanings[c]])) as { readonly [code in Code]: string },
  );
  @ObjectType(`${mutation}Payload`, { description: `The answer to ${mutation}.` })
  class Payload {
    @Field(() => Ticket, { nullable: true, description: "The ticket after the change; null when it was refused." })
    ticket!: TicketRow | null;
    @Field(() => Ticket, { nullable: true, description: "When refused: the ticket as it stands, if you may see it." })
    current!: TicketRow | null;
    @Field(() => [UserError], { description: "Empty when it was done; otherwise nothing was changed." })
    userErrors!: UserErrorValue[];
    @Field(() => [TicketVerbEnum], { description: "When refused: what you may do to the ticket instead." })
    accepts!: string[];
    @Field(() => [StepEnum], { description: "When refused with STEPS_MISSING: the steps that need a note." })
    missingSteps!: readonly Step[];
  }
  if (beside) Field(beside.type, { nullable: true, description: beside.description })(Payload.prototype, beside.name);
  return Payload;
}

/** A verb's outcome as the payload shows it. */
export const answer = (viewer: Viewer, outcome: { kind: "changed"; ticket: TicketRow } | Refusal): TicketAnswer =>
  outcome.kind === "changed"
    ? { ticket: outcome.ticket, current: null, userErrors: [], accepts: [], missingSteps: [] }
    : {
        ticket: null,
        current: outcome.current,
        userErrors: [{ code: outcome.code, field: outcome.field, message: outcome.message }],
        accepts: outcome.current ? acceptedBy(viewer, outcome.current).map(verbWord) : [],
        missingSteps: outcome.missingSteps,
      };
