import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type pg from "pg";
import type { Instant } from "../../core/time.ts";
import type { NextTry } from "./mail-schedule.ts";

/** Longer than a try may take, and all that is written about it. */
const LEASE = "interval '90 seconds'";

/** A letter that one worker sends now. `rootMessageId`: what its thread began with, where that is another letter. */
export type Leased = {
  readonly id: string;
  readonly partnerId: string;
  readonly kind: string;
  readonly recipient: string;
  readonly recipientName: string;
  /** Whoever it is to; null: it is to somebody who works here. */
  readonly contactId: string | null;
  readonly ticketId: string | null;
  readonly entryId: string | null;
  readonly facts: object;
  readonly messageId: string;
  readonly rootMessageId: string | null;
  readonly replySecret: string | null;
  readonly tries: number;
  readonly createdAt: Instant;
};

/**
 * Leases letters that may be sent, the one that waited longest first. Letters of one ticket go one after the other: a later one
 * waits while an earlier one is ready, and not while it rests between two tries. A letter is named when it is first taken.
 */
export const leaseMail = (pool: pg.Pool, limit: number, domain: string) =>
  pool.query<Leased>({
    name: "mail-lease",
    text: `with due as (
        select m.id from mail m
         where m.ready_at is not null and (m.leased_until is null or m.leased_until < clock_timestamp())
           and not exists (select 1 from mail o where o.partner_id = m.partner_id and o.ticket_id = m.ticket_id
                              and o.ready_at is not null and o.id < m.id)
         order by m.ready_at, m.id limit $1 for update of m skip locked),
      mine as (update mail m set leased_until = clock_timestamp() + ${LEASE}, tries = m.tries + 1,
                      message_id = coalesce(m.message_id, '<' || m.id || '@' || $2 || '>')
                 from due where m.id = due.id returning m.*)
      select mine.id, mine.partner_id as "partnerId", mine.kind, mine.recipient, mine.recipient_name as "recipientName",
             mine.contact_id as "contactId", mine.ticket_id as "ticketId", mine.entry_id as "entryId", mine.facts,
             mine.message_id as "messageId", mine.tries, mine.created_at as "createdAt", r.secret as "replySecret",
             case when mine.root_id <> mine.id then coalesce(root.message_id, '<' || mine.root_id || '@' || $2 || '>') end as "rootMessageId"
        from mine left join mail root on root.id = mine.root_id
        left join reply_address r on r.partner_id = mine.partner_id and r.ticket_id = mine.ticket_id
       order by mine.id`,
    values: [limit, domain],
  });

/**
 * Writes down how a try went. Answers whether it was this worker's to say: a letter that somebody else finished meanwhile,
 * after a lease that was over, stays what it is.
 */
export async function recordTry(
  em: SqlEntityManager,
  { id }: Pick<Leased, "id">,
  state: NextTry["state"] | "DROPPED",
  rest: number | null,
  error: string | null,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `update mail set state = ?, next_at = desk_now() + make_interval(secs => ?::int), ready_at = null, leased_until = null, error = ?,
            state_at = case when state = ? then state_at else desk_now() end
      where id = ? and state = 'QUEUED' and ready_at is not null returning 1`,
    [state, rest, error, state, id],
  );
  return rows.length === 1;
}

/** A worker that stops gives back what it took and could not try. */
export const giveBack = (pool: pg.Pool, id: string) =>
  pool.query({
    name: "mail-give-back",
    text: "update mail set leased_until = null, tries = tries - 1 where id = $1 and state = 'QUEUED'",
    values: [id],
  });
