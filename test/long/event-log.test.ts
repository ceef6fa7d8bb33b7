import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EventFeed } from "../../api/platform/feed.ts";
import { ReadDoor } from "../../api/platform/read.ts";
import { kill, runChild } from "../support/child.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { writeEvents } from "../support/event-writers.ts";
import { eventually } from "../support/eventually.ts";
import { checkLog } from "../support/log-properties.ts";

let db: TestDatabase;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await Promise.all([...children].map(kill));
  await db.drop();
});

const sequencer = async () => {
  const child = await runChild(new URL("./sequencer-process.ts", import.meta.url), [db.urls.worker]);
  children.add(child);
  return child;
};

/** The process that leads: its connection holds the sequencer's lock, and names it. */
async function leader(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.objid = 7001 and a.datname = current_database()`,
  );
  return rows[0] ? Number(rows[0].name.split(":")[1]) : null;
}

test("16 writers, commits delayed and rolled back, ten leaders killed: positions are dense, nothing is lost, order is kept", async () => {
  const seed = Number(process.env["SEED"] ?? 20_261_123);
  console.log(`seed ${seed}`);
  const door = new ReadDoor(db.urls);
  const feed = await new EventFeed(door).start(db.urls.staff);
  const heard: number[] = [];
  feed.listen((events) => heard.push(...events.map((e) => Number(e.position))));
  const watcher = new pg.Client(db.urls.owner);
  await watcher.connect();

  await Promise.all([sequencer(), sequencer()]);
  const until = performance.now() + 20_000;
  const writing = writeEvents(db.urls, seed, () => performance.now() < until);
  let killed = 0;
  for (; killed < 10; killed++) {
    const leading = await eventually(
      () => leader(watcher),
      (pid) => pid !== null,
    );
    const victim = [...children].find((child) => child.pid === leading) as ChildProcess;
    const replacement = sequencer();
    await new Promise((done) => setTimeout(done, 500 + (killed % 3) * 300)); // let it lead for a while
    await kill(victim);
    children.delete(victim);
    await replacement;
    await eventually(
      () => leader(watcher),
      (pid) => pid !== null && pid !== leading,
    );
  }
  expect(killed).toBe(10);
  const written = await writing;
  expect(written.length).toBeGreaterThan(1_000);
  await eventually(
    async () => Number((await watcher.query("select count(*) from event_inbox")).rows[0].count),
    (n) => n === 0,
    30_000,
  );
  await checkLog(db.urls, written);
  await eventually(
    () => heard.length,
    (n) => n === written.length,
  );
  expect(
    heard.findIndex((position, i) => position !== i + 1),
    "the live reader's stream",
  ).toBe(-1);
  console.log(`${written.length} events, ${killed} leaders killed`);
  await watcher.end();
  await feed.stop();
  await door.close();
}, 120_000);
