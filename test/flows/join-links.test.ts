import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { deskCommand } from "../support/desk-command.ts";
import { allowImmediate } from "../support/immediate.ts";
import { type JoinLink, joiningOn } from "../support/joining.ts";
import { MeshServer } from "../support/mesh-server.ts";

const is = (state: string) => (link: JoinLink) => link.state === state;

describe("an address by a template", () => {
  let desk: TestDesk;
  let on: ReturnType<typeof joiningOn>;
  beforeAll(async () => {
    const remoteTool = { kind: "TEMPLATE" as const, template: "anydesk:{device}" };
    desk = await startDesk({ settings: { remoteTool } });
    on = joiningOn(desk);
    await allowImmediate(desk);
  });
  afterAll(() => desk.close());

  test("says how the tool knows the ticket's device, and is gone with the session", async () => {
    const deviceId = await on.device("FRONT DESK");
    expect((await on.knownAs(deviceId, " 123 456 789 ")).device.remoteAccessId).toBe("123 456 789");
    const session = await on.connect((await on.open({ deviceId })).id);
    expect(await on.once(session, is("READY"))).toEqual({
      ...{ state: "READY", url: "anydesk:123%20456%20789", note: null, withdrawnAt: null },
    });
    await on.end(session);
    expect((await on.ofSession(session))?.url).toBeNull();
    expect(await on.once(session, is("WITHDRAWN"))).toMatchObject({ url: null, withdrawnAt: expect.any(String) });
  });

  test("waits until somebody says which device the ticket is about", async () => {
    const { id } = await on.open();
    const session = await on.connect(id);
    expect((await on.once(session, is("FAILED"))).note).toMatch(/names no device/);
    await on.done("technician", "stateFacts", { ticketId: id, deviceId: await on.device("TILL") });
    expect(await on.retry(session)).toMatchObject({ session: { id: session }, userErrors: [] });
    expect(await on.once(session, is("READY"))).toMatchObject({ url: "anydesk:TILL", note: null });
    await on.end(session);
  });

  test("is shown to the desk's own people alone, and asked for again by whoever connects while they do", async () => {
    const deviceId = await on.device("BACK OFFICE");
    await on.knownAs(deviceId, "node//secret");
    const ticket = await on.open({ deviceId });
    const session = await on.connect(ticket.id);
    await on.once(session, is("READY"));
    const query = `query($n: Int!) { ticket(number: $n) { device { remoteAccessId } sessions { joinLink { url } } } }`;
    for (const who of ["requester", "partner"] as const)
      expect((await on.ask(who, query, { n: ticket.number })).ticket).toEqual({
        ...{ device: { remoteAccessId: null }, sessions: [{ joinLink: null }] },
      });
    expect((await on.ask("manager", query, { n: ticket.number })).ticket.sessions[0].joinLink.url).toMatch(/^anydesk:/);
    expect((await on.retry(session, "manager")).userErrors).toMatchObject([{ code: "NOT_YOURS" }]);
    await on.end(session);
    expect((await on.retry(session)).userErrors).toMatchObject([{ code: "SESSION_ENDED" }]);
  });
});

describe("a link at MeshCentral", () => {
  const mesh = new MeshServer();
  let desk: TestDesk;
  let on: ReturnType<typeof joiningOn>;
  let deviceId: string;
  beforeAll(async () => {
    await mesh.up();
    desk = await startDesk({ settings: { remoteTool: mesh.settings } });
    on = joiningOn(desk);
    await allowImmediate(desk);
    deviceId = await on.device("RECEPTION-PC");
  });
  beforeEach(() => {
    mesh.groups.clear();
    mesh.groups.set("mesh//1", {
      name: "First client",
      nodes: [{ _id: "node//right", name: "Reception-PC", conn: 1 }],
    });
    mesh.groups.set("mesh//2", { name: "Another", nodes: [{ _id: "node//wrong", name: "RECEPTION-PC", conn: 1 }] });
    mesh.shares = [];
    mesh.breakAfter = null;
    mesh.heard = () => {};
  });
  afterAll(async () => {
    await desk.close();
    await mesh.down();
  });
  const connect = async () => on.connect((await on.open({ deviceId })).id);
  const withdrawn = async (session: string, withinMs?: number) => {
    await on.once(session, is("WITHDRAWN"), withinMs);
    expect(mesh.shares).toEqual([]);
  };

  test("shares the screen of the client's own machine until the desk closes at most, and is removed with the session", async () => {
    const session = await connect();
    const { url, note } = await on.once(session, is("READY"));
    expect({ url, note }).toEqual({ url: expect.stringMatching(/sharing\?c=public-\d+$/), note: null });
    const closing = 7.5 * 60; // it is ten in the morning, and they close at half past five
    expect(mesh.shares).toMatchObject([{ nodeid: "node//right", p: 2, consent: 65, expire: closing }]);
    expect(mesh.shares[0]?.guestName).toMatch(/^Tess Technician, Watchdesk #\d+ \([0-9a-f-]{36}\)$/);
    await on.end(session);
    await withdrawn(session);
  });

  test("is removed too when heartbeats stop", async () => {
    const session = await connect();
    await on.once(session, is("READY"));
    await desk.travel("2026-11-30T15:05:00Z");
    await withdrawn(session);
  });

  test("says where the machine is missing, by name, and goes to nobody else's of the same name", async () => {
    mesh.groups.delete("mesh//1");
    const session = await connect();
    expect((await on.once(session, is("FAILED"))).note).toMatch(/no device group called “First client”/);
    mesh.groups.set("mesh//1", { name: "first client ", nodes: [] });
    await on.retry(session);
    expect((await on.once(session, ({ note }) => /no device called/.test(note ?? ""))).state).toBe("FAILED");
    mesh.groups.get("mesh//1")?.nodes.push({ _id: "node//late", name: "reception-pc" });
    await on.retry(session);
    expect((await on.once(session, is("READY"))).note).toBe(
      "reception-pc is not connected to MeshCentral at the moment.",
    );
    expect(mesh.shares).toMatchObject([{ nodeid: "node//late" }]);
    await on.end(session);
    await withdrawn(session);
  });

  test("goes to the very device that somebody named by its id", async () => {
    const named = await on.device("Somewhere");
    await on.knownAs(named, "node//wrong");
    const session = await on.connect((await on.open({ deviceId: named })).id);
    await on.once(session, is("READY"));
    expect(mesh.shares).toMatchObject([{ nodeid: "node//wrong" }]);
    await on.end(session);
    await withdrawn(session);
  });

  test("that leads to the wrong machine is withdrawn before the one to the right one is made", async () => {
    mesh.groups.get("mesh//1")?.nodes.push({ _id: "node//other", name: "Other", conn: 1 });
    const session = await connect();
    await on.once(session, is("READY"));
    await on.knownAs(deviceId, "Other");
    await on.retry(session);
    await on.once(session, is("READY"));
    expect(mesh.shares).toMatchObject([{ nodeid: "node//other" }]);
    await on.knownAs(deviceId, null);
    await on.end(session);
    await withdrawn(session);
  });

  test("comes by itself once MeshCentral is there again, and is removed once it is, however the session ended", async () => {
    await mesh.down();
    const session = await connect();
    expect((await on.once(session, ({ note }) => note !== null)).note).toMatch(/^MeshCentral cannot be reached: /);
    await mesh.up();
    await on.once(session, is("READY"), 20_000);
    await mesh.down();
    await on.end(session);
    expect((await on.once(session, ({ note }) => note !== null)).url).toBeNull();
    await desk.travel("2026-11-30T15:30:00Z");
    const doctor = await deskCommand(["doctor"], desk.urls.owner);
    expect(doctor.out).toMatch(
      /! remote access: 1 link of sessions that have ended could not be withdrawn: MeshCentral cannot be reached: /,
    );
    await mesh.up();
    await withdrawn(session, 20_000);
  });

  test("that was made while the session ended is removed", async () => {
    let known = (_: string) => {};
    const session = new Promise<string>((done) => {
      known = done;
    });
    mesh.heard = async ({ action }) => {
      if (action !== "createDeviceShareLink") return;
      mesh.heard = () => {};
      await on.end(await session);
    };
    known(await connect());
    await withdrawn(await session);
  });

  test("of whose making nobody heard is not left beside the one that is made in its place", async () => {
    mesh.breakAfter = "createDeviceShareLink";
    const session = await connect();
    await on.once(session, is("READY"));
    expect(mesh.shares).toHaveLength(1);
    expect(mesh.breakAfter).toBeNull();
    await on.end(session);
    await withdrawn(session);
  });

  test("says whose fault it is when the account is wrong", async () => {
    mesh.account.password = "changed";
    const session = await connect();
    expect((await on.once(session, is("FAILED"))).note).toMatch(
      /does not let the desk in \(noauth-2d\).*MESHCENTRAL_PASSWORD/,
    );
    mesh.account.password = "secret";
    await on.retry(session);
    await on.once(session, is("READY"));
    await on.end(session);
    await withdrawn(session);
  });
});
