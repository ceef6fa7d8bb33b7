import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { quietLine } from "../support/quiet-line.ts";
import { type RunningDesk, runningDesk } from "../support/running-desk.ts";
import { verbsOn } from "../support/verbs.ts";
import { faceOn, isStale, openWall, rowsOn, secondsOf, statusOn, wrongBy } from "../support/wall.ts";

/** Seconds left of each at 17:30:00. */
const AT_CLOSING = [5, 14, 23].map((minute) => minute * 60 + 7);
let desk: RunningDesk;
let browser: Browser;
let line: Awaited<ReturnType<typeof quietLine>>;
beforeAll(async () => {
  browser = await launch();
});
beforeEach(async () => {
  desk = await runningDesk({ at: "2026-11-30T21:35:00Z" }); // Monday 16:35 in New York
  line = await quietLine(desk.origin);
  for (const minute of [35, 44, 53]) {
    await desk.travel(`2026-11-30T21:${minute}:07Z`);
    await verbsOn(desk).open({ affected: "ALL", workaround: false, subject: `Opened 16:${minute}` }); // an hour of open time
  }
});
afterEach(async () => {
  await line.close();
  await desk.close();
});
afterAll(() => browser?.close());

const opened = () => openWall(browser, desk, { origin: line.origin, deviceTime: Date.now() });
const digits = async (page: Page) => (await rowsOn(page)).map(({ time }) => secondsOf(time));
const notes = async (page: Page) => (await rowsOn(page)).map(({ note }) => note);
const pass = (page: Page, seconds: number) => Promise.all([desk.pass(seconds), page.clock.runFor(seconds * 1_000)]);

test("cut off from 17:29 to 08:31, the countdown stopped at 17:30 and started at 08:30 by itself", async () => {
  await desk.run("2026-11-30T22:29:00Z", 2_000); // so fast that the night is over before the board calls itself old
  const page = await opened();
  line.cut();
  await expect.poll(() => notes(page)).toEqual(Array(3).fill("resumes Tue 08:30"));
  expect(await digits(page)).toEqual(AT_CLOSING);
  let shown = await faceOn(page);
  while (shown > 43_200 || shown < 8.5 * 3_600) {
    expect(await isStale(page)).toBe(false);
    expect(await digits(page)).toEqual(AT_CLOSING);
    await page.clock.runFor(250);
    shown = await faceOn(page);
  }
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 200));
  expect(await notes(page)).toEqual(["", "", ""]);
  const open = (await faceOn(page)) - 8.5 * 3_600;
  expect(await digits(page)).toEqual(AT_CLOSING.map((left) => left - open));
  await page.context().close();
});

test("through a night without the desk it stops at closing, shows due times once it is old, and is right again in the morning", async () => {
  await desk.run("2026-11-30T22:29:50Z");
  const page = await opened();
  line.cut();
  await pass(page, 15);
  expect(await digits(page)).toEqual(AT_CLOSING);
  expect(await notes(page)).toEqual(Array(3).fill("resumes Tue 08:30"));
  await pass(page, 5);
  expect(await digits(page)).toEqual(AT_CLOSING);

  await pass(page, 60);
  await page.getByText("This board is not live").waitFor();
  expect((await rowsOn(page)).map(({ time }) => time)).toEqual(["Tue 08:35", "Tue 08:44", "Tue 08:53"]);

  const night = 15 * 3_600 - 95; // to 08:29:35
  await Promise.all([desk.pass(night), page.clock.fastForward(night * 1_000)]);
  line.mend();
  await expect.poll(() => statusOn(page), { timeout: 15_000 }).toMatch(/^(Sandbox|Caught up)/);
  expect(await digits(page)).toEqual(AT_CLOSING);
  line.cut();
  await pass(page, 28);
  expect(await wrongBy(page, desk)).toBeLessThanOrEqual(1);
  expect((await digits(page))[0]).toBeLessThan(AT_CLOSING[0] as number);
  expect(await notes(page)).toEqual(["", "", ""]);
  await page.context().close();
});
