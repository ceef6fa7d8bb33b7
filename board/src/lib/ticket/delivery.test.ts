import { expect, test } from "vitest";
import { instant } from "#lib/time/instant.ts";
import { deliveryWord, isUndelivered } from "./delivery.ts";

const now = instant("2026-12-01T16:00:00Z");
const at = "2026-12-01T15:05:00Z";
const say = (state: "SENT" | "QUEUED" | "BOUNCED" | "FAILED", more: { nextAt?: string; error?: string } = {}) =>
  deliveryWord({ state, at, nextAt: null, error: null, ...more }, now, "America/New_York");

test("a message says quietly how it is on its way, in the zone of its client", () => {
  expect(say("SENT")).toBe("mailed Tue 10:05");
  expect(say("QUEUED")).toBe("waiting to be mailed");
  expect(say("QUEUED", { nextAt: "2026-12-01T16:30:00Z", error: "451 later" })).toBe(
    "not mailed yet, tried again Tue 11:30: 451 later",
  );
  expect(say("BOUNCED", { error: "550 no such user" })).toBe("could not be delivered: 550 no such user");
  expect(say("FAILED", { error: "connection refused" })).toBe("given up after two days: connection refused");
});

test("only what did not arrive asks to be looked at", () => {
  const is = (state: "SENT" | "QUEUED" | "BOUNCED" | "FAILED") =>
    isUndelivered({ state, at, nextAt: null, error: null });
  expect([is("SENT"), is("QUEUED"), is("BOUNCED"), is("FAILED")]).toEqual([false, false, true, true]);
});
