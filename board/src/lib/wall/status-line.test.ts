import { expect, it } from "vitest";
import { at } from "../time/as-on-the-wall.ts";
import { statusLine } from "./status-line.ts";

const told = (more: Partial<Parameters<typeof statusLine>[0]> = {}) =>
  statusLine({
    freshness: "live",
    age: 3,
    lastUpdate: at("Mon 14:30:52"),
    caughtUp: 0,
    hours: { openUntil: at("Mon 17:30"), opensAt: null },
    now: at("Mon 14:32"),
    zone: "UTC",
    clock: { sandbox: false, rate: 1 },
    ...more,
  });

it.each([
  ["open", {}, "Live · open to 17:30"],
  ["closed", { hours: { openUntil: null, opensAt: at("Tue 08:30") } }, "Live · closed to Tue 08:30"],
  ["open all week", { hours: { openUntil: at("Sun 23:00"), opensAt: null } }, "Live · open round the clock"],
  ["late", { freshness: "late", age: 14 }, "Data 14 s old"],
  ["stale", { freshness: "stale" }, "Not live since 14:30:52"],
  ["never heard", { freshness: "stale", lastUpdate: null }, "Not live"],
  ["back after a loss", { caughtUp: 7 }, "Caught up, 7 changes"],
  ["in a replay", { clock: { sandbox: true, rate: 600 } }, "Sandbox 600× · open to 17:30"],
] as const)("a wall that is %s says so", (_, more, text) => {
  expect(told(more)).toBe(text);
});
