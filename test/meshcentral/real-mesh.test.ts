import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { allowImmediate } from "../support/immediate.ts";
import { type JoinLink, joiningOn } from "../support/joining.ts";
import { RealMesh } from "./real-mesh.ts";

// It has an agent for this machine on Linux x86-64 only, as far as this test knows its numbers.
const here = process.platform === "linux" && process.arch === "x64";
if (!here) console.log("skipped: MeshCentral's agent is run on Linux x86-64 only");

let mesh: RealMesh;
let desk: TestDesk;
let on: ReturnType<typeof joiningOn>;
let machine: { name: string; id: string };
let deviceId: string;
beforeAll(async () => {
  if (!here) return;
  mesh = await RealMesh.start();
  await mesh.group("Somebody else");
  machine = await mesh.join(await mesh.group("First client"));
  desk = await startDesk({ settings: { remoteTool: mesh.settings() } });
  on = joiningOn(desk);
  await allowImmediate(desk);
  deviceId = await on.device(machine.name.toUpperCase());
}, 15 * 60_000);
afterAll(async () => {
  await desk?.close();
  await mesh?.close();
});

const is = (state: string) => (link: JoinLink) => link.state === state;
const connect = async (device = deviceId) => on.connect((await on.open({ deviceId: device })).id);
const ready = async (session: string) => (await on.once(session, is("READY"), 30_000)).url as string;

test.runIf(here)(
  "gives a link to the client's own machine, which opens while the session runs, and no longer",
  async () => {
    const session = await connect();
    const link = await on.once(session, is("READY"), 30_000);
    expect(link.note).toBeNull(); // its agent is connected
    expect(await mesh.get(link.url as string)).toBe(200);
    expect(await mesh.shares(machine.id)).toMatchObject([
      { p: 2, consent: 65, guestName: expect.stringMatching(/^Tess Technician, Watchdesk #\d+ \(/) },
    ]);
    await on.end(session);
    await on.once(session, is("WITHDRAWN"), 30_000);
    expect(await mesh.get(link.url as string)).toBe(404);
    expect(await mesh.shares(machine.id)).toEqual([]);
  },
);

test.runIf(here)("two sessions on one machine have a link each, and each goes with its own", async () => {
  const [one, two] = [await connect(), await connect()];
  const [first, second] = [await ready(one), await ready(two)];
  await on.end(one);
  await on.once(one, is("WITHDRAWN"), 30_000);
  expect([await mesh.get(first), await mesh.get(second)]).toEqual([404, 200]);
  await on.end(two);
  await on.once(two, is("WITHDRAWN"), 30_000);
  expect(await mesh.get(second)).toBe(404);
});

test.runIf(here)("goes to a device that is named by its id, and says when there is none of that name", async () => {
  const named = await on.device("Nowhere");
  const lost = await connect(named);
  expect((await on.once(lost, is("FAILED"), 30_000)).note).toBe(
    "“First client” has no device called “Nowhere” at MeshCentral: name it so there, or say on the ticket which of MeshCentral's devices it is.",
  );
  await on.knownAs(named, machine.id);
  await on.retry(lost);
  expect(await mesh.get(await ready(lost))).toBe(200);
  await on.end(lost);
  await on.once(lost, is("WITHDRAWN"), 30_000);
});

test.runIf(here)("is withdrawn once MeshCentral is there again, when it was away as the session ended", async () => {
  const session = await connect();
  const url = await ready(session);
  await mesh.down();
  await on.end(session);
  expect((await on.once(session, ({ note }) => note !== null, 30_000)).note).toMatch(/^MeshCentral cannot be reached/);
  await mesh.up();
  await on.once(session, is("WITHDRAWN"), 90_000);
  await eventually(
    () => mesh.get(url),
    (status) => status === 404,
  );
});

test.runIf(here)("takes a login token in place of a password, and says when the password is wrong", async () => {
  const token = await startDesk({ settings: { remoteTool: mesh.settings(await mesh.loginToken()) } });
  const wrong = await startDesk({ settings: { remoteTool: mesh.settings({ user: "watchdesk", password: "wrong" }) } });
  const link = async (on2: TestDesk) => {
    const there = joiningOn(on2);
    await allowImmediate(on2);
    const session = await there.connect((await there.open({ deviceId: await there.device(machine.name) })).id);
    const found = await there.once(session, ({ state }) => state === "READY" || state === "FAILED", 30_000);
    await there.end(session);
    await there.once(session, ({ state, note }) => state === "WITHDRAWN" || note !== null, 30_000);
    return found;
  };
  try {
    expect(await link(token)).toMatchObject({ state: "READY", note: null });
    expect((await link(wrong)).note).toMatch(/does not let the desk in.*MESHCENTRAL_PASSWORD/);
  } finally {
    await token.close();
    await wrong.close();
  }
});
