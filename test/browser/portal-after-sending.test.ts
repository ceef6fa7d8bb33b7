import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { bookingOn } from "../support/booking.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { lookedAt } from "../support/looked-at.ts";

let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof bookingOn>;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T19:32:00Z" }), launch()]); // Monday 14:32 in New York
  on = bookingOn(desk);
  await allowImmediate(desk);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (path: string, token: string | null = desk.tokens.requester): Promise<Page> => {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, timezoneId: "America/New_York", reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${desk.origin}${path}${token ? `#token=${token}` : ""}`);
  return page;
};
const connect = async (ticketId: string): Promise<string> => {
  const query = `mutation($input: StartSessionInput!) { done: startSession(input: $input) { session { id } userErrors { message } } }`;
  const { done } = await on.ask("technician", query, { input: { ticketId, consentBy: "Robin" } });
  expect(done.userErrors).toEqual([]);
  return done.session.id;
};
const endedBy = async (id: string) => (await on.look(id, "sessions { endedBy }")).sessions;
const CONNECTED = "Tess Technician is connected to your computer";

test("somebody who connects is announced on the request at once, and the requester ends it with a second thought", async () => {
  const ticket = await on.open({ subject: "The invoice program shows nothing" });
  const page = await open(`/portal/t/${ticket.number}`);
  await page.getByText("Nobody wrote yet.").waitFor();
  const region = page.locator("[aria-live=polite]").first();
  expect((await region.textContent())?.trim(), "it is there to be spoken from before").toBe("");
  const session = await connect(ticket.id);
  await page.getByText(CONNECTED).waitFor();
  expect((await region.textContent())?.replace(/\s+/g, " ").trim()).toBe(`${CONNECTED} since 14:32 today`);
  await lookedAt(page, "portal-connected");
  await page.getByRole("button", { name: "End it…" }).click();
  await page.getByText("Your request stays open.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("End the session");
  await lookedAt(page, "portal-connected-sure");
  await page.getByRole("button", { name: "Leave it running" }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe("End it…");
  expect(await endedBy(ticket.id)).toEqual([{ endedBy: null }]);
  await desk.travel("2026-11-30T19:32:50Z");
  await on.ask("technician", `mutation { heartbeat(input: { sessionId: "${session}" }) { userErrors { code } } }`);
  await desk.travel("2026-11-30T19:33:40Z");
  await page.getByRole("button", { name: "End it…" }).click();
  await page.getByRole("button", { name: "End the session" }).click();
  await expect
    .poll(async () => (await region.textContent())?.replace(/\s+/g, " ").trim())
    .toBe("The remote session has ended: you ended it, after 1 minute.");
  expect(await endedBy(ticket.id)).toEqual([{ endedBy: "REQUESTER" }]);
  await page.getByText("was connected to your computer for 1 minute; it was ended on your side").waitFor();
  await lookedAt(page, "portal-connected-over");
  await page.context().close();
});

test("the list says on which request somebody is connected, and that it ended", async () => {
  const ticket = await on.open({ subject: "The scanner is not found" });
  const session = await connect(ticket.id);
  const page = await open("/portal");
  await page.getByText(CONNECTED).waitFor();
  await page.getByRole("link", { name: `#${ticket.number} The scanner is not found`, exact: true }).waitFor();
  await lookedAt(page, "portal-connected-list");
  await page.getByRole("button", { name: "End it…" }).click();
  await page.getByRole("button", { name: "End the session" }).click();
  await page.getByText("you ended it, after less than a minute").waitFor();
  const again = await on.raw(
    desk.tokens.requester,
    `mutation { endSession(input: { sessionId: "${session}" }) { userErrors { code } } }`,
  );
  expect(again.data.endSession.userErrors).toEqual([{ code: "SESSION_ENDED" }]);
  await page.context().close();
});

test("whoever follows the booking link sees it there too, and ends it without signing in", async () => {
  const ticket = await on.open({ subject: "Mail is slow" });
  const { token } = await on.link(ticket.id);
  await connect(ticket.id);
  const page = await open(`/book#${token}`, null);
  await page.getByText(CONNECTED).waitFor();
  await lookedAt(page, "book-connected");
  await page.getByRole("button", { name: "End it…" }).click();
  await page.getByRole("button", { name: "End the session" }).click();
  await page.getByText("you ended it, after less than a minute").waitFor();
  expect(await endedBy(ticket.id)).toEqual([{ endedBy: "REQUESTER" }]);
  await page.context().close();
});

const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });

test("what coverage waits for is asked on the request, with what the answer changes, and is gone once it is said", async () => {
  const ticket = await on.open({ subject: "Help with the new laptop" });
  const page = await open(`/portal/t/${ticket.number}`);
  const asked = page.getByRole("region", { name: "We need to know a little more" });
  await asked.waitFor();
  expect(await asked.getByText("Who is affected?").count(), "it is known, and not urgent").toBe(0);
  await asked.getByRole("button", { name: "Tell us" }).click();
  await asked.getByText("Nothing is answered yet").waitFor();
  await asked.getByLabel("What kind of help is it?").selectOption("PROJECT");
  await asked.getByText("Not covered").waitFor();
  await asked.getByLabel("What kind of help is it?").selectOption("TROUBLESHOOTING");
  await asked.getByText("Covered", { exact: true }).waitFor();
  await on.done("technician", "reply", { ticketId: ticket.id, body: "Good afternoon" });
  await page.getByText("Good afternoon").waitFor();
  expect(await asked.getByLabel("What kind of help is it?").inputValue(), "what is chosen stays").toBe(
    "TROUBLESHOOTING",
  );
  await lookedAt(page, "portal-asked");
  await asked.getByRole("button", { name: "Tell us" }).click();
  await asked.waitFor({ state: "detached" });
  await page.getByText("Covered", { exact: true }).waitFor();
  expect((await on.look(ticket.id)).coverage.outcome).toBe("COVERED");
  await page.context().close();
});

test("what could be several things is asked with those that it could be", async () => {
  const ticket = await on.open({
    subject: "The old server",
    facts: { kindOfWork: "TROUBLESHOOTING", technology: { kind: "SERVER", product: "Server 2012" } },
  });
  const page = await open(`/portal/t/${ticket.number}`);
  const asked = page.getByRole("region", { name: "We need to know a little more" });
  const which = asked.getByRole("group", { name: "Which one is it?" });
  await which.waitFor();
  expect(await asked.getByLabel("Which product?").count()).toBe(0);
  await lookedAt(page, "portal-asked-which");
  await which.getByRole("radio", { name: "Windows Server 2012" }).check({ force: true });
  await asked.getByText("Limited").waitFor();
  await asked.getByRole("button", { name: "Tell us" }).click();
  await asked.waitFor({ state: "detached" });
  expect((await on.look(ticket.id)).coverage.clause.code).toBe("platform-ended");
  await page.context().close();
});

test("a mail is made urgent by what is said on its request, and the page says so before", async () => {
  const requesterId = toGlobalId("Contact", desk.cast.requester.id);
  const facts = { kindOfWork: "TROUBLESHOOTING" };
  const ticket = await on.open(
    { channel: "EMAIL", subject: "URGENT!", facts, requesterId, affected: null },
    "technician",
  );
  const page = await open(`/portal/t/${ticket.number}`);
  const asked = page.getByRole("region", { name: "Is it urgent?" });
  await choose(page, "Everyone");
  await choose(page, "No, work stands still");
  await asked.getByText(/^Urgent:/).waitFor();
  await lookedAt(page, "portal-asked-urgent");
  await asked.getByRole("button", { name: "Tell us" }).click();
  await asked.waitFor({ state: "detached" });
  await page.getByText("Urgent", { exact: true }).waitFor();
  expect((await on.look(ticket.id)).priority.code).toBe("URGENT");
  await page.context().close();
});
