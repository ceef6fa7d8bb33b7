import type { ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { launch } from "../support/browser.ts";
import { kill, runChild } from "../support/child.ts";
import { type RunningDesk, runningDesk } from "../support/running-desk.ts";
import { verbsOn } from "../support/verbs.ts";
import { isStale, openWall, rowsOn, standingOn, statusOn } from "../support/wall.ts";

/** In real time, on the machine's own clocks. */
const boardDir = resolve(import.meta.dirname, "../../board/build");
const urgent = { affected: "ALL", workaround: false };
let desk: RunningDesk;
let port: number;
let api: ChildProcess;
let worker: ChildProcess;
let browser: Browser;
const startApi = async () => {
  const args = [JSON.stringify(desk.urls), String(port), boardDir];
  api = await runChild(new URL("./api-process.ts", import.meta.url), args);
};
const startWorker = async () => {
  worker = await runChild(new URL("./worker-process.ts", import.meta.url), [JSON.stringify(desk.urls)]);
};
beforeAll(async () => {
  browser = await launch();
});
beforeEach(async () => {
  desk = await runningDesk({ at: "2026-11-30T15:00:00Z", worker: false }); // Monday 10:00 in New York
  port = await freePort();
  await startWorker();
  await verbsOn(desk).open({ ...urgent, subject: "Card terminals are down" });
  await desk.run("2026-11-30T15:30:00Z");
  await startApi();
});
afterEach(async () => {
  await Promise.all([kill(api), kill(worker)]);
  await desk.close();
});
afterAll(() => browser?.close());

const opened = async () => {
  const page = await openWall(browser, desk, { origin: `http://127.0.0.1:${port}` });
  await expect.poll(() => statusOn(page)).toMatch(/^Sandbox/);
  return page;
};
/** Seconds until it is so. */
async function until(so: () => Promise<boolean>, within: number): Promise<number> {
  const began = performance.now();
  await expect.poll(so, { timeout: within * 1_000, interval: 100 }).toBe(true);
  return (performance.now() - began) / 1_000;
}
const stale = (page: Page) => () => isStale(page);
const live = (page: Page) => async () => !(await isStale(page));

test("a server killed for half a minute: the board says that it is not live, and is as a fresh page within 10 s of its return", async () => {
  const page = await opened();
  await kill(api);
  const late = await until(stale(page), 45);
  expect(late).toBeGreaterThan(24); // what was heard last may have been five seconds old when it died
  expect(late).toBeLessThan(31.5); // the half second is the test's own
  await page.getByText("This board is not live").waitFor();
  expect((await rowsOn(page)).map(({ time }) => time)).toEqual(["11:00"]);
  await verbsOn(desk).open({ ...urgent, subject: "Whole office offline" });
  await startApi();
  const back = await until(live(page), 10);
  const fresh = await opened();
  await expect.poll(() => standingOn(page)).toEqual(await standingOn(fresh));
  console.log(`not live ${late.toFixed(1)} s after the server was killed, live ${back.toFixed(1)} s after its return`);
}, 90_000);

test("a worker killed while the server lives: the socket stays open, and the board says soon that it is not live", async () => {
  const page = await opened();
  let closed = 0;
  page.on("websocket", (socket) => socket.on("close", () => (closed += 1)));
  await kill(worker);
  const late = await until(stale(page), 45);
  expect(late).toBeLessThan(31.5); // the half second is the test's own
  await startWorker();
  const back = await until(live(page), 15);
  expect(closed, "sockets that closed").toBe(0);
  console.log(`not live ${late.toFixed(1)} s after the worker was killed, live ${back.toFixed(1)} s after its return`);
}, 90_000);
