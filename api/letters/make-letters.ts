import { randomInt } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { LogRow } from "../platform/event-log.ts";
import { uuidv7 } from "../platform/ids.ts";
import { instantText } from "../platform/scalars.ts";
import { type Beside, type FactsOfEvent, factsOfEvent, TOLD } from "./facts-of-event.ts";
import {
  type Addressee,
  addressees,
  appointments,
  decisions,
  holdPlace,
  keepPlace,
  messages,
  newsAfter,
} from "./letter-sources.sql.ts";
import { isMailable } from "./mailable.ts";

const PAGE = 500;
/** Without letters that are easily taken for one another. Eighty bits. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const newSecret = () => Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/**
 * Makes the letters of what happened since the last time, in the log's order; the place in the log is kept in the same transaction,
 * so each is made once. Answers whether there may be more. Somebody else at it: there is nothing to do.
 */
export async function makeLetters(em: SqlEntityManager, own: readonly string[]): Promise<boolean> {
  const position = await holdPlace(em);
  if (position === null) return false;
  const { last, news } = await newsAfter(em, position, TOLD, PAGE);
  if (last === null) return false;
  if (news.length > 0) await tell(em, news, own);
  await keepPlace(em, last);
  return BigInt(last) - BigInt(position) >= PAGE;
}

async function tell(em: SqlEntityManager, news: readonly LogRow[], own: readonly string[]): Promise<void> {
  const to = byId(
    await addressees(
      em,
      idsOf(news, (e) => e.ticketId),
    ),
    (row) => row.ticketId,
  );
  const mailable = news.filter(({ ticketId }) => ticketId && isMailable(to.get(ticketId)?.email ?? "", own));
  if (mailable.length === 0) return;
  const said = byId(
    await messages(
      em,
      idsOf(mailable, (e) => e.payload["messageId"]),
    ),
    (row) => row.id,
  );
  const agreed = byId(
    await appointments(
      em,
      idsOf(mailable, (e) => e.payload["appointmentId"]),
    ),
    (row) => row.id,
  );
  const decided = byId(
    await decisions(
      em,
      idsOf(mailable, (e) => e.payload["decisionId"]),
    ),
    (row) => row.id,
  );
  const roots = new Map<string, string>();
  for (const row of mailable) {
    const addressee = to.get(row.ticketId as string) as Addressee;
    const beside: Beside = {
      to: addressee,
      message: (id) => {
        const found = said.get(id);
        return found?.body ? { body: found.body, actor: found.actor } : null;
      },
      appointment: (id) => {
        const found = agreed.get(id);
        if (!found) return null;
        const { technician, from, until, sequence } = found;
        return { technician, from, until, sequence };
      },
      decision: (id) => decided.get(id) ?? null,
    };
    const letter = factsOfEvent(row, beside);
    if (letter) await put(em, row, addressee, letter, roots);
  }
}

/** One letter into the outbox, and where answers to it will be received. */
async function put(
  em: SqlEntityManager,
  row: LogRow,
  to: Addressee,
  { facts, entryId }: FactsOfEvent,
  roots: Map<string, string>,
): Promise<void> {
  const id = uuidv7();
  const rootId = to.first ?? roots.get(to.ticketId) ?? id;
  roots.set(to.ticketId, rootId);
  const at = instantText(row.at);
  await em.execute(
    `with place as (insert into reply_address (partner_id, ticket_id, secret, created_at) values (?, ?, ?, ?) on conflict do nothing)
     insert into mail (id, partner_id, kind, recipient, recipient_name, contact_id, ticket_id, event_id, entry_id, facts, root_id,
                       state, tries, ready_at, created_at, state_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'QUEUED', 0, ?, ?, ?) on conflict do nothing`,
    [
      ...[row.partnerId, to.ticketId, newSecret(), at],
      ...[id, row.partnerId, facts.kind, to.email, to.name, to.contactId, to.ticketId, row.id, entryId],
      ...[JSON.stringify(facts), rootId, at, at, at],
    ],
  );
}

const byId = <T>(rows: readonly T[], id: (row: T) => string) => new Map(rows.map((row) => [id(row), row]));
const idsOf = (news: readonly LogRow[], id: (row: LogRow) => unknown): string[] => [
  ...new Set(news.map(id).filter((found): found is string => typeof found === "string")),
];
