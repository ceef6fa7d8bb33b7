import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { entities } from "../../api/app/entities.ts";
import { createOrm, type Orm } from "../../api/platform/database.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";

const AT_ONCE = 3;
let database: TestDatabase;
let orm: Orm;
let admin: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  orm = await createOrm(database.urls.staff, entities, AT_ONCE);
  admin = new pg.Client(inject("adminUrl"));
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const transaction = (text: string): Promise<string> =>
  orm.em
    .fork()
    .transactional(async (tx) => void (await (tx as never as { execute(t: string): Promise<void> }).execute(text)))
    .then(
      () => "done",
      (error: { code?: string }) => error.code ?? String(error),
    );
const SLEEP = "select pg_sleep(60)";
const ofOurs = "usename = 'watchdesk_staff' and datname = $1 and query = $2 and state = 'active'";

test("transactions whose connection is lost leave their place in the pool to others, and it can be closed", async () => {
  const name = new URL(database.urls.staff).pathname.slice(1);
  for (let round = 0; round < 2; round += 1) {
    const cut = Promise.all(Array.from({ length: AT_ONCE }, () => transaction(SLEEP)));
    await eventually(
      async () => (await admin.query(`select 1 from pg_stat_activity where ${ofOurs}`, [name, SLEEP])).rowCount,
      (n) => n === AT_ONCE,
    );
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${ofOurs}`, [name, SLEEP]);
    expect(await cut).toEqual(Array.from({ length: AT_ONCE }, () => "57P01"));
    expect(await transaction("select 1")).toBe("done");
  }
  await orm.close(true);
});
