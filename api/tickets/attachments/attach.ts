import type { Named } from "../../core/event-parts.ts";
import type { Desk } from "../../platform/desk.ts";
import { instantText } from "../../platform/scalars.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Ticket } from "../ticket.entity.ts";
import { ATTACHMENTS, megabytes } from "./limits.ts";
import { uploaderOf } from "./uploader.ts";

export type Attached = { readonly kind: "attached"; readonly files: readonly Named[] };
/** The line of a ticket's story that files come with. `current`: the ticket as it stands, where there is one already. */
type Line = { ticket: Pick<Ticket, "id" | "partnerId">; entryId: string; public: boolean; current: Ticket | null };

const FIELD = "attachmentIds";

/**
 * Binds what the viewer uploaded to a line, in the verb's own transaction: both are there, or neither. Two verbs that name one
 * file wait for each other, and the second is refused.
 */
export async function attach(
  desk: Desk,
  ids: readonly string[] | null | undefined,
  line: Line,
): Promise<Attached | Refusal> {
  if (!ids || ids.length === 0) return { kind: "attached", files: [] };
  const { filesPerMessage, filesPerTicket, ticketBytes } = ATTACHMENTS;
  const wrong = (message: string) => refuse("INVALID", FIELD, message, line.current);
  if (ids.length > filesPerMessage)
    return wrong(`A message has at most ${filesPerMessage} files: send the others with another message.`);
  if (new Set(ids).size < ids.length) return wrong("A file is named twice: name each once.");
  const { partnerId, id: ticketId } = line.ticket;
  const found = await desk.em.execute<(Named & { size: number })[]>(
    `select id, name, size from attachment
      where id = any(?) and uploaded_by = ? and ticket_id is null and forget_at > ?::timestamptz order by id for update`,
    [listed(ids), uploaderOf(desk.viewer), instantText(desk.now)],
  );
  const files = ids.flatMap((id) => found.find((file) => file.id === id) ?? []);
  if (files.length < ids.length)
    return refuse(
      "NOT_FOUND",
      FIELD,
      `${missing(ids.length - files.length)} attached already, uploaded more than 24 hours ago, or not by you: upload it again, and attach the new one.`,
      line.current,
    );
  const [there] = await desk.em.execute<[{ files: number; bytes: number }]>(
    "select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes from attachment where partner_id = ? and ticket_id = ?",
    [partnerId, ticketId],
  );
  const bytes = files.reduce((sum, file) => sum + file.size, there.bytes);
  if (bytes > ticketBytes)
    return wrong(
      `The files of a ticket have at most ${megabytes(ticketBytes)} together, and these would make ${megabytes(bytes)}: leave some out.`,
    );
  if (there.files + files.length > filesPerTicket)
    return wrong(`A ticket has at most ${filesPerTicket} files, and has ${there.files}: leave some out.`);
  // what staff upload is the house's until it is known whose it becomes; whoever is a partner's may give nothing away
  const given = desk.viewer.partnerId === null;
  desk.append(
    `update attachment a set ${given ? "partner_id = ?, " : ""}ticket_id = ?, entry_id = ?, public = ?,
            place = array_position(?::uuid[], a.id), forget_at = null where id = any(?::uuid[])`,
    [...(given ? [partnerId] : []), ticketId, line.entryId, line.public, listed(ids), listed(ids)],
  );
  return { kind: "attached", files: files.map(({ id, name }) => ({ id, name })) };
}

const listed = (ids: readonly string[]) => `{${ids.join(",")}}`;
const missing = (n: number) => (n === 1 ? "One of these files was" : `${n} of these files were`);

/** What news says of them: nothing, where there are none. */
export const toldWith = ({ files }: Attached): { readonly attachments?: readonly Named[] } =>
  files.length > 0 ? { attachments: files } : {};
