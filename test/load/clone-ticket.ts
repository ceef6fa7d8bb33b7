import type pg from "pg";

/** What a ticket's clocks are read from and written to. */
const TABLES = ["ticket", "clock_fact", "sla_clock", "ticket_version"] as const;

/**
 * Copies a ticket with its facts and clocks as they stand, once for each number of seconds, with every instant moved by
 * it. Facts and readings move alike as long as the hours of the calendar do not come between.
 */
export async function cloneTicket(client: pg.Client, number: number, seconds: readonly number[]): Promise<void> {
  await client.query("begin");
  await client.query(
    "create temp table clone on commit drop as select gen_random_uuid() as id, s as moved from unnest($1::int[]) s",
    [seconds],
  );
  for (const table of TABLES) {
    const { rows } = await client.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    );
    const value = ({ name, type }: { name: string; type: string }) => {
      if (name === "id") return table === "ticket" ? "clone.id" : "gen_random_uuid()";
      if (name === "ticket_id") return "clone.id";
      if (name === "number") return "nextval('ticket_number')";
      return type === "timestamp with time zone" ? `o.${name} + make_interval(secs => clone.moved)` : `o.${name}`;
    };
    await client.query(
      `insert into ${table} (${rows.map((row) => row.name).join(", ")})
       select ${rows.map(value).join(", ")} from ${table} o cross join clone
        where o.${table === "ticket" ? "id" : "ticket_id"} = (select id from ticket where number = $1)`,
      [number],
    );
  }
  await client.query("commit");
}
