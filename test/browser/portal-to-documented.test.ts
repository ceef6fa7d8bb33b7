import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { lookedAt } from "../support/looked-at.ts";
import { planShift } from "../support/shifts.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-12-01T15:00:00Z" }), launch()]); // Tuesday 10:00 in New York
  await planShift(desk, desk.cast.technician.id, "2026-12-01T14:00:00Z", "2026-12-01T22:00:00Z");
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (path: string, zone: string): Promise<Page> => {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, timezoneId: zone, reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${desk.origin}${path}`);
  return page;
};
const seen = (page: Page, name: string, targets?: number) =>
  lookedAt(page, `whole-${name}`, targets === undefined ? {} : { targets });

test("from a question in the portal to a booked time, a remote session and a documented ticket", async () => {
  const on = verbsOn(desk);
  const asks = await open(`/portal/new#token=${desk.tokens.requester}`, "America/Chicago");
  await asks.getByLabel("In a few words").fill("Mail does not open since this morning");
  await asks.getByRole("radio", { name: "Only me", exact: true }).check({ force: true });
  await asks.getByLabel("What kind of help is it?").selectOption("TROUBLESHOOTING");
  await asks.getByLabel("What we promise").getByText("Covered", { exact: true }).waitFor();
  await seen(asks, "1-asked");
  await asks.getByRole("button", { name: "Send", exact: true }).click();
  const heading = asks.getByRole("heading", { name: /We have it: #\d+/ });
  await heading.waitFor();
  const number = Number(/\d+/.exec((await heading.textContent()) ?? "")?.[0]);
  await seen(asks, "2-promised");

  const works = await open(`/t/${number}#token=${desk.tokens.technician}`, "America/New_York");
  await works.getByRole("heading", { name: "Remote sessions" }).waitFor();
  await works.keyboard.press("t");
  await works.getByText(`#${number} is yours`).waitFor();
  await works.keyboard.press("b");
  await works.getByRole("dialog").getByRole("button", { name: "Send" }).waitFor();
  await seen(works, "3-link", 24);
  await works.getByRole("dialog").getByRole("button", { name: "Send" }).click();
  const link = await works.getByRole("textbox", { name: "Booking link" }).inputValue();
  await works.getByRole("button", { name: "Done" }).click();

  const books = await open(new URL(link).pathname + new URL(link).hash, "America/Chicago");
  await books.getByRole("heading", { name: "Remote support with Tess Technician" }).waitFor();
  await seen(books, "4-times");
  await books.locator("label").filter({ hasText: "10:00" }).first().click();
  await books.getByRole("button", { name: "Confirm" }).click();
  await books.getByRole("heading", { name: "Agreed" }).waitFor();
  await seen(books, "5-agreed");

  const { id } = (await on.ask("manager", `{ ticket(number: ${number}) { id } }`)).ticket;
  expect(await on.look(id, "status appointments { from status }")).toEqual({
    status: "SCHEDULED",
    appointments: [{ from: "2026-12-01T16:00:00Z", status: "BOOKED" }],
  });
  await desk.travel("2026-12-01T16:00:00Z");
  await works.bringToFront();
  await works.keyboard.press("s");
  await works.getByRole("button", { name: /End my session/ }).waitFor();
  await seen(works, "6-connected", 24);
  await desk.travel("2026-12-01T16:00:40Z");
  await works.getByRole("button", { name: /End my session/ }).click();
  await works.getByLabel("What was done in your session?").fill("The mail profile was made anew");
  await works.getByRole("button", { name: "Note it" }).click();
  await works.getByLabel("What was done in your session?").waitFor({ state: "detached" });

  await works.keyboard.press("d");
  const dialog = works.getByRole("dialog");
  for (const box of await dialog.getByRole("textbox").all()) await box.fill("Done, tried together with Robin");
  await dialog.getByRole("button", { name: "Resolve" }).click();
  await dialog.waitFor({ state: "detached" });
  await works.getByRole("toolbar").getByRole("button", { name: "Close" }).click();
  for (const box of await dialog.getByRole("textbox").all()) await box.fill("Noted in the handbook");
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });
  await seen(works, "7-documented", 24);

  const ended = await on.look(
    id,
    "status steps { step done } sessions { consentHow summary endedBy } appointments { status }",
  );
  expect(ended).toMatchObject({
    status: "CLOSED",
    sessions: [{ consentHow: "ONLINE", summary: "The mail profile was made anew", endedBy: "TECHNICIAN" }],
  });
  expect(ended.steps.filter((s: { done: boolean }) => s.done)).toHaveLength(4);
});
