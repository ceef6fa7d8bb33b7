import { describe, expect, test } from "vitest";
import { type Outcome, retryAfterIn } from "./post-webhook.ts";
import { afterTry, TRIES } from "./webhook-schedule.ts";

const answered = (status: number | null, retryAfter: number | null = null): Outcome => ({
  status,
  error: status !== null && status >= 200 && status < 300 ? null : "failed",
  ms: 1,
  excerpt: null,
  retryAfter,
});

describe("what becomes of a message after a try", () => {
  test("only 2xx is success", () => {
    for (const status of [200, 202, 204]) expect(afterTry(answered(status), 9, 0.5).state).toBe("DELIVERED");
    for (const status of [100, 301, 302, 400, 404, 500, null])
      expect(afterTry(answered(status), 9, 0.5).state).toBe("WAITING");
  });

  test("ten tries over a little more than three days, then it is given up and the endpoint is disabled", () => {
    const rests = Array.from({ length: TRIES - 1 }, (_, n) => afterTry(answered(500), TRIES - 1 - n, 0.5).rest ?? 0);
    expect(rests.slice(0, 4)).toEqual([5, 300, 1_800, 7_200]);
    expect(rests.reduce((a, b) => a + b, 0) / 86_400).toBeCloseTo(3.15, 1);
    expect(afterTry(answered(500), 0, 0.5)).toMatchObject({
      state: "FAILED",
      disable: /10 tries over three days failed/,
    });
  });

  test("rests vary by a fifth", () => {
    expect([0, 0.5, 1].map((chance) => afterTry(answered(500), TRIES - 2, chance).rest)).toEqual([240, 300, 360]);
  });

  test("410 disables the endpoint; the message is kept for it", () => {
    expect(afterTry(answered(410), 9, 0.5)).toMatchObject({ state: "READY", disable: /410/ });
  });

  test("Retry-After is obeyed, for the whole endpoint where it says so, and for a day at most", () => {
    expect(afterTry(answered(429, 90), 9, 0.5)).toMatchObject({ rest: 90, quiet: 90 });
    expect(afterTry(answered(503, 2), 9, 0.5)).toMatchObject({ rest: 5, quiet: 2 });
    expect(afterTry(answered(500, 90), 9, 0.5)).toMatchObject({ rest: 90, quiet: null });
    expect(afterTry(answered(429, 10_000_000), 9, 0.5)).toMatchObject({ rest: 86_400, quiet: 86_400 });
  });

  test("it may be said in seconds or as a date", () => {
    const now = Date.parse("2026-11-30T15:00:00Z");
    expect(retryAfterIn("120", now)).toBe(120);
    expect(retryAfterIn("Mon, 30 Nov 2026 15:02:00 GMT", now)).toBe(120);
    expect(retryAfterIn("Mon, 30 Nov 2026 14:00:00 GMT", now)).toBe(0);
    for (const odd of [undefined, "", "soon", "-5", "1.5"]) expect(retryAfterIn(odd, now)).toBeNull();
  });
});
