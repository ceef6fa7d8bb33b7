import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { linkKey, signedPath } from "../../platform/signed-link.ts";
import { Ticket, TimelineEntry } from "../ticket.graphql.ts";
import type { TimelineRow } from "../timeline.sql.ts";
import { Attachment } from "./attachment.graphql.ts";
import { attachmentPath } from "./attachment-path.ts";
import { attachmentsOfEntries, attachmentsOfTickets } from "./attachments.sql.ts";

/** Lines that files can come with: the others are not looked up. */
const WRITTEN = new Set(["CREATED", "REPLY", "REQUESTER_MESSAGE", "NOTE"]);

@Resolver(() => Attachment)
export class AttachmentFields {
  @FieldResolver(() => String, {
    description:
      "Where to GET it, as a path of this desk, by whoever has this link and without a credential: for five minutes at least, ten at most. Ask for it again then. It is always a download.",
  })
  async url(@Root() { id }: { id: string }, @Ctx() context: Context): Promise<string> {
    const [key, now] = await Promise.all([linkKey(context.house), context.now()]);
    return signedPath(key, attachmentPath(id), now);
  }
}

@Resolver(() => Ticket)
export class TicketAttachments {
  @FieldResolver(() => [Attachment], {
    description:
      "All its files, those of its earliest line first; at most 200. Requesters see those of the public lines.",
  })
  async attachments(@Root() ticket: { id: string }, @Ctx() context: Context) {
    return (await context.load("attachments", ticket.id, (ids) => attachmentsOfTickets(context, ids))) ?? [];
  }
}

@Resolver(() => TimelineEntry)
export class EntryAttachments {
  @FieldResolver(() => [Attachment], { description: "The files that came with it, in the sender's order; at most 10." })
  async attachments(@Root() { id, kind }: TimelineRow, @Ctx() context: Context) {
    if (!WRITTEN.has(kind)) return [];
    return (await context.load("entry-attachments", id, (ids) => attachmentsOfEntries(context, ids))) ?? [];
  }
}
