import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entities } from "../../api/app/entities.ts";
import type { Instant } from "../../api/core/time.ts";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import { issueToken } from "../../api/people/sign-in.ts";
import { createOrm } from "../../api/platform/database.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { talk } from "../support/raw-socket.ts";

/** So small that a test can use them up, and so slow that nothing flows in while it runs. */
const budgets = {
  ...BUDGETS,
  operationCost: 150,
  reserve: { maximum: 200, restorePerSecond: 0.5 },
  pool: { maximum: 100, restorePerSecond: 0.5 },
  source: { maximum: 200, restorePerSecond: 0.5 },
};
let desk: TestDesk;
let anotherKey: string;
beforeAll(async () => {
  desk = await startDesk({ worker: false, budgets });
  const orm = await createOrm(desk.urls.staff, entities, 1);
  const em = orm.em.fork() as never as Parameters<typeof issueToken>[0];
  const who = { kind: "PARTNER", name: "Another key", partnerId: desk.cast.partner.id } as const;
  anotherKey = issueToken(em, who, 1_790_000_000 as Instant);
  await em.flush();
  await orm.close(true);
});
afterAll(() => desk.close());

const ask = async (token: string, query = "{ tickets(first: 20) { edges { node { id } } } }") => {
  const response = await fetch(desk.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return { response, body: (await response.json()) as { data?: any; errors?: any[]; extensions: { cost: any } } };
};
/** Spends all that a key can: what nothing came back for is given back, so that only verbs and refusals cost. */
const spendAll = async (token: string) => {
  for (let i = 0; i < 200; i += 1) {
    const { response, body } = await ask(token, "{ viewer { name } }");
    if (response.status === 429) return body;
  }
  throw new Error("it never ends");
};

describe("a key that has used up its budget", () => {
  test("is told 429 with when to come back, on HTTP and in words on a socket; another key of the same partner goes on from its reserve", async () => {
    const { partner } = desk.tokens;
    const socket = await talk(desk, "partner");
    const { errors, extensions, data } = await spendAll(partner);
    expect(data).toBeUndefined();
    expect(errors?.[0].extensions).toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) });
    expect(extensions.cost).toMatchObject({ actual: 0, throttle: { maximum: 300, restorePerSecond: 1 } });
    const { response } = await ask(partner, "{ viewer { name } }");
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await socket.run("{ viewer { name } }")).payload[0].extensions.code).toBe("RATE_LIMITED");
    socket.close();

    const other = await ask(anotherKey);
    expect(other.response.status).toBe(200);
    // its reserve is whole, but for this question; the pool that they share is all but empty
    expect(other.body.extensions.cost.throttle.available).toBeGreaterThanOrEqual(180);
    expect(other.body.extensions.cost.throttle.available).toBeLessThanOrEqual(202);
  });

  test("costs people, screens, the client's monitoring and other partners nothing", async () => {
    await spendAll(desk.tokens.partner);
    const { technician, requester, monitoring, otherPartner } = desk.tokens;
    for (const token of [technician, requester, monitoring, otherPartner])
      for (let i = 0; i < 5; i += 1) expect((await ask(token, "{ viewer { name } }")).response.status).toBe(200);
  });

  test("pays for what is refused too: looking at nonsense is work", async () => {
    const before = (await ask(anotherKey, "{ nope }")).body.extensions.cost.throttle.available;
    const after = (await ask(anotherKey, "{ nope }")).body.extensions.cost.throttle.available;
    expect(after).toBeLessThan(before);
  });
});
