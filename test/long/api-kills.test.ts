import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { quantile } from "../load/figures.ts";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { boardIsRight, type Done, load, nothingWasLost, sixMinutesPass, urgentTickets } from "../support/under-load.ts";

const KILLS = 20;
const TICKETS = 200;
const START = "2026-11-30T15:00:00Z";

let desk: TestDesk;
let client: pg.Client;
let port: number;
let api: ChildProcess;
const begin = async () => {
  const began = performance.now();
  api = await runChild(new URL("./api-process.ts", import.meta.url), [JSON.stringify(desk.urls), String(port)]);
  return performance.now() - began;
};
beforeAll(async () => {
  desk = await startDesk({ at: START }); // its worker fires edges all the while
  client = new pg.Client(desk.urls.owner);
  await client.connect();
  port = await freePort();
});
afterAll(async () => {
  await kill(api);
  await client.end();
  await desk.close();
});

test(`the API is killed ${KILLS} times under 200 writes a second: what was acknowledged is there, each breach was told once, boards are right`, async () => {
  await urgentTickets(desk, TICKETS, Date.parse(START));
  await begin();
  const killed = { ...desk, url: `http://127.0.0.1:${port}/graphql`, wsUrl: `ws://127.0.0.1:${port}/graphql` };
  const done: Done = { acknowledged: [], refused: 0, lost: 0 };
  const upAgain: number[] = [];
  const right: number[] = [];
  let rate = 0;
  for (let k = 1; k <= KILLS; k += 1) {
    let over = false;
    const loading = load(killed, done, () => over);
    const enough = done.acknowledged.length + 150;
    await eventually(
      () => done.acknowledged.length,
      (n) => n >= enough,
      60_000,
    );
    await sixMinutesPass(client);
    await kill(api);
    upAgain.push(await begin());
    over = true;
    rate += (await loading) / KILLS;
    right.push(await boardIsRight(killed, client));
  }
  const breached = await nothingWasLost(client, done.acknowledged);
  expect(breached).toBeGreaterThanOrEqual(TICKETS);
  expect(Math.max(...right), "ms until a board is right").toBeLessThan(5_000);
  console.log(
    `${KILLS} kills: ${done.acknowledged.length} tickets acknowledged and kept, ${done.lost} requests without an answer, ${done.refused} refused; ${Math.round(rate)} requests a second sent; ${breached} breaches, each told once; up again after ${Math.round(quantile(upAgain, 0.5))} ms, boards right after ${Math.round(quantile(right, 0.5))} ms in the median, ${Math.round(Math.max(...right))} at most`,
  );
}, 900_000);
