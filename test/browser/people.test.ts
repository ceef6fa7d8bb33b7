import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { bookingOn } from "../support/booking.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { lookedAt } from "../support/looked-at.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]); // Monday 10:00 in New York
  const tess = desk.cast.technician.id;
  for (const day of ["23", "24", "25"])
    await planShift(desk, tess, `2026-11-${day}T14:00:00Z`, `2026-11-${day}T22:00:00Z`);
  await planShift(desk, tess, "2026-12-01T14:00:00Z", "2026-12-01T20:00:00Z");
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** A browser far away: shifts are told and typed by the desk's clock all the same. */
const open = async (who: "manager" | "technician", path = "/admin/people") => {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, timezoneId: "Asia/Kolkata", reducedMotion: "reduce" },
  });
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  await opened.goto(`${desk.origin}${path}#token=${desk.tokens[who]}`);
  return opened;
};
const planned = async () => {
  const query = `{ technicians { name shifts(from: "2026-11-30T05:00:00Z", until: "2026-12-07T05:00:00Z") { from until } } }`;
  const { technicians } = (await desk.gql("manager", query)).data;
  return technicians
    .find(({ name }: { name: string }) => name === "Tess Technician")
    .shifts.map(({ from, until }: { from: string; until: string }) => `${from.slice(5, 16)} ${until.slice(5, 16)}`);
};
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

test("a week is planned from the keyboard, saved as a whole, and put back by undo", async () => {
  page = await open("manager");
  const shift = page.getByRole("button", { name: "Tess Technician, Tue 1 Dec, 09:00–15:00" });
  await shift.focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Until").fill("8");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByLabel("Until").count()).toBe(0); // 09:00 to 08:00 is a night: it ends on the next day
  await page.getByRole("button", { name: "Tess Technician, Tue 1 Dec, 09:00–08:00 +1" }).focus();
  await page.keyboard.press("Delete");
  await press("Add a shift of Tess Technician on Wed 2 Dec");
  await page.getByLabel("From").fill("x");
  await page.keyboard.press("Enter");
  await page.getByText("Write times such as 08:30 and 17:00.").waitFor();
  await page.getByLabel("From").fill("10");
  await page.getByLabel("Until").fill("1830");
  await page.keyboard.press("Enter");
  await page.getByText("8.5 h").waitFor();
  expect(await planned()).toEqual(["12-01T14:00 12-01T20:00"]);

  await page.reload(); // what is not saved stays in the tab
  await page.getByText("Not saved:").waitFor();
  await page.getByRole("link", { name: "Plans", exact: true }).click();
  await page.getByRole("heading", { name: "Not saved yet" }).waitFor();
  await press("Go on editing");
  await lookedAt(page, "people-changed", { targets: 24 });
  await page.keyboard.press("Control+Enter");
  await page.getByText("Saved: Tess Technician", { exact: true }).waitFor();
  expect(await planned()).toEqual(["12-02T15:00 12-02T23:30"]);
  await press("Undo");
  await expect.poll(planned).toEqual(["12-01T14:00 12-01T20:00"]);
});

test("last week is copied, and an appointment that would lie outside is marked before anything is saved", async () => {
  const on = bookingOn(desk);
  const ticket = await on.open();
  const { token } = await on.link(ticket.id, { technicianId: toGlobalId("Technician", desk.cast.technician.id) });
  expect((await on.book(token, "2026-12-01T19:30:00Z")).userErrors).toEqual([]); // Tuesday 14:30
  await page.reload();
  await page.getByRole("button", { name: "Tess Technician, Tue 1 Dec, 09:00–15:00" }).waitFor();
  expect(await page.getByText("appointment outside their shifts").count()).toBe(0);
  await page.getByRole("button", { name: "Tess Technician, Tue 1 Dec, 09:00–15:00" }).focus();
  await page.keyboard.press("Delete");
  await page.getByRole("link", { name: new RegExp(`14:30 #${ticket.number}`) }).waitFor();
  await press("Copy last week");
  await page.getByRole("button", { name: "Tess Technician, Mon 30 Nov, 09:00–17:00" }).waitFor();
  expect(await page.getByText("appointment outside their shifts").count()).toBe(0);
  await press("Discard");
  await page.getByRole("link", { name: "The week after" }).click();
  await page.getByRole("heading", { name: "7 Dec – 13 Dec 2026" }).waitFor();
  await press("Copy last week");
  await page.getByRole("button", { name: "Tess Technician, Tue 8 Dec, 09:00–15:00" }).waitFor();
  await press("Discard");
  await page.getByRole("link", { name: "This week" }).click();
});

test("what somebody does is chosen, told to whoever sends a link, and put back by undo", async () => {
  const skills = async () =>
    (await desk.gql("manager", "{ technicians { name skills } }")).data.technicians.find(
      ({ name }: { name: string }) => name === "Tess Technician",
    ).skills;
  const row = page.getByRole("row", { name: /Tess Technician/ });
  await press("Does everything: skills of Tess Technician");
  await page.getByText("None chosen: they do everything.").waitFor();
  await page.getByLabel("Networks").check();
  await page.getByLabel("Printers").check();
  await lookedAt(page, "people-skills", { targets: 20 });
  await press("Save");
  await row.getByText("Printers, networks").waitFor();
  expect(await skills()).toEqual(["PRINTER", "NETWORK"]);
  await press("Undo");
  await row.getByText("Does everything").waitFor();
  expect(await skills()).toEqual([]);

  await press("Does everything: skills of Tess Technician");
  await page.getByLabel("Networks").check();
  await page.keyboard.press("Enter");
  await row.getByText("Networks").waitFor();
  const ticket = await bookingOn(desk).open({
    facts: { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } },
  });
  const technician = await open("technician", `/t/${ticket.number}`);
  await technician.getByRole("button", { name: /booking link/i }).click();
  await technician.getByText("Tess Technician does not do printers").waitFor();
  await technician.getByLabel("Whose time").selectOption({ label: "Whoever is free" });
  await technician.getByText("Nobody who does printers works in the next 14 days").waitFor();
  await lookedAt(technician, "link-nobody-can", { targets: 20 });
  await technician.context().close();
});

test("somebody is invited, shut out, and let in again; the last manager is not; a technician may not look", async () => {
  await press("Invite somebody");
  await press("Invite");
  await page.getByText("That is no e-mail address.").waitFor();
  await page.getByLabel("E-mail").fill("nia@desk.example");
  await press("Invite");
  await page.getByText("needs a name").waitFor();
  await page.getByLabel("Name").fill("Nia Night");
  await press("Invite");
  const link = await page.getByLabel("Link for Nia Night", { exact: true }).inputValue();
  expect(link).toMatch(/\/sign-in\/password#link=/);
  await page.getByText("A letter with a link goes to nia@desk.example.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Technician, has not come in yet").waitFor();
  await press("Access of Nia Night");
  await page.getByText("Letter with a link to set a password: waiting to be mailed").waitFor();
  await lookedAt(page, "people-access", { targets: 20 });
  await page.getByLabel("May not sign in").check();
  await press("Save");
  await page.getByText("Technician, suspended").waitFor();
  await lookedAt(page, "people", { targets: 24 });
  await press("Access of Nia Night");
  await page.getByLabel("May not sign in").uncheck();
  await page.getByLabel("What they may do").selectOption("MANAGER");
  await press("Save");
  await page.getByText("Manager, has not come in yet").waitFor();
  await press("Access of Nia Night");
  await page.getByLabel("What they may do").selectOption("TECHNICIAN");
  await press("Save");
  await page.getByText("They are the last manager who can sign in").waitFor();
  expect(await page.getByRole("link", { name: "Mails" }).count()).toBe(0); // this desk keeps none of its letters
  const technician = await open("technician");
  await technician.getByText("Who works here and when is a manager’s matter.").waitFor();
  expect(await technician.getByRole("link", { name: "People" }).count()).toBe(0);
});
