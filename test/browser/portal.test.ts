import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "../../api/platform/ids.ts";
import { bookingOn } from "../support/booking.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { lookedAt } from "../support/looked-at.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof bookingOn>;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]); // Monday 10:00 in New York
  on = bookingOn(desk);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** A browser far away: times are told in the client's zone all the same. */
const open = async (path: string): Promise<Page> => {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, timezoneId: "Asia/Kolkata", reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${desk.origin}${path}#token=${desk.tokens.requester}`);
  return page;
};
const seen = (page: Page, name: string) => lookedAt(page, `portal-${name}`);
const promised = async (page: Page) =>
  (await page.getByLabel("What we promise").locator(".promise").textContent())?.replace(/\s+/g, " ").trim();
const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });
const times = async (number: number) =>
  (
    await desk.gql(
      "requester",
      "query($n: Int!) { ticket(number: $n) { priority { code } slaClock(metric: FIRST_RESPONSE) { dueAt } timeline(first: 1) { edges { node { id } } } } }",
      { n: number },
    )
  ).data.ticket;

test("whoever asks for nothing yet is invited to; whoever opens the desk's pages is led to the portal", async () => {
  const page = await open("/");
  await page.waitForURL("**/portal");
  await page.getByText("You have asked for nothing yet.").waitFor();
  await seen(page, "empty");
  for (const [path, goes] of [
    ["/board", "/portal"],
    ["/t/new", "/portal/new"],
  ] as const) {
    await page.goto(`${desk.origin}${path}`);
    await page.waitForURL(`${desk.origin}${goes}`);
  }
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${desk.origin}/portal/new`);
  await stranger.waitForURL("**/sign-in?next=%2Fportal%2Fnew");
  await stranger.getByLabel("Your e-mail").waitFor(); // the way in of people at a client is open already
  await stranger.context().close();
  await page.context().close();
});

test("every answer to who and how gives the urgency of the plan at once, and the time it says is the ticket's", async () => {
  const page = await open("/portal/new");
  await page.getByText("Standard: we reply by tomorrow 10:00").waitFor();
  expect(await page.getByText("New York time").count()).toBe(1);
  const combinations = [
    ["Only me", null, "Standard: we reply by tomorrow 10:00", "2026-12-01T15:00:00Z"],
    ["Several people", "Yes, more or less", "Standard: we reply by tomorrow 10:00", "2026-12-01T15:00:00Z"],
    ["Several people", "No, work stands still", "Standard: we reply by tomorrow 10:00", "2026-12-01T15:00:00Z"],
    ["Everyone", "Yes, more or less", "Standard: we reply by tomorrow 10:00", "2026-12-01T15:00:00Z"],
    ["Everyone", "No, work stands still", "Urgent: we reply by 11:00 today", "2026-11-30T16:00:00Z"],
  ] as const;
  for (const [who, how, says, dueAt] of combinations) {
    await page.getByLabel("In a few words").fill(`${who}, ${how ?? "not asked"}`);
    await choose(page, who);
    expect(await page.getByText("Can you keep working another way?").count()).toBe(how ? 1 : 0);
    if (how) await choose(page, how);
    await expect.poll(() => promised(page)).toBe(says);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const heading = page.getByRole("heading", { name: /We have it: #\d+/ });
    await heading.waitFor();
    const number = Number(/\d+/.exec((await heading.textContent()) ?? "")?.[0]);
    expect((await times(number)).slaClock.dueAt).toBe(dueAt);
    await page.getByText(says.replace(": we", ": We")).waitFor();
    await page.getByRole("button", { name: "Say something else" }).click();
  }
  await page.context().close();
});

test("what coverage hangs on is asked exactly, and why something is limited or out is said before it is sent", async () => {
  const page = await open("/portal/new");
  const beside = page.getByLabel("What we promise");
  await beside.getByText("Covered? Not yet known").waitFor();
  await seen(page, "new-empty");
  await page.getByLabel("What kind of help is it?").selectOption("TROUBLESHOOTING");
  await beside.getByText("Covered", { exact: true }).waitFor();
  expect(await page.getByLabel("Which product?").count()).toBe(0);
  await page.getByLabel("What is it about?").selectOption("PRINTER");
  await beside.getByText("Limited").waitFor();
  expect(await beside.getByText("Printers").count()).toBe(1);
  await page.getByLabel("What is it about?").selectOption("APPLICATION");
  await page.getByLabel("Which product?").fill("Ledger Pro");
  await page.getByLabel("Which version?").fill("3");
  await beside.getByText("Covered", { exact: true }).waitFor();
  await page.getByLabel("What kind of help is it?").selectOption("PROJECT");
  await beside.getByText("Not covered").waitFor();
  await beside.getByText("our reply is an offer").waitFor();

  // a reload keeps what was said; what is missing is told where it is missing
  await page.reload();
  await beside.getByText("Not covered").waitFor();
  expect(await page.getByLabel("Which product?").inputValue()).toBe("Ledger Pro");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("Say in a few words what is wrong or what you want.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-field"))).toBe("subject");
  await page.getByLabel("In a few words").fill("A new server for the branch office");
  await choose(page, "Everyone");
  await choose(page, "Yes, more or less");
  await page.getByRole("radio", { name: "Phone" }).check({ force: true });
  await page.getByLabel("Your number").fill("+1 212 555 0100");
  await seen(page, "new-filled");

  // the answer is lost on the way: sent again, it is the same ticket
  const before = (await desk.gql("requester", "{ tickets(first: 1) { totalCount { value } } }")).data.tickets
    .totalCount;
  let lost = false;
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("idempotencyKey") || lost) return route.continue();
    lost = true;
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("The desk does not answer").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { name: /We have it/ }).waitFor();
  const after = (await desk.gql("requester", "{ tickets(first: 1) { totalCount { value } } }")).data.tickets.totalCount;
  expect(after.value).toBe(before.value + 1);
  await seen(page, "sent");
  await page.reload();
  expect(await page.getByLabel("In a few words").inputValue()).toBe("");
  await page.context().close();
});

test("of the client's own devices one is chosen, and only what the desk does not know of it is asked", async () => {
  const client = new pg.Client(desk.urls.staff);
  await client.connect();
  for (const [name, product, version] of [
    ["Reception Mac", "macOS", null],
    ["Back office PC", "Windows", "11 25H2"],
  ])
    await client.query(
      `insert into device (id, partner_id, client_id, name, technology_kind, product, version, created_at)
       values ($1, $2, $3, $4, 'OPERATING_SYSTEM', $5, $6, desk_now())`,
      [uuidv7(), desk.cast.partner.id, desk.cast.client.id, name, product, version],
    );
  await client.end();
  const page = await open("/portal/new");
  const beside = page.getByLabel("What we promise");
  await page.getByLabel("What kind of help is it?").selectOption("ACCOUNT_CHANGE");
  await page.getByRole("radio", { name: /Back office PC/ }).check({ force: true });
  await beside.getByText("Covered", { exact: true }).waitFor();
  expect(await page.getByLabel("Which version?").count()).toBe(0);
  await page.getByRole("radio", { name: /Reception Mac/ }).check({ force: true });
  await page.getByLabel("Which version?").fill("10.6");
  await beside.getByText("Not covered").waitFor();
  await seen(page, "devices");
  await page.context().close();
});

test("a request is followed live: the reply, a time chosen, an answer written, and an end to it", async () => {
  const ticket = await on.open({
    subject: "Mail does not open since this morning",
    description: "It spins, then stops.",
  });
  for (const day of ["01", "02"])
    await planShift(desk, desk.cast.technician.id, `2026-12-${day}T14:00:00Z`, `2026-12-${day}T18:00:00Z`);
  const page = await open("/portal");
  await page.getByRole("link", { name: /Mail does not open since this morning/ }).click();
  await page.waitForURL(`**/portal/t/${ticket.number}`);
  await page.getByText("Nobody wrote yet.").waitFor();
  await on.done("technician", "takeTicket", { ticketId: ticket.id });
  await page.getByText("In work, with Tess Technician").waitFor();
  await on.done("technician", "reply", { ticketId: ticket.id, body: "We look into it. Is it the same in a browser?" });
  await page.getByText("Is it the same in a browser?").waitFor();
  await page.getByText("We replied at 10:00 today").waitFor();
  await page.getByLabel("Write to us").fill("Yes, there too");
  await page.reload();
  expect(await page.getByLabel("Write to us").inputValue()).toBe("Yes, there too");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("Yes, there too").waitFor();
  await seen(page, "followed");

  await on.link(ticket.id, { technicianId: `tec_${desk.cast.technician.id.replaceAll("-", "")}` });
  await page.getByText("Waiting for you").waitFor();
  await page.getByRole("button", { name: "Look at the free times" }).click();
  await page.locator("label").filter({ hasText: "09:30" }).first().click();
  await page.getByText("Kept for you for").waitFor();
  await seen(page, "choosing");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("heading", { name: "Agreed" }).waitFor();
  await page.getByText("Appointment agreed").first().waitFor();
  expect(await on.appointments(ticket.id)).toMatchObject([{ status: "BOOKED", from: "2026-12-01T14:30:00Z" }]);
  await seen(page, "agreed");

  await page.getByRole("button", { name: "I no longer need this…" }).click();
  await page.getByRole("button", { name: "Call it off", exact: true }).last().click();
  await page.getByText("Tell us in a few words why").waitFor();
  await page.getByLabel("Why?").last().fill("It went away by itself");
  await page.getByRole("button", { name: "Call it off", exact: true }).last().click();
  await page.getByText("Called off", { exact: true }).waitFor();
  await page.goto(`${desk.origin}/portal`);
  await page.getByRole("link", { name: /Mail does not open since this morning.*Called off/s }).waitFor();
  await seen(page, "list");
  await page.goto(`${desk.origin}/portal/t/999999`);
  await page.getByRole("heading", { name: "There is no such request of yours" }).waitFor();
  await page.context().close();
});
