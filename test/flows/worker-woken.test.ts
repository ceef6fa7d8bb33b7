import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startWorker } from "../../api/app/worker.ts";
import type { Lasting } from "../../api/platform/lasting-connection.ts";
import { createLog } from "../../api/platform/log.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { verbsOn } from "../support/verbs.ts";

const NEVER_MS = 24 * 3_600_000;

let desk: TestDesk;
let client: pg.Client;
let worker: Lasting;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterEach(() => worker.stop());
afterAll(async () => {
  await client.end();
  await desk.close();
});

const setRate = (rate: number) =>
  desk.gql("manager", "mutation($rate: Float!) { setClock(input: { rate: $rate }) { userErrors { message } } }", {
    rate,
  });
const waiting = async (seconds: number) => {
  const on = verbsOn(desk);
  const { id } = await on.open();
  const now = Number((await client.query("select extract(epoch from desk_now()) as now")).rows[0].now);
  const until = new Date((now + seconds) * 1000).toISOString();
  await on.done("technician", "waitOn", { ticketId: id, on: "PARTS", until });
  return id;
};
const resumed = (id: string) =>
  eventually(
    () => verbsOn(desk).look(id),
    ({ status }) => status === "OPEN",
  );

test("a worker that sleeps until a far edge is woken by a nearer one that a verb makes, without looking by itself", async () => {
  const far = await waiting(20_000);
  worker = await startWorker(desk.urls, createLog("error"), { pollMs: NEVER_MS });
  await setRate(20); // a minute in three seconds
  await resumed(await waiting(60));
  expect((await verbsOn(desk).look(far)).status).toBe("WAITING");
  await setRate(0);
});

test("a worker that sleeps on a clock that stands is woken when the clock is let run", async () => {
  const id = await waiting(60);
  worker = await startWorker(desk.urls, createLog("error"), { pollMs: NEVER_MS });
  await setRate(100);
  await resumed(id);
  await setRate(0);
});

test("an edge that nobody hinted at is late by a poll at most, never lost", async () => {
  const id = await waiting(600);
  worker = await startWorker(desk.urls, createLog("error"), { pollMs: 50 });
  await client.query("update desk_clock set now = now + interval '10 minutes', anchored_at = clock_timestamp()");
  await resumed(id);
});
