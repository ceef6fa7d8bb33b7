import { mkdirSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { PASSWORD, staffOf } from "../support/staff.ts";

const shots = new URL("./shots/", import.meta.url).pathname;
let desk: TestDesk;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [desk, browser] = await Promise.all([startDesk({ worker: false }), launch()]);
  context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** What the page's policy or a missing file kept from working. */
const troubles: string[] = [];
const open = async (path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  page.setDefaultTimeout(15_000);
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  await page.goto(desk.origin + path);
  return page;
};
/** GraphiQL's own tabs hold a button each, which only its makers can mend. */
const theirs = (offence: string) => !/^nested-interactive: li/.test(offence);
/** Scripts of more than 150 kB that a page loaded: the explorer's editors, and nothing else here. */
const heavy = (page: Page) =>
  page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name, decodedBodySize }) => name.endsWith(".js") && decodedBodySize > 150_000)
      .map(({ name }) => name),
  );

test("the docs open without a sign-in, in both colours, and their examples can be copied", async () => {
  const page = await open("/docs?theme=dark");
  expect(await offences(page)).toEqual([]);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Getting started/ })
    .click();
  await page.getByRole("heading", { level: 1, name: "Getting started" }).waitFor();
  await page.getByRole("button", { name: "Copy Terminal" }).nth(1).click();
  await page.getByText("Copied.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`curl --silent ${desk.origin}/graphql`);
  await page.getByLabel("On this page").getByRole("link", { name: "The first query" }).click();
  expect(await offences(page)).toEqual([]);
  await page.screenshot({ path: `${shots}docs-guide.png` });
  await page.getByRole("button", { name: "Light colours" }).click();
  expect(await offences(page)).toEqual([]);
  await page.getByRole("link", { name: "Next" }).click();
  await page.getByRole("heading", { level: 1, name: "Authentication" }).waitFor();
  await page.close();
});

test("the search finds a field from the keyboard", async () => {
  const page = await open("/docs/paging?theme=light");
  await page.waitForLoadState("networkidle"); // the page was there at once; now it listens too
  await page.keyboard.press("/");
  await page.getByRole("combobox").pressSequentially("remaining seconds");
  const options = page.getByRole("option");
  await options.first().waitFor();
  expect(await offences(page)).toEqual([]);
  const titles = await options.allTextContents();
  const at = titles.findIndex((title) => title.includes("SlaClock.remainingSeconds"));
  expect(at).toBeGreaterThanOrEqual(0);
  for (let i = 0; i < at; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/docs\/reference\/objects\/SlaClock#remainingSeconds$/);
  await page.locator("#remainingSeconds").getByText("remainingSeconds").waitFor();
  await page.screenshot({ path: `${shots}docs-reference.png` });
  await page.evaluate(() => scrollTo(0, 0)); // what is half below the bar on top is not judged by its size
  expect(await offences(page)).toEqual([]);
  await page.close();
});

test("an example opens in the explorer and runs as whoever is signed in by a cookie; no other page loads it", async () => {
  await staffOf(desk).join("ada@desk.example", "MANAGER");
  const page = await open("/docs/getting-started?theme=dark");
  await page.getByRole("link", { name: "Open in explorer" }).first().click();
  await page.getByRole("heading", { name: "Sign in to run queries" }).waitFor();
  expect(await heavy(page)).toEqual([]);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail", { exact: true }).fill("ada@desk.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("Runs on this desk as ada (manager)").waitFor();
  await page.locator(".graphiql-query-editor").getByText("query Clients").waitFor();
  await page.getByRole("button", { name: /Execute query/ }).click();
  await page.locator(".graphiql-response").getByText('"First client"').waitFor();
  await page.screenshot({ path: `${shots}docs-explorer.png` });
  expect((await offences(page)).filter(theirs)).toEqual([]);
  const dark = (await page.locator("html").getAttribute("data-theme")) === "dark";
  await page.getByRole("button", { name: dark ? "Light colours" : "Dark colours" }).click();
  await page
    .locator(dark ? ".monaco-editor.vs" : ".monaco-editor.vs-dark")
    .first()
    .waitFor();
  expect((await offences(page)).filter(theirs)).toEqual([]);
  expect((await heavy(page)).length).toBeGreaterThan(1);

  await page.goto(`${desk.origin}/board`);
  await page.getByRole("link", { name: "Docs" }).waitFor();
  expect(await heavy(page)).toEqual([]);
  await page.close();
  expect(troubles).toEqual([]);
});
