import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { mayHaveBeenOffered, nearestSlots, type Slot } from "../core/appointment-slots.ts";
import { isOpen } from "../core/business-calendar/arithmetic.ts";
import { localDay, startOfDayNumber } from "../core/business-calendar/zone.ts";
import type { Instant } from "../core/time.ts";
import { inTurn } from "../core/whose-turn.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import type { Ticket } from "../tickets/ticket.entity.ts";
import { Appointment } from "./appointment.entity.ts";
import { bookedWithin } from "./bookable.sql.ts";
import { type BookingRefusal, refuseBooking } from "./booking-refusal.ts";
import { AHEAD_SECONDS, type Offer, offeredSlots, type Wanted } from "./offered-slots.ts";

const DAY = 86_400;
const MOST_OFFERED = 6;
/** How long a slot stays somebody's while they confirm. */
export const HOLD_SECONDS = 300;

type Terms = Omit<Wanted, "ticket"> & {
  /** Who has the appointment that moves: asked first, so that it changes hands only where it must. */
  readonly has?: string;
};

/** A slot that is this ticket's now: held for some minutes, until it is confirmed or lapses. */
export type Claimed = { readonly kind: "claimed"; readonly appointment: Appointment };

/**
 * Takes a slot for a ticket, in place of whatever it held; refused, it keeps what it held. Who gets it is decided by the
 * database: the constraint lets one transaction through, and the others find it taken. Of several technicians the first in turn
 * who is free is taken.
 */
export async function claimSlot(
  desk: Desk,
  ticket: Ticket,
  from: Instant,
  wanted: Terms,
): Promise<Claimed | BookingRefusal> {
  const around = { from: (from - DAY) as Instant, until: (from + DAY) as Instant };
  const offer = await offeredSlots(desk.em, { ...wanted, ticket }, around, desk.now);
  const slot = offer.at(from);
  if (!slot) return notOffered(desk, ticket, from, wanted, offer);
  await lapse(desk.em, slot, desk.now);
  // a ticket holds one slot; whoever wants the old one waits at the constraint until this transaction has decided
  const held = await letGo(desk, ticket);
  const before = held?.from === from ? held.technicianId : null;
  for (const technicianId of await turnAt(desk, ticket, slot, { offer, first: wanted.has ?? before })) {
    const appointment = await insert(desk, ticket, slot, technicianId, offer);
    if (appointment) return { kind: "claimed", appointment };
  }
  if (held) await holdAgain(desk, held);
  return refuseBooking(
    "SLOT_TAKEN",
    "from",
    "Somebody was faster: choose another time.",
    await nearest(desk, ticket, from, wanted),
  );
}

/** Who is asked for a slot, in turn. */
async function turnAt(
  desk: Desk,
  { assigneeId }: Ticket,
  { from, technicianIds }: Slot,
  { offer, first }: { offer: Offer; first: string | null },
): Promise<string[]> {
  if (technicianIds.length < 2) return [...technicianIds];
  const { timeZone } = offer.hours;
  const monday = Math.floor((localDay(timeZone, from) + 3) / 7) * 7 - 3; // the first of January 1970 was a Thursday
  const week = { from: startOfDayNumber(timeZone, monday), until: startOfDayNumber(timeZone, monday + 7) };
  return inTurn(technicianIds, {
    first: [first, assigneeId],
    booked: await bookedWithin(desk.em, technicianIds, week),
  });
}

type HeldBefore = {
  readonly id: string;
  readonly technicianId: string;
  readonly from: Instant;
  readonly heldUntil: Instant;
};

/** What the ticket holds and has not confirmed is free again; answers what that was, null: nothing that holds still. */
export async function letGo(desk: Desk, ticket: Pick<Ticket, "id" | "partnerId">): Promise<HeldBefore | null> {
  const rows = await desk.em.execute<HeldBefore[]>(
    `update appointment a set status = 'LAPSED', held_until = null
       from (select id, held_until from appointment where partner_id = ? and ticket_id = ? and status = 'HELD' for update) old
      where a.id = old.id and a.partner_id = ?
     returning a.id, a.technician_id as "technicianId", extract(epoch from a.from_at)::float8 as "from",
               extract(epoch from old.held_until)::float8 as "heldUntil"`,
    [ticket.partnerId, ticket.id, ticket.partnerId],
  );
  const [held] = rows;
  return held && held.heldUntil > desk.now ? held : null;
}

/** Given back what it let go of a moment ago, in the same transaction: nobody can have taken it meanwhile. */
const holdAgain = (desk: Desk, { id, heldUntil }: HeldBefore): Promise<unknown> =>
  desk.em.execute("update appointment set status = 'HELD', held_until = to_timestamp(?) where id = ?", [heldUntil, id]);

/** Holds whose time is over, and which nobody has cleared away yet, stand in nobody's way. */
const lapse = (em: SqlEntityManager, { from, until }: Slot, now: Instant) =>
  em.execute(
    `update appointment set status = 'LAPSED', held_until = null
      where status = 'HELD' and held_until <= to_timestamp(?) and tstzrange(from_at, busy_until) && tstzrange(to_timestamp(?), to_timestamp(?))`,
    [now, from - DAY, until + DAY],
  );

async function insert(desk: Desk, ticket: Ticket, slot: Slot, technicianId: string, { able, rules }: Offer) {
  const id = uuidv7();
  const rows = await desk.em.execute<Record<string, never>[]>(
    `insert into appointment (id, partner_id, client_id, ticket_id, technician_id, technician_name, from_at, until_at,
                              busy_until, status, held_until, created_at, created_by)
     values (?, ?, ?, ?, ?, ?, to_timestamp(?), to_timestamp(?), to_timestamp(?), 'HELD', to_timestamp(?), to_timestamp(?), ?)
     on conflict do nothing returning *`,
    [
      ...[
        id,
        ticket.partnerId,
        ticket.clientId,
        ticket.id,
        technicianId,
        able.find(({ id }) => id === technicianId)?.name ?? "",
      ],
      ...[slot.from, slot.until, slot.until + rules.buffer, desk.now + HOLD_SECONDS, desk.now, desk.viewer.name],
    ],
  );
  return rows[0] ? desk.em.map(Appointment, rows[0]) : null;
}

/** Why a time is not on offer, in the words of whoever chose it. */
async function notOffered(
  desk: Desk,
  ticket: Ticket,
  from: Instant,
  wanted: Terms,
  { hours, rules, able }: Offer,
): Promise<BookingRefusal> {
  const others = await nearest(desk, ticket, from, wanted);
  if (from < desk.now) return refuseBooking("SLOT_PASSED", "from", "That time has passed: choose a later one.", others);
  if (from < desk.now + rules.notice)
    return refuseBooking("SLOT_PASSED", "from", "That is too soon for us to be ready: choose a later time.", others);
  if (from >= desk.now + AHEAD_SECONDS)
    return refuseBooking(
      "NOT_OFFERED",
      "from",
      "That is further ahead than we plan: choose a time in the next eight weeks.",
      others,
    );
  if (!isOpen(hours, from))
    return refuseBooking("NOT_OFFERED", "from", "The desk is closed then: choose a time in its hours.", others);
  if (!mayHaveBeenOffered(hours, able, rules, from))
    return refuseBooking("NOT_OFFERED", "from", "No time that we offer begins then: choose one of the list.", others);
  return refuseBooking("SLOT_TAKEN", "from", "That time is free no longer: choose another.", others);
}

/** Free times near the one that was wanted, of the week around it or else the next that come. */
async function nearest(desk: Desk, ticket: Ticket, from: Instant, wanted: Terms): Promise<Slot[]> {
  const middle = Math.max(from, desk.now) as Instant;
  const week = { from: (middle - 3 * DAY) as Instant, until: (middle + 7 * DAY) as Instant };
  const { slots } = await offeredSlots(desk.em, { ...wanted, ticket }, week, desk.now);
  return nearestSlots(slots, middle, MOST_OFFERED);
}
