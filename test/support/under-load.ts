import type pg from "pg";
import { expect } from "vitest";
import type { TestDesk } from "./desk.ts";
import { eventually } from "./eventually.ts";
import { subscribe } from "./socket.ts";

/** What a load got for an answer. Lost: killed before it answered, or not up again yet; it may or may not have been made. */
export type Done = { acknowledged: string[]; refused: number; lost: number };
type Under = Pick<TestDesk, "tokens" | "clientId"> & { url: string };

export const CREATE =
  "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } userErrors { message } } }";
const WRITES_A_SECOND = 200;
const AT_ONCE = 40;

async function write({ url, tokens, clientId }: Under, n: number, done: Done): Promise<void> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${tokens.technician}` },
      body: JSON.stringify({ query: CREATE, variables: { i: { clientId, subject: `Under load ${n}` } } }),
      signal: AbortSignal.timeout(10_000),
    });
    const { data } = (await response.json()) as { data?: { createTicket: { ticket: { id: string } | null } } };
    if (data?.createTicket.ticket) done.acknowledged.push(data.createTicket.ticket.id);
    else done.refused += 1;
  } catch {
    done.lost += 1;
  }
}

/** Sends so many a second, whatever is answered; no more than 40 at once. Answers how many a second it came to. */
export async function load(
  desk: Under,
  done: Done,
  isOver: () => boolean,
  perSecond = WRITES_A_SECOND,
): Promise<number> {
  const began = performance.now();
  const running = new Set<Promise<void>>();
  let sent = 0;
  while (!isOver()) {
    const owed = Math.floor(((performance.now() - began) / 1000) * perSecond) - sent;
    for (let i = 0; i < owed && running.size < AT_ONCE; i += 1) {
      const one: Promise<void> = write(desk, sent++, done).finally(() => running.delete(one));
      running.add(one);
    }
    await new Promise((turn) => setTimeout(turn, 5));
  }
  await Promise.all(running);
  return sent / ((performance.now() - began) / 1000);
}

/** Urgent ones, one in each 20 s: their hour runs out, one after the other. */
export async function urgentTickets(desk: TestDesk, count: number, from: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const input = { clientId: desk.clientId, subject: `Urgent ${i}`, affected: "ALL", workaround: false };
    await desk.gql("technician", CREATE, { i: input }, new Date(from + i * 20_000).toISOString());
  }
}

/** Moves a standing clock on by six minutes, edges firing meanwhile. */
export const sixMinutesPass = (client: pg.Client) =>
  client.query(
    "with t as (update desk_clock set now = now + interval '6 minutes', anchored_at = clock_timestamp()) select pg_notify('wake', '')",
  );

/** How long until a board shows as many open tickets as the database has, in ms. */
export async function boardIsRight(at: Pick<TestDesk, "wsUrl" | "tokens">, client: pg.Client): Promise<number> {
  const began = performance.now();
  const wall = await eventually(
    () =>
      subscribe<any>(
        at,
        "technician",
        `subscription { wall { ... on WallSnapshot { wall { counts { open } } }
          ... on WallDelta { counts { open } } ... on WallHeartbeat { counts { open } } } }`,
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

/** Once all that is due is done: every acknowledged ticket is there and told of, each breach was told once. Answers how many breached. */
export async function nothingWasLost(client: pg.Client, acknowledged: readonly string[]): Promise<number> {
  const n = async (text: string, values: unknown[] = []) => Number((await client.query(text, values)).rows[0].n);
  const none = (count: number) => count === 0;
  await eventually(() => n("select count(*) as n from sla_clock where next_edge_at <= desk_now()"), none, 60_000);
  await eventually(() => n("select count(*) as n from event_inbox"), none, 30_000);
  const uuids = acknowledged.map((id) => id.slice(4));
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
  expect(
    await n(
      "select count(*) as n from sla_clock c where breached_at is not null and not exists (select 1 from event e where e.type = 'SlaBreached' and e.payload->>'clockId' = c.id::text)",
    ),
    "breaches not told",
  ).toBe(0);
  return n("select count(*) as n from sla_clock where breached_at is not null");
}
