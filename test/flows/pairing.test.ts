import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CookieClient } from "../support/cookie-client.ts";
import { openSocket } from "../support/credential-socket.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { ask, keysOf } from "../support/keys.ts";

let desk: TestDesk;
let keys: ReturnType<typeof keysOf>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  keys = keysOf(desk);
  desk.trust(WHO, ...WALLS, ...NOT_WALLS);
});
afterAll(() => desk.close());

/** As if the board had been built with them: a screen runs nothing else. */
const WALLS = ["{ deskClock { now } }"];
const NOT_WALLS = [
  "{ tickets(first: 1) { edges { node { number } } } }",
  "{ clients(first: 1) { edges { node { name } } } }",
];
const screen = () => new CookieClient(desk.origin);
const asks = async () =>
  (await screen().post("/pair")).body as { code: string; secret: string; expiresInSeconds: number };
const claims = async (secret: string) => {
  const { status, body } = await screen().post("/pair/claim", { secret });
  return { status, ...body };
};
const DEVICE = "device { id name pairedBy lastSeenAt revokedAt }";
const pairs = (code: string, name = "Hall") => keys.act("pairDevice", { code, name }, DEVICE);
const WHO = "{ viewer { kind name } }";
const kind = async (token: string) => {
  const answer = await ask(desk.url, token, WHO);
  return answer.status === 200 ? answer.data.viewer : null;
};
const paired = async (name: string) => {
  const { code, secret } = await asks();
  const { device } = await pairs(code, name);
  return { device, token: (await claims(secret)).token as string };
};
const renew = async (token: string) => {
  const response = await fetch(`${desk.origin}/pair/renew`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, ...((await response.json()) as any) };
};

describe("a screen without a pass", () => {
  test("shows six digits, waits, and gets its pass once a manager has typed them", async () => {
    const { code, secret, expiresInSeconds } = await asks();
    expect(code).toMatch(/^\d{6}$/);
    expect(expiresInSeconds).toBe(600);
    expect(await claims(secret)).toEqual({ status: 202, state: "waiting" });
    const { device } = await pairs(`${code.slice(0, 3)} ${code.slice(3)}`, "Hall, above the door");
    expect(device).toMatchObject({ name: "Hall, above the door", pairedBy: "Max Manager", lastSeenAt: null });
    const claimed = await claims(secret);
    expect(claimed).toMatchObject({ status: 200, state: "paired", expiresAt: "2026-12-30T15:00:00Z" });
    expect(await kind(claimed.token)).toEqual({ kind: "WALL", name: "Hall, above the door" });
    expect(await claims(secret), "a pass is fetched once").toMatchObject({ status: 410 });
  });

  test("reads what a wall shows, and nothing else", async () => {
    const { token } = await paired("Read only");
    for (const query of WALLS) expect((await ask(desk.url, token, query)).errors).toBeUndefined();
    for (const query of NOT_WALLS)
      expect((await ask(desk.url, token, query)).errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  test("is not let in by a wrong code, a code that is over, a code used before, or without a name", async () => {
    const { code, secret } = await asks();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    expect((await pairs(wrong)).userErrors).toMatchObject([{ code: "NOT_FOUND", field: "code" }]);
    expect((await pairs(code, " ")).userErrors).toMatchObject([{ code: "INVALID", field: "name" }]);
    const used = await asks();
    await pairs(used.code);
    expect((await pairs(used.code)).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    await desk.travel("2026-11-30T15:10:00Z");
    expect((await pairs(code)).userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await claims(secret)).toMatchObject({ status: 410, code: "GONE" });
    expect(await claims("somebody else's")).toMatchObject({ status: 410 });
  });
});

describe("a paired screen", () => {
  test("changes its pass by itself; the old one ends soon after", async () => {
    const { token } = await paired("Changing");
    const next = await renew(token);
    expect(next).toMatchObject({ status: 200, expiresAt: "2026-12-30T15:10:00Z" });
    expect([await kind(token), await kind(next.token)].map((v) => v?.name)).toEqual(["Changing", "Changing"]);
    expect(await renew(token), "a pass is changed once").toMatchObject({ status: 409 });
    await desk.travel("2026-11-30T15:20:00Z");
    expect([await kind(token), (await kind(next.token))?.kind]).toEqual([null, "WALL"]);
    expect(await renew(token)).toMatchObject({ status: 401 });
    expect(await renew(desk.tokens.wall), "a ready-made pass belongs to no screen").toMatchObject({ status: 409 });
    expect(await renew(desk.tokens.manager)).toMatchObject({ status: 409 });
  });

  test("is listed, and shut out with every pass it has: its socket closes, and it is nobody", async () => {
    const { token, device } = await paired("Shut out");
    const second = (await renew(token)).token;
    const sockets = [await openSocket(desk.wsUrl, token), await openSocket(desk.wsUrl, second)];
    await desk.composed.keyUse.write();
    const list = async () => {
      const { data } = await desk.gql("manager", "{ wallDevices(first: 50) { edges { node { name lastSeenAt } } } }");
      return data.wallDevices.edges.map((e: any) => e.node) as { name: string; lastSeenAt: string }[];
    };
    expect(await list()).toContainEqual({ name: "Shut out", lastSeenAt: "2026-11-30T15:20:00Z" });
    await keys.must("revokeDevice", { deviceId: device.id }, DEVICE);
    for (const socket of sockets) await eventually(socket.closed, (code) => code === 4403, 500);
    await eventually(
      async () => [await kind(token), await kind(second)],
      ([a, b]) => a === null && b === null,
      500,
    );
    expect((await list()).map((d) => d.name)).not.toContain("Shut out");
    expect((await keys.act("revokeDevice", { deviceId: device.id }, DEVICE)).userErrors).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
  });
});

test("screens that ask again and again have to wait", async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => screen().post("/pair")));
  const late = answers.filter((a) => a.status === 429);
  expect(late.length).toBeGreaterThan(0);
  expect(Number(late[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
});
