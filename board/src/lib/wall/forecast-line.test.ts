import { expect, it } from "vitest";
import type { ForecastMessage } from "../live/documents.ts";
import { at } from "../time/as-on-the-wall.ts";
import { forecastLine } from "./forecast-line.ts";

const iso = (text: string) => new Date(at(text) * 1_000).toISOString();
const breach = (number: number, client: string, takeBy: string, dueAt: string) => ({
  ...{ number, client, clientCode: client.slice(0, 3).toUpperCase(), takeBy: iso(takeBy), dueAt: iso(dueAt) },
});
const lumen = breach(1126, "Lumen Law", "Mon 14:20", "Mon 14:35");
const alder = breach(1130, "Alder Clinic", "Tue 08:50", "Tue 09:05");
const said = (forecast: ForecastMessage, now = "Mon 14:00", secret = false) => {
  const line = forecastLine(forecast, at(now), "UTC", secret);
  return line && [line.who, line.what, line.more].join(" | ");
};

it.each<[string, ForecastMessage, string | null]>([
  ["one", { total: 1, breaches: [lumen] }, "#1126 Lumen Law | breaches unless taken by 14:20 | "],
  ["three", { total: 3, breaches: [lumen, alder] }, "#1126 Lumen Law | breaches unless taken by 14:20 | 2 more"],
  ["tomorrow's", { total: 1, breaches: [alder] }, "#1130 Alder Clinic | breaches unless taken by Tue 08:50 | "],
  ["many", { total: 1235, breaches: [lumen] }, "#1126 Lumen Law | breaches unless taken by 14:20 | 1,234 more"],
  ["none", { total: 0, breaches: [] }, null],
])("a wall that foresees %s says so", (_, forecast, text) => {
  expect(said(forecast)).toBe(text);
});

it("says now once the last instant has come, and nothing of what is breached", () => {
  const both = { total: 2, breaches: [lumen, alder] };
  expect(said(both, "Mon 14:19")).toBe("#1126 Lumen Law | breaches unless taken by 14:20 | 1 more");
  expect(said(both, "Mon 14:20")).toBe("#1126 Lumen Law | breaches unless taken now | 1 more");
  expect(said(both, "Mon 14:35")).toBe("#1126 Lumen Law | breaches unless taken now | 1 more");
  expect(said(both, "Mon 14:36")).toBe("#1130 Alder Clinic | breaches unless taken by Tue 08:50 | ");
});

it("names no client on a wall that faces a window", () => {
  expect(said({ total: 1, breaches: [lumen] }, "Mon 14:00", true)).toBe(
    "#1126 LUM | breaches unless taken by 14:20 | ",
  );
});
