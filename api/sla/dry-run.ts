import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { type ConcernedTicket, concernedPage } from "./concerned-tickets.sql.ts";
import { type Edit, factOfEdit } from "./edit.ts";
import { type MovedClock, movedClocks } from "./moved-clocks.ts";
import { type Shelf, shelfWithin, termsOf } from "./terms-of.ts";

export type Move = MovedClock & Pick<ConcernedTicket, "id" | "number" | "subject" | "client">;

/** What an edit would do to the open clocks, as of one snapshot of the desk. */
export type DryRun = {
  readonly asOf: Instant;
  readonly position: string;
  readonly tickets: number;
  readonly openClocks: number;
  readonly moves: readonly Move[];
};

const PAGE = 500;

/** Reads every clock that an edit concerns before and after it. The caller's transaction is one snapshot; nothing is written. */
export async function dryRun(em: SqlEntityManager, edit: Edit, asOf: Instant): Promise<DryRun> {
  const [{ position }] = await em.execute<[{ position: string }]>(
    "select last::text as position from event_counter where partner_id = '00000000-0000-0000-0000-000000000000'",
  );
  const shelf = withDraft(shelfWithin(em), edit);
  const moves: Move[] = [];
  let tickets = 0;
  let openClocks = 0;
  for (let after: string | null = null; ; ) {
    const page: ConcernedTicket[] = await concernedPage(em, edit, after, PAGE, false);
    for (const ticket of page) {
      const { open, moved } = await movesOf(ticket, edit, asOf, shelf);
      openClocks += open;
      const { id, number, subject, client } = ticket;
      moves.push(...moved.map((move) => ({ ...move, id, number, subject, client })));
    }
    tickets += page.length;
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? null;
  }
  moves.sort((a, b) => Number(b.breaches) - Number(a.breaches) || dueOf(a) - dueOf(b) || a.number - b.number);
  return { asOf, position, tickets, openClocks, moves };
}

const dueOf = (move: Move) => move.dueAfter ?? Number.MAX_SAFE_INTEGER;

/** What an edit does to one ticket's clocks when it is applied at an instant. */
export async function movesOf(ticket: ConcernedTicket, edit: Edit, appliedAt: Instant, shelf: Shelf) {
  const calendar = await shelf.calendar(ticket.calendarId);
  const fact = factOfEdit(edit, { calendar, addOns: ticket.addOns }, appliedAt, ticket.factCount + 1);
  const terms = await termsOf([...ticket.facts, fact], ticket.planId, shelf);
  return { fact, terms, ...movedClocks(ticket.facts, fact, terms) };
}

/** A draft stands on no shelf yet. */
function withDraft(shelf: Shelf, edit: Edit): Shelf {
  if (edit.kind === "PLAN") return { ...shelf, plan: async (id) => (id === edit.plan.id ? edit.plan : shelf.plan(id)) };
  if (edit.kind === "CALENDAR")
    return { ...shelf, calendar: async (id) => (id === edit.calendar.id ? edit.calendar : shelf.calendar(id)) };
  return shelf;
}
