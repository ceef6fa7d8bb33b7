import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { BookableTechnician } from "../core/appointment-slots.ts";
import type { Skill } from "../core/skills.ts";
import type { Instant, Period } from "../core/time.ts";

export type Bookable = BookableTechnician & {
  readonly name: string;
  readonly skills: readonly Skill[];
  /** A manager works tickets only in shifts of their own. */
  readonly isManager: boolean;
  /** Whether the desk knows when anybody works at all, so that whoever has no shift does not. */
  readonly deskKeepsShifts: boolean;
};

/** How many appointments each has within a stretch of time. Uses the index of the constraint `appointment_technician_free`. */
export async function bookedWithin(
  em: SqlEntityManager,
  technicianIds: readonly string[],
  { from, until }: Period,
): Promise<ReadonlyMap<string, number>> {
  const rows = await em.execute<{ id: string; n: number }[]>(
    `select technician_id as id, count(*)::int as n from appointment
      where technician_id = any(?) and status in ('HELD', 'BOOKED')
        and tstzrange(from_at, busy_until) && tstzrange(to_timestamp(?), to_timestamp(?)) group by technician_id`,
    [`{${technicianIds.join(",")}}`, from, until],
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/**
 * Who could be booked in `[from, until)`, by name: everybody who works here and may sign in, or the one who is named, with
 * their shifts and what they are promised to already. What the ticket `ticketId` has or holds itself does not stand in its
 * own way. Uses shift (technician_id, from_at) and the index of the constraint `appointment_technician_free`.
 */
export function bookableTechnicians(
  em: SqlEntityManager,
  {
    technicianId,
    from,
    until,
    now,
    ticketId,
  }: Period & {
    readonly technicianId: string | null;
    readonly now: Instant;
    readonly ticketId: string;
  },
): Promise<Bookable[]> {
  return em.execute<Bookable[]>(
    `select p.id, p.name, p.skills, p.role = 'MANAGER' as "isManager", s.shifts, a.taken,
            exists (select from shift where from_at >= to_timestamp(?) - interval '28 days') as "deskKeepsShifts"
       from technician p
       left join staff_account k on k.technician_id = p.id
       cross join lateral (
         select coalesce(json_agg(json_build_object('from', extract(epoch from from_at)::float8,
                                                    'until', extract(epoch from until_at)::float8)), '[]') as shifts
           from shift where technician_id = p.id and from_at < to_timestamp(?) and until_at > to_timestamp(?)) s
       cross join lateral (
         select coalesce(json_agg(json_build_object('from', extract(epoch from from_at)::float8,
                                                    'until', extract(epoch from until_at)::float8)), '[]') as taken
           from appointment
          where technician_id = p.id and status in ('HELD', 'BOOKED') and ticket_id <> ?
            and (held_until is null or held_until > to_timestamp(?))
            and tstzrange(from_at, busy_until) && tstzrange(to_timestamp(?) - interval '1 day', to_timestamp(?) + interval '1 day')) a
      where k.suspended_at is null and (?::uuid is null or p.id = ?::uuid)
      order by p.name, p.id`,
    [now, until, from, ticketId, now, from, until, technicianId, technicianId],
  );
}
