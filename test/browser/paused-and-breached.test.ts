import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";
import { openWall, rowsOn } from "../support/wall.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]); // Monday 10:00 in New York
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

test("paused and breached shows both, to eyes and to a screen reader", async () => {
  const on = verbsOn(desk);
  const { id } = await on.open({ affected: "ALL", workaround: false, subject: "Switch is dead" });
  await on.done("technician", "takeTicket", { ticketId: id });
  await on.done("technician", "reply", { ticketId: id, body: "Which model is it?" });
  const { dueAt } = await on.clock(id, "RESOLUTION");
  await desk.travel(new Date(Date.parse(dueAt) + 252_000).toISOString());
  await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER" });
  expect(await on.clock(id, "RESOLUTION")).toMatchObject({ state: "PAUSED", standing: "BREACHED" });

  const page = await openWall(browser, desk);
  const [row] = await rowsOn(page);
  expect(row).toMatchObject({ tone: "breached", loud: false, time: "+04:12" });
  const glyph = page.locator("[data-ticket] .glyph svg");
  expect(await glyph.getAttribute("aria-label")).toBe("Breached, paused");
  const shape = (label: string) => page.locator(".count", { hasText: label }).locator("path").getAttribute("d");
  expect(await glyph.locator("path").getAttribute("d")).toBe(await shape("paused"));
  const frame = await page.locator("[data-ticket]").evaluate((shown) => getComputedStyle(shown).boxShadow);
  expect(frame).toContain("rgb(211, 39, 28)");
  await page.context().close();
});
