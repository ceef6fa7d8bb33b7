import pg from "pg";
import { expect } from "vitest";

/** Written beside requests, once a minute or a day for each key, whatever the request does. */
const BESIDE = {
  columns: { access_token: "- 'last_used_at'" } as { readonly [table: string]: string },
  rows: { audit_entry: "action <> 'KEY_USED'" } as { readonly [table: string]: string },
};

/** The database's whole shape and all that stands in it, to see that nobody touched it. */
export async function fingerprint(url: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  const tables = await client.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) as columns
       from information_schema.columns where table_schema = 'public' group by 1 order by 1`,
  );
  const seen: unknown[] = (await client.query("select sequencename, last_value from pg_sequences order by 1")).rows;
  for (const { name, columns } of tables.rows) {
    const row = `(to_jsonb(t) ${BESIDE.columns[name] ?? ""})::text`;
    const held = `select count(*), md5(string_agg(${row}, ';' order by ${row})) as content from "${name}" t where ${BESIDE.rows[name] ?? "true"}`;
    seen.push({ name, columns, ...(await client.query(held)).rows[0] });
  }
  await client.end();
  expect(seen.length, "a database with tables").toBeGreaterThan(20);
  return seen;
}
