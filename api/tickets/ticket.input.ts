import { Field, ID, InputType, Int } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { OutcomeEnum, RequestFactsInput } from "../coverage/coverage.graphql.ts";
import { DateTime } from "../platform/scalars.ts";
import { AffectedEnum, ChannelEnum, StepEnum, WaitingOnEnum } from "./ticket.graphql.ts";

const FILES =
  "Files to come with it, in their order, by the ids that `POST /attachments` answered you; at most 10. Each can be attached once.";

@InputType({ description: "A name in another system; unique within a partner." })
export class ExternalRefInput {
  @Field(() => String, { description: "The other system." })
  system!: string;
  @Field(() => String, { description: "The id there." })
  id!: string;
}

@InputType({ description: "A new request." })
export class CreateTicketInput {
  @Field(() => ID, { description: "The client it is for." })
  clientId!: string;
  @Field(() => ID, { nullable: true, description: "The person who asks; without it, you, if you are a requester." })
  requesterId?: string | null;
  @Field(() => ID, { nullable: true, description: "The device it is about; its technology is taken over." })
  deviceId?: string | null;
  @Field(() => String, { description: "What is wrong or wanted, in at most 500 characters." })
  subject!: string;
  @Field(() => String, { nullable: true, description: "All the rest." })
  description?: string | null;
  @Field(() => ChannelEnum, { nullable: true, description: "How it came. Without it: by who you are." })
  channel?: string | null;
  @Field(() => AffectedEnum, { nullable: true, description: "How many users cannot work; leave out if not asked." })
  affected?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whether they can keep working another way." })
  workaround?: boolean | null;
  @Field(() => RequestFactsInput, { nullable: true, description: "Facts that coverage is decided by." })
  facts?: RequestFactsInput | null;
  @Field(() => String, { nullable: true, description: "Only for plans whose priorities are stated: its code." })
  priority?: string | null;
  @Field(() => ID, { nullable: true, description: "Give it to a team at once." })
  teamId?: string | null;
  @Field(() => ID, { nullable: true, description: "Give it to a technician at once." })
  assigneeId?: string | null;
  @Field(() => ExternalRefInput, { nullable: true, description: "Its name in your system." })
  externalRef?: ExternalRefInput | null;
  @Field(() => [ID], { nullable: true, description: FILES })
  attachmentIds?: string[] | null;
}

@InputType({ description: "A ticket, and optionally the version you know." })
export class TicketRefInput {
  @Field(() => ID, { description: "The ticket." })
  ticketId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "Facts to state, or to state anew. Whatever is left out stays." })
export class StateFactsInput extends TicketRefInput {
  @Field(() => AffectedEnum, { nullable: true, description: "How many users cannot work." })
  affected?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whether there is a workaround." })
  workaround?: boolean | null;
  @Field(() => ID, { nullable: true, description: "The client's device it is about; its technology is taken over." })
  deviceId?: string | null;
  @Field(() => RequestFactsInput, { nullable: true, description: "Facts that coverage is decided by." })
  facts?: RequestFactsInput | null;
}

@InputType({ description: "A priority set by hand." })
export class SetPriorityInput extends TicketRefInput {
  @Field(() => String, { description: "Code of one of the plan's priorities." })
  priority!: string;
  @Field(() => String, { nullable: true, description: "Why; required unless the plan's priorities are stated." })
  reason?: string | null;
}

@InputType({ description: "A coverage decision by hand." })
export class OverrideCoverageInput extends TicketRefInput {
  @Field(() => OutcomeEnum, { description: "COVERED, LIMITED or EXCLUDED." })
  outcome!: string;
  @Field(() => String, { description: "Why, in at most 500 characters; kept beside the decision, and in the audit." })
  reason!: string;
  @Field(() => String, {
    nullable: true,
    description: "Code of the plan's clause that it goes by; left out where it is covered, or goes by none.",
  })
  clause?: string | null;
}

@InputType({ description: "An override to withdraw." })
export class WithdrawOverrideInput extends TicketRefInput {
  @Field(() => String, { nullable: true, description: "Why, in at most 500 characters." })
  reason?: string | null;
}

@InputType({ description: "A public message." })
export class ReplyInput extends TicketRefInput {
  @Field(() => String, { description: "The message." })
  body!: string;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When it was sent, where that is earlier than now: mail processed late, or another system's reply. Clocks go by it. Requesters leave it out.",
  })
  sentAt?: Instant | null;
  @Field(() => [ID], { nullable: true, description: FILES })
  attachmentIds?: string[] | null;
}

@InputType({ description: "An internal note." })
export class AddNoteInput extends TicketRefInput {
  @Field(() => String, { description: "The note." })
  body!: string;
  @Field(() => [ID], { nullable: true, description: FILES })
  attachmentIds?: string[] | null;
}

@InputType({ description: "The note of one documented step." })
export class StepNoteInput {
  @Field(() => StepEnum, { description: "Which step." })
  step!: string;
  @Field(() => String, { description: "What was done." })
  note!: string;
}

@InputType({ description: "A step to document." })
export class CompleteStepInput extends TicketRefInput {
  @Field(() => StepEnum, { description: "Which step." })
  step!: string;
  @Field(() => String, { description: "What was done." })
  note!: string;
}

@InputType({ description: "Which queue to take from." })
export class TakeNextInput {
  @Field(() => ID, { nullable: true, description: "Only of this team; without it, of all." })
  teamId?: string | null;
}

@InputType({ description: "The ticket to take." })
export class TakeTicketInput extends TicketRefInput {}

@InputType({ description: "To whom to give a ticket. Whatever is left out stays." })
export class AssignTicketInput extends TicketRefInput {
  @Field(() => ID, { nullable: true, description: "The team." })
  teamId?: string | null;
  @Field(() => ID, { nullable: true, description: "The technician." })
  technicianId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "True: nobody holds it any more." })
  unassign?: boolean | null;
}

@InputType({ description: "For whom to wait." })
export class WaitOnInput extends TicketRefInput {
  @Field(() => WaitingOnEnum, { description: "For whom." })
  on!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: "Until when, if that is known; an instant to come. Then the desk takes the ticket up again by itself.",
  })
  until?: Instant | null;
}

@InputType({ description: "The ticket to take up again." })
export class ResumeInput extends TicketRefInput {}

@InputType({ description: "A ticket that is solved." })
export class ResolveInput extends TicketRefInput {
  @Field(() => [StepNoteInput], { nullable: true, description: "Step notes that are still missing." })
  steps?: StepNoteInput[] | null;
  @Field(() => String, { nullable: true, description: "A public message to the requester." })
  message?: string | null;
}

@InputType({ description: "A ticket to reopen." })
export class ReopenInput extends TicketRefInput {
  @Field(() => String, { nullable: true, description: "Why; required once it is closed." })
  reason?: string | null;
}

@InputType({ description: "A ticket to close." })
export class CloseInput extends TicketRefInput {
  @Field(() => [StepNoteInput], { nullable: true, description: "Step notes that are still missing." })
  steps?: StepNoteInput[] | null;
  @Field(() => String, {
    nullable: true,
    description: "In place of the steps, where the ticket is excluded or withdrawn.",
  })
  reason?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the requester no longer wants it: then a reason does.",
  })
  withdrawn?: boolean | null;
}

@InputType({ description: "A ticket to cancel." })
export class CancelInput extends TicketRefInput {
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType({ description: "A duplicate and the ticket it is one of." })
export class MergeTicketsInput extends TicketRefInput {
  @Field(() => ID, { description: "The ticket that stays." })
  intoTicketId!: string;
}
