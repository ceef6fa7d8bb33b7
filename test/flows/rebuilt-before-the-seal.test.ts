import type { SqlEntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entities } from "../../api/app/entities.ts";
import { createOrm } from "../../api/platform/database.ts";
import { rebuildClocks } from "../../api/sla/rebuild-clocks.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { letTimePass } from "../support/timers.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let owner: pg.Client;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z", worker: false });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

test("rows that are mended while no worker runs leave it what has to be told: a verdict is sealed with its event", async () => {
  const on = verbsOn(desk);
  const { id } = await on.open({ affected: "ALL", workaround: false });
  await desk.travel("2026-11-23T16:10:00Z");
  await on.done("technician", "reply", { ticketId: id, body: "Sorry." }); // ten minutes late, sealed half an hour after due
  await letTimePass(owner, Date.parse("2026-11-23T17:00:00Z") / 1000);
  await owner.query("update sla_clock set elapsed_seconds = 1 where metric = 'FIRST_RESPONSE'");

  const orm = await createOrm(desk.urls.owner, entities, 2);
  const rebuild = (write: boolean) => rebuildClocks(orm.em.fork() as SqlEntityManager, { write });
  expect((await rebuild(true)).differences).toMatchObject([{ column: "elapsedSeconds", stored: 1, computed: 4_200 }]);
  expect((await rebuild(false)).differences).toEqual([]);
  await orm.close(true);

  const { rows } = await owner.query(
    "select verdict, elapsed_seconds, sealed_at, next_edge, next_edge_at from sla_clock where metric = 'FIRST_RESPONSE'",
  );
  expect(rows).toEqual([
    {
      ...{ verdict: "MISSED", elapsed_seconds: 4_200, sealed_at: null },
      ...{ next_edge: "SEAL", next_edge_at: new Date("2026-11-23T16:30:01Z") },
    },
  ]);
});
