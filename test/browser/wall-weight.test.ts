import type { Browser, Response } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { statusOn } from "../support/wall.ts";

/** A wall hangs where there may be no TLS, and browsers take gzip at the most there. */
const MOST_KB = 60;
const ACCEPTED = { "accept-encoding": "gzip" };
let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

type Loaded = { readonly path: string; readonly kB: number };

/** What a browser that has never been here loads of scripts until its wall is live, with the page that they stand in. */
async function loadedBy(address: string): Promise<readonly Loaded[]> {
  const context = await browser.newContext({ extraHTTPHeaders: ACCEPTED });
  const page = await context.newPage();
  const answers: Response[] = [];
  page.on("response", (response) => answers.push(response));
  await page.goto(`${desk.origin}${address}#token=${desk.tokens.wall}`);
  await expect.poll(() => statusOn(page), { timeout: 15_000 }).toMatch(/^Sandbox/);
  await page.waitForLoadState("networkidle");
  const scripts = answers.filter((answer) => /html|javascript/.test(answer.headers()["content-type"] ?? ""));
  const loaded = scripts.map(async (answer) => {
    const path = new URL(answer.url()).pathname;
    expect(answer.headers()["content-encoding"], path).toBe("gzip");
    return { path, kB: (await answer.request().sizes()).responseBodySize / 1_000 };
  });
  const all = await Promise.all(loaded);
  await context.close();
  return all;
}
const sum = (loaded: readonly Loaded[]) => loaded.reduce((kB, one) => kB + one.kB, 0);

test(`a wall loads at most ${MOST_KB} kB of scripts, and those for sound only where it sounds`, async () => {
  const [silent, sounding] = await Promise.all([loadedBy("/board/wall"), loadedBy("/board/wall?sound=1")]);
  console.log(`${silent.length} files of ${sum(silent).toFixed(1)} kB; with sound ${sum(sounding).toFixed(1)} kB`);
  expect(silent.length).toBeGreaterThan(1);
  expect(sum(silent)).toBeLessThanOrEqual(MOST_KB);
  expect(sounding.length).toBeGreaterThan(silent.length);
});
