import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { writeExport } from "../../api/partners/write-export.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

const TICKETS = 100_000;
const MB = 1024 * 1024;
const LOOK_EVERY = 20;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
/** What is held on to: garbage that nobody has collected yet is the runtime's affair, and depends on the machine. */
const held = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  folder = await mkdtemp(join(tmpdir(), "watchdesk-export-"));
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

test(`${TICKETS} tickets are exported in little memory, each in one line`, async () => {
  await verbsOn(desk).open({ description: "All of it. ".repeat(100) });
  const url = new URL(inject("adminUrl"));
  url.pathname = new URL(desk.urls.owner).pathname;
  const admin = new pg.Client(url.href);
  await admin.connect();
  await admin.query("set session_replication_role = replica");
  const copy = (table: string, fresh: string) =>
    admin.query(`insert into ${table} select r.* from ${table} x cross join generate_series(2, ${TICKETS}) n
      cross join lateral jsonb_populate_record(null::${table}, to_jsonb(x) || ${fresh}) r`);
  await copy("ticket", "jsonb_build_object('id', lpad(n::text, 32, '0')::uuid, 'number', 100000 + n)");
  await copy("sla_clock", "jsonb_build_object('id', gen_random_uuid(), 'ticket_id', lpad(n::text, 32, '0')::uuid)");
  await admin.query("analyze");
  await admin.end();

  const before = held();
  let most = before;
  let looks = 0;
  const look = async () => {
    if (looks++ % LOOK_EVERY === 0) most = Math.max(most, held());
  };
  const began = performance.now();
  const what = { id: "one", partnerId: desk.cast.partner.id, parts: ["tickets" as const] };
  const { files } = await writeExport(desk.urls.scoped, folder, what, look);
  const seconds = (performance.now() - began) / 1000;
  const [file] = files;
  expect(file?.lines).toBe(TICKETS);
  const numbers = new Set<number>();
  const lines = createInterface({ input: createReadStream(join(folder, "one/tickets.jsonl.gz")).pipe(createGunzip()) });
  for await (const line of lines) {
    const ticket = JSON.parse(line);
    numbers.add(ticket.number);
    if (ticket.clocks.length !== 1) throw new Error(`${ticket.number} has ${ticket.clocks.length} clocks`);
  }
  expect(numbers.size).toBe(TICKETS);
  const grew = Math.round((most - before) / MB);
  console.log(
    `${TICKETS} tickets, ${Math.round((file?.bytes ?? 0) / MB)} MB in ${seconds.toFixed(1)} s; ${grew} MB more held on the way`,
  );
  expect(looks).toBeGreaterThan(TICKETS / 1_000);
  expect(grew).toBeLessThan(50);
}, 300_000);
