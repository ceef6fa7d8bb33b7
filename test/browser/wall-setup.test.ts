import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";
import { pagesOf, shots } from "../support/pages.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let browser: Browser;
let open: ReturnType<typeof pagesOf>["open"];
let seen: ReturnType<typeof pagesOf>["seen"];
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  ({ open, seen } = pagesOf(desk, browser));
  await openBook(desk); // ten tickets, at 12:33:12 in New York
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

test("a manager sets a screen up by its address, and hears it before it hangs", async () => {
  const page = await open("/board/wall/setup", "manager");
  const address = page.getByLabel("Address of the wall");
  await expect.poll(() => address.inputValue()).toBe(`${desk.origin}/board/wall?d=4&in=55&theme=dark`);
  await page.getByText("8, with their subjects").waitFor();
  await page.getByLabel("Metres to the reader").fill("5");
  await page.getByLabel("Metres to the reader").press("Tab");
  await page.getByText("6, without their subjects").waitFor();
  await page.getByLabel("By the hours").check();
  await page.getByLabel("Codes for clients").check();
  await page.getByLabel("Two soft notes").check();
  await page.getByLabel("Volume").fill("35");
  const search = "?d=5&in=55&theme=auto&privacy=1&sound=1&volume=35";
  await expect.poll(() => address.inputValue()).toBe(`${desk.origin}/board/wall${search}`);
  expect(await page.getByLabel("Command for a kiosk").inputValue()).toBe(
    `chromium --kiosk --autoplay-policy=no-user-gesture-required "${desk.origin}/board/wall${search}"`,
  );
  const small = page.frameLocator("iframe");
  await small.getByText("NORTHGATE-DENTAL").waitFor(); // in codes, as the screen will
  await page.getByRole("button", { name: "Test sound" }).click();
  await page.reload();
  expect(await page.getByLabel("Volume").inputValue()).toBe("35");

  await page.getByRole("link", { name: "Pair a screen" }).click();
  await page.getByLabel("Code on the screen").waitFor();
  await page.context().close();
});

test("setting up a screen is a manager's matter; the page stands in both themes", async () => {
  const page = await open("/board/wall/setup", "technician");
  await page.getByText("Screens are set up and let in by a manager.").waitFor();
  expect(await offences(page)).toEqual([]);
  await page.context().close();
  await seen("wall-setup", "/board/wall/setup?d=4&in=55&theme=dark&sound=1", "manager", async (page) => {
    await page.frameLocator("iframe").getByText("Northgate Dental").waitFor();
  });
});

/** Writes down each note that the page plays; `state` is what the browser would say of its loudspeaker. */
const listening = (state: "running" | "suspended") => async (page: Page) =>
  page.addInitScript((said) => {
    const played: number[] = [];
    Object.assign(window, { played });
    Object.defineProperty(AudioContext.prototype, "state", { get: () => said });
    AudioContext.prototype.resume = async () => {};
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      played.push(Math.round(this.frequency.value));
      start.call(this, when);
    };
  }, state);
const played = (page: Page) => page.evaluate(() => (window as unknown as { played: number[] }).played);

test("a wall with sound rings once for a new urgent ticket that nobody has, and says so where it may not", async () => {
  const wall = "/board/wall?sound=1&volume=40";
  const [rings, silent, held] = await Promise.all([
    open(wall, "wall", { size: "large" }, listening("running")),
    open("/board/wall", "wall", { size: "large" }, listening("running")),
    open(wall, "wall", { size: "large" }, listening("suspended")),
  ]);
  const pages = [rings, silent, held];
  for (const page of pages) await page.locator("[data-ticket]").first().waitFor();
  await held.getByText("Sound is held back by this browser.").waitFor();
  expect(await played(rings)).toEqual([]); // what was there before is no news

  await verbsOn(desk).open({ subject: "Phones are dead everywhere", affected: "ALL", workaround: false }, "technician");
  await expect.poll(() => played(rings)).toEqual([659, 880]);
  await desk.travel("2026-11-30T17:48:00Z"); // others breach, within a minute of the last sound
  for (const page of pages) await page.getByText("12:48").first().waitFor();
  expect(await Promise.all(pages.map(played))).toEqual([[659, 880], [], []]);
  expect(await held.locator("*").count()).toBeLessThanOrEqual(400);
  await held.screenshot({ path: `${shots}wall-muted.png` });
  for (const page of pages) await page.context().close();
});

test("a wall with sound rings lower for a breach, and not while the doors are closed", async () => {
  const on = verbsOn(desk);
  await desk.travel("2026-11-30T22:00:00Z"); // half an hour before closing
  await on.open({ subject: "Mail is dead", affected: "ALL", workaround: false }, "technician");
  const wall = await open("/board/wall?sound=1", "wall", { size: "large" }, listening("running"));
  await wall.getByText("17:00").first().waitFor();
  await wall.locator("[data-ticket]").first().waitFor();
  await desk.travel("2026-12-01T13:40:00Z"); // ten minutes after opening
  await wall.getByText("08:40").first().waitFor();
  expect(await played(wall)).toEqual([]);
  await desk.travel("2026-12-01T14:00:01Z"); // half an hour is counted since, and one second
  await expect.poll(() => played(wall)).toEqual([392, 294]);
  await desk.travel("2026-12-01T22:31:00Z"); // closed
  await wall.getByText("17:31").first().waitFor();
  await on.open({ subject: "All is dead at night", affected: "ALL", workaround: false }, "technician");
  await wall.getByText("All is dead at night").waitFor();
  expect(await played(wall)).toEqual([392, 294]);
  await wall.context().close();
});
