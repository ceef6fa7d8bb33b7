import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { bookingOn } from "../support/booking.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";

const shots = new URL("./shots/", import.meta.url).pathname;
let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof bookingOn>;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  // a Monday evening, 20:30 in New York: Tuesday already where clocks show UTC
  [desk, browser] = await Promise.all([startDesk({ at: "2026-12-08T01:30:00Z" }), launch()]);
  on = bookingOn(desk);
  for (const day of ["09", "10", "11", "21"])
    await planShift(desk, desk.cast.technician.id, `2026-12-${day}T14:00:00Z`, `2026-12-${day}T18:00:00Z`);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

type Look = { width?: number; height?: number; zone?: string; scheme?: "dark" | "light" };
const open = async (path: string, { width = 1280, height = 800, zone = "America/New_York", scheme }: Look = {}) => {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: scheme ?? "light", timezoneId: zone, reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  await page.goto(`${desk.origin}${path}`);
  await page.getByRole("radiogroup", { name: "Free times" }).waitFor();
  return page;
};
const seen = async (page: Page, name: string) => {
  expect(await offences(page), name).toEqual([]);
  await page.screenshot({ path: `${shots}book-${name}.png` });
};
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? "");
const link = async () => on.link((await on.open()).id);

test("the arrows look, Enter and Space choose, and the keyboard is never lost", async () => {
  const { link: to, token } = await link();
  const page = await open(to.path);
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).toBe("2026-12-09T15:00:00Z");
  await page.getByText("Press Enter to keep it").waitFor();
  expect((await on.see(token)).held).toBeNull(); // whoever passes by holds nothing
  await seen(page, "looked-light");
  await page.keyboard.press("Enter");
  await page.getByText("Kept for you for").waitFor();
  expect(await focused(page)).toBe("2026-12-09T15:00:00Z");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByText("Wednesday 9 December, 10:30").waitFor();
  await page.getByText("Kept for you for").waitFor();
  expect(await focused(page)).toBe("2026-12-09T15:30:00Z");

  // opened again the minutes go on; whoever wants other times gives it back
  await page.reload();
  await page.getByText("Kept for you for").waitFor();
  await page.getByRole("button", { name: "Other times" }).click();
  await expect.poll(async () => (await on.see(token)).held).toBeNull();
  expect(await focused(page)).toBe("2026-12-09T14:00:00Z");
});

test("on a phone a time that is lost is told at the edge of the screen, with those near it", async () => {
  const [mine, theirs] = [await link(), await link()];
  const page = await open(mine.link.path, { width: 390, height: 844, zone: "Asia/Kolkata", scheme: "dark" });
  await on.book(theirs.token, "2026-12-11T17:00:00Z");
  await page.locator("label:has([value='2026-12-11T17:00:00Z'])").click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toContain("free no longer");
  const box = await alert.boundingBox();
  expect(box && box.y >= 0 && box.y + box.height <= 844).toBe(true);
  expect(await page.getByRole("button", { name: "Confirm" }).count()).toBe(0);
  await seen(page, "lost-phone-dark");
  await page.getByRole("list", { name: "Free instead" }).getByRole("button").first().click();
  await page.getByText("Kept for you for").waitFor();
  await seen(page, "held-phone-dark");
});

test("the pages of days leave none out in the evening, and end where the desk plans no further", async () => {
  const page = await open((await link()).link.path);
  const later = page.getByRole("button", { name: "Later" });
  await later.click();
  await page.getByText("Monday 21 December").waitFor();
  for (let i = 0; i < 3; i += 1) await later.click();
  await page.getByText("We plan eight weeks ahead, until Monday 1 February.").waitFor();
  expect(await later.getAttribute("aria-disabled")).toBe("true");
  await seen(page, "horizon-light");
});

test("whoever finds no time says when it suits them, and one whose link is over asks for a new one", async () => {
  const ticket = await on.open();
  const { link: to } = await on.link(ticket.id);
  const page = await open(to.path, { width: 390, height: 844 });
  await page.getByRole("button", { name: "None fits?" }).click();
  await page.getByLabel("When does it suit you?").fill("Fridays, after four");
  await seen(page, "ask-phone-light");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("We have what you asked for").waitFor();
  await seen(page, "asked-phone-light");
  expect((await on.story(ticket.id)).at(-1)).toMatchObject({ body: "Fridays, after four" });
  await desk.travel("2026-12-23T01:30:00Z");
  await page.reload();
  await page.getByText("This link is over").waitFor();
  await seen(page, "over-phone-light");
  await page.getByRole("button", { name: "Send me a new link" }).click();
  await page.getByText("You get a new link by mail.").waitFor();
});
