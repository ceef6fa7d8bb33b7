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
  [desk, browser] = await Promise.all([startDesk({ at: "2026-12-01T15:00:00Z" }), launch()]); // Tuesday 10:00 in New York
  on = bookingOn(desk);
  for (const day of ["02", "03"])
    await planShift(desk, desk.cast.technician.id, `2026-12-${day}T14:00:00Z`, `2026-12-${day}T18:00:00Z`);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (number: number, scheme: "dark" | "light", width = 1280, height = 800) => {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: scheme, timezoneId: "Europe/Vienna", reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  await page.goto(`${desk.origin}/t/${number}#token=${desk.tokens.technician}`);
  await page.getByRole("heading", { name: "Remote sessions" }).waitFor();
  return page;
};
const seen = async (page: Page, name: string) => {
  expect(await offences(page), name).toEqual([]);
  await page.screenshot({ path: `${shots}book-caller-${name}.png` });
};
const pick = (page: Page, at: string) => page.locator(`label:has([value="${at}"])`).click();

test("a technician books for a caller, moves it, and calls it off with a reason; the link is at hand all the while", async () => {
  const ticket = await on.open();
  const page = await open(ticket.number, "dark");
  await page.getByRole("button", { name: "Book for the caller…" }).click();
  await page.getByRole("radiogroup", { name: "Free times" }).waitFor();
  expect(await page.getByLabel("Times in").inputValue()).toBe("America/New_York"); // the client's
  await pick(page, "2026-12-02T15:00:00Z");
  await page.getByText("Kept for").waitFor();
  await seen(page, "held-dark");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "Move…" }).waitFor();
  expect(await on.appointments(ticket.id)).toMatchObject([{ status: "BOOKED", from: "2026-12-02T15:00:00Z" }]);
  expect(await page.getByRole("button", { name: "Send booking link…" }).count()).toBe(1);
  await seen(page, "agreed-dark");

  await page.getByRole("button", { name: "Move…" }).click();
  await pick(page, "2026-12-02T15:30:00Z");
  await page.getByRole("button", { name: "Move it here" }).click();
  await expect.poll(async () => (await on.appointments(ticket.id))[0].from).toBe("2026-12-02T15:30:00Z");

  await page.getByRole("button", { name: "Call off…" }).click();
  await page.getByLabel("Why?").fill("The printer is back");
  await seen(page, "off-dark");
  await page.getByRole("button", { name: "Call it off" }).click();
  await page.getByRole("button", { name: "Book for the caller…" }).waitFor();
  expect(await on.appointments(ticket.id)).toMatchObject([{ status: "CANCELLED" }]);
});

test("that nobody met is seen at once; what is only held is free again when the dialog is left", async () => {
  const ticket = await on.open();
  const { token } = await on.link(ticket.id);
  await on.book(token, "2026-12-02T14:00:00Z");
  const page = await open(ticket.number, "light", 1920, 1080);
  await desk.travel("2026-12-02T14:30:00Z");
  await page.getByText("Nobody met.").waitFor();
  await seen(page, "missed-light");
  await page.getByRole("button", { name: "Book for the caller…" }).click();
  await pick(page, "2026-12-03T15:00:00Z");
  await page.getByText("Kept for").waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await on.see(token)).held).toBeNull();
});

test("whoever merges reads first what becomes of the appointment", async () => {
  const [child, parent] = [await on.open(), await on.open()];
  await on.book((await on.link(child.id)).token, "2026-12-03T16:00:00Z");
  const page = await open(child.number, "light", 390, 844);
  await page.getByRole("button", { name: "Merge into…" }).click();
  await page.getByLabel("Into which ticket?").fill(String(parent.number));
  await page.getByText(`goes on in #${parent.number}.`).waitFor();
  await seen(page, "merge-phone-light");
});
