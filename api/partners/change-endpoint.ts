import type { Desk } from "../platform/desk.ts";
import { WebhookEndpoint } from "./webhook.entity.ts";

/** A refusal is a value: it says what is wrong, where, and how the endpoint stands. */
export type EndpointRefusal = {
  kind: "refused";
  code: string;
  field: string | null;
  message: string;
  current: WebhookEndpoint | null;
};
export const refuse = (code: string, field: string | null, message: string): EndpointRefusal => ({
  ...{ kind: "refused", code, field, message, current: null },
});
export const unknownEndpoint = () => refuse("NOT_FOUND", "endpointId", "There is no such endpoint.");

export type EndpointRef = { id: string; expectedVersion?: number | null | undefined };
/** What was done to an endpoint; a new secret of it is shown this once. */
export type EndpointDone = { kind: "done"; endpoint: WebhookEndpoint; secret?: string };

/** An endpoint that the viewer may manage, its row locked; managers may look after every partner's. */
export async function endpointOf(desk: Desk, id: string): Promise<WebhookEndpoint | null> {
  const [row] = await desk.em.execute<Record<string, never>[]>(
    "select * from webhook_endpoint where id = ? and status <> 'DELETED' for no key update",
    [id],
  );
  if (!row) return null;
  const endpoint = desk.em.map(WebhookEndpoint, row);
  return desk.viewer.kind === "MANAGER" || endpoint.partnerId === desk.viewer.partnerId ? endpoint : null;
}

/**
 * What every verb that changes an endpoint has in common: lock its row, compare versions, do the work. Work refuses
 * before it changes anything.
 */
export async function changeEndpoint(
  desk: Desk,
  { id, expectedVersion }: EndpointRef,
  work: (endpoint: WebhookEndpoint) => Promise<EndpointDone | EndpointRefusal> | EndpointDone | EndpointRefusal,
): Promise<EndpointDone | EndpointRefusal> {
  const endpoint = await endpointOf(desk, id);
  if (!endpoint) return unknownEndpoint();
  const { version } = endpoint;
  const stale = `The endpoint is at version ${version}, not ${expectedVersion}: read it again.`;
  const done =
    expectedVersion == null || expectedVersion === version
      ? await work(endpoint)
      : refuse("STALE_VERSION", "expectedVersion", stale);
  if (done.kind === "refused") return { ...done, current: endpoint };
  endpoint.version = version + 1;
  return done;
}
