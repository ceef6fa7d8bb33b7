import { type Obstacle, obstacleTo, type Skill, skillWords } from "../core/skills.ts";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { maySee } from "../tickets/find-ticket.ts";
import { Ticket } from "../tickets/ticket.entity.ts";
import { type BookingRefusal, refuseBooking } from "./booking-refusal.ts";
import { STANDARD_LENGTH } from "./find-booking.ts";
import { offeredSlots } from "./offered-slots.ts";
import { lengthFault } from "./send-booking-link.ts";

/** As far ahead as is looked: a link is good for as long. */
export const OUTLOOK_DAYS = 14;

export type Outlook = {
  readonly kind: "outlook";
  readonly about: Skill | null;
  /** Whose time would be offered. */
  readonly able: readonly { readonly id: string; readonly name: string }[];
  readonly slots: number;
  readonly earliest: { readonly from: Instant; readonly until: Instant } | null;
  readonly obstacle: Obstacle | null;
  /** What stands in the way and what to do about it, in a sentence. */
  readonly warning: string | null;
};

/** What whoever gets a booking link on these terms would find, and whether something stands in the way. Changes nothing. */
export async function bookingOutlook(
  desk: Desk,
  asked: { ticketId: string; technicianId: string | null; lengthSeconds: number | null },
): Promise<Outlook | BookingRefusal> {
  const ticket = await desk.em.findOne(Ticket, { id: asked.ticketId });
  if (!ticket || !maySee(desk.viewer, ticket))
    return refuseBooking("NOT_FOUND", "ticketId", "There is no such ticket.");
  const fault = lengthFault(asked.lengthSeconds);
  if (fault) return refuseBooking("INVALID", "lengthSeconds", fault);
  const within = { from: desk.now, until: (desk.now + OUTLOOK_DAYS * 86_400) as Instant };
  const { technicianId } = asked;
  const terms = { ticket, technicianId, lengthSeconds: asked.lengthSeconds ?? STANDARD_LENGTH };
  const { slots, able, about } = await offeredSlots(desk.em, terms, within, desk.now);
  const named = technicianId === null ? null : (able[0] ?? null);
  if (technicianId !== null && !named)
    return refuseBooking("NOT_FOUND", "technicianId", "There is no such technician, or they may not sign in.");
  const obstacle = obstacleTo({
    ...{ about, named, slots: slots.length },
    able: able.map(({ shifts }) => ({ works: shifts.length > 0 })),
  });
  return {
    ...{ kind: "outlook", about, slots: slots.length, earliest: slots[0] ?? null, obstacle },
    able: able.map(({ id, name }) => ({ id, name })),
    warning: obstacle && outlookWarning(obstacle, about, named?.name ?? null),
  };
}

/** What is so, and what to do about it. */
function outlookWarning(obstacle: Obstacle, about: Skill | null, named: string | null): string {
  const [kind, days] = [about && skillWords[about], `in the next ${OUTLOOK_DAYS} days`];
  const who = named ?? (kind === null ? "Nobody" : `Nobody who does ${kind}`);
  const otherwise = named ? "offer the time of whoever is free" : "name whose time is offered";
  switch (obstacle) {
    case "NOBODY_CAN":
      return kind === null
        ? "Nobody works here who could be booked: invite somebody on People."
        : `Nobody here does ${kind}: have the skill added to somebody on People, or ${otherwise}.`;
    case "NOBODY_WORKS":
      return `${who} ${named ? "does not work" : "works"} ${days}: have a shift planned on People, or ${otherwise}.`;
    case "NOTHING_FREE":
      return `${who} has ${named ? "no " : ""}time ${days}: have more shifts planned on People, or ${otherwise}.`;
    case "NOT_THEIR_SKILL":
      return `${named} does not do ${kind}: ${otherwise}, or send it all the same.`;
    default:
      return obstacle satisfies never;
  }
}
