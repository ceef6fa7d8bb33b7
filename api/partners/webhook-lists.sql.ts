import type { Instant } from "../core/time.ts";
import { type PageRequest, pageSize, readCursor } from "../platform/connection.ts";
import { conditionsOf, type Filter, type FilterField } from "../platform/filter.ts";
import type { Viewer } from "../platform/viewer.ts";
import { changeWord } from "./change-types.ts";
import { changeId } from "./show-change.ts";
import { messageId } from "./webhook-message.ts";

export type EndpointRow = {
  id: string;
  name: string;
  url: string;
  types: string[] | null;
  excludeOwn: boolean;
  withContacts: boolean;
  status: string;
  disabledReason: string | null;
  disabledAt: Instant | null;
  position: string;
  quietUntil: Instant | null;
  createdAt: Instant;
  version: number;
};
const endpointColumns = `e.id, e.name, e.url, e.types, e.exclude_own as "excludeOwn", e.with_contacts as "withContacts", e.status, e.disabled_reason as "disabledReason",
  e.disabled_at as "disabledAt", e.position::text, e.quiet_until as "quietUntil", e.created_at as "createdAt", e.version`;

/** An endpoint as the API shows it: the words of its filter. */
export const showEndpoint = <E extends { types: string[] | null }>(row: E) => ({
  ...row,
  types: row.types?.map(changeWord) ?? null,
});

/** A partner's own; a manager sees all. Row-level security says the same a second time. */
const mine = (viewer: Viewer, values: unknown[]) =>
  viewer.kind === "MANAGER" ? "true" : `e.partner_id = $${values.push(viewer.partnerId)}`;

export function endpointsPage(viewer: Viewer, page: PageRequest) {
  const { limit } = pageSize(page);
  const values: unknown[] = [];
  const own = mine(viewer, values);
  const after = page.after == null ? "true" : `e.id > $${values.push(readCursor(page.after, "id")[0])}`;
  return {
    text: `select ${endpointColumns} from webhook_endpoint e where ${own} and e.status <> 'DELETED' and ${after}
            order by e.id limit $${values.push(limit + 1)}`,
    values,
  };
}

export function endpointsById(viewer: Viewer, ids: readonly string[]) {
  const values: unknown[] = [ids];
  return {
    text: `select ${endpointColumns} from webhook_endpoint e where e.id = any($1) and e.status <> 'DELETED' and ${mine(viewer, values)}`,
    values,
  };
}

export type DeliveryRow = {
  id: string;
  endpointId: string;
  eventId: string | null;
  position: string | null;
  type: string;
  state: string;
  nextTryAt: Instant | null;
  createdAt: Instant;
  finishedAt: Instant | null;
};
const deliveryColumns = `d.id, d.endpoint_id as "endpointId", d.event_id as "eventId", d.position::text, d.type, d.state,
  d.next_at as "nextTryAt", d.created_at as "createdAt", d.finished_at as "finishedAt"`;

export const showDelivery = <D extends { id: string; endpointId: string; eventId: string | null }>(row: D) => ({
  ...row,
  webhookId: messageId(row.endpointId, row.eventId ?? row.id),
  changeId: row.eventId && changeId(row.eventId),
});

const deliveryFields: { readonly [field: string]: FilterField } = {
  state: { sql: "d.state", type: "text" },
  type: { sql: "d.type", type: "text" },
  createdAt: { sql: "d.created_at", type: "timestamptz" },
  finishedAt: { sql: "d.finished_at", type: "timestamptz" },
};

/** The newest first; a filter is tried on the endpoint's own. Uses webhook_delivery (partner_id, endpoint_id, id). */
export function deliveriesPage(endpointId: string, filter: Filter, page: PageRequest) {
  const { limit } = pageSize(page);
  const values: unknown[] = [endpointId];
  const wanted = conditionsOf(filter, deliveryFields, (value) => `$${values.push(value)}`);
  const after = page.after == null ? "true" : `d.id < $${values.push(readCursor(page.after, "id")[0])}`;
  return {
    text: `select ${deliveryColumns} from webhook_delivery d
            where d.partner_id = (select partner_id from webhook_endpoint where id = $1) and d.endpoint_id = $1
              and ${wanted} and ${after} order by d.id desc limit $${values.push(limit + 1)}`,
    values,
  };
}

export function deliveriesById(viewer: Viewer, ids: readonly string[]) {
  const values: unknown[] = [ids];
  return {
    text: `select ${deliveryColumns} from webhook_delivery d
             join webhook_endpoint e on e.partner_id = d.partner_id and e.id = d.endpoint_id
            where d.id = any($1) and e.status <> 'DELETED' and ${mine(viewer, values)}`,
    values,
  };
}

export type TryRow = {
  deliveryId: string;
  n: number;
  at: Instant;
  ms: number;
  status: number | null;
  error: string | null;
  excerpt: string | null;
};
export const triesOf = (deliveryIds: readonly string[]) => ({
  name: "webhook-tries",
  text: `select t.delivery_id as "deliveryId", t.n, t.at, t.ms, t.status, t.error, t.excerpt
           from webhook_delivery d join webhook_try t on t.partner_id = d.partner_id and t.delivery_id = d.id
          where d.id = any($1) and t.n > d.tries - 100 order by t.n`,
  values: [deliveryIds],
});
