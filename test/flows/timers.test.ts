import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorker } from "../../api/app/worker.ts";
import type { Lasting } from "../../api/platform/lasting-connection.ts";
import { createLog } from "../../api/platform/log.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { announced, edgeInstants, letTimePass, openTickets } from "../support/timers.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let client: pg.Client;
const workers: Lasting[] = [];
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  client = new pg.Client(desk.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await Promise.all(workers.map((w) => w.stop()));
  await client.end();
  await desk.close();
});

test("four workers share eighty timers: each edge is announced once, none before its time", async () => {
  await openTickets(desk, 20, "2026-11-30T15:00:00Z");
  const edges = await edgeInstants(client);
  expect(edges).toHaveLength(80);
  for (let i = 0; i < 4; i++) workers.push(await startWorker(desk.urls, createLog("error")));

  const half = edges[39] as number;
  await letTimePass(client, half);
  await eventually(
    () => announced(client),
    ({ events }) => events >= edges.filter((at) => at <= half).length,
  );
  expect((await announced(client)).events, "nothing of the second half yet").toBe(
    edges.filter((at) => at <= half).length,
  );

  await letTimePass(client, edges.at(-1) as number);
  await eventually(
    () => announced(client),
    ({ events }) => events >= 80,
  );
  expect(await announced(client)).toEqual({ events: 80, edges: 80, early: 0 });
});

test("the next time over they announce nothing again", async () => {
  const last = Number((await client.query("select extract(epoch from desk_now()) as now")).rows[0].now);
  await letTimePass(client, last + 86_400);
  await desk.travel(new Date((last + 2 * 86_400) * 1000).toISOString());
  const { rows } = await client.query("select count(*)::int as n from sla_clock where next_edge_at is not null");
  expect(rows[0].n, "no timer is left").toBe(0);
  expect((await announced(client)).events).toBe(80);
});

test("one that cannot be fired holds up no other, and is there to be found", async () => {
  const on = verbsOn(desk);
  const at = Number((await client.query("select extract(epoch from desk_now()) as now")).rows[0].now) + 600;
  const until = new Date(at * 1000).toISOString();
  const wait = async () => {
    const { id } = await on.open();
    await on.done("technician", "waitOn", { ticketId: id, on: "PARTS", until });
    return id;
  };
  const [bad, good] = [await wait(), await wait()];
  const { number } = await on.look(bad);
  await client.query("update ticket set status = 'CANCELLED' where number = $1", [number]); // as no verb leaves it
  await letTimePass(client, at);
  await eventually(
    () => on.look(good),
    (ticket) => ticket.status === "OPEN",
  );
  expect((await on.look(bad)).status).toBe("CANCELLED");
  await client.query("update ticket set waiting_until = null where number = $1", [number]);
});

test("a verb in progress has the word first: nothing is announced for a ticket while somebody holds it", async () => {
  const on = verbsOn(desk);
  const [held, other] = [await on.open(), await on.open()];
  const due = Date.parse((await on.clock(held.id, "FIRST_RESPONSE")).dueAt) / 1000;
  const breached = async (number: number) =>
    (
      await client.query(
        "select 1 from event e join ticket t on t.id = e.ticket_id where t.number = $1 and e.type = 'SlaBreached'",
        [number],
      )
    ).rowCount;
  const verb = new pg.Client(desk.urls.owner);
  await verb.connect();
  await verb.query("begin");
  await verb.query("select 1 from ticket where number = $1 for no key update", [held.number]);
  await letTimePass(client, due + 1);
  await eventually(
    () => breached(other.number),
    (n) => n === 1,
  );
  expect(await breached(held.number)).toBe(0);
  await verb.query("commit");
  await verb.end();
  await eventually(
    () => breached(held.number),
    (n) => n === 1,
  );
});
