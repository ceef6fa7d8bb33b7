import type pg from "pg";
import { OWNED_TABLES, type OwnedTable } from "./two-partners.ts";
import type { World } from "./worlds.ts";

/** Everything that stands in the database of a partner, table by table. */
export async function standing(owner: pg.Client, partnerId: string): Promise<string[]> {
  const { rows: tables } = await owner.query<OwnedTable>(OWNED_TABLES);
  const texts: string[] = [];
  for (const { table, column } of tables) {
    const { rows } = await owner.query(
      `select md5(string_agg(t::text, ';' order by t::text)) as held from ${table} t where ${column} = $1`,
      [partnerId],
    );
    texts.push(`${table}: ${rows[0].held}`);
  }
  return texts;
}
/** What happened to the tickets of worlds, as far as anybody could have changed it. */
export async function storiesOf(owner: pg.Client, worlds: readonly World[]): Promise<unknown> {
  const ids = worlds.flatMap((w) => [w.ids.Ticket, w.second]);
  const sql = `select t.version, t.updated_at, (select count(*) from timeline_entry e where e.ticket_id = t.id) as lines
    from ticket t where 'tkt_' || replace(t.id::text, '-', '') = any($1) order by t.number`;
  return (await owner.query(sql, [ids])).rows;
}
