import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { groupBy } from "../platform/group-by.ts";

type RevisionRow = { clockId: string; verdict: string; reason: string; revisedBy: string; at: Instant };

/** The revisions of several clocks, oldest first. */
export async function revisionsByClock(context: Context, ids: readonly string[]): Promise<Map<string, RevisionRow[]>> {
  const rows = await context.read<RevisionRow>({
    name: "verdict-revisions",
    text: `select clock_id as "clockId", verdict, reason, revised_by as "revisedBy", at
             from verdict_revision where clock_id = any($1) order by id`,
    values: [ids],
  });
  return groupBy(rows, (row) => row.clockId);
}
