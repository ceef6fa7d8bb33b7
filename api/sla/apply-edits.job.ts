import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { actAsDesk, type Desk } from "../platform/desk.ts";
import type { Batch, DueRows } from "../platform/due-rows.ts";
import { editOf } from "./apply-edit.ts";
import { type ConcernedTicket, concernedPage } from "./concerned-tickets.sql.ts";
import { movesOf } from "./dry-run.ts";
import type { Edit } from "./edit.ts";
import { PolicyApplication } from "./policy-application.entity.ts";
import { recordFacts } from "./record-facts.ts";
import { type Shelf, shelfWithin } from "./terms-of.ts";

const PAGE = 100;

/**
 * Applies plans, calendars and add-ons to open clocks, one page of tickets in each transaction. A worker that dies has
 * done whole pages only; the next one goes on behind the last ticket that was done.
 */
export const policyApplications: DueRows = {
  name: "policy-applications",
  earliest: "(select min(next_at) from policy_application where next_at is not null)",
  due: "policy_application where next_at <= (select desk_now())",
  async fire(tx: SqlEntityManager, { limit, offset, upTo }: Batch): Promise<number> {
    const rows = await tx.execute<{ id: string; now: Instant }[]>(
      `select id, extract(epoch from (select desk_now()))::float8 as now from policy_application
        where next_at <= least((select desk_now()), to_timestamp(?)) order by next_at, id limit ? offset ? for update skip locked`,
      [upTo, Math.min(limit, 1), offset],
    );
    for (const { id, now } of rows)
      await actAsDesk(tx, now, async (desk) => {
        const application = await tx.findOneOrFail(PolicyApplication, { id });
        await applyPage(desk, application, await editOf(tx, application));
      });
    return rows.length;
  },
};

async function applyPage(desk: Desk, application: PolicyApplication, edit: Edit): Promise<void> {
  const shelf = shelfWithin(desk.em);
  const page = await concernedPage(desk.em, edit, application.afterId, PAGE, true);
  for (const ticket of page) await applyTo(desk, application, edit, ticket, shelf);
  application.ticketsDone += page.length;
  application.afterId = page.at(-1)?.id ?? application.afterId;
  if (page.length === PAGE) return;
  application.nextAt = null;
  application.finishedAt = desk.now;
  application.endPosition = await logEnd(desk.em);
}

async function applyTo(
  desk: Desk,
  application: PolicyApplication,
  edit: Edit,
  ticket: ConcernedTicket,
  shelf: Shelf,
): Promise<void> {
  const { fact, moved } = await movesOf(ticket, edit, application.appliedAt, shelf);
  application.clocksMoved += moved.length;
  application.clocksBreached += moved.filter((clock) => clock.breaches).length;
  const { seq: _seq, happenedAt, recordedAt, ...what } = fact;
  const promised = { ...ticket };
  await recordFacts(desk, promised, [what], {
    happenedAt,
    recordedAt,
    applied: { id: application.id, cause: application.cause, moved },
  });
  const calendarId = edit.kind === "CALENDAR" ? edit.calendar.id : ticket.calendarId;
  desk.append("update ticket set fact_count = ?, calendar_id = ? where partner_id = ? and id = ?", [
    promised.factCount,
    calendarId,
    ticket.partnerId,
    ticket.id,
  ]);
}

/** Where the log will end once it has numbered all that has happened by now. */
async function logEnd(em: SqlEntityManager): Promise<string> {
  const [row] = await em.execute<[{ position: string }]>(
    `select (last + (select count(*) from event_inbox))::text as position from event_counter
      where partner_id = '00000000-0000-0000-0000-000000000000'`,
  );
  return row.position;
}
