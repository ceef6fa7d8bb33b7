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
  for (const day of ["02", "03", "04", "07"])
    await planShift(desk, desk.cast.technician.id, `2026-12-${day}T14:00:00Z`, `2026-12-${day}T18:00:00Z`);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (path: string, scheme: "dark" | "light" = "light", width = 1280, height = 800) => {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: scheme, timezoneId: "America/Chicago", reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  await page.goto(`${desk.origin}${path}`);
  return page;
};
const pick = (page: Page, time: RegExp) => page.locator("label").filter({ hasText: time }).first().click();
const seen = async (page: Page, name: string) => {
  expect(await offences(page), name).toEqual([]);
  await page.screenshot({ path: `${shots}book-${name}.png` });
};

test("a requester follows the link, chooses, moves and calls off, in their own zone and without a login", async () => {
  const ticket = await on.open({ subject: "Mail does not open since this morning" });
  const { link } = await on.link(ticket.id, { technicianId: `tec_${desk.cast.technician.id.replaceAll("-", "")}` });
  const page = await open(link.path);
  await page.getByRole("heading", { name: "Remote support with Tess Technician" }).waitFor();
  expect((await page.locator("legend").first().textContent())?.trim()).toMatch(/^Wednesday 2 December\s+CST$/);
  expect((await page.locator("fieldset label").first().textContent())?.trim()).toBe("08:00");
  await seen(page, "choose-light");

  await pick(page, /08:30/);
  await page.getByText("Kept for you for").waitFor();
  await seen(page, "held-light");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "Agreed" }).waitFor();
  expect(await page.getByText("Wednesday 2 December, 08:30–09:00").count()).toBe(1);
  await seen(page, "agreed-light");
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Add to calendar" }).click();
  expect((await file).suggestedFilename()).toBe("appointment.ics");

  // opened again, the link shows what was agreed, and lets it be moved
  await page.reload();
  await page.getByRole("button", { name: "Choose another time" }).click();
  await page.getByLabel("Times in").selectOption("America/New_York");
  await pick(page, /10:30/);
  await page.getByRole("button", { name: "Move it here" }).click();
  await page.getByRole("heading", { name: "Agreed" }).waitFor();
  expect(await page.getByText("Wednesday 2 December, 10:30–11:00").count()).toBe(1);
  expect(await on.appointments(ticket.id)).toMatchObject([{ from: "2026-12-02T15:30:00Z", sequence: 1 }]);
  await page.getByRole("button", { name: "Call it off…" }).click();
  await page.getByLabel("Why?").fill("We are away");
  await page.getByRole("button", { name: "Call it off", exact: true }).click();
  await page.getByLabel("Times in").waitFor();
  expect(await on.appointments(ticket.id)).toMatchObject([{ status: "CANCELLED" }]);
});

test("a slot that somebody else takes meanwhile is told, and the others stay to choose from", async () => {
  const [mine, theirs] = [await on.link((await on.open()).id), await on.link((await on.open()).id)];
  const page = await open(mine.link.path, "dark", 1920, 1080);
  await page.getByRole("radio", { name: /08:00/ }).first().waitFor({ state: "attached" });
  await on.book(theirs.token, "2026-12-02T14:00:00Z");
  await pick(page, /08:00/);
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("free no longer");
  await seen(page, "lost-dark");
  await pick(page, /09:00/);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "Agreed" }).waitFor();
  await seen(page, "agreed-dark");
});

test("a link that is broken, or over, says what to do instead of asking for a login", async () => {
  const broken = await open(`/book#wd_booking_00000000_${"x".repeat(43)}`, "dark");
  await broken.getByRole("heading", { name: "This link does not work" }).waitFor();
  await seen(broken, "broken-dark");
  const ticket = await on.open();
  const { link } = await on.link(ticket.id);
  await on.done("manager", "cancel", { ticketId: ticket.id, reason: "Settled by telephone" });
  const over = await open(link.path);
  await over.getByText("there is nothing left to agree on").waitFor();
  await seen(over, "over-light");
});
