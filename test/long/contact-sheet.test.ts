import { mkdirSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { contactSheet, type Picture } from "../support/contact-sheet.ts";
import { copyTicket } from "../support/copy-ticket.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";
import { quietLine } from "../support/quiet-line.ts";
import { verbsOn } from "../support/verbs.ts";
import { openWall } from "../support/wall.ts";

const shots = new URL("../browser/shots/", import.meta.url).pathname;
const sizes = {
  HD: { width: 1920, height: 1080 },
  "4K": { width: 3840, height: 2160 },
  laptop: { width: 1280, height: 800 },
};
const pictures: Picture[] = [];
let browser: Browser;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await launch();
});
afterAll(() => browser?.close());

async function take(name: string, page: Page): Promise<void> {
  const cut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(cut, `${name} is wider than its screen`).toBe(false);
  const png = await page.screenshot();
  pictures.push({ name, png });
  if (process.env["EACH"]) writeFileSync(`${shots}${name.replaceAll(/[ ,]+/g, "-")}.png`, png);
}
async function takeAll(
  what: string,
  desk: TestDesk,
  themes: readonly string[],
  of: (keyof typeof sizes)[],
): Promise<void> {
  for (const theme of themes)
    for (const size of of) {
      const page = await openWall(browser, desk, { query: `theme=${theme}`, size: sizes[size] });
      await take(`${what}, ${theme}, ${size}`, page);
      await page.context().close();
    }
}
async function onDesk(at: string, work: (desk: TestDesk) => Promise<void>): Promise<void> {
  const desk = await startDesk({ at, worker: false });
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

test("a busy morning, also for other eyes, and once it is not live", () =>
  onDesk("2026-11-30T15:00:00Z", async (desk) => {
    await openBook(desk);
    await takeAll("busy", desk, ["dark", "light"], ["HD", "4K", "laptop"]);
    for (const type of ["deuteranopia", "achromatopsia"] as const)
      for (const theme of ["dark", "light"]) {
        const page = await openWall(browser, desk, { query: `theme=${theme}` });
        const cdp = await page.context().newCDPSession(page);
        await cdp.send("Emulation.setEmulatedVisionDeficiency", { type });
        await take(`busy, ${theme}, ${type}`, page);
        await page.context().close();
      }
    const line = await quietLine(desk.origin);
    for (const theme of ["dark", "light"]) {
      const page = await openWall(browser, desk, {
        origin: line.origin,
        query: `theme=${theme}`,
        deviceTime: Date.now(),
      });
      line.cut();
      await page.clock.runFor(140_000);
      await page.getByText("This board is not live").waitFor();
      await take(`stale, ${theme}`, page);
      await page.context().close();
      line.mend();
    }
    await line.close();
  }));

test("nothing at risk, nothing at all, and after closing", () =>
  onDesk("2026-11-30T15:00:00Z", async (desk) => {
    await takeAll("empty", desk, ["dark"], ["HD"]);
    const on = verbsOn(desk);
    await on.open({ subject: "Laptop very slow after an update" });
    await on.open({ subject: "Scanner no longer saves to the folder" });
    await takeAll("calm", desk, ["dark", "light"], ["HD", "laptop"]);
    await desk.travel("2026-11-30T22:05:00Z");
    await on.open({ affected: "ALL", workaround: false, subject: "Nobody can open the patient system" });
    await desk.travel("2026-11-30T23:00:00Z");
    await takeAll("closed", desk, ["dark"], ["HD"]);
  }));

test("a flood, and 5,000 tickets", () =>
  onDesk("2026-11-30T17:30:00Z", async (desk) => {
    const on = verbsOn(desk);
    const urgent = await on.open({
      affected: "ALL",
      workaround: false,
      subject: "Nobody can sign in since this morning",
    });
    await copyTicket(desk, urgent.number, 90, 60);
    await desk.travel("2026-11-30T17:40:00Z");
    await takeAll("flood", desk, ["dark", "light"], ["HD"]);
    await copyTicket(desk, urgent.number, 4_910, 2);
    await desk.travel("2026-11-30T17:41:00Z");
    await takeAll("5,000", desk, ["dark", "light"], ["HD", "laptop"]);
  }));

test("all of it on one sheet", async () => {
  await contactSheet(browser, pictures, `${shots}contact-sheet.png`);
});
