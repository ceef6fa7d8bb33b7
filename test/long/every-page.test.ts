import { readdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";

const routes = new URL("../../board/src/routes/", import.meta.url).pathname;
/** Where an address has a part that is not fixed, one that there is. */
const known: { readonly [part: string]: string } = {
  "[number]": "1004",
  "[guide]": "getting-started",
  "[kind]": "objects",
  "[name]": "Ticket",
};
/** Every page of the board by its address, found where they lie: a new one is asked too. The wall is a page of its own. */
const found = (readdirSync(routes, { recursive: true }) as string[])
  .filter((file) => file.endsWith("+page.svelte"))
  .map(
    (file) =>
      `/${file
        .split("/")
        .slice(0, -1)
        .filter((part) => !part.startsWith("("))
        .map((part) => known[part] ?? part)
        .join("/")}`,
  );
const pages = [...found, "/board/wall"].sort();
const whose = (path: string): keyof TestDesk["tokens"] | null => {
  if (path === "/board/wall") return "wall";
  if (path.startsWith("/docs") || path.startsWith("/sign-in")) return null;
  if (path.startsWith("/portal")) return "requester";
  return path.startsWith("/admin") || path === "/mails" || path.startsWith("/reports") ? "manager" : "technician";
};
/** GraphiQL's own tabs hold a button each, which only its makers can mend. */
const theirs = (path: string, offence: string) => path === "/docs/explorer" && /^nested-interactive: li/.test(offence);

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  await openBook(desk);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function open(path: string, theme: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const who = whose(path);
  await page.goto(`${desk.origin}${path}?theme=${theme}${who ? `#token=${desk.tokens[who]}` : ""}`);
  await page.locator("main").first().waitFor();
  await page.waitForLoadState("networkidle"); // what it asks the desk for has come
  return page;
}

/** What moves, or would as soon as something changes. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const long = (list: string) => list.split(",").some((time) => Number.parseFloat(time) > 0);
    const name = (element: Element) => `${element.localName}.${[...element.classList].join(".")}`;
    const would = [...document.querySelectorAll("*")].filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== "none" || long(transitionDuration);
    });
    const runs = document.getAnimations().map(() => "an animation runs");
    return [...new Set([...would.map(name), ...runs])];
  });

describe.each(pages)("%s", (path) => {
  test.each(["dark", "light"])("keeps nobody out and moves for nobody who cannot bear it, %s", async (theme) => {
    const page = await open(path, theme);
    expect((await offences(page)).filter((offence) => !theirs(path, offence))).toEqual([]);
    if (path !== "/docs/explorer") expect(await moving(page)).toEqual([]);
    await page.close();
  });
});
