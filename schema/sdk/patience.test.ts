import { describe, expect, test } from "vitest";
import { pause, secondsIn, waitMs, within } from "./patience.ts";

const now = Date.parse("2026-11-30T16:00:00Z");

describe("Retry-After", () => {
  test.each([
    ["a number of seconds", "7", 7],
    ["a fraction", "0.25", 0.25],
    ["a date ten seconds ahead", "Mon, 30 Nov 2026 16:00:10 GMT", 10],
    ["a date that is over", "Mon, 30 Nov 2026 15:59:00 GMT", 0],
    ["nothing", undefined, null],
    ["an empty header", " ", null],
    ["what is neither", "soon", null],
    ["a negative number", "-3", null],
  ])("as %s", (_what, header, seconds) => expect(secondsIn(header, now)).toBe(seconds));
});

describe("the wait before the next try", () => {
  const limit = { longestWaitSeconds: 60 };
  test.each([
    ["is never shorter than was asked for", 1, 5, 0, 5000],
    ["is a little longer, so that many clients do not return as one", 1, 5, 1, 5600],
    ["begins at an eighth to a quarter of a second where nothing was asked for", 1, null, 0, 125],
    ["doubles with each failure", 4, null, 1, 2000],
    ["stops growing at the longest", 12, null, 1, 60_000],
  ])("%s", (_what, failures, retryAfter, random, ms) =>
    expect(waitMs(failures, retryAfter, limit, () => random)).toBe(ms),
  );
});

describe("whoever stops", () => {
  const reason = new Error("the shop closes");

  test("ends a wait at once, with its own reason", async () => {
    const stop = new AbortController();
    const waiting = pause(60_000, stop.signal);
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(pause(60_000, stop.signal)).rejects.toBe(reason);
  });

  test("ends a try, and what it is told is that reason", async () => {
    const stop = new AbortController();
    const trying = within(
      60,
      stop.signal,
      (signal) => new Promise((_ok, fail) => signal.addEventListener("abort", () => fail(signal.reason))),
    );
    stop.abort(reason);
    await expect(trying).rejects.toBe(reason);
  });

  test("without stopping, a try ends when its time is up", async () => {
    const never = (signal: AbortSignal) =>
      new Promise((_ok, fail) => signal.addEventListener("abort", () => fail(new Error("cut"))));
    await expect(within(0.01, undefined, never)).rejects.toThrow("no answer within 0.01 s");
  });
});
