import type { ChildProcess } from "node:child_process";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entities } from "../../api/app/entities.ts";
import { createOrm } from "../../api/platform/database.ts";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { rebuildClocks } from "../../api/sla/rebuild-clocks.ts";
import { random } from "../load/figures.ts";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { edgeInstants, letTimePass, openTickets } from "../support/timers.ts";

const TICKETS = 240;
const KILLS = 20;
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const next = random(seed);
const upTo = (n: number) => Math.floor(next() * n);

let desk: TestDesk;
let client: pg.Client;
let port: number;
const running: { api: ChildProcess | null; worker: ChildProcess | null } = { api: null, worker: null };
const begin = async (what: "api" | "worker") => {
  const file = new URL(`./${what}-process.ts`, import.meta.url);
  running[what] = await runChild(file, [JSON.stringify(desk.urls), String(port)]);
};
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  client = new pg.Client(desk.urls.owner);
  await client.connect();
  port = await freePort();
});
afterAll(async () => {
  for (const child of [running.api, running.worker]) if (child) await kill(child);
  await client.end();
  await desk.close();
});

/** Facts of every kind, some of them late; whatever is not answered may or may not have been done. */
const acts = [
  (ticketId: string, said: string) => ["reply", "ReplyInput", { ticketId, body: said }],
  (ticketId: string, said: string, at: string) => ["reply", "ReplyInput", { ticketId, body: said, sentAt: at }],
  (ticketId: string) => ["waitOn", "WaitOnInput", { ticketId, on: "REQUESTER" }],
  (ticketId: string) => ["resume", "ResumeInput", { ticketId }],
  (ticketId: string) => ["stateFacts", "StateFactsInput", { ticketId, affected: "ALL", workaround: false }],
] as const;
type Done = { answered: number; said: string[]; lost: number };

async function write(tickets: readonly string[], done: Done, isOver: () => boolean): Promise<void> {
  const clock = new pg.Client(desk.urls.owner);
  await clock.connect();
  for (let n = 0; !isOver(); n += 1) {
    const said = `${next()} ${n}`;
    const now = Number((await clock.query("select extract(epoch from desk_now()) as now")).rows[0].now);
    const late = new Date((now - upTo(1_200)) * 1000).toISOString();
    const act = acts[upTo(acts.length)] as (typeof acts)[number];
    const [verb, type, input] = act(tickets[upTo(tickets.length)] as string, said, late);
    try {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${desk.tokens.technician}` },
        body: JSON.stringify({
          query: `mutation($input: ${type}!) { done: ${verb}(input: $input) { ticket { id } userErrors { code } } }`,
          variables: { input },
        }),
        signal: AbortSignal.timeout(10_000),
      });
      const { data } = (await response.json()) as { data?: { done: { ticket: object | null } } };
      done.answered += 1;
      if (verb === "reply" && data?.done.ticket) done.said.push(said);
    } catch {
      done.lost += 1; // it was killed before it answered, or is not up again yet
      await new Promise((turn) => setImmediate(turn));
    }
  }
  await clock.end();
}

test(`the API and the worker are killed ${KILLS} times while edges fire and facts arrive: clocks are what their facts say, each edge was told once`, async () => {
  await openTickets(desk, TICKETS, "2026-11-30T15:00:00Z");
  const edges = await edgeInstants(client);
  const { rows } = await client.query<{ id: string }>("select 'tkt_' || replace(id::text, '-', '') as id from ticket");
  const tickets = rows.map((row) => row.id);
  await Promise.all([begin("api"), begin("worker")]);

  const done: Done = { answered: 0, said: [], lost: 0 };
  let over = false;
  const writers = Array.from({ length: 4 }, () => write(tickets, done, () => over));
  for (let k = 1; k <= KILLS; k += 1) {
    await letTimePass(client, edges[Math.floor((k * edges.length) / KILLS) - 1] as number);
    const enough = done.answered + 1 + upTo(25);
    await eventually(
      async () => done.answered,
      (n) => n >= enough,
      30_000,
    );
    const victim = (["api", "worker"] as const)[k % 2] as "api" | "worker";
    await kill(running[victim] as ChildProcess);
    await begin(victim);
  }
  over = true;
  await Promise.all(writers);
  const count = async (text: string) => Number((await client.query(text)).rows[0].n);
  const none = (n: number) => n === 0;
  await eventually(() => count("select count(*) as n from sla_clock where next_edge_at <= desk_now()"), none, 60_000);
  await eventually(() => count("select count(*) as n from event_inbox"), none, 30_000);

  const orm = await createOrm(desk.urls.owner, entities, 2);
  const rebuilt = await rebuildClocks(orm.em.fork() as SqlEntityManager).finally(() => orm.close(true));
  expect(rebuilt.differences).toEqual([]);
  // a breach that was withdrawn may come again, and another priority warns at another instant
  const twice = `select count(*) as n from (select 1 from event e where type in ('SlaAtRisk', 'SlaBreached', 'SlaSealed')
     group by type, ticket_id, payload->>'clockId', payload->>'dueAt',
              (select count(*) from event x where x.ticket_id = e.ticket_id and x.position < e.position
                  and (e.type = 'SlaAtRisk' and x.type = 'PriorityChanged'
                    or e.type = 'SlaBreached' and x.type = 'SlaBreachWithdrawn' and x.payload->>'clockId' = e.payload->>'clockId'))
    having count(*) > 1) t`;
  expect(await count(twice), "an edge that was told twice").toBe(0);
  const untold = `select count(*) as n from sla_clock c where breached_at is not null and not exists (
     select 1 from event e where e.type = 'SlaBreached' and e.payload->>'clockId' = c.id::text)`;
  expect(await count(untold), "a breach that nobody was told").toBe(0);
  const kept = await client.query("select count(distinct body)::int as n from timeline_entry where body = any($1)", [
    done.said,
  ]);
  expect(kept.rows[0].n, "answered replies that are kept").toBe(done.said.length);
  console.log(
    `${KILLS} kills, seed ${seed}: ${done.answered} acts answered, ${done.lost} not; ${await count("select count(*) as n from event")} events; ${rebuilt.clocks} clocks rebuilt, no difference`,
  );
}, 600_000);
