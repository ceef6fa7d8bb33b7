import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant } from "../../platform/columns.ts";
import { ownedByPartner } from "../../platform/tenancy.ts";

/**
 * A file that came with a request, a message or a note. Until it is attached it is of whoever uploaded it, has no ticket, and
 * carries the instant at which it is forgotten; what staff upload is the house's until then.
 */
export const Attachment = defineEntity({
  name: "Attachment",
  ...ownedByPartner("attachment"),
  indexes: [
    { name: "attachment_forget_at_index", properties: ["forgetAt"], where: "forget_at is not null" },
    { name: "attachment_uploaded_by_index", properties: ["uploadedBy"], where: "forget_at is not null" },
    {
      name: "attachment_partner_id_ticket_id_index",
      properties: ["partnerId", "ticketId"],
      where: "ticket_id is not null",
    },
    {
      name: "attachment_partner_id_entry_id_index",
      properties: ["partnerId", "entryId"],
      where: "entry_id is not null",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    /** The technician, contact or key that sent it: nobody else can attach it. */
    uploadedBy: p.uuid(),
    actorName: p.string(),
    name: p.string(),
    size: p.integer(),
    sha256: p.string().length(64),
    /** Found by content, whatever its name or its sender says. */
    contentType: p.string(),
    bytes: p.blob(),
    createdAt: instant(),
    forgetAt: instant().strictNullable(),
    ticketId: p.uuid().strictNullable(),
    /** The line of the ticket's story that it came with. */
    entryId: p.uuid().strictNullable(),
    /** Where it stands among the files of its line. */
    place: p.integer().default(0),
    /** Whether the line is one that the requester sees; a line never changes that. */
    public: p.boolean().default(false),
  },
});
export type Attachment = InferEntity<typeof Attachment>;
