import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CookieClient } from "../support/cookie-client.ts";
import { openSocket } from "../support/credential-socket.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { PASSWORD, staffOf } from "../support/staff.ts";

let desk: TestDesk;
let staff: ReturnType<typeof staffOf>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  staff = staffOf(desk);
});
afterAll(() => desk.close());

describe("a session", () => {
  test("opens the API and the socket to the desk's own pages", async () => {
    const { browser } = await staff.join("eve@desk.example");
    const socket = await openSocket(desk.wsUrl, null, { cookie: browser.cookie, origin: desk.origin });
    expect(socket.closed()).toBeNull();
    socket.close();
    const program = await openSocket(desk.wsUrl, null, { cookie: browser.cookie });
    expect(program.closed(), "whatever is no browser sends no Origin").toBeNull();
    program.close();
  });

  test("is nobody to a page of another site: not by HTTP, not by socket, not by the ways in and out", async () => {
    const { browser } = await staff.join("finn@desk.example");
    browser.site = "https://evil.example";
    const asked = await browser.gql("{ viewer { name } }");
    expect(asked).toMatchObject({ status: 403, errors: [{ extensions: { code: "FORBIDDEN" } }] });
    const get = await browser.fetch("/graphql?query={viewer{name}}", {
      headers: { "sec-fetch-site": "cross-site", "apollo-require-preflight": "1" },
    });
    expect(get.status).toBe(403);
    const simple = await browser.fetch("/graphql?query={viewer{name}}");
    expect(simple.status, "a GET that any page may send is refused without an Origin too").toBe(400);
    const socket = await openSocket(desk.wsUrl, null, { cookie: browser.cookie, origin: browser.site });
    expect(socket.closed(), "is not even opened: its upgrade is refused").toBe(1006);
    expect((await browser.post("/sign-out")).status).toBe(403);
    expect((await browser.post("/sign-in", { email: "finn@desk.example", password: PASSWORD })).status).toBe(403);
    browser.site = desk.origin;
    expect(await browser.who()).not.toBeNull();
  });

  test("is no bearer token, and a bearer token is no session", async () => {
    const { browser } = await staff.join("gus@desk.example");
    const [value] = browser.cookies.values();
    const asBearer = await fetch(desk.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${value}` },
      body: '{"query":"{ viewer { name } }"}',
    });
    expect(asBearer.status).toBe(401);
    const other = new CookieClient(desk.origin);
    other.cookies.set("watchdesk-session", desk.tokens.manager);
    expect(await other.who()).toBeNull();
  });

  test("ends by signing out, here or everywhere, and takes its sockets along", async () => {
    const { browser: first } = await staff.join("hal@desk.example");
    const [second, third] = [
      (await staff.signIn("hal@desk.example")).browser,
      (await staff.signIn("hal@desk.example")).browser,
    ];
    const { browser: bystander } = await staff.join("bea@desk.example");
    const before = third.cookie;
    await third.post("/sign-out");
    expect(third.cookie).toBe("");
    const kept = new CookieClient(desk.origin);
    kept.cookies.set(...(before.split("=") as [string, string]));
    await eventually(
      () => kept.who(),
      (who) => who === null,
      500,
    );
    expect(await second.who()).not.toBeNull();
    const socket = await openSocket(desk.wsUrl, null, { cookie: first.cookie, origin: desk.origin });
    await second.post("/sign-out", { everywhere: true });
    await eventually(socket.closed, (code) => code === 4403, 1_000);
    await eventually(
      () => first.who(),
      (who) => who === null,
      500,
    );
    expect(await bystander.who()).not.toBeNull();
  });

  test("ends when a password is set, when rights change, and when somebody is shut out", async () => {
    const { browser, technicianId } = await staff.join("ida@desk.example");
    await staff.must("setStaffAccess", { technicianId, role: "MANAGER" }, "account { role }");
    await eventually(
      () => browser.who(),
      (who) => who === null,
      500,
    );
    const promoted = (await staff.signIn("ida@desk.example")).browser;
    expect(await promoted.who()).toMatchObject({ kind: "MANAGER" });
    const { path } = await staff.must("createPasswordLink", { technicianId }, "path");
    const password = "entirely other words";
    const fresh = new CookieClient(desk.origin);
    expect((await fresh.post("/sign-in/password", { link: staff.linkOf(path), password })).status).toBe(200);
    await eventually(
      () => promoted.who(),
      (who) => who === null,
      500,
    );
    expect((await staff.signIn("ida@desk.example")).status).toBe(401);
    await staff.join("jan@desk.example", "MANAGER");
    await staff.must("setStaffAccess", { technicianId, role: "MANAGER", suspended: true }, "account { suspendedAt }");
    await eventually(
      () => fresh.who(),
      (who) => who === null,
      500,
    );
    expect((await staff.signIn("ida@desk.example", password)).status).toBe(401);
    expect((await staff.act("createPasswordLink", { technicianId }, "path")).userErrors).toMatchObject([
      { code: "SUSPENDED" },
    ]);
  });

  test("the last manager who can sign in is kept", async () => {
    const query = "{ staffAccounts(first: 100) { edges { node { email role suspendedAt technician { id } } } } }";
    const { data } = await desk.gql("manager", query);
    const managers = data.staffAccounts.edges
      .map((e: any) => e.node)
      .filter((a: any) => a.role === "MANAGER" && !a.suspendedAt);
    expect(managers).toHaveLength(1);
    const input = { technicianId: managers[0].technician.id, role: "TECHNICIAN" };
    expect((await staff.act("setStaffAccess", input, "account { role }")).userErrors).toMatchObject([
      { code: "LAST_MANAGER" },
    ]);
  });
});
