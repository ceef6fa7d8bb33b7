import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import type { Desk } from "../platform/desk.ts";
import { optionalUuidOf, uuidOf } from "../platform/global-id.ts";
import { payloadOf, type UserErrorValue } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { answer as ticketAnswer, ticketPayload } from "../tickets/ticket-payload.ts";
import { answerBookingLink } from "./answer-booking-link.ts";
import { type Agreed, bookAppointment, holdSlot, releaseSlot } from "./book-appointment.ts";
import {
  AnswerBookingLinkInput,
  AppointmentType,
  BookAppointmentInput,
  CancelAppointmentInput,
  HeldSlot,
  HoldSlotInput,
  ReleaseSlotInput,
  RescheduleAppointmentInput,
  SendBookingLinkInput,
  Slot,
} from "./booking.graphql.ts";
import type { BookingRefusal } from "./booking-refusal.ts";
import { cancelAppointment, rescheduleAppointment } from "./move-appointment.ts";
import { type AppointmentRow, rowOf } from "./read-appointments.ts";
import { heldOf } from "./read-booking.ts";
import { sendBookingLink } from "./send-booking-link.ts";

const common = {
  NOT_FOUND: "There is no such ticket, or you may not see it.",
  LINK_OVER: "The booking link works no more: it is over, or a newer one was sent.",
  NOT_IN_THIS_STATUS: "The ticket has ended: there is nothing left to agree on.",
  FINAL_STATUS: "The ticket is cancelled or merged, and stays so.",
} as const;
const times = {
  ...common,
  SLOT_TAKEN: "The time is free no longer; `nearest` offers others.",
  SLOT_PASSED: "The time has passed, or comes too soon; `nearest` offers others.",
  NOT_OFFERED: "No slot begins then: the desk is closed, nobody works, or it is over eight weeks ahead. See `nearest`.",
} as const;

@ObjectType({ description: "The answer to HoldSlot." })
class HoldSlotPayload extends payloadOf("HoldSlot", times) {
  @Field(() => HeldSlot, { nullable: true, description: "The slot, kept for five minutes; null when it was refused." })
  held!: HeldSlot | null;
  @Field(() => [Slot], { description: "When it was refused: free times near it, earliest first (at most 6)." })
  nearest!: readonly Slot[];
}

@ObjectType({ description: "The answer to BookAppointment." })
class BookAppointmentPayload extends payloadOf("BookAppointment", {
  ...times,
  ALREADY_EXISTS: "An appointment stands already: move it, or cancel it.",
}) {
  @Field(() => AppointmentType, { nullable: true, description: "The appointment; null when it was refused." })
  appointment!: AppointmentRow | null;
  @Field(() => [Slot], { description: "When it was refused: free times near it, earliest first (at most 6)." })
  nearest!: readonly Slot[];
}

@ObjectType({ description: "The answer to ReleaseSlot." })
class ReleaseSlotPayload extends payloadOf("ReleaseSlot", { NOT_FOUND: common.NOT_FOUND }) {}

@ObjectType({ description: "The answer to AnswerBookingLink." })
class AnswerBookingLinkPayload extends payloadOf("AnswerBookingLink", {
  ...common,
  INVALID: "When it suits is not said, or at too great length.",
  TOO_SOON: "It was asked for within the last ten minutes.",
}) {
  @Field(() => DateTime, { nullable: true, description: "When it was asked for; null when it was refused." })
  askedAt!: Instant | null;
}

const NO_APPOINTMENT = "No appointment stands.";
@ObjectType({ description: "The answer to RescheduleAppointment." })
class RescheduleAppointmentPayload extends payloadOf("RescheduleAppointment", {
  ...{ ...times, NO_APPOINTMENT, INVALID: "That is the time at which it is already." },
}) {
  @Field(() => AppointmentType, { nullable: true, description: "The appointment; null when it was refused." })
  appointment!: AppointmentRow | null;
  @Field(() => [Slot], { description: "When it was refused: free times near it, earliest first (at most 6)." })
  nearest!: readonly Slot[];
}

@ObjectType({ description: "The answer to CancelAppointment." })
class CancelAppointmentPayload extends payloadOf("CancelAppointment", {
  ...{ ...common, NO_APPOINTMENT, SLOT_PASSED: "It has begun." },
}) {
  @Field(() => AppointmentType, { nullable: true, description: "The appointment; null when it was refused." })
  appointment!: AppointmentRow | null;
}

@ObjectType({ description: "A link by which somebody chooses a time." })
class SentBookingLink {
  @Field(() => String, {
    description:
      "Where it leads, as a path of this desk. This is the one time that it is shown: send it to the requester.",
  })
  path!: string;
  @Field(() => DateTime, { description: "From this instant on it works no more." })
  expiresAt!: Instant;
}
const SendBookingLinkPayload = ticketPayload(
  "SendBookingLink",
  ["NOT_FOUND", "STALE_VERSION", "NOT_IN_THIS_STATUS", "FINAL_STATUS", "INVALID"],
  { type: () => SentBookingLink, name: "link", description: "The link; null when it was refused." },
);

type Answer = { appointment: AppointmentRow | null; nearest: readonly Slot[]; userErrors: UserErrorValue[] };
const errors = ({ code, field, message }: BookingRefusal) => [{ code, field, message }];
const answer = (outcome: Agreed | BookingRefusal): Answer =>
  outcome.kind === "refused"
    ? { appointment: null, nearest: outcome.nearest, userErrors: errors(outcome) }
    : { appointment: rowOf(outcome.appointment, outcome.ticket), nearest: [], userErrors: [] };

/** Who works when is the desk's own, so that these verbs run as the desk; what keeps them to a viewer's ticket is `findBooking`. */
async function agree(context: Context, act: (desk: Desk) => Promise<Agreed | BookingRefusal>): Promise<Answer> {
  const outcome = await context.verbAsDesk(act);
  context.refresh();
  return answer(outcome);
}
const wanted = ({ ticketId, from }: HoldSlotInput) => ({ ticketId: optionalUuidOf("Ticket", ticketId), from });

@Resolver()
export class BookResolver {
  @Mutation(() => SendBookingLinkPayload, {
    description:
      "Sends the requester a link by which they choose a time for a remote session, or move the one that stands. It counts as a response; without an appointment the ticket waits for them.",
  })
  async sendBookingLink(
    @Arg("input", () => SendBookingLinkInput) input: SendBookingLinkInput,
    @Ctx() context: Context,
  ) {
    const terms = {
      ...{ ticketId: uuidOf("Ticket", input.ticketId), expectedVersion: input.expectedVersion ?? null },
      ...{ technicianId: optionalUuidOf("Technician", input.technicianId), body: input.body ?? null },
      lengthSeconds: input.lengthSeconds ?? null,
    };
    const outcome = await context.verb((desk) => sendBookingLink(desk, terms));
    context.refresh();
    return { ...ticketAnswer(context.viewer, outcome), link: outcome.kind === "changed" ? outcome.link : null };
  }

  @Mutation(() => HoldSlotPayload, {
    description:
      "Keeps a slot for five minutes, while its booking is confirmed. What the ticket held before is free again.",
  })
  async holdSlot(@Arg("input", () => HoldSlotInput) input: HoldSlotInput, @Ctx() context: Context) {
    const outcome = await context.verbAsDesk((desk) => holdSlot(desk, wanted(input)));
    if (outcome.kind === "refused") return { held: null, nearest: outcome.nearest, userErrors: errors(outcome) };
    return { held: heldOf(outcome.appointment), nearest: [], userErrors: [] };
  }

  @Mutation(() => ReleaseSlotPayload, {
    description: "Lets go of the slot that a ticket holds, so that others may have it. Nothing held is no error.",
  })
  async releaseSlot(@Arg("input", () => ReleaseSlotInput) { ticketId }: ReleaseSlotInput, @Ctx() context: Context) {
    const outcome = await context.verbAsDesk((desk) =>
      releaseSlot(desk, { ticketId: optionalUuidOf("Ticket", ticketId) }),
    );
    return { userErrors: outcome.kind === "refused" ? errors(outcome) : [] };
  }

  @Mutation(() => AnswerBookingLinkPayload, {
    description:
      "Asks the desk for another time, or for a new link, in a message on the ticket as its requester. Once in ten minutes.",
  })
  async answerBookingLink(
    @Arg("input", () => AnswerBookingLinkInput) { ticketId, ask, body }: AnswerBookingLinkInput,
    @Ctx() context: Context,
  ) {
    const input = { ticketId: optionalUuidOf("Ticket", ticketId), ask, body: body ?? null };
    const outcome = await context.verbAsDesk((desk) => answerBookingLink(desk, input));
    context.refresh();
    return outcome.kind === "refused"
      ? { askedAt: null, userErrors: errors(outcome) }
      : { askedAt: outcome.askedAt, userErrors: [] };
  }

  @Mutation(() => BookAppointmentPayload, {
    description:
      "Agrees on a time for a remote session. The ticket is SCHEDULED until then. Two people never get one slot.",
  })
  bookAppointment(@Arg("input", () => BookAppointmentInput) input: BookAppointmentInput, @Ctx() context: Context) {
    return agree(context, (desk) => bookAppointment(desk, wanted(input)));
  }

  @Mutation(() => RescheduleAppointmentPayload, {
    description: "Moves the appointment to another time. The old one is given up only with the new one in hand.",
  })
  rescheduleAppointment(
    @Arg("input", () => RescheduleAppointmentInput) input: RescheduleAppointmentInput,
    @Ctx() context: Context,
  ) {
    return agree(context, (desk) => rescheduleAppointment(desk, wanted(input)));
  }

  @Mutation(() => CancelAppointmentPayload, {
    description: "Calls the appointment off. A ticket that waited for it is taken up again.",
  })
  cancelAppointment(
    @Arg("input", () => CancelAppointmentInput) input: CancelAppointmentInput,
    @Ctx() context: Context,
  ) {
    const ticketId = optionalUuidOf("Ticket", input.ticketId);
    return agree(context, (desk) => cancelAppointment(desk, { ticketId, reason: input.reason ?? null }));
  }
}
