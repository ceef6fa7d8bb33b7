import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { quietLine } from "../support/quiet-line.ts";
import { type RunningDesk, runningDesk } from "../support/running-desk.ts";
import { verbsOn } from "../support/verbs.ts";
import { openWall, wrongBy } from "../support/wall.ts";

const HOUR = 3_600_000;
const urgent = { affected: "ALL", workaround: false };
let desk: RunningDesk;
let browser: Browser;
let line: Awaited<ReturnType<typeof quietLine>>;
beforeAll(async () => {
  [desk, browser] = await Promise.all([runningDesk({ at: "2026-11-30T21:35:00Z" }), launch()]); // Monday 16:35 in New York
  line = await quietLine(desk.origin);
  const on = verbsOn(desk);
  for (const minute of [35, 44, 53]) {
    await desk.travel(`2026-11-30T21:${minute}:07Z`);
    await on.open({ ...urgent, subject: `Opened 16:${minute}` }); // an hour of open time each
  }
});
beforeEach(() => line.mend());
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await desk?.close();
});

/** Time passes at the desk and on the device alike. */
const pass = (page: Page, seconds: number) => Promise.all([desk.pass(seconds), page.clock.runFor(seconds * 1_000)]);

describe.each([
  ["three hours ahead", 3 * HOUR, "22:10"],
  ["three hours behind", -3 * HOUR, "22:20"],
])("on a device in Kolkata whose clock is %s", (_, off, at) => {
  test("the digits are the desk's within a second, also without a message", async () => {
    await desk.run(`2026-11-30T${at}:00Z`);
    const device = { timezoneId: "Asia/Kolkata", deviceTime: Date.now() + off };
    const page = await openWall(browser, desk, { origin: line.origin, ...device });
    expect(await wrongBy(page, desk)).toBeLessThanOrEqual(1);
    line.cut();
    for (const seconds of [1, 9, 15]) {
      await pass(page, seconds);
      expect(await wrongBy(page, desk), `${seconds} s later`).toBeLessThanOrEqual(1);
    }
    await page.context().close();
  });
});
