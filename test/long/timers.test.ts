import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { announced, announcements, edgeInstants, letTimePass, openTickets } from "../support/timers.ts";

const TIMERS = 4_000;
const WORKERS = 4;
const KILLS = 20;

let desk: TestDesk;
let client: pg.Client;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await Promise.all([...children].map(kill));
  await client.end();
  await desk.close();
});

const worker = async () => {
  const child = await runChild(new URL("./worker-process.ts", import.meta.url), [JSON.stringify(desk.urls)]);
  children.add(child);
};

test("4,000 timers, 4 workers, 20 of them killed at work: every edge is announced once, none before its time", async () => {
  await openTickets(desk, TIMERS / 4, "2026-11-30T15:00:00Z");
  const edges = await edgeInstants(client);
  expect(edges).toHaveLength(TIMERS);

  await Promise.all(Array.from({ length: WORKERS }, worker));
  const replacements: Promise<void>[] = [];
  for (let k = 1; k <= KILLS; k++) {
    const before = await announcements(client);
    await letTimePass(client, edges[(k * TIMERS) / KILLS - 1] as number);
    // some of the wave is done, the rest is under way: now one of them dies
    await eventually(
      () => announcements(client),
      (n) => n > before,
      30_000,
    );
    const victim = [...children][k % children.size] as ChildProcess;
    children.delete(victim);
    await kill(victim);
    replacements.push(worker());
  }
  await Promise.all(replacements);
  const left = async () =>
    Number((await client.query("select count(*) from sla_clock where next_edge_at <= desk_now()")).rows[0].count);
  await eventually(left, (n) => n === 0, 60_000);
  await eventually(
    async () => Number((await client.query("select count(*) from event_inbox")).rows[0].count),
    (n) => n === 0,
    30_000,
  );
  expect(await announced(client)).toEqual({ events: TIMERS, edges: TIMERS, early: 0 });
  console.log(`${TIMERS} timers, ${WORKERS} workers, ${KILLS} kills: ${TIMERS} events`);
}, 300_000);
