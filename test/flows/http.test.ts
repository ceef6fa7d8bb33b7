import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

/** A request that may say any Host, as the runtime's own fetch may not. */
const get = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; body: string }>((done, fail) => {
    const asked = request(new URL(path, desk.origin), { headers }, (response) => {
      let body = "";
      response.on("data", (d) => (body += d)).on("end", () => done({ status: response.statusCode ?? 0, body }));
    });
    asked.on("error", fail).end();
  });

test("an instant in Watchdesk-At that nobody can read is the client's fault, and says so", async () => {
  const response = await fetch(desk.url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${desk.tokens.manager}`,
      "watchdesk-at": "tomorrow",
    },
    body: JSON.stringify({ query: "{ viewer { name } }" }),
  });
  expect(response.status).toBe(400);
  const [error] = ((await response.json()) as { errors: { message: string; extensions: object }[] }).errors;
  expect(error).toMatchObject({
    message: expect.stringMatching(/^Watchdesk-At: /),
    extensions: { code: "BAD_USER_INPUT" },
  });
});

test("an instant that has passed is refused by Watchdesk-At, and the clock stays", async () => {
  const query = "{ deskClock { now } }";
  const before = (await desk.gql("manager", query)).data;
  await desk.gql("manager", "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } } }", {
    i: { clientId: desk.clientId, subject: "So that something has happened" },
  });
  const { errors } = await desk.gql("manager", query, {}, "2026-01-01T00:00:00Z");
  expect(errors?.[0]?.message).toMatch(/Watchdesk-At: .*never goes back/);
  expect((await desk.gql("manager", query)).data).toEqual(before);
});

test("ready-made sign-ins are told to whoever sits at this machine, not to a page that calls it by another name", async () => {
  const here = await get("/demo/sign-ins", {});
  expect(here.status).toBe(200);
  expect(JSON.parse(here.body)).toHaveLength(7);
  const rebound = await get("/demo/sign-ins", { host: "evil.example" });
  expect(rebound.status).toBe(404);
  expect(rebound.body).not.toContain("wd_");
});
