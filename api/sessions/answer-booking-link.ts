import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { reply } from "../tickets/converse.ts";
import { BookingLink } from "./appointment.entity.ts";
import { type BookingCode, type BookingRefusal, refuseBooking } from "./booking-refusal.ts";
import { type Booking, findBooking } from "./find-booking.ts";

/** What somebody asks for whom no time fits, or whose link is over. */
export const BOOKING_ASKS = ["ANOTHER_TIME", "NEW_LINK"] as const;
export type BookingAsk = (typeof BOOKING_ASKS)[number];

/** Whoever asks twice within it has been heard the first time. */
const AGAIN_SECONDS = 600;
const LONGEST = 5_000;

export type Asked = { readonly kind: "asked"; readonly askedAt: Instant };

/** What a requester may ask for: another time while the link is good, a new link once it is over; nothing by a link that was replaced. */
export function asksOf({ link, sent, closed }: Booking, { viewer, now }: Pick<Desk, "viewer" | "now">): BookingAsk[] {
  if (viewer.kind !== "BOOKING" && viewer.kind !== "REQUESTER") return [];
  const isOver = (one: BookingLink | null) => one !== null && one.expiresAt <= now;
  if (closed && closed.code !== "LINK_OVER") return [];
  if (link?.replacedAt) return [];
  return [isOver(link ?? sent) ? "NEW_LINK" : "ANOTHER_TIME"];
}

/**
 * The holder of a link says on the ticket, as its requester, what the link cannot give. It is a message like any other: clocks
 * hear it, and a ticket that waited for them is taken up again.
 */
export async function answerBookingLink(
  desk: Desk,
  input: { ticketId: string | null; ask: BookingAsk; body: string | null },
): Promise<Asked | BookingRefusal> {
  const booking = await findBooking(desk, input.ticketId, { lock: true });
  if (booking.kind === "refused") return booking;
  const { ticket, sent, closed } = booking;
  const [may] = asksOf(booking, desk);
  if (may === undefined) return closed ?? refuseBooking("NOT_FOUND", null, "There is nothing to ask for.");
  const body = input.body?.trim() ?? "";
  if (input.ask === "ANOTHER_TIME" && body === "")
    return refuseBooking("INVALID", "body", "Say when it suits you: days and hours.");
  if (body.length > LONGEST) return refuseBooking("INVALID", "body", "Say it in at most 5,000 characters.");
  if (sent?.answeredAt && desk.now < sent.answeredAt + AGAIN_SECONDS)
    return refuseBooking("TOO_SOON", null, "You asked a moment ago, and we have it: we write to you.");
  const words = input.ask === "NEW_LINK" ? "Please send me a new link to choose a time by." : body;
  const outcome = await reply(desk, {
    ...{ ticketId: ticket.id, body: input.ask === "NEW_LINK" && body ? `${words}\n\n${body}` : words },
    change: input.ask === "NEW_LINK" ? "Asked for a new booking link" : "Asked for another time",
  });
  if (outcome.kind === "refused") return refuseBooking(outcome.code as BookingCode, outcome.field, outcome.message);
  const links = { partnerId: ticket.partnerId, ticketId: ticket.id, replacedAt: null };
  await desk.em.nativeUpdate(BookingLink, links, { answeredAt: desk.now });
  return { kind: "asked", askedAt: desk.now };
}
