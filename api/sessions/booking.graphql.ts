import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { TechnologyKindEnum } from "../clients/clients.graphql.ts";
import type { Instant } from "../core/time.ts";
import { Technician } from "../people/people.graphql.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";
import { TicketRefInput } from "../tickets/ticket.input.ts";
import type { BookingAsk } from "./answer-booking-link.ts";
import { RemoteSessionType } from "./session.graphql.ts";

export const AppointmentStatusEnum = enumOf("AppointmentStatus", "How an appointment stands.", {
  BOOKED: "Agreed; the ticket waits for it.",
  CANCELLED: "Called off.",
  KEPT: "Over: there was a remote session in its time.",
  MISSED: "Over: nobody met.",
});

@ObjectType("Appointment", { implements: Node, description: "An agreed time at which a technician connects." })
export class AppointmentType extends Node {
  @Field(() => DateTime, { description: "When it begins." })
  from!: Instant;
  @Field(() => DateTime, { description: "When it ends." })
  until!: Instant;
  @Field(() => AppointmentStatusEnum, { description: "How it stands." })
  status!: string;
  @Field(() => Int, { description: "Grows with each change; 0 while it stands as first agreed." })
  sequence!: number;
  @Field(() => String, { description: "Name of the technician who connects." })
  technicianName!: string;
}

@ObjectType({ description: "A time that can be booked." })
export class Slot {
  @Field(() => DateTime, { description: "When it begins." })
  from!: Instant;
  @Field(() => DateTime, { description: "When it ends." })
  until!: Instant;
}

@ObjectType({ description: "The slots that begin on one date." })
export class SlotDay {
  @Field(() => CalendarDate, { description: "The date, in the zone that was asked for." })
  date!: string;
  @Field(() => [Slot], { description: "Its slots, earliest first." })
  slots!: Slot[];
}

@ObjectType({ description: "A slot that is kept for this ticket until it is confirmed, or lapses." })
export class HeldSlot extends Slot {
  @Field(() => DateTime, { description: "From this instant on it is free again." })
  heldUntil!: Instant;
  @Field(() => String, { description: "Name of the technician whose time it is." })
  technicianName!: string;
}

export const BookingAskEnum = enumOf("BookingAsk", "What somebody asks for whom a booking link does not help.", {
  ANOTHER_TIME: "None of the times fits.",
  NEW_LINK: "The link is over.",
});

@ObjectType({ description: "What a booking is about: a ticket, and the time somebody may take for it." })
export class Booking {
  @Field(() => Int, { description: "Number of the ticket." })
  ticketNumber!: number;
  @Field(() => String, { description: "What the ticket is about, as its requester wrote it." })
  subject!: string;
  @Field(() => String, { nullable: true, description: "Whose time is offered; null: that of whoever is free." })
  technicianName!: string | null;
  @Field(() => Int, { description: "How long an appointment takes, in seconds." })
  lengthSeconds!: number;
  @Field(() => String, { description: "The client's IANA zone." })
  timeZone!: string;
  @Field(() => String, { description: "The IANA zone of the desk's hours." })
  deskTimeZone!: string;
  @Field(() => DateTime, {
    nullable: true,
    description:
      "From this instant on the link works no more: yours, or else the newest that was sent. Null: none was.",
  })
  expiresAt!: Instant | null;
  @Field(() => String, {
    nullable: true,
    description: "Why nothing can be booked, in a sentence: the link is over, or the ticket has ended. Null: it can.",
  })
  closedBecause!: string | null;
  @Field(() => DateTime, { description: "Slots are offered until then: eight weeks ahead." })
  bookableUntil!: Instant;
  @Field(() => [BookingAskEnum], {
    description:
      "What may be asked for by AnswerBookingLink: another time while the link is good, a new link once it is over.",
  })
  asks!: readonly string[];
  @Field(() => DateTime, {
    nullable: true,
    description: "When somebody last asked for it by the newest link; null: nobody did.",
  })
  askedAt!: Instant | null;
  @Field(() => HeldSlot, { nullable: true, description: "The slot that is held for it; null: none is." })
  held!: HeldSlot | null;
  @Field(() => AppointmentType, { nullable: true, description: "The appointment that stands; null: none does." })
  appointment!: object | null;
  @Field(() => [RemoteSessionType], {
    description:
      "The remote sessions of the ticket, oldest first (at most 100): whoever may book may end the one that runs.",
  })
  sessions!: object[];
  @Field(() => [SlotDay], { description: "What is free, by date; dates without a slot are left out." })
  days!: SlotDay[];
}

export const BookingObstacleEnum = enumOf(
  "BookingObstacle",
  "Why whoever gets a booking link may not find what they need.",
  {
    NOBODY_CAN: "Nobody here can do what the ticket is about.",
    NOBODY_WORKS: "Nobody whose time is offered has a shift.",
    NOTHING_FREE: "Nothing is free within hours and shifts.",
    NOT_THEIR_SKILL: "Times are free, of somebody who does other things than the ticket is about.",
  },
);

@ObjectType({ description: "What whoever gets a booking link would find within the next 14 days." })
export class BookingOutlook {
  @Field(() => TechnologyKindEnum, {
    nullable: true,
    description: "What the ticket is about; null where it does not say, so that anybody can do it.",
  })
  about!: string | null;
  @Field(() => [Technician], { description: "Whose time would be offered, by name (at most 1,000)." })
  technicians!: object[];
  @Field(() => Int, { description: "How many times are free." })
  slots!: number;
  @Field(() => Slot, { nullable: true, description: "The first of them; null: none is free." })
  earliest!: Slot | null;
  @Field(() => BookingObstacleEnum, { nullable: true, description: "What stands in the way; null: nothing does." })
  obstacle!: string | null;
  @Field(() => String, { nullable: true, description: "The same in a sentence that says what to do about it." })
  warning!: string | null;
}

@InputType({ description: "Which ticket to send a booking link for, and on which terms." })
export class SendBookingLinkInput extends TicketRefInput {
  @Field(() => ID, {
    nullable: true,
    description: "Whose time is offered; without it, that of whoever is free and can do what the ticket is about.",
  })
  technicianId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "How long it takes: 900 to 14400 seconds, in quarters of an hour. Without it, 1800.",
  })
  lengthSeconds?: number | null;
  @Field(() => String, {
    nullable: true,
    description: "What to write beside it. Without it, a sentence that asks to choose.",
  })
  body?: string | null;
}

@InputType({ description: "A slot, for a ticket." })
export class HoldSlotInput {
  @Field(() => ID, {
    nullable: true,
    description: "The ticket; a booking link names its own, so that it leaves this out.",
  })
  ticketId?: string | null;
  @Field(() => DateTime, { description: "When the slot begins, as `Booking.days` offers it." })
  from!: Instant;
}

@InputType({ description: "For which ticket the slot that is held is let go." })
export class ReleaseSlotInput {
  @Field(() => ID, {
    nullable: true,
    description: "The ticket; a booking link names its own, so that it leaves this out.",
  })
  ticketId?: string | null;
}

@InputType({ description: "What to ask for, where the times on offer do not help." })
export class AnswerBookingLinkInput extends ReleaseSlotInput {
  @Field(() => BookingAskEnum, { description: "What is asked for." })
  ask!: BookingAsk;
  @Field(() => String, {
    nullable: true,
    description: "In their own words; when it suits them, where another time is asked for. At most 5,000 characters.",
  })
  body?: string | null;
}

@InputType({ description: "A slot to agree on." })
export class BookAppointmentInput extends HoldSlotInput {}

@InputType({ description: "The slot to which an appointment is moved." })
export class RescheduleAppointmentInput extends HoldSlotInput {}

@InputType({ description: "An appointment to call off." })
export class CancelAppointmentInput {
  @Field(() => ID, {
    nullable: true,
    description: "The ticket; a booking link names its own, so that it leaves this out.",
  })
  ticketId?: string | null;
  @Field(() => String, { nullable: true, description: "Why, for the ticket's story; everybody on it reads this." })
  reason?: string | null;
}
