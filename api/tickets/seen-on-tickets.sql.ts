import type { Context } from "../platform/context.ts";
import { isStaff } from "../platform/viewer.ts";
import { visible } from "./ticket.sql.ts";

/** Those of the ids that stand in a column of some ticket that the viewer may see. */
async function standingIn(context: Context, column: "assignee_id" | "team_id", ids: readonly string[]) {
  const values: unknown[] = [ids];
  const text = `select id from unnest($1::uuid[]) as asked(id)
    where exists (select 1 from ticket t where t.${column} = asked.id and ${visible(context.viewer, values)})`;
  return (await context.read<{ id: string }>({ text, values })).map((row) => row.id);
}

/** Technicians come across to others than staff where they hold a ticket or connected for one; teams where one is with them. */
export const teamsSeen = (context: Context, ids: readonly string[]) => standingIn(context, "team_id", ids);
export async function staffSeen(context: Context, ids: readonly string[]): Promise<string[]> {
  const values: unknown[] = [ids];
  const text = `select distinct s.technician_id as id from remote_session s
     join ticket t on t.partner_id = s.partner_id and t.id = s.ticket_id
    where s.technician_id = any($1) and ${visible(context.viewer, values)}`;
  const [holding, connected] = await Promise.all([
    standingIn(context, "assignee_id", ids),
    context.read<{ id: string }>({ text, values }),
  ]);
  return [...new Set([...holding, ...connected.map((row) => row.id)])];
}

export type ClockSeen = { id: string; ticketId: string; planId: string };

/** The clocks with these ids that the viewer may see: what the desk promised itself is its own affair. */
export function clocksSeen(context: Context, ids: readonly string[]): Promise<ClockSeen[]> {
  const values: unknown[] = [ids];
  const text = `select c.id, t.id as "ticketId", t.plan_id as "planId"
      from sla_clock c join ticket t on t.partner_id = c.partner_id and t.id = c.ticket_id
     where c.id = any($1) and ${visible(context.viewer, values)}
           ${isStaff(context.viewer) ? "" : "and c.commitment = 'CONTRACTUAL'"}`;
  return context.read<ClockSeen>({ text, values });
}
