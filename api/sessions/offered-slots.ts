import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { addOnsOf, calendarVersion } from "../clients/agreements.ts";
import {
  appointmentSlots,
  type Slot,
  type SlotRules,
  STANDARD_SLOTS,
  slotsStillFree,
} from "../core/appointment-slots.ts";
import { openPeriods } from "../core/business-calendar/arithmetic.ts";
import type { OpenHours } from "../core/business-calendar/open-periods.ts";
import { canDo, type Skill } from "../core/skills.ts";
import type { Instant, Period, Seconds } from "../core/time.ts";
import { afterHoursOf, composeHours } from "../sla/operating-hours.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import { type Bookable, bookableTechnicians } from "./bookable.sql.ts";

/** What is asked for: a time for this ticket, with somebody, of such a length. */
export type Wanted = {
  readonly ticket: Pick<Ticket, "id" | "calendarId" | "contractId" | "facts">;
  /** Null: with anybody who can do what it is about. */
  readonly technicianId: string | null;
  readonly lengthSeconds: number;
};

export type Offer = {
  readonly slots: readonly Slot[];
  /** Whoever saw a time before the steps changed beside an appointment of others may still have it. */
  readonly at: (from: Instant) => Slot | null;
  readonly hours: OpenHours;
  readonly rules: SlotRules;
  /** Whose time it is. Whoever is named is offered whatever they are good at: somebody chose them. */
  readonly able: readonly Bookable[];
  /** What the ticket is about; null: it does not say. */
  readonly about: Skill | null;
};

/** How far ahead anybody can book. */
export const AHEAD_SECONDS = 56 * 86_400;

/**
 * The slots that begin in a stretch of time, within the operating hours of the ticket's contract (its after-hours add-on
 * included) and within shifts. A desk that keeps no shifts is presumed to work while it is open.
 */
export async function offeredSlots(
  em: SqlEntityManager,
  { ticket, technicianId, lengthSeconds }: Wanted,
  { from, until }: Period,
  now: Instant,
): Promise<Offer> {
  const calendar = await calendarVersion(em, ticket.calendarId);
  const hours = composeHours(calendar, afterHoursOf(await addOnsOf(em, ticket.contractId)));
  const rules: SlotRules = { ...STANDARD_SLOTS, length: lengthSeconds as Seconds };
  const first = Math.max(from, now) as Instant;
  // what lies in the past, or too far ahead, is nothing: never a stretch that ends before it begins
  const within = { from: first, until: Math.max(first, Math.min(until, now + AHEAD_SECONDS)) as Instant };
  const about = ticket.facts.technologyKind ?? null;
  const people = await bookableTechnicians(em, { technicianId, ...within, now, ticketId: ticket.id });
  // managers work tickets where they have shifts, or are named; a desk of managers alone is one whose managers do the work
  const presumed = ({ isManager }: Bookable) =>
    !isManager || technicianId !== null || people.every((other) => other.isManager);
  const open = openPeriods(hours, within.from, (within.until + lengthSeconds) as Instant);
  const able = people
    .filter(({ skills }) => technicianId !== null || canDo(skills, about))
    .map((p): Bookable => (p.deskKeepsShifts || !presumed(p) ? p : { ...p, shifts: open }));
  const slots = appointmentSlots(hours, able, rules, within, now);
  const at = (from: Instant) => {
    const one = { from, until: (from + 1) as Instant };
    const found = [...slots, ...slotsStillFree(hours, able, rules, one, now)].filter((slot) => slot.from === from);
    const free = ({ id }: Bookable) => found.some(({ technicianIds }) => technicianIds.includes(id));
    return found[0] ? { ...found[0], technicianIds: able.filter(free).map(({ id }) => id) } : null;
  };
  return {
    ...{ slots, at, hours, rules, able, about },
  };
}
