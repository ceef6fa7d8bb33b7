import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../../api/platform/log.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { talk } from "../support/raw-socket.ts";

const lines: string[] = [];
let desk: TestDesk;
let owner: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ logTo: createLog("info", { write: (line) => void lines.push(line) }) });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

const look = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(desk.origin + path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const ready = async () => JSON.parse((await look("/readyz")).text) as { ready: boolean; because?: string[] };

describe("whether to send it work", () => {
  test("is yes once the worker pulses, and no while its pulse is old", async () => {
    await eventually(ready, (answer) => answer.ready);
    await owner.query("update desk_pulse set machine_at = machine_at - interval '1 minute'");
    const held = new pg.Client(desk.urls.owner); // so that no pulse comes meanwhile
    await held.connect();
    await held.query("begin; update desk_pulse set machine_at = clock_timestamp() - interval '1 minute'");
    await held.query("commit");
    await held.end();
    const { status } = await look("/healthz");
    expect(status, "the process lives all the same").toBe(200);
    await eventually(ready, (answer) => answer.ready);
  });

  test("is no on a database that lacks a migration of this build; one of a later build does no harm", async () => {
    await owner.query("delete from schema_migration where name = '0007_seal'");
    expect(await ready()).toEqual({ ready: false, because: ["the database is of another version"] });
    await owner.query(
      "insert into schema_migration (name, executed_at) values ('0007_seal', now()), ('0999_later', now())",
    );
    await eventually(ready, (answer) => answer.ready);
  });
});

describe("figures", () => {
  test("tell of operations, cost, sockets, timers, pools and the event loop", async () => {
    await desk.gql("technician", "query Named { viewer { name } }");
    await desk.gql("partner", "query Refused { backlog { open } }");
    const socket = await talk(desk, "technician");
    await socket.run("subscription { wall { __typename } }");
    const { text, status } = await look("/metrics");
    expect(status).toBe(200);
    for (const line of [
      'watchdesk_operations_total{operation="Named",code="OK",viewer="TECHNICIAN"} 1',
      'watchdesk_operations_total{operation="Refused",code="FORBIDDEN",viewer="PARTNER"} 1',
      'watchdesk_cost_points_total{which="requested",viewer="PARTNER"}',
      "watchdesk_sockets 1",
      "watchdesk_subscriptions 1",
      "watchdesk_live_members 1",
      "watchdesk_live_groups 1",
      "watchdesk_feed_lag_events 0",
      "watchdesk_timer_lateness_seconds 0",
      "watchdesk_due_rows 0",
      "watchdesk_pulse_age_seconds",
      'watchdesk_pool_connections{pool="read",state="waiting"} 0',
      'watchdesk_operation_seconds_bucket{le="0.05",operation="Named"}',
      "nodejs_eventloop_lag_p99_seconds",
    ])
      expect(text).toContain(line);
    socket.close();
  });

  test("names of operations are kept for the first two hundred only: clients cannot fill the memory", async () => {
    for (let i = 0; i < 260; i += 1) await desk.gql("partner", `query N${i} { viewer { name } }`);
    const { text } = await look("/metrics");
    expect(new Set(text.match(/operations_total\{operation="\w+"/g)).size).toBeLessThan(215);
    expect(text).toContain('operation="other"');
  });

  test("are for whoever sits at this machine, and for nobody by way of a proxy", async () => {
    expect((await look("/metrics", { "x-forwarded-for": "203.0.113.7" })).status).toBe(404);
  });

  test("are for whoever has the token, where one is set", async () => {
    const other = await startDesk({ worker: false, server: { metricsToken: "scrape-me" } });
    const as = (authorization: string) => fetch(`${other.origin}/metrics`, { headers: { authorization } });
    expect((await as("")).status).toBe(404);
    expect((await as("Bearer scrape-mE")).status).toBe(404);
    expect((await as("Bearer scrape-me")).status).toBe(200);
    await other.close();
  });
});

describe("the log", () => {
  test("has a line for each operation: whose, which, at what cost; never what was said, and no token", async () => {
    lines.length = 0;
    const input = { clientId: desk.clientId, subject: "A secret subject" };
    await desk.gql(
      "partner",
      "mutation Opening($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } } }",
      { input },
    );
    await desk.gql("partner", '{ tickets(first: 1, filter: { search: "secret search" }) { nope } }');
    const told = lines.map((line) => JSON.parse(line));
    expect(told).toContainEqual(
      expect.objectContaining({
        requestId: expect.any(String),
        viewer: "PARTNER",
        key: expect.any(String),
        operation: "Opening",
        code: "OK",
        requested: 217, // a request, its document read for the first time, and the verb
        actual: 217,
        ms: expect.any(Number),
      }),
    );
    expect(told).toContainEqual(expect.objectContaining({ operation: "refused", code: "GRAPHQL_VALIDATION_FAILED" }));
    expect(lines.join("")).not.toMatch(/secret|wd_|Bearer|createTicket/);
  });
});

describe("a process that is told to stop", () => {
  test("says first that it is not ready, finishes what runs, tells sockets to go, and is done within its bound", async () => {
    const going = await startDesk({ worker: false, server: { drainSeconds: 1 } });
    const socket = await talk(going, "technician");
    const lock = new pg.Client(going.urls.owner);
    await lock.connect();
    const make = (subject: string) =>
      going.gql("technician", "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { number } } }", {
        i: { clientId: going.clientId, subject },
      });
    await make("First");
    await lock.query("begin; lock table ticket in exclusive mode");
    const slow = make("Runs while it ends");
    await eventually(
      () => lock.query("select 1 from pg_locks where not granted").then((r) => r.rowCount),
      (waiting) => (waiting ?? 0) > 0,
    );
    const began = performance.now();
    const closed = going.close();
    const not = await fetch(`${going.origin}/readyz`);
    expect([not.status, await not.json()]).toEqual([503, { ready: false, because: ["this process is being stopped"] }]);
    const late = await fetch(going.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${going.tokens.technician}` },
      body: '{"query":"{ viewer { name } }"}',
    });
    expect([late.status, late.headers.get("connection")], "it answers until the doors close").toEqual([200, "close"]);
    expect((await socket.closed).code).toBe(1001);
    await lock.query("commit");
    await lock.end();
    expect((await slow).data.createTicket.ticket.number).toBeGreaterThan(0);
    await closed;
    expect(performance.now() - began).toBeLessThan(15_000);
    await expect(fetch(going.url)).rejects.toThrow();
  });
});
