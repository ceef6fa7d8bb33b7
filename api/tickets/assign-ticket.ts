import type { Desk } from "../platform/desk.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { findHolders, type Named } from "./find-staff.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";

export type Assignment = TicketRef & {
  /** Absent: the team stays. */
  teamId?: string | null | undefined;
  /** Absent: the technician stays. */
  technicianId?: string | null | undefined;
  /** Lays the ticket down: nobody holds it, and it goes back into the queue. */
  unassign?: boolean | null | undefined;
};

/** Gives a ticket to a team, to a technician, or back to the queue. */
export const assignTicket = (desk: Desk, input: Assignment): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "assign", {}, async (ticket, to): Promise<Work | Refusal> => {
    if (!input.teamId && !input.technicianId && !input.unassign)
      return refuse("INVALID", "technicianId", "Name a team or a technician, or unassign.", ticket);
    if (input.technicianId && input.unassign)
      return refuse("INVALID", "unassign", "Either assign to a technician or unassign, not both.", ticket);
    const found = await findHolders(desk.em, {
      team: input.teamId ?? null,
      technician: input.technicianId ?? null,
      oldTeam: ticket.teamId,
    });
    const { team, technician: holder, oldTeam } = found;
    if (input.teamId && !team) return refuse("NOT_FOUND", "teamId", "There is no such team.", ticket);
    if (input.technicianId && !holder)
      return refuse("NOT_FOUND", "technicianId", "There is no such technician.", ticket);

    const before: Named | null = ticket.assigneeId ? { id: ticket.assigneeId, name: ticket.assigneeName ?? "" } : null;
    const from = ticket.status;
    ticket.status = to;
    if (team) ticket.teamId = team.id;
    if (holder || input.unassign) {
      ticket.assigneeId = holder?.id ?? null;
      ticket.assigneeName = holder?.name ?? null;
    }
    const said = [team && `team ${team.name}`, holder?.name, input.unassign && "back to the queue"].filter(Boolean);
    return {
      events: [
        {
          type: "TicketAssigned",
          ticketId: ticket.id,
          payload: {
            status: { from, to },
            assignee: { from: before, to: holder ?? (input.unassign ? null : before) },
            team: { from: oldTeam, to: team ?? oldTeam },
          },
        },
      ],
      entries: [{ kind: "ASSIGNMENT", change: `Assigned: ${said.join(", ")}` }],
    };
  });
