import pg from "pg";
import { expect, test } from "vitest";
import { sequence } from "../../api/platform/sequencer.ts";
import { freshDatabase } from "../support/database.ts";
import { writeEvents } from "../support/event-writers.ts";
import { eventually } from "../support/eventually.ts";
import { checkLog } from "../support/log-properties.ts";

test("16 writers at once, one in ten rolling back, two sequencers: positions are dense and order is kept", async () => {
  const db = await freshDatabase();
  const sequencers = [sequence(db.urls.worker, console.error), sequence(db.urls.worker, console.error)];
  const until = performance.now() + 2_500;
  const written = await writeEvents(db.urls, 7, () => performance.now() < until);
  const client = new pg.Client(db.urls.owner);
  await client.connect();
  await eventually(
    async () => Number((await client.query("select count(*) from event_inbox")).rows[0].count),
    (n) => n === 0,
  );
  await client.end();
  await checkLog(db.urls, written);
  expect(written.length).toBeGreaterThan(100);
  await Promise.all(sequencers.map((s) => s.stop()));
  await db.drop();
});
