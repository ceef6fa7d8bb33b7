import { Field, Int, ObjectType } from "type-graphql";
import type { Verb } from "../core/ticket-lifecycle.ts";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { DateTime } from "../platform/scalars.ts";
import { Priority, RequiredStepEnum } from "../sla/plan.graphql.ts";

export const TicketStatusEnum = enumOf("TicketStatus", "Where a ticket stands in its life.", {
  NEW: "Nobody has worked on it yet.",
  OPEN: "In work.",
  WAITING: "Waits for somebody else; `waitingOn` says for whom.",
  SCHEDULED: "Has an appointment.",
  RESOLVED: "Solved; the requester may reopen it.",
  CLOSED: "Done and documented.",
  CANCELLED: "No longer wanted. Final.",
  MERGED: "A duplicate of another ticket. Final.",
});
export { Priority };
export const StepEnum = RequiredStepEnum;
export const AffectedEnum = enumOf("Affected", "How many users cannot work.", {
  ONE: "One user.",
  SEVERAL: "Several users: precedence in the queue.",
  ALL: "All users: urgent when there is no workaround.",
});
export const ChannelEnum = enumOf("Channel", "How a request reached the desk.", {
  PORTAL: "The requester's portal.",
  EMAIL: "E-mail. Facts in a mail never make a ticket urgent.",
  PHONE: "A call to a technician.",
  MONITORING: "A monitoring product.",
  API: "Another system.",
});
export const WaitingOnEnum = enumOf("WaitingOn", "For whom a ticket waits.", {
  REQUESTER: "The person who asked.",
  MANUFACTURER: "The manufacturer.",
  PARTS: "Parts.",
  INTERNAL: "Somebody in the house.",
});
export const TicketVerbEnum = enumOf("TicketVerb", "What can be done to a ticket.", {
  TAKE: "Take it oneself.",
  ASSIGN: "Give it to a team or a technician.",
  WAIT: "Lay it aside until somebody else has acted.",
  RESUME: "Take it up (again).",
  REPLY: "Write a public message.",
  NOTE: "Write an internal note.",
  COMPLETE_STEP: "Document a step.",
  RESOLVE: "Resolve it.",
  REOPEN: "Reopen it.",
  CLOSE: "Close it.",
  CANCEL: "Cancel it.",
  MERGE: "Merge it into another.",
  SET_PRIORITY: "Set a priority by hand.",
  STATE_FACTS: "State facts.",
  OVERRIDE_COVERAGE: "Decide coverage by hand.",
  WITHDRAW_OVERRIDE: "Give way to the rules again.",
  START_SESSION: "Start a remote session.",
});
/** completeStep → COMPLETE_STEP */
export const verbWord = (verb: Verb): string => verb.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase();

export const TimelineKindEnum = enumOf("TimelineKind", "What a line of a ticket's story is about.", {
  CREATED: "The ticket was created; the body is its description.",
  REPLY: "A public message of the desk.",
  REQUESTER_MESSAGE: "A message of the requester.",
  NOTE: "An internal note.",
  STEP: "A documented step.",
  FACTS: "Facts were stated.",
  PRIORITY: "The priority changed.",
  COVERAGE: "Coverage was decided again.",
  ASSIGNMENT: "It was taken, assigned or laid down.",
  STATUS: "Its status changed.",
  CLOCK: "A promise came at risk or was broken.",
  SESSION: "A remote session started or ended.",
  MERGE: "Tickets were merged.",
  MAIL: "A letter to the requester could not be delivered.",
  APPOINTMENT: "An appointment was agreed, moved, called off, kept or missed.",
});

@ObjectType({ description: "One of the four steps on one ticket, in its present cycle." })
export class StepRecord {
  @Field(() => StepEnum, { description: "Which step." })
  step!: string;
  @Field(() => Boolean, { description: "Whether the plan asks for it." })
  required!: boolean;
  @Field(() => Boolean, { description: "Whether it has a note." })
  done!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "The note; null also for whoever may not read what is written within the desk.",
  })
  note!: string | null;
  @Field(() => String, { nullable: true, description: "Who wrote it." })
  by!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When." })
  at!: Instant | null;
}

@ObjectType({ description: "A name that another system gave to the ticket." })
export class ExternalRef {
  @Field(() => String, { description: "The other system." })
  system!: string;
  @Field(() => String, { description: "The ticket's id there." })
  id!: string;
}

@ObjectType({ description: "Why something stands where it stands." })
export class Reason {
  @Field(() => String, { description: "A stable word." })
  code!: string;
  @Field(() => String, { description: "The same as a sentence." })
  text!: string;
}

@ObjectType({ description: "A ticket's place among what to take next, or why it has none." })
export class QueuePlace {
  @Field(() => Boolean, { description: "Whether it is in the queue: NEW or OPEN, and nobody holds it." })
  inQueue!: boolean;
  @Field(() => String, { description: "Opaque; rows are placed by comparing these as text. Empty without a place." })
  orderKey!: string;
  @Field(() => [Reason], { description: "Why it is here, weightiest first; or why it has no place." })
  reasons!: Reason[];
}

@ObjectType({ implements: Node, description: "One line of a ticket's story." })
export class TimelineEntry extends Node {
  @Field(() => TimelineKindEnum, { description: "What it is about." })
  kind!: string;
  @Field(() => DateTime, { description: "When, in desk time." })
  at!: Instant;
  @Field(() => String, { description: "Who, by the name of the time." })
  actor!: string;
  @Field(() => Boolean, { description: "Whether the requester sees it." })
  public!: boolean;
  @Field(() => String, { nullable: true, description: "What was said." })
  body!: string | null;
  @Field(() => String, { nullable: true, description: "What changed, in words." })
  change!: string | null;
  @Field(() => StepEnum, { nullable: true, description: "The step that was documented." })
  step!: string | null;
}
export const TimelineConnection = connectionOf(TimelineEntry, "Timeline");

@ObjectType({ implements: Node, description: "A request for support: something broke or something is wanted." })
export class Ticket extends Node {
  @Field(() => Int, { description: "Number people use." })
  number!: number;
  @Field(() => Int, { description: "Grows with every change; pass it as `expectedVersion`." })
  version!: number;
  @Field(() => String, { description: "What it is about, in a few words." })
  subject!: string;
  @Field(() => String, { description: "What was said when it was opened." })
  description!: string;
  @Field(() => ChannelEnum, { description: "How it reached the desk." })
  channel!: string;
  @Field(() => AffectedEnum, { nullable: true, description: "How many users are affected; null: not stated." })
  affected!: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whether there is a workaround; null: not stated." })
  workaround!: boolean | null;
  @Field(() => Boolean, { description: "Whether a fact that is still open could make it urgent." })
  couldBeUrgent!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "The reason of a priority set by hand; null when it is derived.",
  })
  priorityReason!: string | null;
  @Field(() => TicketStatusEnum, { description: "Where it stands." })
  status!: string;
  @Field(() => WaitingOnEnum, { nullable: true, description: "For whom it waits; null unless WAITING." })
  waitingOn!: string | null;
  @Field(() => String, { nullable: true, description: "Why it was closed or cancelled, where a reason was given." })
  closeReason!: string | null;
  @Field(() => DateTime, { description: "When it was created." })
  createdAt!: Instant;
  @Field(() => DateTime, { description: "When it last changed." })
  updatedAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was resolved; null unless RESOLVED or CLOSED." })
  resolvedAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it ended." })
  closedAt!: Instant | null;
}

export const TicketConnection = connectionOf(Ticket, "Ticket");
