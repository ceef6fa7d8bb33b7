import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** Every address that this tab can go back or on to, oldest first, as the browser itself keeps them. */
async function historyOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send("Page.getNavigationHistory");
  return entries.map(({ url }) => url.replace(desk.origin, ""));
}
const fresh = async () => (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();

test("a token that a link brought stands in no address afterwards: neither here, nor behind the back key", async () => {
  const page = await fresh();
  await page.goto(`${desk.origin}/docs`);
  await page.goto(`${desk.origin}/board#token=${desk.tokens.technician}`);
  await page.getByRole("link", { name: "Queue", exact: true }).click();
  await page.waitForURL("**/queue**");
  await page.goBack();
  await page.waitForURL("**/board");
  expect((await historyOf(page)).join(" ")).not.toContain("token");
  expect(await historyOf(page)).toEqual(expect.arrayContaining(["/docs", "/board"]));
  await page.reload();
  await page.getByText("on track").waitFor(); // whoever came by it stays signed in
});

test("nor one that is pasted behind the address of a page that is open, or that leads through the role's home", async () => {
  const page = await fresh();
  await page.goto(`${desk.origin}/sign-in`);
  await page.evaluate((to) => location.assign(to), `${desk.origin}/sign-in#token=${desk.tokens.technician}`);
  await expect.poll(() => page.url()).not.toContain("token");
  await page.evaluate((to) => location.assign(to), `${desk.origin}/#token=${desk.tokens.manager}`);
  await page.waitForURL("**/reports");
  await page.getByText("Max Manager").waitFor();
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await page.waitForURL("**/board");
  expect((await historyOf(page)).join(" ")).not.toContain("token");
});

test("nor a wall's, which has its own", async () => {
  const page = await fresh();
  await page.goto(`${desk.origin}/board/wall#token=${desk.tokens.wall}`);
  await page
    .getByText(/at risk/i)
    .first()
    .waitFor();
  expect((await historyOf(page)).join(" ")).not.toContain("token");
});
