import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { random } from "../load/figures.ts";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { post } from "../support/post.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const next = random(seed);
let desk: TestDesk;
let owner: pg.Client;
let port: number;
let api: ChildProcess | null = null;
const begin = async () => {
  api = await runChild(new URL("./api-process.ts", import.meta.url), [JSON.stringify(desk.urls), String(port)]);
};
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  port = await freePort();
  await begin();
});
afterAll(async () => {
  if (api) await kill(api);
  await owner.end();
  await desk.close();
});

const query = `mutation($input: CreateTicketInput!) { createTicket(input: $input) {
  ticket { id number updatedAt timeline(first: 5) { edges { node { id kind } } } } userErrors { code } } }`;
const create = (key: string) =>
  post(
    { url: `http://127.0.0.1:${port}/graphql`, tokens: desk.tokens },
    "partner",
    { query, variables: { input: { clientId: desk.clientId, subject: key } } },
    { "idempotency-key": key },
  );
const made = async (key: string) =>
  Number((await owner.query("select count(*) as n from ticket where subject = $1", [key])).rows[0].n);

/** Stops every write of a record's column just before it, by a lock that the test holds: a place to be killed at. */
async function stopBefore(column: "outcome" | "answer"): Promise<void> {
  await owner.query(`create or replace function stop_here() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(4711); return new; end $$`);
  await owner.query("drop trigger if exists stop on idempotency_record");
  await owner.query(`create trigger stop before update on idempotency_record for each row
    when (new.${column} is distinct from old.${column}) execute function stop_here()`);
  await owner.query("select pg_advisory_lock(4711)");
}
const stopped = () =>
  eventually(
    async () =>
      (await owner.query("select 1 from pg_locks where locktype = 'advisory' and objid = 4711 and not granted"))
        .rowCount,
    (n) => n === 1,
  );
async function dieThere(key: string): Promise<void> {
  const lost = create(key).catch(() => "lost");
  await stopped();
  await kill(api as ChildProcess);
  expect(await lost).toBe("lost");
  await owner.query("select pg_advisory_unlock(4711)");
  await owner.query("drop trigger stop on idempotency_record");
  await begin();
}

test("killed before its effect is committed, a request never happened: sent again, it is done", async () => {
  await stopBefore("outcome");
  await dieThere("before");
  await eventually(
    () => made("before"),
    (n) => n === 0,
  );
  const again = await create("before");
  expect(again.headers.get("idempotent-replayed")).toBeNull();
  expect(again.data.createTicket.ticket.number).toBeGreaterThan(0);
  expect(await made("before")).toBe(1);
});

test("killed after its commit and before it answered, it was done: sent again, it is answered from the record", async () => {
  await stopBefore("answer");
  await dieThere("between");
  expect(await made("between")).toBe(1);
  const again = await create("between");
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(again.data.createTicket.ticket.timeline.edges).toHaveLength(1);
  expect((await create("between")).said).toBe(again.said);
  expect(await made("between")).toBe(1);
});

test("killed twenty times under load, every key that is sent until it is answered has exactly one ticket", async () => {
  const KILLS = 20;
  const answers = new Map<string, string>();
  let [asked, lost, other, over] = [0, 0, 0, false];
  const client = async (name: string) => {
    for (let n = 0; !over; n += 1) {
      const key = `${name}-${n}`;
      for (let answered = false; !answered; ) {
        asked += 1;
        try {
          // now and then it asks again although it was answered
          for (let times = next() < 0.3 ? 2 : 1; times > 0; times -= 1) {
            const { text } = await create(key);
            if ((answers.get(key) ?? text) !== text) other += 1;
            answers.set(key, text);
          }
          answered = true;
        } catch {
          lost += 1;
          await new Promise((turn) => setImmediate(turn));
        }
      }
    }
  };
  const clients = Array.from({ length: 4 }, (_, i) => client(`c${i}`));
  for (let k = 0; k < KILLS; k += 1) {
    const enough = answers.size + 3 + Math.floor(next() * 20);
    await eventually(
      () => answers.size,
      (n) => n >= enough,
      60_000,
    );
    await kill(api as ChildProcess);
    await begin();
  }
  over = true;
  await Promise.all(clients);
  const { rows } = await owner.query<{ subject: string; n: string }>(
    "select subject, count(*) as n from ticket where subject = any($1) group by 1",
    [[...answers.keys()]],
  );
  expect(rows.filter((row) => Number(row.n) !== 1)).toEqual([]);
  expect([rows.length, other]).toEqual([answers.size, 0]);
  console.log(`${KILLS} kills, seed ${seed}: ${answers.size} keys, ${asked} tries, ${lost} lost, one ticket each`);
});
