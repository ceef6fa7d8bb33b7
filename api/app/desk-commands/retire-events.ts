import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Options } from "./options.ts";

/** A stretch of the event log that is stored by itself. */
type Part = {
  name: string;
  events: number;
  first: string | null;
  last: string | null;
  newest: string | null;
  old: boolean;
};

const stretches = /* sql */ `
  select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'event'::regclass order by (regexp_match(pg_get_expr(c.relpartbound, c.oid), '\\(''?(\\d+)'))[1]::bigint`;

/** What a stretch holds, and whether all of it is older than the feed goes back. */
const contents = (name: string) => /* sql */ `
  select count(*)::int as events, min(position)::text as first, max(position)::text as last,
         to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD') as newest,
         coalesce(max(at) < desk_now() - make_interval(days => ?), false) as old from "${name}"`;

/**
 * `retire-events`: which stretches of the log are older than the change feed goes back, and with --write takes them out
 * of it. Nothing else ever does. They stay as tables of their own, to be archived, unless --drop says that they go.
 * The stretch that is written to, and whatever comes after one that is still wanted, stays.
 */
export async function retireEvents(
  em: SqlEntityManager,
  options: Options,
  retentionDays: number,
  say: (text: string) => void,
): Promise<number> {
  const names = (await em.execute<{ name: string }[]>(stretches)).map((row) => row.name);
  const parts: Part[] = [];
  for (const name of names) {
    const [holds] = await em.execute<Omit<Part, "name">[]>(contents(name), [retentionDays]);
    parts.push({ name, ...(holds as Omit<Part, "name">) });
  }
  const kept = parts.findIndex((part) => !part.old);
  const retired = parts.slice(0, kept === -1 ? Math.max(parts.length - 1, 0) : kept);
  for (const { name } of options.write ? retired : []) {
    await em.execute(`alter table event detach partition "${name}"`);
    if (options.drop) await em.execute(`drop table "${name}"`);
  }
  if (options.json)
    say(JSON.stringify({ retentionDays, retired, written: options.write, dropped: options.drop }, null, 2));
  else for (const line of told(parts, retired, retentionDays, options)) say(line);
  return 0;
}

function* told(parts: Part[], retired: Part[], days: number, { write, drop }: Options) {
  for (const part of parts) {
    const what = part.events === 0 ? "empty" : `positions ${part.first} to ${part.last}, newest of ${part.newest}`;
    yield `${retired.includes(part) ? "-" : "✓"} ${part.name}: ${what}`;
  }
  const n = `${retired.length} stretch${retired.length === 1 ? "" : "es"}`;
  if (retired.length === 0) yield `Nothing is wholly older than ${days} days.`;
  else if (!write)
    yield `${n} older than ${days} days: --write takes them out of the log, --write --drop deletes them.`;
  else yield `${n} taken out of the log${drop ? " and deleted" : "; the tables stand by themselves, to be archived"}.`;
}
