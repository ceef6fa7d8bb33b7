import { Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";

export const ConsentEnum = enumOf("Consent", "How somebody at the client agreed to a remote session.", {
  SPOKEN: "They were asked, and said so to the technician.",
  ONLINE: "By confirming the appointment.",
});

export const SessionEndEnum = enumOf("SessionEnd", "How a remote session ended.", {
  TECHNICIAN: "The technician ended it.",
  REQUESTER: "The requester ended it.",
  DESK_CLOSED: "The desk's hours were over.",
  TICKET_ENDED: "Its ticket was closed, cancelled or merged.",
  VANISHED: "The heartbeats stopped: it ended at the last one plus a grace of 60 seconds.",
});

@ObjectType("RemoteSession", { implements: Node, description: "Being connected to the requester's machine." })
export class RemoteSessionType extends Node {
  @Field(() => DateTime, { description: "When it started." })
  startedAt!: Instant;
  @Field(() => DateTime, { description: "Last sign of life." })
  lastHeartbeatAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it runs." })
  endedAt!: Instant | null;
  @Field(() => SessionEndEnum, { nullable: true, description: "How it ended." })
  endedBy!: string | null;
  @Field(() => ConsentEnum, { nullable: true, description: "How somebody agreed; null for one before this was asked." })
  consentHow!: string | null;
  @Field(() => String, { nullable: true, description: "Who agreed." })
  consentBy!: string | null;
}

@ObjectType({ description: "A client's remote minutes on one day of its own calendar." })
export class FairUse {
  @Field(() => CalendarDate, { description: "The day, in the client's zone." })
  date!: string;
  @Field(() => String, { description: "The client's IANA zone." })
  timeZone!: string;
  @Field(() => Int, { description: "Seconds granted by the plan." })
  allowanceSeconds!: number;
  @Field(() => Int, {
    description: "Seconds used so far, running sessions included; overlapping ones on a ticket count once.",
  })
  usedSeconds!: number;
  @Field(() => Int, { description: "Seconds left; 0 once used up." })
  remainingSeconds!: number;
  @Field(() => Int, { description: "Sessions of this client that run now." })
  runningSessions!: number;
  @Field(() => Int, {
    description:
      "Tickets on which they run: so many seconds are used in each second of desk time, until the day ends. 0 for another day than today.",
  })
  runningTickets!: number;
  @Field(() => DateTime, { description: "The instant, in desk time, at which the meter stood so." })
  asOf!: Instant;
}
