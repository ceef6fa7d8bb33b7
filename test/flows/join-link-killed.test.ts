import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { allowImmediate } from "../support/immediate.ts";
import { joiningOn } from "../support/joining.ts";
import { MeshServer } from "../support/mesh-server.ts";

const mesh = new MeshServer();
let desk: TestDesk;
let owner: pg.Client;
let worker: ChildProcess | null = null;
const begin = async () => {
  const file = new URL("../long/worker-process.ts", import.meta.url);
  worker = await runChild(file, [JSON.stringify(desk.urls), JSON.stringify({ remoteTool: mesh.settings })]);
};
beforeAll(async () => {
  await mesh.up();
  mesh.groups.set("mesh//1", { name: "First client", nodes: [{ _id: "node//1", name: "PC", conn: 1 }] });
  desk = await startDesk({ worker: false, settings: { remoteTool: mesh.settings } });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  await allowImmediate(desk);
  await begin();
});
afterAll(async () => {
  if (worker) await kill(worker);
  await owner.end();
  await desk.close();
  await mesh.down();
});
/** The lease of the dead one is over. */
const leaseIsOver = () => owner.query("update join_link set leased_until = clock_timestamp() - interval '1 second'");
/** Kills the worker as the tool hears this, before it does it. */
const killAt = (action: string) => {
  mesh.heard = async (said) => {
    if (said.action !== action) return;
    mesh.heard = () => {};
    await kill(worker as ChildProcess);
  };
};

test("whichever worker is killed between the tool and its own record, one link is made, and none is left", async () => {
  const on = joiningOn(desk);
  killAt("createDeviceShareLink");
  const session = await on.connect((await on.open({ deviceId: await on.device("PC") })).id);
  await eventually(
    () => mesh.shares.length,
    (made) => made === 1,
  );
  const [first] = mesh.shares;
  expect((await on.ofSession(session))?.state).toBe("PREPARING");
  await leaseIsOver();
  await begin();
  const { url } = await on.once(session, ({ state }) => state === "READY");
  expect(mesh.shares).toHaveLength(1);
  expect(mesh.shares[0]?.publicid).not.toBe(first?.publicid);
  expect(url).toContain(mesh.shares[0]?.publicid);

  killAt("removeDeviceShare");
  await on.end(session);
  await eventually(
    () => mesh.shares.length,
    (left) => left === 0,
  );
  expect(await on.ofSession(session)).toMatchObject({ state: "READY", url: null });
  await leaseIsOver();
  await begin();
  await on.once(session, ({ state }) => state === "WITHDRAWN");
});
