import { randomBytes } from "node:crypto";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { hasScope, type Viewer } from "../platform/viewer.ts";
import {
  changeEndpoint,
  type EndpointDone,
  type EndpointRef,
  type EndpointRefusal,
  refuse,
} from "./change-endpoint.ts";
import { WebhookEndpoint, WebhookSecret } from "./webhook.entity.ts";
import { checkTarget } from "./webhook-target.ts";

const MOST_ENDPOINTS = 20;
const DAY = 86_400;
const LONGEST_OVERLAP = 7 * DAY;

export type EndpointFields = {
  url?: string | null | undefined;
  name?: string | null | undefined;
  types?: string[] | null | undefined;
  excludeOwn?: boolean | null | undefined;
};

/** Nobody has more sent to an address of their choice than their key may read. */
function missingScope(viewer: Viewer, withContacts: boolean): EndpointRefusal | null {
  const needed = ["changes:read", "tickets:read", ...(withContacts ? ["contacts:read"] : [])];
  const missing = needed.find((scope) => !hasScope(viewer, scope));
  return missing
    ? refuse("MISSING_SCOPE", "url", `Messages carry what ${missing} is needed for: your key lacks it.`)
    : null;
}

/** Makes an endpoint and its first secret; it begins where the feed stands. */
export async function createEndpoint(
  desk: Desk,
  fields: EndpointFields & { url: string },
  allowLocal: readonly string[],
): Promise<EndpointDone | EndpointRefusal> {
  const partnerId = desk.viewer.partnerId as string;
  const missing = missingScope(desk.viewer, false);
  if (missing) return missing;
  const target = checkTarget(fields.url, allowLocal);
  if (!target.ok) return refuse("TARGET_REFUSED", "url", target.why);
  const name = fields.name?.trim() || target.url.host;
  if (name.length > 255) return refuse("INVALID", "name", "A name has at most 255 characters.");
  // one at a time: two that count at once would both find room
  await desk.em.execute("select pg_advisory_xact_lock(7200, hashtext(?))", [partnerId]);
  const [seen] = await desk.em.execute<[{ endpoints: number; position: string }]>(
    `select (select count(*)::int from webhook_endpoint where partner_id = ? and status <> 'DELETED') as endpoints,
            coalesce((select last from event_counter where partner_id = ?), 0)::text as position`,
    [partnerId, partnerId],
  );
  if (seen.endpoints >= MOST_ENDPOINTS)
    return refuse("TOO_MANY", null, `There may be ${MOST_ENDPOINTS} endpoints: delete one first.`);
  const endpoint = desk.em.create(WebhookEndpoint, {
    id: uuidv7(),
    partnerId,
    name,
    url: target.url.href,
    types: fields.types ?? null,
    excludeOwn: fields.excludeOwn ?? false,
    withContacts: hasScope(desk.viewer, "contacts:read"),
    status: "ENABLED",
    disabledReason: null,
    disabledAt: null,
    position: seen.position,
    quietUntil: null,
    leasedUntil: null,
    createdAt: desk.now,
    createdBy: desk.viewer.name,
    version: 1,
  });
  return { kind: "done" as const, endpoint, secret: newSecret(desk, endpoint, null) };
}

/** A secret of 256 bits, as the standard writes it. */
function newSecret(desk: Desk, { id: endpointId, partnerId }: WebhookEndpoint, olderUntil: Instant | null): string {
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  desk.em.create(WebhookSecret, { id: uuidv7(), partnerId, endpointId, secret, olderUntil, createdAt: desk.now });
  return secret;
}

export const updateEndpoint = (desk: Desk, ref: EndpointRef, fields: EndpointFields, allowLocal: readonly string[]) =>
  changeEndpoint(desk, ref, (endpoint) => {
    const missing = fields.url == null ? null : missingScope(desk.viewer, endpoint.withContacts);
    if (missing) return missing;
    const target = fields.url == null ? null : checkTarget(fields.url, allowLocal);
    if (target && !target.ok) return refuse("TARGET_REFUSED", "url", target.why);
    const name = fields.name?.trim() ?? endpoint.name;
    if (name === "" || name.length > 255) return refuse("INVALID", "name", "A name has 1 to 255 characters.");
    endpoint.name = name;
    if (target) endpoint.url = target.url.href;
    if (fields.types !== undefined) endpoint.types = fields.types;
    if (fields.excludeOwn != null) endpoint.excludeOwn = fields.excludeOwn;
    return { kind: "done", endpoint };
  });

export const disableEndpoint = (desk: Desk, ref: EndpointRef, reason: string | null | undefined) =>
  changeEndpoint(desk, ref, (endpoint) => {
    if (reason && reason.length > 500) return refuse("INVALID", "reason", "A reason has at most 500 characters.");
    endpoint.status = "DISABLED";
    endpoint.disabledReason = reason?.trim() || `Disabled by ${desk.viewer.name}.`;
    endpoint.disabledAt = desk.now;
    return { kind: "done", endpoint };
  });

/** Sends to it again: from where it stood, or from now on. */
export const enableEndpoint = (desk: Desk, ref: EndpointRef, skipMissed: boolean) =>
  changeEndpoint(desk, ref, async (endpoint) => {
    endpoint.status = "ENABLED";
    endpoint.disabledReason = endpoint.disabledAt = endpoint.quietUntil = null;
    if (skipMissed) {
      const [end] = await desk.em.execute<[{ position: string }]>(
        "select coalesce((select last from event_counter where partner_id = ?), 0)::text as position",
        [endpoint.partnerId],
      );
      endpoint.position = end.position;
      await giveUp(desk, endpoint);
    }
    return { kind: "done", endpoint };
  });

/** Its row stays, for what was sent there is part of the story; nothing is sent any more. */
export const deleteEndpoint = (desk: Desk, ref: EndpointRef) =>
  changeEndpoint(desk, ref, async (endpoint) => {
    endpoint.status = "DELETED";
    endpoint.disabledAt = desk.now;
    await giveUp(desk, endpoint);
    return { kind: "done", endpoint };
  });

const giveUp = (desk: Desk, { partnerId, id }: WebhookEndpoint) =>
  desk.em.execute(
    `update webhook_delivery set state = 'FAILED', next_at = null, ready_at = null, finished_at = to_timestamp(?)
      where partner_id = ? and endpoint_id = ? and state in ('READY', 'WAITING')`,
    [desk.now, partnerId, id],
  );

/** Gives a new secret; messages carry the old signature beside the new until the overlap is over. */
export const rotateSecret = (desk: Desk, ref: EndpointRef, overlapSeconds: number | null | undefined) =>
  changeEndpoint(desk, ref, (endpoint) => {
    const overlap = overlapSeconds ?? DAY;
    if (overlap < 0 || overlap > LONGEST_OVERLAP)
      return refuse("INVALID", "overlapSeconds", `Expected 0 to ${LONGEST_OVERLAP} seconds.`);
    return { kind: "done", endpoint, secret: newSecret(desk, endpoint, (desk.now + overlap) as Instant) };
  });
