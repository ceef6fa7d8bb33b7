import { dueTickets } from "./due-tickets.ts";
import { resume } from "./wait-on.ts";

/** Takes up again what was laid aside until an instant, when that instant comes and nobody was earlier. */
export const overdueWaits = dueTickets("overdue-waits", "waiting_until", async (desk, ticketId) => {
  const outcome = await resume(desk, { ticketId });
  if (outcome.kind === "refused")
    throw new Error(`ticket ${ticketId} waits, and cannot be resumed: ${outcome.message}`);
});
