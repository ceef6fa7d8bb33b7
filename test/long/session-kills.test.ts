import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { random } from "../load/figures.ts";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { allowImmediate } from "../support/immediate.ts";
import { letTimePass } from "../support/timers.ts";
import { verbsOn } from "../support/verbs.ts";

const SESSIONS = 40;
const KILLS = 20;
const BEAT = 20;
const GRACE = 60;
const START = Date.parse("2026-11-30T15:00:00Z") / 1000;
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const next = random(seed);

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
  await allowImmediate(desk);
  client = new pg.Client(desk.urls.owner);
  await client.connect();
  port = await freePort();
});
afterAll(async () => {
  for (const child of [running.api, running.worker]) if (child) await kill(child);
  await client?.end();
  await desk?.close();
});

/** One heartbeat, or an end, as the technician's page sends it; null: nobody answered. */
async function send(verb: "heartbeat" | "endSession", sessionId: string): Promise<string | null> {
  const type = verb === "heartbeat" ? "HeartbeatInput" : "EndSessionInput";
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${desk.tokens.technician}` },
      body: JSON.stringify({
        query: `mutation($input: ${type}!) { done: ${verb}(input: $input) { session { lastHeartbeatAt endedAt } userErrors { code } } }`,
        variables: { input: { sessionId } },
      }),
      signal: AbortSignal.timeout(10_000),
    });
    const { data } = (await response.json()) as {
      data?: { done: { session: { lastHeartbeatAt: string; endedAt: string | null } | null } };
    };
    const { session } = data?.done ?? {};
    return session ? (session.endedAt ?? session.lastHeartbeatAt) : null;
  } catch {
    return null;
  }
}

type Row = { id: string; ticket: string; from: number; beat: number; until: number | null; by: string | null };
const rows = async (): Promise<Row[]> =>
  (
    await client.query<Row>(
      `select id, ticket_id as ticket, extract(epoch from started_at)::int as from, extract(epoch from last_heartbeat_at)::int as beat,
              extract(epoch from ended_at)::int as until, ended_by as by from remote_session`,
    )
  ).rows;

test(`seed ${seed}: API and worker are killed ${KILLS} times while ${SESSIONS} sessions run: each ends once, at its last heartbeat and the grace, and no second is lost or counted twice`, async () => {
  const on = verbsOn(desk);
  const sessions: string[] = [];
  for (let i = 0; i < SESSIONS; i += 1) {
    const { id } = await on.open({ subject: `Trouble ${i}` });
    const start =
      'mutation($id: ID!) { startSession(input: { ticketId: $id, consentBy: "Robin" }) { session { id } } }';
    sessions.push((await on.ask("technician", start, { id })).startSession.session.id);
  }
  await Promise.all([begin("api"), begin("worker")]);
  const heard = new Map<string, string>();
  /** Half of the technicians' machines die one by one, and are heard of no more. */
  const dead = new Set<string>();
  let now = START;
  for (let k = 0; k < KILLS; k += 1) {
    if (k % 2 === 0) dead.add(sessions[k / 2] as string);
    for (let beat = 0; beat < 3; beat += 1) {
      await letTimePass(client, (now += BEAT));
      const what = beat === 1 ? (next() < 0.5 ? "api" : "worker") : null;
      const beating = sessions
        .filter((id) => !dead.has(id))
        .map(async (id) => {
          const answer = await send(next() < 0.01 ? "endSession" : "heartbeat", id);
          if (answer) heard.set(id, answer);
        });
      if (what) {
        await kill(running[what] as ChildProcess);
        await begin(what);
      }
      await Promise.all(beating);
    }
  }
  await letTimePass(client, (now += 2 * GRACE));
  const ended = await eventually(rows, (all) => all.every(({ until }) => until !== null), 60_000);

  await eventually(
    async () => (await client.query("select 1 from event_inbox limit 1")).rowCount,
    (n) => n === 0,
    60_000,
  );
  const { rows: told } = await client.query<{ id: string; n: number }>(
    "select payload->>'sessionId' as id, count(*)::int as n from event where type = 'SessionEnded' group by 1",
  );
  expect(told).toHaveLength(SESSIONS);
  expect(told.filter(({ n }) => n !== 1)).toEqual([]);
  const vanished = ended.filter(({ by }) => by === "VANISHED");
  expect(vanished.length).toBeGreaterThanOrEqual(KILLS / 2);
  for (const { beat, until } of vanished) expect(until).toBe(beat + GRACE);
  for (const [id, at] of heard) {
    const row = ended.find((one) => one.id.replaceAll("-", "") === id.slice(4)) as Row;
    expect(
      Math.max(row.beat, row.by === "TECHNICIAN" ? (row.until as number) : 0),
      "what was acknowledged is kept",
    ).toBeGreaterThanOrEqual(Date.parse(at) / 1000);
  }
  const { rows: day } = await client.query("select sum(used_seconds)::int as used from fair_use_day");
  const counted = ended.reduce((sum, { from, until }) => sum + ((until as number) - from), 0); // one session a ticket
  expect(day[0].used).toBe(counted);
  console.log(
    `seed ${seed}: ${KILLS} kills, ${SESSIONS} sessions ended once each, ${vanished.length} by silence; ${counted} seconds metered`,
  );
}, 600_000);
