import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { allowImmediate } from "../support/immediate.ts";
import { letTimePass, openTickets } from "../support/timers.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let client: pg.Client;
let worker: ChildProcess;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  client = new pg.Client(desk.urls.owner);
  await client.connect();
  worker = await runChild(new URL("../long/worker-process.ts", import.meta.url), [JSON.stringify(desk.urls)]);
});
afterAll(async () => {
  await kill(worker);
  await client.end();
  await desk.close();
});

type Edge = { readonly what: string; readonly subject: string; readonly at: number };

/** Everything that time alone will bring about, as the desk stands: what, of which ticket or clock, and when. */
const toCome = async () =>
  (
    await client.query<Edge>(
      `select 'SlaAtRisk' as what, id::text as subject, extract(epoch from at_risk_at)::int as at from sla_clock where next_edge = 'AT_RISK'
       union all select 'SlaBreached', id::text, extract(epoch from due_at)::int + 1 from sla_clock where next_edge in ('AT_RISK', 'BREACH')
       union all select 'SlaSealed', id::text, extract(epoch from next_edge_at)::int from sla_clock where next_edge = 'SEAL'
       union all select 'TicketResumed', id::text, extract(epoch from waiting_until)::int from ticket where waiting_until is not null
       union all select 'SessionEnded', id::text, extract(epoch from last_heartbeat_at)::int + 60 from remote_session where ended_at is null
       order by at`,
    )
  ).rows;

/** What the log says of it, in its order. */
const told = async (after: string) =>
  (
    await client.query<{ what: string; subject: string }>(
      `select type as what, coalesce(payload->>'clockId', payload->>'sessionId', ticket_id::text) as subject from event
        where position > $1 and type in ('SlaAtRisk', 'SlaBreached', 'SlaSealed', 'TicketResumed', 'SessionEnded') order by position`,
      [after],
    )
  ).rows;

test("a machine that was paused for a day catches up: all that fell due meanwhile is told once, in the order in which it fell due", async () => {
  const on = verbsOn(desk);
  const urgent = { affected: "ALL", workaround: false };
  const missed = (await on.open(urgent)).id; // promised by 16:00: answered late, and sealed half an hour after
  const risky = (await on.open(urgent)).id;
  await openTickets(desk, 56, "2026-11-30T15:00:00Z");
  await desk.travel("2026-11-30T16:10:00Z");
  await on.done("technician", "reply", { ticketId: missed, body: "Sorry, on it now." });
  // waits and a session that end between the edges of clocks; their tickets are answered, so that no verb tells a breach
  for (const until of ["2026-11-30T16:30:00Z", "2026-12-01T14:01:10Z", "2026-12-01T15:01:05Z"]) {
    const { id } = await on.open({ subject: `Part for ${until}` });
    await on.done("technician", "reply", { ticketId: id, body: "We order it." });
    await on.done("technician", "waitOn", { ticketId: id, on: "PARTS", until });
  }
  await allowImmediate(desk);
  await on.ask(
    "technician",
    'mutation($id: ID!) { startSession(input: { ticketId: $id, consentBy: "Robin" }) { session { id } } }',
    {
      id: risky,
    },
  );
  await desk.travel("2026-11-30T16:10:30Z");
  await eventually(
    async () => (await client.query("select 1 from event_inbox")).rowCount,
    (n) => n === 0,
  );
  const until = Date.parse("2026-12-01T16:00:00Z") / 1000;
  const edges = (await toCome()).filter(({ at }) => at <= until);
  expect(new Set(edges.map(({ what }) => what)).size, "kinds of edges").toBe(5);
  expect(edges.length, "more than are claimed at once").toBeGreaterThan(100);
  const { rows } = await client.query("select coalesce(max(position), 0)::text as last from event");

  worker.kill("SIGSTOP");
  await letTimePass(client, until);
  expect(await told(rows[0].last), "while it is paused").toEqual([]);
  worker.kill("SIGCONT");

  const log = await eventually(
    () => told(rows[0].last),
    ({ length }) => length >= edges.length,
  );
  const key = ({ what, subject }: { what: string; subject: string }) => `${what} ${subject}`;
  expect(log.map(key).sort()).toEqual(edges.map(key).sort());
  const at = new Map(edges.map((edge) => [key(edge), edge.at]));
  const instants = log.map((event) => at.get(key(event)) as number);
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
});
