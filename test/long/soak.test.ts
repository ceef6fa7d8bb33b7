import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { detachedIn } from "../support/detached.ts";
import { quietLine } from "../support/quiet-line.ts";
import { type RunningDesk, runningDesk } from "../support/running-desk.ts";
import { seeded } from "../support/seeded.ts";
import { verbsOn } from "../support/verbs.ts";
import { openWall, standingOn, statusOn } from "../support/wall.ts";

/** A busy desk's day, or `HOURS=2` of it: ticks of each second, something happening in every ten, a lost line every ten minutes. */
const HOURS = Number(process.env["HOURS"] ?? 24);
const STEP = 10;
const LINE_LOST_EVERY = 60;
/** Seconds between two looks at what the page holds; the first hour, or the first third of less, is for warming up. */
const LOOK_EVERY = 600;
const WARM = Math.min(6, Math.floor(HOURS * 2));
const LEAST_OF = 3;
/** The framework keeps one empty text aside, to build lists at. */
const MARK = "#text ";
const OPEN = 30;
let desk: RunningDesk;
let browser: Browser;
let line: Awaited<ReturnType<typeof quietLine>>;
beforeAll(async () => {
  [desk, browser] = await Promise.all([runningDesk({ at: "2026-11-30T13:00:00Z" }), launch()]); // Monday 08:00 in New York
  line = await quietLine(desk.origin);
});
afterAll(async () => {
  await browser?.close();
  await line?.close();
  await desk?.close();
});

type Held = {
  readonly megabytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly shown: number;
};
/** What the page holds once all rubbish is gone. */
async function holds(page: Page, cdp: CDPSession): Promise<Held> {
  const collected = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    return (await detachedIn(cdp)).filter((node) => node !== MARK);
  };
  await expect.poll(collected, { message: "no node is held that was taken out", timeout: 10_000 }).toEqual([]);
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners: listeners } = await cdp.send("Memory.getDOMCounters");
  const shown = await page.locator("*").count();
  return { megabytes: usedSize / 1e6, nodes, listeners, shown };
}

/** Opens tickets, takes, answers and ends them: one thing at a time, and about as many are open after a while as always. */
function somebody() {
  const on = verbsOn(desk);
  const random = seeded(7);
  const open: { id: string; state: "new" | "taken" }[] = [];
  let made = 0;
  return async () => {
    const ticket = open[Math.floor(random() * open.length)];
    if (!ticket || (open.length < OPEN && random() < 0.6)) {
      const urgent = random() < 0.3 ? { affected: "ALL", workaround: false } : { affected: "ONE" };
      open.push({ id: (await on.open({ ...urgent, subject: `Trouble ${++made}` })).id, state: "new" });
    } else if (ticket.state === "new") {
      await on.act("technician", "takeTicket", { ticketId: ticket.id });
      ticket.state = "taken";
    } else if (random() < 0.5) await on.act("technician", "reply", { ticketId: ticket.id, body: "We are on it." });
    else {
      await on.act("manager", "cancel", { ticketId: ticket.id, reason: "Settled by telephone" });
      open.splice(open.indexOf(ticket), 1);
    }
  };
}

/** Ten seconds pass, in parts between which what is on the line can arrive. */
async function goOn(page: Page): Promise<void> {
  const parts = 4;
  for (let i = 0; i < parts; i += 1)
    await Promise.all([desk.pass(STEP / parts), page.clock.runFor((STEP * 1_000) / parts)]);
}

/** How steeply a line through these values rises, by each. */
function slope(values: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, n) => sum + n, 0) / all.length;
  const [x, y] = [mean(values.map((_, i) => i)), mean(values)];
  const over = mean(values.map((v, i) => (i - x) * (v - y)));
  return over / mean(values.map((_, i) => (i - x) ** 2));
}

const least = (all: readonly Held[], what: "listeners") => Math.min(...all.map((held) => held[what]));

test(`${HOURS} hours of a busy desk: a wall holds no more at their end than after the first`, async () => {
  const page = await openWall(browser, desk, { origin: line.origin, deviceTime: Date.now() });
  await desk.run("2026-11-30T13:30:00Z");
  const cdp = await page.context().newCDPSession(page);
  const act = somebody();
  let messages = 0;
  let sockets = 1;
  let loads = 0;
  page.on("load", () => (loads += 1));
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("websocket", (socket) => {
    sockets += 1;
    socket.on("framereceived", () => (messages += 1));
  });
  line.drop(); // the first socket was there before anybody counted
  const kept: Held[] = [];
  for (let step = 1; step <= (HOURS * 3_600) / STEP; step += 1) {
    await Promise.all([goOn(page), act()]);
    if (step % LINE_LOST_EVERY === LINE_LOST_EVERY / 2) line.drop();
    else if (step % LINE_LOST_EVERY === LINE_LOST_EVERY - 5) line.bury();
    if ((step * STEP) % LOOK_EVERY === 0) kept.push(await holds(page, cdp));
  }
  await expect.poll(() => statusOn(page), { timeout: 30_000 }).toMatch(/^(Sandbox|Caught up)/);
  const fresh = await openWall(browser, desk);
  await expect.poll(() => standingOn(page), { timeout: 15_000 }).toEqual(await standingOn(fresh));

  const after = kept.slice(WARM);
  const [first, last] = [after[0] as Held, after.at(-1) as Held];
  const perHour = slope(after.map(({ megabytes }) => megabytes)) * (3_600 / LOOK_EVERY);
  console.log(
    `${HOURS} hours: ${sockets} sockets, ${messages} messages, ${loads} loadings; heap ${first.megabytes.toFixed(1)} to ${last.megabytes.toFixed(1)} MB, ${perHour.toFixed(3)} MB an hour; nodes ${first.nodes} to ${last.nodes}, none detached, elements ${Math.max(...kept.map(({ shown }) => shown))} at most; listeners ${first.listeners} to ${last.listeners}`,
  );
  expect(faults).toEqual([]);
  expect(perHour).toBeLessThan(1);
  // one that is just being opened is no leak
  expect(least(after.slice(-LEAST_OF), "listeners")).toBeLessThanOrEqual(least(after.slice(0, LEAST_OF), "listeners"));
  for (const { shown } of kept) expect(shown).toBeLessThanOrEqual(400);
});
