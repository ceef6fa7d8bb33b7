import pg from "pg";
import type { TestDesk } from "./desk.ts";
import { eventually } from "./eventually.ts";

/** Until every event that verbs have told has its position: then whoever reads the log reads all of it. */
export async function allNumbered(desk: Pick<TestDesk, "urls">): Promise<void> {
  const client = new pg.Client(desk.urls.owner);
  await client.connect();
  await eventually(
    async () => (await client.query("select 1 from event_inbox limit 1")).rowCount,
    (n) => n === 0,
  );
  await client.end();
}
