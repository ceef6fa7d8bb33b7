import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { changeTicket, type TicketRef, type Work } from "./change-ticket.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";

export type StatedPriority = TicketRef & { priority: string; reason?: string | null | undefined };

/** Sets a priority by hand. A manager does so with a reason; where the plan says that priorities are stated, any staff. */
export const setPriority = (desk: Desk, input: StatedPriority): Promise<Changed | Refusal> =>
  changeTicket(desk, input, "setPriority", {}, (ticket, _to, plan): Work | Refusal => {
    const { statedPriorities, priorities } = plan.terms;
    const reason = input.reason?.trim() || null;
    if (desk.viewer.kind !== "MANAGER" && !statedPriorities)
      return refuse("STAFF_ONLY", null, "Priority is derived from the facts; a manager may set another.", ticket);
    if (!statedPriorities && !reason)
      return refuse("REASON_REQUIRED", "reason", "A priority set by hand is shown with its reason: give one.", ticket);
    if (reason && reason.length > 255)
      return refuse("INVALID", "reason", "At most 255 characters: it is shown beside the priority.", ticket);
    if (!priorities.some((p) => p.code === input.priority))
      return refuse("INVALID", "priority", `This plan knows ${priorities.map((p) => p.code).join(", ")}.`, ticket);
    const from = ticket.priority;
    ticket.priority = input.priority;
    ticket.priorityReason = reason;
    ticket.couldBeUrgent = false;
    const about = { type: "Ticket", id: ticket.id, name: `#${ticket.number}` };
    if (!statedPriorities)
      audit(desk, { action: "PRIORITY_OVERRIDDEN", about, detail: { from, to: input.priority, reason } });
    return {
      facts: from === input.priority ? [] : [{ kind: "PRIORITY_CHANGED", priority: input.priority }],
      events: [
        {
          type: "PriorityChanged",
          ticketId: ticket.id,
          payload: { priority: { from, to: input.priority }, origin: "STATED", reason },
        },
      ],
      entries: [{ kind: "PRIORITY", change: `Priority ${from} → ${input.priority}${reason ? `: ${reason}` : ""}` }],
    };
  });
