import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";
import { pagesOf, shots } from "../support/pages.ts";
import { roomy } from "../support/serve-desk.ts";
import { openTickets } from "../support/timers.ts";
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

/** Tickets in the order in which they are shown. */
const numbers = async (page: Page) =>
  (await page.locator("[data-ticket] .number").allTextContents()).map((text) => Number(text.slice(1)));
const address = (page: Page) => new URL(page.url()).search;

test("the queue is narrowed, ordered and asked for its reasons from the keyboard, and its address says all of it", async () => {
  const on = verbsOn(desk);
  const { createTeam } = await on.ask("manager", 'mutation { createTeam(input: { name: "Network" }) { team { id } } }');
  const { tickets } = await on.ask("manager", "{ tickets(first: 50) { edges { node { id number subject } } } }");
  const vpn = tickets.edges.find((e: any) => e.node.subject.startsWith("VPN")).node;
  await on.done("manager", "assignTicket", { ticketId: vpn.id, teamId: createTeam.team.id });

  const page = await open("/queue", "technician");
  await page.locator("[data-ticket]").nth(9).waitFor();
  expect(await numbers(page)).toHaveLength(10);
  await page.getByText("Network").waitFor();

  await page.keyboard.press("/");
  await page.keyboard.type("alder");
  await page.keyboard.press("Enter");
  await expect.poll(() => numbers(page)).toHaveLength(1);
  expect(address(page)).toMatch(/^\?client=/);
  await page.keyboard.type("network");
  await page.keyboard.press("Enter");
  await page.getByText("No open tickets for Alder Clinic, with team Network.").waitFor();
  await page.getByRole("button", { name: /Alder Clinic.*remove/ }).click();
  await page.getByText("VPN drops for everyone").waitFor();
  await page.getByLabel("Filter by client or team").fill("nobody");
  await page.keyboard.press("Enter");
  await page.getByText("No client or team is called “nobody”.").waitFor();
  await page.getByRole("button", { name: /Network.*remove/ }).click();
  await page.getByRole("link", { name: "Paused" }).click();
  await expect.poll(() => numbers(page)).toEqual([1002]);
  expect(address(page)).toBe("?view=paused");
  await page.getByText("waiting for requester").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("w");
  await page.getByText("Not among what to take next. It waits for somebody else.").waitFor();

  await page.goto(`${desk.origin}/queue`);
  await page.locator("[data-ticket]").nth(9).waitFor();
  await page.keyboard.press("o");
  await expect.poll(() => address(page)).toBe("?order=take");
  const { queue } = await on.ask(
    "technician",
    "{ queue { entries(first: 50) { edges { node { row { number } } } } } }",
  );
  const toTake = queue.entries.edges.map((e: any) => e.node.row.number);
  await expect.poll(() => numbers(page)).toEqual(toTake); // the desk's order, to the last
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("w");
  await page.getByText("1 is taken before it. Urgent (rank 1). Several users are affected").waitFor();
  expect(await offences(page)).toEqual([]);
  await page.keyboard.press("?");
  await page.getByText("why the ticket is here").waitFor();
  await page.context().close();
});

test("views are named, renamed and deleted by whoever made them, and come back when that was a slip", async () => {
  const page = await open("/queue", "technician");
  const views = page.getByRole("navigation", { name: "Which tickets" }).getByRole("link");
  await page.locator("[data-ticket]").first().waitFor();
  expect(await page.getByRole("button", { name: "Save this view" }).count()).toBe(0); // it has a name already
  await page.keyboard.press("/");
  await page.keyboard.type("harbor");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name of the view").fill("Harbour");
  await page.keyboard.press("Enter");
  await page.reload();
  await views.getByText("All open").click();
  await expect.poll(() => numbers(page)).toHaveLength(10);
  await views.getByText("Harbour").click();
  await expect.poll(() => numbers(page)).toHaveLength(1);
  await page.getByRole("button", { name: "Rename view" }).click();
  await page.getByLabel("Name of the view").fill("The pine");
  await page.keyboard.press("Enter");
  await expect.poll(() => views.allTextContents()).toEqual(["All open", "Mine", "Nobody's", "Paused", "The pine"]);
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect.poll(() => views.count()).toBe(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await views.getByText("The pine").waitFor();
  await page.screenshot({ path: `${shots}queue-views.png` });
  expect(await offences(page)).toEqual([]);

  const other = await page.context().newPage();
  await other.goto(`${desk.origin}/queue#token=${desk.tokens.manager}`);
  await other.locator("[data-ticket]").first().waitFor();
  expect(await other.getByText("The pine").count()).toBe(0);
  await page.context().close();
});

test("the queue stands in both themes, by due time and in the order of taking", async () => {
  await seen("queue", "/queue", "technician", async (page) => {
    await page.locator("[data-ticket]").nth(9).waitFor();
    await page.getByRole("button", { name: "Why is #1005 here?" }).click();
    await page.getByText(/taken before it|The next to take/).waitFor();
  });
  await seen("queue-take", "/queue?order=take&view=unassigned", "technician", (page) =>
    page.locator("[data-ticket]").nth(5).waitFor(),
  );
  await seen("queue-empty", "/queue?view=mine&order=take", "technician", (page) =>
    page.getByText("What is held or paused has no place").waitFor(),
  );
});

test("below a hundred live rows the rest is asked for, says as of when, and follows what happens", {
  timeout: 180_000,
}, async () => {
  const many = await startDesk({
    at: "2026-11-30T15:00:00Z",
    budgets: { ...roomy, operationCost: BUDGETS.operationCost },
  });
  try {
    await openTickets(many, 230, "2026-11-30T15:00:00Z");
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${many.origin}/queue#token=${many.tokens.technician}`);
    await page.getByText("100 of 230 shown.").waitFor();
    await page.getByRole("button", { name: "Show 100 more" }).click();
    await page.getByText("200 of 230 shown.").waitFor();
    await page.getByText("Below the live list, as of").waitFor();
    await page.getByRole("button", { name: "Show 100 more" }).click();
    await expect.poll(() => page.locator("[data-ticket]").count()).toBe(230);
    const all = await numbers(page);
    expect(new Set(all).size).toBe(230);

    await page
      .locator("[data-ticket]")
      .last()
      .getByRole("button", { name: /Take it/ })
      .click();
    await expect.poll(() => page.locator("[data-ticket]").last().textContent()).toContain("Tess");
    await page.locator("[data-ticket]").nth(103).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${shots}queue-below.png` });
    expect(await offences(page)).toEqual([]);

    // one more comes to the top: what it pushes out of the live window is not lost
    await verbsOn(many).open({ subject: "Phones are dead", affected: "ALL", workaround: false });
    await page.keyboard.press("Escape");
    await page.getByText("Phones are dead").waitFor();
    await page.getByRole("button", { name: "Read them again" }).click();
    await expect.poll(() => page.locator("[data-ticket]").count()).toBe(231);

    await page.goto(`${many.origin}/queue?order=take`);
    await page.getByText("Phones are dead").waitFor();
    await verbsOn(many).open({ subject: "Doors stay shut", affected: "ALL", workaround: false });
    await page.getByText("Doors stay shut").waitFor(); // in its place among what to take, by itself
    await context.close();
  } finally {
    await many.close();
  }
});

test.each(["/board", "/queue"])(
  "on %s the order stands still while a row is pointed at, and a key takes what is pointed at",
  async (path) => {
    const subject = `Phones are dead, ${path}`;
    const page = await open(path, "technician");
    await page.locator("[data-ticket]").first().waitFor();
    const before = await numbers(page);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await verbsOn(desk).open({ subject, affected: "ALL", workaround: false }, "technician");
    await page.getByText("1 change · press . to apply").waitFor();
    expect(await numbers(page)).toEqual(before);
    expect(await page.locator("[data-chosen] .number").textContent()).toBe(`#${before[1]}`);
    await page.keyboard.press(".");
    await page.getByText(subject).waitFor();
    expect(await page.locator("[data-chosen] .number").textContent()).toBe(`#${before[1]}`);

    const own = page.locator("[data-ticket]", { hasText: subject });
    for (let press = 0; press < before.length && !(await own.getAttribute("data-chosen")); press++)
      await page.keyboard.press("j");
    await page.keyboard.press("t");
    await expect.poll(() => own.locator(".owner").textContent()).toContain("Tess Technician");
    await page.getByText(/You have #\d+ First client/).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator("[data-chosen]").count()).toBe(0);
    await page.context().close();
  },
);
