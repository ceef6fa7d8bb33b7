import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { PASSWORD, staffOf } from "../support/staff.ts";

let desk: TestDesk;
let staff: ReturnType<typeof staffOf>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  staff = staffOf(desk);
});
afterAll(() => desk.close());

describe("an invited person", () => {
  test("sets a password by a link that works once, and is signed in", async () => {
    const { link, account, expiresAt } = await staff.invite("Ada@Desk.example", "TECHNICIAN", { name: "Ada" });
    expect(account).toMatchObject({ email: "ada@desk.example", role: "TECHNICIAN", hasPassword: false });
    expect(expiresAt).toBe("2026-12-01T15:00:00Z");
    const browser = new CookieClient(desk.origin);
    const weak = await browser.post("/sign-in/password", { link, password: "short" });
    expect(weak).toMatchObject({ status: 422, body: { code: "WEAK", message: expect.stringContaining("12") } });
    const set = await browser.post("/sign-in/password", { link, password: PASSWORD });
    expect(set.status).toBe(200);
    expect(set.headers.get("set-cookie")).toMatch(
      /^watchdesk-session=wd_session_\S+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await browser.who()).toEqual({ kind: "TECHNICIAN", name: "Ada" });
    const again = await new CookieClient(desk.origin).post("/sign-in/password", { link, password: PASSWORD });
    expect(again).toMatchObject({ status: 410, body: { code: "LINK_UNUSABLE" } });
  });

  test("finds the link over after a day, and one made before a newer one void", async () => {
    const first = await staff.invite("late@desk.example", "TECHNICIAN");
    const again = await staff.must("createPasswordLink", { technicianId: first.account.technician.id }, "path");
    const use = async (link: string) =>
      (await new CookieClient(desk.origin).post("/sign-in/password", { link, password: PASSWORD })).status;
    expect(await use(first.link)).toBe(410);
    await desk.travel("2026-12-01T15:00:00Z");
    expect(await use(staff.linkOf(again.path))).toBe(410);
  });

  test("is invited once, with a name, by a manager", async () => {
    await staff.invite("once@desk.example", "TECHNICIAN");
    const refused = async (more: object) =>
      (await staff.act("inviteStaff", { email: "new@desk.example", role: "TECHNICIAN", ...more }, "path"))
        .userErrors[0];
    expect(await refused({ email: "ONCE@desk.example", name: "X" })).toMatchObject({ code: "ALREADY_EXISTS" });
    expect(await refused({})).toMatchObject({ code: "INVALID", field: "name" });
    expect(await refused({ name: "X", email: "no address" })).toMatchObject({ code: "INVALID", field: "email" });
    const input = { email: "x@desk.example", role: "MANAGER", name: "X" };
    const { errors } = await desk.gql(
      "technician",
      "mutation($input: InviteStaffInput!) { inviteStaff(input: $input) { path } }",
      { input },
    );
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});

describe("signing in", () => {
  test("by the right password gives a session that ends after twelve idle hours, and after seven days in any case", async () => {
    await staff.join("bea@desk.example");
    const { browser, status } = await staff.signIn(" Bea@desk.example ");
    expect(status).toBe(200);
    expect(await browser.who()).toMatchObject({ name: "bea" });
    await desk.composed.keyUse.write();
    const start = Date.parse("2026-12-01T15:00:00Z");
    const later = (hours: number) => desk.travel(new Date(start + hours * 3_600_000).toISOString());
    await later(11.9);
    expect(await browser.who()).not.toBeNull();
    await desk.composed.keyUse.write();
    await later(23.9); // twelve hours since the last use
    expect(await browser.who()).toBeNull();
    const second = (await staff.signIn("bea@desk.example")).browser;
    for (let hours = 24; hours < 24 + 7 * 24; hours += 10) {
      await later(hours);
      expect(await second.who(), `${hours}`).not.toBeNull();
      await desk.composed.keyUse.write();
    }
    await later(23.9 + 7 * 24);
    expect(await second.who()).toBeNull();
  });

  test("answers the same, after the same work, for a wrong password and for nobody", async () => {
    await staff.join("cleo@desk.example");
    const timed = async (email: string) => {
      const began = performance.now();
      const { status, body } = await staff.signIn(email, "not the password");
      return { status, body, ms: performance.now() - began };
    };
    await timed("warm@desk.example");
    const [wrong, unknown] = [await timed("cleo@desk.example"), await timed("nobody@desk.example")];
    expect(wrong).toMatchObject({
      status: 401,
      body: { code: "WRONG", message: "The address or the password is wrong." },
    });
    expect({ ...unknown, ms: 0 }).toEqual({ ...wrong, ms: 0 });
    const [fast, slow] = [Math.min(wrong.ms, unknown.ms), Math.max(wrong.ms, unknown.ms)];
    expect(slow / fast, `${fast} ms and ${slow} ms: a hash is reckoned for both`).toBeLessThan(5);
  });

  test("is refused for a while after five wrong tries, even with the right password, and says for how long", async () => {
    await staff.join("dora@desk.example");
    // many at once are counted all the same
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => staff.signIn("dora@desk.example", "not the password")),
    );
    expect(tries.map((t) => t.status).toSorted()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const locked = await staff.signIn("dora@desk.example");
    expect(locked).toMatchObject({
      status: 429,
      body: { code: "RATE_LIMITED", message: expect.stringMatching(/minutes/) },
    });
    expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(800);
    expect((await staff.signIn("bea@desk.example")).status, "others are not shut out").toBe(200);
  });

  test("does not say whether it exists to whoever sends no JSON, too little or too much", async () => {
    const browser = new CookieClient(desk.origin);
    expect((await browser.post("/sign-in", { email: "a@b" })).status).toBe(400);
    expect((await browser.post("/sign-in", { email: "a@b", password: "x".repeat(300) })).status).toBe(400);
    const form = await browser.fetch("/sign-in", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "email=a",
    });
    expect(form.status).toBe(415);
  });
});
