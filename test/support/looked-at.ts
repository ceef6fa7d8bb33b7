import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { offences } from "./axe.ts";

const shots = new URL("../browser/shots/", import.meta.url).pathname;
const screens = [
  { name: "wide", width: 1920, height: 1080 },
  { name: "desk", width: 1280, height: 800 },
  { name: "phone", width: 390, height: 844 },
] as const;

/** What is pressed or filled in and smaller than a thumb; links inside text are as high as their line. */
const smallerThan = (page: Page, least: number) =>
  page.evaluate(
    (height) =>
      [...document.querySelectorAll("button, a[href], select, input, textarea, summary")]
        .map((element) => element.closest("label") ?? element)
        .filter((element) => {
          const box = element.getBoundingClientRect();
          const inText = element.localName === "a" && getComputedStyle(element).display === "inline";
          return box.width > 0 && box.height < height && !inText && !element.matches(".skip");
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    least,
  );

/**
 * Both themes, on each screen: nobody is kept out, nothing is wider than the screen, everything can be hit. Leaves a
 * picture of each.
 */
export async function lookedAt(page: Page, name: string, { targets = 44 } = {}): Promise<void> {
  mkdirSync(shots, { recursive: true });
  for (const theme of ["dark", "light"]) {
    await page.evaluate((to) => {
      document.documentElement.dataset["theme"] = to;
    }, theme);
    for (const { name: screen, width, height } of screens) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${shots}${name}-${theme}-${screen}.png` });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} ${screen}`).toBe(width);
    }
    expect(await offences(page), `${name} ${theme}`).toEqual([]);
  }
  expect(await smallerThan(page, targets), name).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
}
