import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";
import { verbsOn } from "../support/verbs.ts";

const shots = new URL("./shots/", import.meta.url).pathname;
let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]); // Monday 10:00 in New York
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const line = (page: Page) => page.getByText("breaches unless taken").locator("..");
const clientNamed = async (on: ReturnType<typeof verbsOn>, name: string): Promise<string> => {
  const input = { name, code: "LONG", timeZone: "America/New_York", contractFrom: "2026-01-01" };
  const document =
    "mutation($i: CreateClientInput!) { createClient(input: $i) { client { id } userErrors { message } } }";
  const terms = { planCode: "standard", calendarCode: "provider" };
  return (await on.ask("manager", document, { i: { ...input, ...terms } })).createClient.client.id;
};

test("an open wall says which ticket breaches unless it is taken, by when, and no more once it is", async () => {
  const on = verbsOn(desk);
  await planShift(desk, desk.cast.technician.id, "2026-12-02T14:00:00Z", "2026-12-02T22:00:00Z"); // nobody today
  const clientId = await clientNamed(on, "The Quite Extraordinarily Long Named Company of Brightwater");
  const wall = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await wall.goto(`${desk.origin}/board/wall?theme=dark#token=${desk.tokens.wall}`);
  await wall.getByText("No open tickets").waitFor();
  expect(await line(wall).count()).toBe(0);

  const { id, number } = await on.open({ clientId, affected: "ALL", workaround: false }, "technician");
  const other = await on.open({ affected: "ONE" }, "technician");
  await expect.poll(() => line(wall).textContent()).toContain(`#${number} The Quite`);
  await expect.poll(() => line(wall).textContent()).toContain("breaches unless taken by 10:45 · 1 more");
  const { cut, beyond } = await line(wall).evaluate((p) => {
    const [, who, what] = p.children as unknown as [Element, Element, Element];
    const room = (p.parentElement as Element).getBoundingClientRect();
    return { cut: who.scrollWidth > who.clientWidth, beyond: what.getBoundingClientRect().right - room.right };
  });
  expect(cut, "a long name gives way").toBe(true);
  expect(beyond, "and the rest stays on the line").toBeLessThan(1);
  expect(await offences(wall)).toEqual([]);
  await wall.screenshot({ path: `${shots}forecast.png` });

  await desk.travel("2026-11-30T15:45:00Z");
  await expect.poll(() => line(wall).textContent()).toContain("breaches unless taken now · 1 more");
  await on.done("technician", "takeTicket", { ticketId: id });
  await expect
    .poll(() => line(wall).textContent())
    .toContain(`#${other.number} First client breaches unless taken by Tue 09:45`);
  await on.done("technician", "takeTicket", { ticketId: other.id });
  await line(wall).waitFor({ state: "detached" });
  await wall.close();
});
