import type { TechnologyKind } from "../core/coverage-policy/facts.ts";
import type { PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import type { Instant } from "../core/time.ts";
import { cursorOf, type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import { conditionsOf, type Filter, type FilterField, type Param } from "../platform/filter.ts";
import { newestEdition } from "./manufacturer-data.ts";

/** What devices run, each answered once: `devices` of them run it. */
export type RunQuestion = {
  readonly kind: TechnologyKind;
  readonly product: string | null;
  readonly version: string | null;
  readonly paidSupport: readonly PaidSupport[];
  readonly today: string;
  readonly edition: string | null;
  readonly devices: number;
};
/** A question with its answer, as the statements below join it. */
export type Answered = Omit<RunQuestion, "edition" | "devices"> & {
  readonly standing: string;
  readonly place: number;
  /** What is run as it is understood; null where it is not. */
  readonly runs: string | null;
};

export type DeviceOrder = "SUPPORT_ASC" | "NAME_ASC";
export type ListedDevice = {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly kind: string;
  readonly product: string | null;
  readonly version: string | null;
  readonly place: number;
};

/** Each client with its day and what its contract in force records as paid for. Uses contract (partner_id, client_id). */
const served = (at: string): string => `
  served as materialized (
    select k.partner_id, k.id, k.name, l.today, coalesce((
             select c.paid_support from contract c
              where c.partner_id = k.partner_id and c.client_id = k.id and c.from_date <= l.today
                and (c.until_date is null or c.until_date >= l.today)
              order by c.from_date desc, c.id desc limit 1), '[]'::jsonb) as paid
      from client k cross join lateral (select (to_timestamp(${at}) at time zone k.time_zone)::date::text as today) l)`;

/** All that is run, once each, with the day and the paid support by which it is judged. */
export const whatIsRun = (now: Instant) => ({
  name: "what-devices-run",
  text: `with ${served("$1")}
    select d.technology_kind as kind, d.product, d.version, s.paid as "paidSupport", s.today, ${newestEdition} as edition,
           count(*)::int as devices
      from device d join served s on s.partner_id = d.partner_id and s.id = d.client_id
     group by d.technology_kind, d.product, d.version, s.paid, s.today`,
  values: [now],
});

const fields: { readonly [field: string]: FilterField } = {
  id: { sql: "d.id", type: "uuid", id: "Device" },
  client: { sql: "d.client_id", type: "uuid", id: "Client" },
  name: { sql: "d.name", type: "text" },
  kind: { sql: "d.technology_kind", type: "text" },
  product: { sql: "d.product", type: "text" },
  version: { sql: "d.version", type: "text" },
  runs: { sql: "q.runs", type: "text" },
  standing: { sql: "q.standing", type: "text" },
  search: (given: string, param) => {
    const words = given.trim().split(/\s+/).slice(0, 10);
    const text = "concat_ws(' ', d.name, d.product, d.version, q.runs, s.name)";
    const like = words.map((word) => `${text} ilike ${param(`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`)}`);
    return `(${like.join(" and ")})`;
  },
};

/** Null and "nothing" are one here, so that all five columns can be hashed. */
const matching = (answered: readonly Answered[], filter: Filter, param: Param): string => `
    from device d join served s on s.partner_id = d.partner_id and s.id = d.client_id
    join jsonb_to_recordset(${param(JSON.stringify(answered))}::jsonb)
      as q(kind text, product text, version text, "paidSupport" jsonb, today text, standing text, place int, runs text)
      on q.kind = d.technology_kind and coalesce(q.product, '') = coalesce(d.product, '')
     and coalesce(q.version, '') = coalesce(d.version, '') and q."paidSupport" = s.paid and q.today = s.today
   where ${conditionsOf(filter, fields, param)}`;

const orders = {
  SUPPORT_ASC: {
    columns: ["q.place", "d.name", "d.id"],
    cursor: (row: ListedDevice) => cursorOf(row.place, row.name, row.id),
    read: (cursor: string, param: Param) => {
      const [place, name, id] = readCursor(cursor, "number", "text", "id");
      return `${param(place)}::int, ${param(name)}::text, ${param(id)}::uuid`;
    },
  },
  NAME_ASC: {
    columns: ["d.name", "d.id"],
    cursor: (row: ListedDevice) => cursorOf(row.name, row.id),
    read: (cursor: string, param: Param) => {
      const [name, id] = readCursor(cursor, "text", "id");
      return `${param(name)}::text, ${param(id)}::uuid`;
    },
  },
} as const;
export const deviceCursor = (order: DeviceOrder) => orders[order].cursor;

type Asked = { readonly now: Instant; readonly answered: readonly Answered[]; readonly filter: Filter };

/** One page by keyset, read one row further than wanted. */
export function listDevices({ now, answered, filter }: Asked, order: DeviceOrder, page: PageRequest) {
  const { limit, backwards } = pageSize(page);
  const { columns, read } = orders[order];
  const values: unknown[] = [now];
  const param: Param = (value) => `$${values.push(value)}`;
  const where = [matching(answered, filter, param)];
  if (page.after != null) where.push(`(${columns.join(", ")}) > (${read(page.after, param)})`);
  if (page.before != null) where.push(`(${columns.join(", ")}) < (${read(page.before, param)})`);
  const direction = backwards ? "desc" : "asc";
  const text = `with ${served("$1")}
  select d.id, d.client_id as "clientId", d.name, d.technology_kind as kind, d.product, d.version, q.place
    ${where.join(" and ")}
   order by ${columns.map((column) => `${column} ${direction}`).join(", ")} limit ${param(limit + 1)}`;
  return { text, values };
}

/** How many match, by standing. */
export function countDevices({ now, answered, filter }: Asked) {
  const values: unknown[] = [now];
  const text = `with ${served("$1")} select q.standing, count(*)::int as devices
    ${matching(answered, filter, (value) => `$${values.push(value)}`)} group by q.standing`;
  return { text, values };
}
