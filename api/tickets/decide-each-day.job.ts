import { changeTicket } from "./change-ticket.ts";
import { decideIfOther } from "./decide-again.ts";
import { dueTickets } from "./due-tickets.ts";

/** A decision that rests on the minutes of a day says nothing of the next: at the client's midnight the rules are asked again. */
export const coverageOfANewDay = dueTickets("coverage-of-a-new-day", "coverage_look_at", async (desk, ticketId) => {
  const outcome = await changeTicket(desk, { ticketId }, "stateFacts", {}, (ticket) => decideIfOther(desk, ticket));
  // one that has ended keeps the answer that it had
  if (outcome.kind === "refused")
    await desk.em.execute("update ticket set coverage_look_at = null where id = ?", [ticketId]);
});
