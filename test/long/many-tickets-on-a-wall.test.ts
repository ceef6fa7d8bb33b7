import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { copyTicket } from "../support/copy-ticket.ts";
import { quietLine } from "../support/quiet-line.ts";
import { type RunningDesk, runningDesk } from "../support/running-desk.ts";
import { costOfTick } from "../support/tick-cost.ts";
import { verbsOn } from "../support/verbs.ts";
import { countsOn, openWall } from "../support/wall.ts";

const MOST_NODES = 400;
const MOST_MS = 10;
const SLOWER = 6;
let desk: RunningDesk;
let browser: Browser;
let line: Awaited<ReturnType<typeof quietLine>>;
let urgent: number;
beforeAll(async () => {
  [desk, browser] = await Promise.all([runningDesk({ at: "2026-11-30T15:00:00Z", worker: false }), launch()]);
  line = await quietLine(desk.origin);
  const on = verbsOn(desk);
  await desk.travel("2026-11-30T17:30:00Z");
  urgent = (await on.open({ affected: "ALL", workaround: false, subject: "Nobody can sign in since this morning" }))
    .number;
  await on.open({ subject: "Printer jams" });
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await desk?.close();
});

const nodes = (page: Page) => page.locator("*").count();
const total = async (page: Page) => (await countsOn(page)).reduce((sum, n) => sum + Number(n.replace(/\D/g, "")), 0);

test(`a wall has at most ${MOST_NODES} nodes, and ticks in less than ${MOST_MS} ms on a processor ${SLOWER} times slower, with 5 tickets, 500 and 5,000`, async () => {
  const figures: string[] = [];
  let made = 2;
  for (const count of [5, 500, 5_000]) {
    await copyTicket(desk, urgent, count - made, 2);
    made = count;
    await desk.run(`2026-11-30T17:${40 + figures.length}:00Z`);
    const page = await openWall(browser, desk, { origin: line.origin, deviceTime: Date.now() });
    expect(await total(page)).toBe(count);
    expect(await nodes(page)).toBeLessThanOrEqual(MOST_NODES);
    line.cut(); // what a message costs is no tick
    const cost = await costOfTick(page, 15, SLOWER);
    figures.push(`${count} tickets: ${await nodes(page)} nodes, ${cost.toFixed(1)} ms a tick`);
    expect(cost).toBeLessThan(MOST_MS);
    line.mend();
    await page.context().close();
  }
  console.log(`on a processor ${SLOWER} times slower: ${figures.join("; ")}`);
});
