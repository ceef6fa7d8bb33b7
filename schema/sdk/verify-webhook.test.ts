import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { verifyWebhook, type WebhookHeaders, WebhookRejected } from "./verify-webhook.ts";

const OLD = `whsec_${Buffer.from("an old secret of 24 bytes").toString("base64")}`;
const NEW = `whsec_${Buffer.from("a new secret of 24 bytes.").toString("base64")}`;
const OTHER = `whsec_${Buffer.from("somebody else's altogether").toString("base64")}`;

const body = JSON.stringify({
  type: "TEST",
  timestamp: "2026-11-30T16:00:00Z",
  position: null,
  data: { message: "Hü" },
});
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

/** The headers of a message that was signed with these secrets. */
const signed = (secrets: readonly string[], text = body, at = ago(1)): Record<string, string> => ({
  "webhook-id": "msg_1",
  "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
  "webhook-signature": secrets.map((secret) => new Webhook(secret).sign("msg_1", at, text)).join(" "),
});

describe("a message of the desk is believed", () => {
  test.each<[string, WebhookHeaders, string | readonly string[], string | Uint8Array]>([
    ["signed with the secret", signed([OLD]), OLD, body],
    ["as bytes", signed([OLD]), OLD, new TextEncoder().encode(body)],
    ["by a Headers object", new Headers(signed([OLD])), OLD, body],
    [
      "by headers in capitals",
      Object.fromEntries(Object.entries(signed([OLD])).map(([k, v]) => [k.toUpperCase(), v])),
      OLD,
      body,
    ],
    ["by headers as lists", Object.fromEntries(Object.entries(signed([OLD])).map(([k, v]) => [k, [v]])), OLD, body],
    ["while the secret is rotated, known or not", signed([NEW, OLD]), OLD, body],
    ["while the secret is rotated, both known", signed([OLD]), [NEW, OLD], body],
    [
      "beside a signature of a version to come",
      { ...signed([OLD]), "webhook-signature": `v2,x ${signed([OLD])["webhook-signature"]}` },
      OLD,
      body,
    ],
    ["almost five minutes old", signed([OLD], body, ago(295)), OLD, body],
  ])("%s", (_what, headers, secrets, raw) => {
    expect(verifyWebhook(headers, raw, secrets)).toMatchObject({ id: "msg_1", type: "TEST", data: { message: "Hü" } });
  });
});

describe("what is not, is rejected", () => {
  test.each<[string, WebhookHeaders, string | readonly string[], string, RegExp]>([
    ["signed with another secret", signed([OTHER]), [OLD, NEW], body, /No matching signature/],
    ["a body that was changed", signed([OLD]), OLD, body.replace("Hü", "Ho"), /No matching signature/],
    ["another message's id", { ...signed([OLD]), "webhook-id": "msg_2" }, OLD, body, /No matching signature/],
    [
      "another stamp",
      { ...signed([OLD]), "webhook-timestamp": String(Math.floor(Date.now() / 1000)) },
      OLD,
      body,
      /No matching/,
    ],
    ["sent again an hour later", signed([OLD], body, ago(3600)), OLD, body, /too old/],
    ["from a clock far ahead", signed([OLD], body, ago(-3600)), OLD, body, /too new/],
    ["a stamp that is none", { ...signed([OLD]), "webhook-timestamp": "soon" }, OLD, body, /Invalid/],
    ["no signature at all", {}, OLD, body, /Missing/],
    ["no secret to verify with", signed([OLD]), [], body, /Give a secret/],
    ["an empty secret", signed([OLD]), "", body, /empty/],
    ["signed, but no JSON", signed([OLD], "hello"), OLD, "hello", /no JSON/],
  ])("%s", (_what, headers, secrets, raw, why) => {
    expect(() => verifyWebhook(headers, raw, secrets)).toThrow(WebhookRejected);
    expect(() => verifyWebhook(headers, raw, secrets)).toThrow(why);
  });

  test("older than one's own, narrower tolerance", () => {
    const headers = signed([OLD], body, ago(45));
    expect(verifyWebhook(headers, body, OLD, { toleranceSeconds: 60 })).toMatchObject({ id: "msg_1" });
    expect(() => verifyWebhook(headers, body, OLD, { toleranceSeconds: 30 })).toThrow("more than 30 s");
  });
});
