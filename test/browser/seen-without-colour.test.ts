import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";
import { colourAt, contrast } from "../support/pixels.ts";
import { openWall, rowsOn } from "../support/wall.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  await openBook(desk); // Northgate is breached and nobody has it, Kestrel is breached and Maya has it
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const without = async (page: Page, type: "achromatopsia" | "deuteranopia" | "protanopia") => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setEmulatedVisionDeficiency", { type });
};

describe.each(["dark", "light"])("in %s", (theme) => {
  test.each(["achromatopsia", "deuteranopia", "protanopia"] as const)(
    "a breach that nobody has stands out from every other row by its frame, for eyes with %s",
    async (type) => {
      const page = await openWall(browser, desk, { query: `theme=${theme}` });
      await without(page, type);
      const rows = await rowsOn(page);
      const boxes = await page
        .locator("[data-ticket]")
        .evaluateAll((all) =>
          all.map((row) => (({ x, y, height }) => ({ x, y, height }))(row.getBoundingClientRect())),
        );
      const points = boxes.map(({ x, y, height }) => ({ x: x + 2, y: y + height / 2 }));
      const [ground, ...edges] = await colourAt(page, [{ x: 8, y: 540 }, ...points]);
      const frames = rows.map(({ tone, loud }, i) => ({
        unownedBreach: tone === "breached" && loud,
        stands: contrast(edges[i] as number, ground as number),
      }));
      const own = frames.filter(({ unownedBreach }) => unownedBreach).map(({ stands }) => stands);
      const others = frames.filter(({ unownedBreach }) => !unownedBreach).map(({ stands }) => stands);
      expect(own.length).toBeGreaterThan(0);
      expect(others.length).toBeGreaterThan(3);
      expect(Math.min(...own)).toBeGreaterThan(1.5 * Math.max(...others));
      await page.context().close();
    },
  );
});
