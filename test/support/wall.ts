import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { TestDesk } from "./desk.ts";

export type ShownRow = {
  readonly ticket: string;
  readonly tone: string;
  readonly loud: boolean;
  readonly time: string;
  readonly note: string;
  readonly client: string;
  readonly subject: string;
  readonly owner: string;
};

type Opening = Pick<BrowserContextOptions, "timezoneId" | "reducedMotion" | "deviceScaleFactor"> & {
  /** Where it is loaded from, and so what its line is. */
  origin?: string;
  query?: string;
  size?: { width: number; height: number };
  /** What the device takes for the time; with it, the test moves all clocks and timers of the page. */
  deviceTime?: number;
  /** Called before it is loaded. */
  before?: (page: Page) => Promise<void>;
};

/** A wall in a browser profile of its own, once it shows something. Closing the page's context closes all of it. */
export async function openWall(browser: Browser, desk: TestDesk, opening: Opening = {}): Promise<Page> {
  const { origin = desk.origin, query = "theme=dark", size: viewport = { width: 1920, height: 1080 } } = opening;
  const { deviceTime, before, ...options } = opening;
  const context = await browser.newContext({ ...options, viewport });
  const page = await context.newPage();
  await before?.(page);
  if (deviceTime !== undefined) await page.clock.install({ time: deviceTime });
  await page.goto(`${origin}/board/wall?${query}#token=${desk.tokens.wall}`);
  await page.locator("[data-ticket], .calm").first().waitFor();
  return page;
}

/** What a wall shows, place by place. */
export const rowsOn = (page: Page): Promise<ShownRow[]> =>
  page.locator("[data-ticket]").evaluateAll((rows) =>
    rows.map((row) => {
      const text = (part: string) => row.querySelector(part)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
      const { ticket = "", tone = "", loud } = (row as HTMLElement).dataset;
      const [client, subject, owner] = [text(".client"), text(".subject"), text(".owner")];
      return {
        ...{ ticket, tone, loud: loud !== undefined, client, subject, owner },
        time: text(".countdown"),
        note: text(".time small"),
      };
    }),
  );

/** The numbers on top: breached, at risk, on track, paused. */
export const countsOn = (page: Page): Promise<string[]> => page.locator(".count b").allTextContents();
/** What its clock shows, in seconds of the day. */
export async function faceOn(page: Page): Promise<number> {
  const text = (await page.locator(".clock b").textContent()) ?? "";
  const [hours = 0, minutes = 0, seconds = 0] = (text.match(/\d\d/g) ?? []).map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}
export const statusOn = async (page: Page): Promise<string> =>
  (await page.locator(".clock .status").textContent())?.trim() ?? "";
export const isStale = async (page: Page): Promise<boolean> =>
  (await page.locator(".wall").getAttribute("data-stale")) !== null;

/** Rows, their order and the counts: all that does not run by itself. */
export async function standingOn(page: Page): Promise<unknown> {
  const rows = await rowsOn(page);
  return { counts: await countsOn(page), rows: rows.map(({ time: _, ...row }) => row) };
}

/** Seconds that digits under an hour tell: `06:24` is 384, `+04:12` is -252. */
export function secondsOf(digits: string): number {
  const [, late, minutes, seconds] = /^(\+?)(\d+):(\d\d)$/.exec(digits) ?? [];
  if (minutes === undefined) throw new Error(`no digits: ${digits}`);
  const all = Number(minutes) * 60 + Number(seconds);
  return late ? -all : all;
}

/** What the desk itself says is left of each clock on the wall, in wall order. */
export async function secondsLeft(desk: TestDesk): Promise<number[]> {
  const { data } = await desk.gql("manager", "{ wall(rows: 8) { rows { remainingSeconds } } }");
  return data.wall.rows.map((row: { remainingSeconds: number }) => row.remainingSeconds);
}

/** By how many seconds a wall is wrong: what it shows against what the desk says just before and just after. */
export async function wrongBy(page: Page, desk: TestDesk): Promise<number> {
  const before = await secondsLeft(desk);
  const shown = (await rowsOn(page)).map(({ time }) => secondsOf(time));
  const after = await secondsLeft(desk);
  if (shown.length !== before.length) throw new Error(`${shown.length} rows shown of ${before.length}`);
  return Math.max(...shown.map((s, i) => Math.max(s - (before[i] ?? 0), (after[i] ?? 0) - s, 0)));
}
