import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";
import { pagesOf, shots } from "../support/pages.ts";

let desk: TestDesk;
let browser: Browser;
let open: ReturnType<typeof pagesOf>["open"];
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  ({ open } = pagesOf(desk, browser));
  await openBook(desk); // ten tickets, at 12:33:12 in New York
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

test("the keys that the help lists are those that there are", async () => {
  const page = await open("/queue", "technician");
  await page.locator("[data-ticket]").first().waitFor();
  await page.keyboard.press("?");
  const keys = await page.getByRole("dialog").locator("dt").allTextContents();
  expect(keys.map((key) => key.replace(/\s+/g, " ").trim())).toEqual([
    "jk",
    "Enter",
    "n",
    "t",
    "a",
    "p",
    "u",
    "r",
    "s",
    "b",
    "x",
    "X",
    ".",
    "c",
    "gw",
    "o",
    "w",
    "/",
    "gb",
    "Esc",
    "?",
  ]);
  await page.screenshot({ path: `${shots}list-keys.png` });
  expect(await offences(page)).toEqual([]);
  await page.context().close();
});

test("selected rows stand in both themes and sizes", async () => {
  for (const path of ["/board", "/queue"])
    for (const theme of ["dark", "light"] as const)
      for (const size of ["small", "large"] as const) {
        const page = await open(path, "technician", { theme, size });
        await page.locator("[data-ticket]").nth(5).waitFor();
        for (const key of ["j", "x", "j", "x", "j", "j", "x"]) await page.keyboard.press(key);
        await page.getByText("3 selected").waitFor();
        await page.screenshot({ path: `${shots}list-selected${path.replace("/", "-")}-${theme}-${size}.png` });
        expect(await offences(page)).toEqual([]);
        await page.context().close();
      }
});
