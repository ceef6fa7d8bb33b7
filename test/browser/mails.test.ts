import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Catcher } from "../../api/platform/mail/catcher.ts";
import { bookingOn } from "../support/booking.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { ADDRESS, mailSettings } from "../support/mail-desk.ts";
import { pagesOf } from "../support/pages.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let browser: Browser;
let caught: Catcher;
let pages: ReturnType<typeof pagesOf>;
let owner: pg.Client;
beforeAll(async () => {
  caught = await Catcher.start();
  const settings = { mail: mailSettings(caught.url) };
  [desk, browser] = await Promise.all([startDesk({ at: "2026-12-01T15:00:00Z", settings, caught }), launch()]);
  pages = pagesOf(desk, browser);
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  await owner.query("update contact set email = $1 where id = $2", [ADDRESS, desk.cast.requester.id]);
  await planShift(desk, desk.cast.technician.id, "2026-12-03T14:00:00Z", "2026-12-03T17:00:00Z");
});
afterAll(async () => {
  await browser?.close();
  await owner?.end();
  await desk?.close();
  await caught?.stop();
});

test("a desk that has written to nobody says what would appear", async () => {
  await pages.seen("mails-empty", "/mails", "manager", (page) => page.getByText("No letter yet.").waitFor());
});

test("a manager reads what people would get, by the keyboard", async () => {
  const on = bookingOn(desk);
  const ticket = await on.open({ subject: "Printer prints “blank” pages, 🖨️ again" });
  const { token } = await on.link(ticket.id, { body: "When would it suit you?\n\nIt takes half an hour." });
  await on.book(token, "2026-12-03T15:00:00Z");
  await eventually(
    () => caught.mails.length,
    (n) => n === 3,
  );
  await pages.seen("mails", "/mails", "manager", (page) =>
    page.getByText("The file beside this letter puts it into your calendar.").last().waitFor(),
  );
  const page = await pages.open("/mails", "manager");
  await page.getByText("appointment.ics").waitFor();
  await page.keyboard.press("j");
  const link = page.getByRole("link", { name: /\/book#/ });
  await link.waitFor();
  expect(await link.getAttribute("href")).toMatch(/^https:\/\/desk\.example\/book#wd_booking_/);
  await page.keyboard.press("ArrowDown");
  await page.getByLabel("The letter", { exact: true }).getByText("we have your request.").waitFor();
  await page.keyboard.press("k");
  await link.waitFor();
  await page.context().close();
});

test("only a manager reads them, and is shown the way", async () => {
  const manager = await pages.open("/admin/people", "manager");
  await manager.getByRole("link", { name: "Mails", exact: true }).click();
  await manager.waitForURL("**/mails");
  await manager.context().close();
  const page = await pages.open("/mails", "technician");
  await page.getByText("is for managers to read").waitFor();
  expect(await page.getByRole("link", { name: "Mails", exact: true }).count()).toBe(0);
  await page.context().close();
  const { errors } = await desk.gql("technician", "{ caughtMails { id } }");
  expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
});

test("beside a message stands how it is on its way, and the page hears of it by itself", async () => {
  const on = bookingOn(desk);
  const ticket = await on.open({ subject: "Mail does not open" });
  const page = await pages.open(`/t/${ticket.number}`, "technician");
  await page.getByText("Nothing was said yet.").or(page.getByText("Created")).first().waitFor();
  await on.done("technician", "reply", { ticketId: ticket.id, body: "Please try again now." });
  await page.getByText(/^mailed /).waitFor();
  await page.context().close();
  await owner.query(
    "update mail set state = 'BOUNCED', error = '550 5.1.1 no such user here' where kind = 'REPLY' and recipient = $1",
    [ADDRESS],
  );
  await on.done("technician", "reply", { ticketId: ticket.id, body: "Did it work?" });
  await eventually(
    async () => (await owner.query("select 1 from mail where kind = 'REPLY' and state = 'SENT'")).rowCount,
    (n) => n === 1,
  );
  await pages.seen("ticket-mailed", `/t/${ticket.number}`, "technician", async (seen) => {
    await seen.getByText("could not be delivered: 550 5.1.1 no such user here").waitFor();
    await seen.getByText(/^mailed /).waitFor();
  });
});
