import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acts } from "../../api/app/demo/act.ts";
import type { DemoPeople } from "../../api/app/demo/cast.ts";
import { Dice } from "../../api/app/demo/random.ts";
import { beat } from "../../api/app/demo/step.ts";
import { entities } from "../../api/app/entities.ts";
import { createOrm, type Orm } from "../../api/platform/database.ts";
import { uuidOf } from "../../api/platform/global-id.ts";
import { theDesk, type Viewer } from "../../api/platform/viewer.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { joiningOn } from "../support/joining.ts";

let desk: TestDesk;
let orm: Orm;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  orm = await createOrm(desk.urls.staff, entities, 2);
  await allowImmediate(desk);
});
afterAll(async () => {
  await orm?.close(true);
  await desk?.close();
});

const viewer = ({ id, name }: { id: string; name: string }): Viewer => ({
  ...{ ...theDesk, kind: "TECHNICIAN", id, name, technicianId: id },
});

test("the demo keeps alive what it began itself, and lets a visitor's session be", async () => {
  const on = joiningOn(desk);
  const [visitor, played] = [viewer(desk.cast.manager), viewer(desk.cast.technician)];
  const people: DemoPeople = { staff: [visitor, played], manager: visitor, clients: [], teams: [], partners: [] };
  const [theirs, own] = [await on.open(), await on.open()];
  const visited = await on.connect(theirs.id); // somebody looking at the demo, as one of its own cast
  const begun = await acts(orm).connect(played, uuidOf("Ticket", own.id));
  expect(begun.kind).toBe("changed");
  for (const time of ["15:00:50", "15:01:40"]) {
    await desk.travel(`2026-11-30T${time}Z`);
    await beat(orm, orm.em.fork() as SqlEntityManager, people, new Dice(1), { connect: acts(orm).connect });
  }
  const sessions = "sessions { id endedAt endedBy lastHeartbeatAt }";
  expect((await on.look(theirs.id, sessions)).sessions).toEqual([
    { id: visited, endedAt: "2026-11-30T15:01:00Z", endedBy: "VANISHED", lastHeartbeatAt: "2026-11-30T15:00:00Z" },
  ]);
  expect((await on.look(own.id, sessions)).sessions).toMatchObject([
    { endedAt: null, lastHeartbeatAt: "2026-11-30T15:01:40Z" },
  ]);
});
