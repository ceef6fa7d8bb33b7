import type { TechnologyKind } from "../core/coverage-policy/facts.ts";
import type { PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import type { Instant } from "../core/time.ts";
import { cursorOf, type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import { conditionsOf, type Filter, type FilterField, type Param } from "../platform/filter.ts";
import { newestEdition } from "./manufacturer-data.ts";

/** What devices run, each answered once: `devices` of them run it. */
export type RunQuestion = {
  /** Names the question in the statements below. */
  readonly key: string;
  readonly kind: TechnologyKind;
  readonly product: string | null;
  readonly version: string | null;
  readonly paidSupport: readonly PaidSupport[];
  readonly today: string;
  readonly edition: string | null;
  readonly devices: number;
};
/** A question with its answer; `runs`: what is run as it is understood, null where it is not. */
export type Answered = {
  readonly key: string;
  readonly standing: string;
  readonly place: number;
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

const KEY = "md5(jsonb_build_array(d.technology_kind, d.product, d.version, s.paid, s.today)::text)";

/** All that is run, once each, with the day and the paid support by which it is judged. */
export const whatIsRun = (now: Instant) => ({
  name: "what-devices-run",
  text: `with ${served("$1")}
    select ${KEY} as key, d.technology_kind as kind, d.product, d.version, s.paid as "paidSupport", s.today, ${newestEdition} as edition,
           count(*)::int as devices
      from device d join served s on s.partner_id = d.partner_id and s.id = d.client_id
     group by d.technology_kind, d.product, d.version, s.paid, s.today`,
  values: [now],
});

/** An answer is kept as a list. */
const [standing, place, runs] = ["(d.answer->>0)", "(d.answer->>1)::int", "(d.answer->>2)"];
const fields: { readonly [field: string]: FilterField } = {
  id: { sql: "d.id", type: "uuid", id: "Device" },
  client: { sql: "d.client_id", type: "uuid", id: "Client" },
  name: { sql: "d.name", type: "text" },
  kind: { sql: "d.technology_kind", type: "text" },
  product: { sql: "d.product", type: "text" },
  version: { sql: "d.version", type: "text" },
  runs: { sql: runs, type: "text" },
  standing: { sql: standing, type: "text" },
  search: (given: string, param) => {
    const words = given.trim().split(/\s+/).slice(0, 10);
    const text = `concat_ws(' ', d.name, d.product, d.version, ${runs}, d.client)`;
    const like = words.map((word) => `${text} ilike ${param(`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`)}`);
    return `(${like.join(" and ")})`;
  },
};

/**
 * Devices (`d`), each with its answer. An answer is looked up by its key in what is sent along: joined to a list of them, a
 * planner that knows nothing of its length compares each device with each answer.
 */
const answeredDevices = (answered: readonly Answered[], param: Param): string => {
  const byKey = Object.fromEntries(answered.map((a) => [a.key, [a.standing, a.place, a.runs]]));
  return `(select d.id, d.client_id, d.name, d.technology_kind, d.product, d.version, s.name as client,
                  ${param(JSON.stringify(byKey))}::jsonb -> ${KEY} as answer
             from device d join served s on s.partner_id = d.partner_id and s.id = d.client_id) d`;
};

const orders = {
  SUPPORT_ASC: {
    columns: [place, "d.name", "d.id"],
    cursor: (row: ListedDevice) => cursorOf(row.place, row.name, row.id),
    read: (cursor: string, param: Param) => {
      const [at, name, id] = readCursor(cursor, "number", "text", "id");
      return `${param(at)}::int, ${param(name)}::text, ${param(id)}::uuid`;
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
  const from = answeredDevices(answered, param);
  const where = [conditionsOf(filter, fields, param)];
  if (page.after != null) where.push(`(${columns.join(", ")}) > (${read(page.after, param)})`);
  if (page.before != null) where.push(`(${columns.join(", ")}) < (${read(page.before, param)})`);
  const direction = backwards ? "desc" : "asc";
  const text = `with ${served("$1")}
  select d.id, d.client_id as "clientId", d.name, d.technology_kind as kind, d.product, d.version,
         ${place} as place
    from ${from} where ${where.join(" and ")}
   order by ${columns.map((column) => `${column} ${direction}`).join(", ")} limit ${param(limit + 1)}`;
  return { text, values };
}

/** How many match, by standing. */
export function countDevices({ now, answered, filter }: Asked) {
  const values: unknown[] = [now];
  const param: Param = (value) => `$${values.push(value)}`;
  const text = `with ${served("$1")} select ${standing} as standing, count(*)::int as devices
    from ${answeredDevices(answered, param)} where ${conditionsOf(filter, fields, param)} group by 1`;
  return { text, values };
}
