import { earliestOf } from "../../platform/due-rows.ts";
import type { House } from "../../platform/house.ts";
import { migrations } from "../../platform/migrations/index.ts";
import { dueSources } from "../due-sources.ts";

/** How this process and its database stand, by one look. */
export type Standing = {
  readonly migrated: boolean;
  readonly feedLag: number;
  readonly pulseAgeSeconds: number;
  readonly latenessSeconds: number;
  readonly dueRows: number;
};

const text = `
  select (select array_agg(name) from schema_migration) as migrations,
         (select last::text from event_counter where partner_id = '00000000-0000-0000-0000-000000000000') as last,
         (select extract(epoch from clock_timestamp() - machine_at)::float8 from desk_pulse) as pulse,
         greatest(extract(epoch from (select desk_now()) - ${earliestOf(dueSources)})::float8, 0) as late,
         (${dueSources.map((source) => `(select count(*) from ${source.due})`).join(" + ")})::int as due`;

type Row = { migrations: string[]; last: string | null; pulse: number | null; late: number | null; due: number };

export async function lookAt(house: House): Promise<Standing> {
  const heard = BigInt(house.feed.position); // before the log is asked: what comes in between is no lag
  const [row] = await house.readAsDesk<Row>({ name: "standing", text, values: [] });
  const { migrations: done, last, pulse, late, due } = row as Row;
  const known = migrations.map((m) => m.name);
  return {
    migrated: known.every((name) => done.includes(name)), // a later build may have added more
    feedLag: Math.max(0, Number(BigInt(last ?? 0) - heard)),
    pulseAgeSeconds: pulse ?? Number.POSITIVE_INFINITY,
    latenessSeconds: late ?? 0,
    dueRows: due,
  };
}
