import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { joiningOn } from "../support/joining.ts";
import { pagesOf, shots } from "../support/pages.ts";

let desk: TestDesk;
let browser: Browser;
let pages: ReturnType<typeof pagesOf>;
let on: ReturnType<typeof joiningOn>;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  pages = pagesOf(desk, browser);
  on = joiningOn(desk);
  await allowImmediate(desk);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const strip = (page: Page) => page.getByRole("complementary", { name: "Your remote sessions" });
const lookAt = async (ticketId: string) =>
  (await on.look(ticketId, "sessions { endedAt endedBy lastHeartbeatAt }")).sessions[0];
/** Closes a page as a person would; answers whether it asked back. */
async function leave(page: Page): Promise<boolean> {
  let asked = false;
  page.once("dialog", (dialog) => {
    asked = dialog.type() === "beforeunload";
    void dialog.accept();
  });
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  return asked;
}

test("who agreed is asked in sight; whoever leaves the ticket stays connected, and ends it from where they are", async () => {
  const { id, number } = await on.open({ deviceId: await on.device("Front desk PC") });
  const page = await pages.open(`/t/${number}`, "technician");
  await page.getByRole("heading", { name: "Conversation" }).waitFor();
  await page.keyboard.press("s");
  const agreed = page.getByLabel("Who at the client agreed?");
  await expect.poll(() => agreed.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(((await agreed.boundingBox())?.y ?? 9_999) < 760).toBe(true);
  // its heartbeats do not reach the desk at first: they are sent again, and by then the ticket's page is left
  let lost = 0;
  await page.route("**/graphql", (route) => {
    if (lost > 0 || !route.request().postData()?.includes('"sessionId"')) return route.continue();
    lost += 1;
    return route.abort();
  });
  await page.keyboard.type("Robin Requester");
  await page.keyboard.press("Enter");
  await page.getByText(`You are connected for #${number}`).waitFor();
  expect(await strip(page).count(), "the ticket's own page says it itself").toBe(0);
  await expect.poll(() => lost).toBe(1);
  await page.getByRole("link", { name: "Queue" }).click();
  await strip(page).getByText("Connected to Front desk PC").waitFor();
  await desk.travel("2026-11-30T15:00:40Z");
  await expect.poll(async () => (await lookAt(id)).lastHeartbeatAt, { timeout: 9_000 }).toBe("2026-11-30T15:00:40Z");
  expect(await offences(page)).toEqual([]);

  const second = await page.context().newPage();
  await second.goto(`${desk.origin}/board`);
  await strip(second).getByText(`#${number}`).first().waitFor();
  await second.mouse.click(600, 700);
  expect(await leave(second), "the other page keeps it").toBe(false);
  const third = await page.context().newPage();
  await third.goto(`${desk.origin}/reports`);
  await strip(third).getByText(`#${number}`).first().waitFor();
  await strip(page).getByRole("link", { name: "Open the ticket" }).click();
  await page.getByRole("button", { name: "End my session" }).waitFor();
  await strip(third).getByRole("button", { name: "End" }).click();
  await third.getByText(`Your session on #${number} has ended`).waitFor();
  await page.getByLabel("What was done in your session?").waitFor();
  expect(await lookAt(id)).toMatchObject({ endedBy: "TECHNICIAN" });
  expect(await strip(third).count()).toBe(0);
  expect(await leave(page), "nothing runs any more").toBe(false);
  await third.context().close();
});

test("several at once are told of side by side, and the last page of the desk is not left without a question", async () => {
  const open = async (name: string) => on.open({ deviceId: await on.device(name) });
  const [one, two] = [await open("Server room laptop"), await open("Dr. Okonkwo-Lindqvist's notebook, upstairs")];
  for (const { id } of [one, two]) await on.connect(id);
  await pages.seen("session-strip", "/board", "technician", async (page) => {
    await strip(page).getByText(`#${two.number}`).first().waitFor();
    await page.locator("[data-ticket]").first().waitFor();
  });
  const page = await pages.open(`/t/${one.number}`, "technician");
  await strip(page).getByText(`#${two.number}`).first().waitFor();
  expect(await strip(page).getByText(`#${one.number}`).count()).toBe(0);
  await page.mouse.click(600, 700);
  expect(await leave(page)).toBe(true);
});

test("what waits is taken up again by its own key, with a word and a way back", async () => {
  const { id, number } = await on.open();
  await on.done("technician", "waitOn", { ticketId: id, on: "PARTS" });
  const page = await pages.open(`/t/${number}`, "technician");
  await page.getByRole("button", { name: "Resume" }).waitFor();
  await page.keyboard.press("p");
  await page.getByRole("dialog").getByLabel("the requester").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("u");
  await page.getByText(`#${number} is taken up again`).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(`#${number} is as before`).waitFor();
  expect(await on.look(id)).toMatchObject({ status: "WAITING", waitingOn: "PARTS" });
  await page.context().close();
});

test("a word without an end widens no page, and an address that names no request says so", async () => {
  const word = "Donaudampfschifffahrtsgesellschaft".repeat(7);
  const { id, number } = await on.open({ subject: word.slice(0, 200), description: word });
  const input = { ticketId: id };
  await on.done("technician", "overrideCoverage", { ...input, outcome: "COVERED", reason: word });
  await on.done("manager", "setPriority", { ...input, priority: "URGENT", reason: word });
  await on.done("technician", "reply", { ...input, body: word });
  await on.done("technician", "addNote", { ...input, body: word });
  await on.done("technician", "completeStep", { ...input, step: "IDENTIFY_CAUSE", note: word });
  const wide = async (path: string, who: "technician" | "requester", ready: string) => {
    const page = await pages.open(path, who);
    await page.getByText(ready).first().waitFor();
    const found: string[] = [];
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${path} is ${over} px too wide at ${width}`);
    }
    await page.screenshot({ path: `${shots}long-word${path.replaceAll("/", "-")}.png`, fullPage: true });
    await page.context().close();
    return found;
  };
  expect([
    ...(await wide(`/t/${number}`, "technician", "Conversation")),
    ...(await wide("/reports", "technician", "Coverage by client")),
    ...(await wide(`/portal/t/${number}`, "requester", "Conversation")),
    ...(await wide("/portal", "requester", "Donau")),
  ]).toEqual([]);
  for (const none of ["abc", "99999999999"]) {
    const page = await pages.open(`/portal/t/${none}`, "requester");
    await page.getByRole("heading", { name: "There is no such request of yours" }).waitFor();
    await page.goto(`${desk.origin}/t/${none}#token=${desk.tokens.technician}`);
    await page.getByRole("heading", { name: "is not a ticket's number" }).waitFor();
    await page.context().close();
  }
});
