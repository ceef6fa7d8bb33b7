import type { Context } from "../platform/context.ts";

type Published = "plan" | "calendar";

/** When versions were published, by their ids. */
export async function publishedAt(context: Context, what: Published, ids: readonly string[]) {
  const rows = await context.house.readAsDesk<{ id: string; at: number }>({
    name: `${what}-published-at`,
    text: `select id, published_at as at from ${what} where id = any($1)`,
    values: [ids],
  });
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** How many contracts in force today name a plan or calendar, by its code, of those that the viewer may see. */
export async function contractsNaming(context: Context, what: Published, codes: readonly string[]) {
  const rows = await context.read<{ code: string; contracts: number }>({
    name: `contracts-naming-${what}`,
    text: `select c.${what}_code as code, count(*)::int as contracts
             from contract c join client k on k.partner_id = c.partner_id and k.id = c.client_id
            where c.${what}_code = any($1) and c.from_date <= (desk_now() at time zone k.time_zone)::date::text
              and (c.until_date is null or c.until_date >= (desk_now() at time zone k.time_zone)::date::text)
            group by 1`,
    values: [codes],
  });
  return new Map(rows.map(({ code, contracts }) => [code, contracts]));
}
