import type { DomainEvent } from "../core/events.ts";
import type { Desk } from "../platform/desk.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { maySee } from "./find-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import { ExternalRef, Ticket } from "./ticket.entity.ts";

const MOST_CHARACTERS = 255;
const readable = (text: string) => text.trim() !== "" && text.length <= MOST_CHARACTERS;

/**
 * Says what another system calls a ticket: one name in each system, which no other ticket of the partner has. Names are
 * given to tickets in every status, as notes are.
 */
export const setExternalRef = (
  desk: Desk,
  input: TicketRef & { system: string; id: string },
): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "note", {}, async (ticket): Promise<Work | Refusal> => {
    const [system, id] = [input.system.trim(), input.id.trim()];
    for (const [field, text] of [
      ["system", system],
      ["id", id],
    ] as const)
      if (!readable(text)) return refuse("INVALID", field, `Expected 1 to ${MOST_CHARACTERS} characters.`, ticket);
    const taken = await desk.em.findOne(ExternalRef, { partnerId: ticket.partnerId, system, externalId: id });
    const holder =
      taken && (taken.ticketId === ticket.id ? ticket : await desk.em.findOne(Ticket, { id: taken.ticketId }));
    if (taken)
      return refuse(
        "ALREADY_EXISTS",
        "id",
        holder === ticket ? "It is called so already." : "Another ticket is called so.",
        holder && maySee(desk.viewer, holder) ? holder : null,
      );
    const before = await nameIn(desk, ticket, system);
    takeAway(desk, ticket, system);
    desk.append("insert into external_ref (partner_id, system, external_id, ticket_id) values (?, ?, ?, ?)", [
      ticket.partnerId,
      system,
      id,
      ticket.id,
    ]);
    return news("ExternalRefSet", ticket, system, { from: before, to: id });
  });

/** Takes away what another system calls a ticket. */
export const removeExternalRef = (desk: Desk, input: TicketRef & { system: string }): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "note", {}, async (ticket): Promise<Work | Refusal> => {
    const system = input.system.trim();
    const before = await nameIn(desk, ticket, system);
    if (before === null) return refuse("NOT_FOUND", "system", "That system has no name for it.", ticket);
    takeAway(desk, ticket, system);
    return news("ExternalRefRemoved", ticket, system, { from: before, to: null });
  });

const nameIn = async (desk: Desk, ticket: Ticket, system: string): Promise<string | null> =>
  (await desk.em.findOne(ExternalRef, { partnerId: ticket.partnerId, ticketId: ticket.id, system }))?.externalId ??
  null;

const takeAway = (desk: Desk, ticket: Ticket, system: string) =>
  desk.append("delete from external_ref where partner_id = ? and ticket_id = ? and system = ?", [
    ticket.partnerId,
    ticket.id,
    system,
  ]);

const news = (
  type: "ExternalRefSet" | "ExternalRefRemoved",
  ticket: Ticket,
  system: string,
  externalId: { from: string | null; to: string | null },
): Work => ({
  events: [{ type, ticketId: ticket.id, payload: { system, externalId } } as DomainEvent],
  entries: [],
});
