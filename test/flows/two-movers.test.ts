import pg from "pg";
import { expect, test } from "vitest";
import { drain, sequence } from "../../api/platform/sequencer.ts";
import { freshDatabase } from "../support/database.ts";
import { writeEvents } from "../support/event-writers.ts";
import { eventually } from "../support/eventually.ts";
import { checkLog } from "../support/log-properties.ts";

test("three that drain the inbox beside the leader never wait for one another, and keep the order", async () => {
  const db = await freshDatabase();
  const leader = sequence(db.urls.worker, console.error);
  const until = performance.now() + 3_000;
  const goOn = () => performance.now() < until;
  const movers = [1, 2, 3].map(async () => {
    const client = new pg.Client(db.urls.worker);
    await client.connect();
    while (goOn()) await drain(client);
    await client.end();
  });
  const [written] = await Promise.all([writeEvents(db.urls, 11, goOn), ...movers]);
  const client = new pg.Client(db.urls.owner);
  await client.connect();
  await eventually(
    async () => Number((await client.query("select count(*) from event_inbox")).rows[0].count),
    (n) => n === 0,
  );
  await client.end();
  await checkLog(db.urls, written);
  expect(written.length).toBeGreaterThan(100);
  await leader.stop();
  await db.drop();
});
