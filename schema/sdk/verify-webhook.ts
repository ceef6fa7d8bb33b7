import { Webhook } from "standardwebhooks";
import type { ActorKind, ChangedFields, ChangeType } from "./generated/contract.ts";
import type { TimelineFieldsFragment } from "./generated/operations.ts";

/** A message that is not to be believed: not signed with a secret of yours, too old, or no message at all. */
export class WebhookRejected extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WebhookRejected";
  }
}

/** What a message is told by. Its `id` is the same whenever it comes again: what was handled is known by it. */
type Envelope = { id: string; timestamp: string };
/** What `changes` says of the same event; `id` is the change's own, in the feed and here. */
export type WebhookChange = {
  id: string;
  actor: { kind: ActorKind; id: string | null; name: string };
  /** The key that caused it: what has your own is your echo. */
  origin: string | null;
  ticketId: string | null;
  ticketVersion: number | null;
  /** What it changed, old and new; what it did not touch is not there. */
  changed: Partial<ChangedFields>;
  /** The ticket as a document, as new as the change or newer: keep the one with the highest `version`. */
  ticket: { id: string; number: number; version: number; [field: string]: unknown } | null;
  tombstone: { ticketId: string } | null;
  entry: TimelineFieldsFragment | null;
  /** The files that came with it; `Attachment.url` leads to their bytes. */
  attachments: { id: string; name: string }[];
};
export type WebhookMessage =
  | (Envelope & { type: "TEST"; position: null; data: { message: string } })
  | (Envelope & { type: ChangeType; position: string; data: WebhookChange });

export type WebhookHeaders = Headers | { readonly [name: string]: string | readonly string[] | undefined };

/** What the standard allows between the sender's clock and yours, either way. */
const TOLERANCE_SECONDS = 300;

/**
 * The message of a webhook, once it is sure that the desk sent it. Give the body as it came, byte for byte: parsed and
 * written again it is another. While a secret is rotated, give both. Throws WebhookRejected: answer 400 then.
 *
 *     const message = verifyWebhook(request.headers, rawBody, process.env.WEBHOOK_SECRET);
 */
export function verifyWebhook(
  headers: WebhookHeaders,
  rawBody: string | Uint8Array,
  secrets: string | readonly string[],
  { toleranceSeconds = TOLERANCE_SECONDS }: { toleranceSeconds?: number } = {},
): WebhookMessage {
  const body = typeof rawBody === "string" ? rawBody : new TextDecoder("utf-8", { ignoreBOM: true }).decode(rawBody);
  const [id, timestamp, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    header(headers, name),
  ) as [string, string, string];
  const signed = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  const [first, ...others] = [secrets].flat().map((secret) => faultOf(secret, body, signed));
  if (first === undefined) throw new WebhookRejected("Give a secret to verify with.");
  const fault = [first, ...others].includes(null) ? null : first;
  if (fault) throw new WebhookRejected(fault);
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds)
    throw new WebhookRejected(`The message is stamped more than ${toleranceSeconds} s from now.`);
  try {
    return { ...(JSON.parse(body) as WebhookMessage), id };
  } catch {
    throw new WebhookRejected("The message is signed, but is no JSON.");
  }
}

/** Why a message does not verify under a secret; null: it does. */
function faultOf(secret: string, body: string, headers: Record<string, string>): string | null {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function header(headers: WebhookHeaders, name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? "";
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
