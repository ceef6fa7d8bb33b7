import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { quietLine } from "../support/quiet-line.ts";
import { type RunningDesk, runningDesk } from "../support/running-desk.ts";
import { verbsOn } from "../support/verbs.ts";
import { isStale, openWall, rowsOn, standingOn, statusOn, wrongBy } from "../support/wall.ts";

const MINUTE = 60_000;
const urgent = { affected: "ALL", workaround: false };
let desk: RunningDesk;
let browser: Browser;
let line: Awaited<ReturnType<typeof quietLine>>;
let on: ReturnType<typeof verbsOn>;
let first: string;
beforeAll(async () => {
  browser = await launch();
});
beforeEach(async () => {
  desk = await runningDesk({ at: "2026-11-30T15:00:00Z" }); // Monday 10:00 in New York
  line = await quietLine(desk.origin);
  on = verbsOn(desk);
  first = (await on.open({ ...urgent, subject: "Card terminals are down" })).id;
  await on.open({ ...urgent, subject: "Whole office offline" });
  await desk.run("2026-11-30T15:30:00Z");
});
afterEach(async () => {
  await line.close();
  await desk.close();
});
afterAll(() => browser?.close());

const opened = () => openWall(browser, desk, { origin: line.origin, deviceTime: Date.now() });
const pass = (page: Page, seconds: number) => Promise.all([desk.pass(seconds), page.clock.runFor(seconds * 1_000)]);
const isLive = (page: Page, within: number) =>
  expect.poll(() => statusOn(page), { timeout: within }).toMatch(/^(Sandbox|Caught up)/);
/** What happens at the desk while a wall is away. */
async function muchHappens(): Promise<void> {
  await on.done("technician", "takeTicket", { ticketId: first });
  await on.open({ ...urgent, subject: "Nobody can open the patient system" });
}
async function isAsFresh(page: Page): Promise<void> {
  expect(await wrongBy(page, desk)).toBeLessThanOrEqual(1);
  const fresh = await openWall(browser, desk);
  expect(await standingOn(page)).toEqual(await standingOn(fresh));
  expect((await rowsOn(page)).map(({ subject }) => subject)).toContain("Nobody can open the patient system");
  await fresh.context().close();
  await page.context().close();
}

test("a line that died without a word: late after 10 s, not live after 30 s, and as a fresh page soon after its return", async () => {
  const page = await opened();
  line.cut();
  await pass(page, 3);
  expect(await statusOn(page)).toMatch(/^Sandbox/);
  await pass(page, 9);
  expect(await statusOn(page)).toMatch(/^Data 1[0-9] s old/);
  expect(await wrongBy(page, desk)).toBeLessThanOrEqual(1);
  await pass(page, 22);
  expect(await isStale(page)).toBe(true);
  await page.getByRole("alert").getByText("This board is not live").waitFor();
  expect(await page.locator(".wall").evaluate((wall) => getComputedStyle(wall).filter)).toContain("grayscale(1)");
  expect((await rowsOn(page)).map(({ time }) => time)).toEqual(["11:00", "11:00"]);

  await pass(page, 60);
  await muchHappens();
  line.mend();
  await isLive(page, 15_000);
  expect(await page.getByRole("alert").count()).toBe(0);
  await isAsFresh(page);
});

test.each([
  ["whose monotonic clock stood still", (page: Page, until: number) => page.clock.setSystemTime(until)],
  ["all of whose clocks went on", (page: Page) => page.clock.fastForward(10 * MINUTE)],
])(
  "ten minutes of sleep of a machine %s, before a socket that stays open: live within 15 s, nothing missed",
  async (_, sleep) => {
    const page = await opened();
    const slept = page.evaluate(() => Date.now());
    line.drop();
    await muchHappens();
    await desk.pass(600);
    await sleep(page, (await slept) + 10 * MINUTE);
    const seen = async () => `${(await rowsOn(page)).length} rows, ${await statusOn(page)}`;
    await expect.poll(seen, { timeout: 15_000 }).toMatch(/^3 rows, (Sandbox|Caught up)/);
    await isAsFresh(page);
  },
);

test("a socket that both ends take for open, and that carries nothing, is left before the board is old", async () => {
  const page = await opened();
  let sockets = 0;
  page.on("websocket", () => {
    sockets += 1;
  });
  line.drop();
  await muchHappens();
  await pass(page, 11);
  await isLive(page, 5_000);
  await expect.poll(() => sockets).toBe(1);
  await isAsFresh(page);
});
