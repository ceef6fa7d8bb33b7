import pg from "pg";
import { uuidv7 } from "../../api/platform/ids.ts";
import type { TestDesk } from "./desk.ts";

/** Adds one shift to whatever is planned: the API plans a stretch as a whole. */
export async function planShift(desk: TestDesk, technicianId: string, from: string, until: string) {
  const client = new pg.Client(desk.urls.staff);
  await client.connect();
  await client.query("insert into shift (id, technician_id, from_at, until_at) values ($1, $2, $3, $4)", [
    ...[uuidv7(), technicianId, from, until],
  ]);
  await client.end();
}
