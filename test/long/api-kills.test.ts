import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { quantile } from "../load/figures.ts";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { subscribe } from "../support/socket.ts";

const KILLS = 20;
const WRITES_A_SECOND = 200;
const AT_ONCE = 40;
const TICKETS = 200;
const START = Date.parse("2026-11-30T15:00:00Z");

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
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" }); // its worker fires edges all the while
  client = new pg.Client(desk.urls.owner);
  await client.connect();
  port = await freePort();
});
afterAll(async () => {
  await kill(api);
  await client.end();
  await desk.close();
});

type Done = { acknowledged: string[]; refused: number; lost: number };
const create = "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } userErrors { message } } }";

async function write(n: number, done: Done): Promise<void> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${desk.tokens.technician}` },
      body: JSON.stringify({
        query: create,
        variables: { i: { clientId: desk.clientId, subject: `Under load ${n}` } },
      }),
      signal: AbortSignal.timeout(10_000),
    });
    const { data } = (await response.json()) as { data?: { createTicket: { ticket: { id: string } | null } } };
    if (data?.createTicket.ticket) done.acknowledged.push(data.createTicket.ticket.id);
    else done.refused += 1;
  } catch {
    done.lost += 1; // killed before it answered, or not up again yet: it may or may not have been made
  }
}

/** Sends at a steady rate, whatever is answered; no more than so many at once. */
async function load(done: Done, isOver: () => boolean): Promise<number> {
  const began = performance.now();
  const running = new Set<Promise<void>>();
  let sent = 0;
  while (!isOver()) {
    const owed = Math.floor(((performance.now() - began) / 1000) * WRITES_A_SECOND) - sent;
    for (let i = 0; i < owed && running.size < AT_ONCE; i += 1) {
      const one: Promise<void> = write(sent++, done).finally(() => running.delete(one));
      running.add(one);
    }
    await new Promise((turn) => setTimeout(turn, 5));
  }
  await Promise.all(running);
  return sent / ((performance.now() - began) / 1000);
}

/** A board on the process that is killed: how long until it shows as many open tickets as the database has. */
async function boardIsRight(): Promise<number> {
  const began = performance.now();
  const wall = await eventually(
    () =>
      subscribe<any>(
        { wsUrl: `ws://127.0.0.1:${port}/graphql`, tokens: desk.tokens },
        "technician",
        "subscription { wall { ... on WallSnapshot { wall { counts { open } } } ... on WallHeartbeat { counts { open } } } }",
      ).catch(() => null),
    (feed) => feed !== null,
  );
  const open = async () =>
    Number(
      (await client.query("select count(*) as n from ticket where status in ('NEW', 'OPEN', 'WAITING', 'SCHEDULED')"))
        .rows[0].n,
    );
  await eventually(
    async () => {
      const shown = wall?.messages.at(-1)?.wall;
      return [(shown?.wall?.counts ?? shown?.counts)?.open, await open()] as const;
    },
    ([shown, real]) => shown === real,
    15_000,
  );
  wall?.close();
  return performance.now() - began;
}

test(`the API is killed ${KILLS} times under ${WRITES_A_SECOND} writes a second: what was acknowledged is there, each breach was told once, boards are right`, async () => {
  // urgent ones, a few each second: their hour runs out, one after the other, while the API is killed
  for (let i = 0; i < TICKETS; i += 1) {
    const input = { clientId: desk.clientId, subject: `Urgent ${i}`, affected: "ALL", workaround: false };
    await desk.gql("technician", create, { i: input }, new Date(START + i * 20_000).toISOString());
  }
  await begin();
  const done: Done = { acknowledged: [], refused: 0, lost: 0 };
  const upAgain: number[] = [];
  const right: number[] = [];
  let rate = 0;
  for (let k = 1; k <= KILLS; k += 1) {
    let over = false;
    const loading = load(done, () => over);
    const enough = done.acknowledged.length + 150;
    await eventually(
      () => done.acknowledged.length,
      (n) => n >= enough,
      60_000,
    );
    // edges fall due meanwhile: two hours in twenty steps
    await client.query(
      "with t as (update desk_clock set now = now + interval '6 minutes', anchored_at = clock_timestamp()) select pg_notify('wake', '')",
    );
    await kill(api);
    upAgain.push(await begin());
    over = true;
    rate += (await loading) / KILLS;
    right.push(await boardIsRight());
  }
  const n = async (text: string, values: unknown[] = []) => Number((await client.query(text, values)).rows[0].n);
  const none = (count: number) => count === 0;
  await eventually(() => n("select count(*) as n from sla_clock where next_edge_at <= desk_now()"), none, 60_000);
  await eventually(() => n("select count(*) as n from event_inbox"), none, 30_000);

  const uuids = done.acknowledged.map((id) => id.slice(4));
  const kept = await n("select count(*) as n from ticket where replace(id::text, '-', '') = any($1)", [uuids]);
  expect(kept, "acknowledged tickets that are there").toBe(uuids.length);
  expect(
    await n(
      "select count(*) as n from ticket t where not exists (select 1 from event e where e.ticket_id = t.id and e.type = 'TicketCreated')",
    ),
    "tickets that no event tells of",
  ).toBe(0);
  expect(
    await n(
      "select count(*) as n from (select 1 from event where type = 'SlaBreached' group by payload->>'clockId' having count(*) > 1) t",
    ),
    "breaches told twice",
  ).toBe(0);
  const breached = await n("select count(*) as n from sla_clock where breached_at is not null");
  expect(breached).toBeGreaterThanOrEqual(TICKETS);
  expect(
    await n(
      "select count(*) as n from sla_clock c where breached_at is not null and not exists (select 1 from event e where e.type = 'SlaBreached' and e.payload->>'clockId' = c.id::text)",
    ),
    "breaches not told",
  ).toBe(0);
  expect(Math.max(...right), "ms until a board is right").toBeLessThan(5_000);
  console.log(
    `${KILLS} kills: ${uuids.length} tickets acknowledged and kept, ${done.lost} requests without an answer, ${done.refused} refused; ${Math.round(rate)} requests a second sent; ${breached} breaches, each told once; up again after ${Math.round(quantile(upAgain, 0.5))} ms, boards right after ${Math.round(quantile(right, 0.5))} ms in the median, ${Math.round(Math.max(...right))} at most`,
  );
}, 900_000);
