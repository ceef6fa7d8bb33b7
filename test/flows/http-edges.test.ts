import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CODES } from "../../api/platform/failures.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { sendRaw } from "../support/raw-http.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
});
afterAll(() => desk.close());

const bearer = () => ({ authorization: `Bearer ${desk.tokens.partner}` });
const ask = "?query=%7B__typename%7D";
const json = { "content-type": "application/json" };
const post = (init: RequestInit & { headers?: Record<string, string> }) =>
  fetch(desk.url, { method: "POST", ...init, headers: { ...json, ...bearer(), ...init.headers } });
const question = JSON.stringify({ query: "{ __typename }" });
const errorOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { message: string; extensions: Record<string, string> }[] };
  expect(CODES).toContain(errors[0]?.extensions["code"]);
  expect(errors[0]?.extensions["requestId"]).toBe(response.headers.get("x-request-id"));
  return errors[0] as (typeof errors)[number];
};

describe("a GET that a browser may have been tricked into", () => {
  test.each([
    ["with a cookie from another site", { cookie: "session=1", "sec-fetch-site": "cross-site" }],
    ["with a cookie", { cookie: "session=1" }],
    ["with an Origin", { origin: "https://evil.example" }],
    ["from another site", { "sec-fetch-site": "cross-site" }],
    ["from a sibling of this site", { "sec-fetch-site": "same-site" }],
  ])("%s is refused", async (_name, headers) => {
    const response = await fetch(desk.url + ask, { headers: { ...bearer(), ...headers } as Record<string, string> });
    expect(response.status).toBe(400);
    expect((await errorOf(response)).message).toContain("another site");
  });

  test("is answered when it is a script's own, or says a header that no page can send", async () => {
    expect((await fetch(desk.url + ask, { headers: bearer() })).status).toBe(200);
    const deliberate = { ...bearer(), cookie: "a=1", "apollo-require-preflight": "true" };
    expect((await fetch(desk.url + ask, { headers: deliberate })).status).toBe(200);
  });
});

describe("each refusal has its status, and says what would be taken", () => {
  test.each(["PUT", "DELETE", "PATCH", "HEAD", "PROPFIND"])(
    "%s is no method of /graphql: 405 with Allow",
    async (method) => {
      const response = await fetch(desk.url, { method, headers: bearer() });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, OPTIONS, POST");
    },
  );

  test("OPTIONS is answered with Allow", async () => {
    const response = await fetch(desk.url, { method: "OPTIONS" });
    expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, POST, OPTIONS"]);
  });

  test("a mutation by GET: 405, Allow: POST", async () => {
    const response = await fetch(`${desk.url}?query=mutation%7B__typename%7D`, { headers: bearer() });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("a method that the health page does not have: 405 with those that it has", async () => {
    const response = await fetch(`${desk.origin}/healthz`, { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test.each(["text/html", "image/png, application/xml", "application/json;q=0"])(
    "an Accept of %s: 406, and nothing was done",
    async (accept) => {
      const input = { clientId: desk.clientId, subject: "Nobody should have this" };
      const query = "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } } }";
      const response = await post({ headers: { accept }, body: JSON.stringify({ query, variables: { input } }) });
      expect(response.status).toBe(406);
      await errorOf(response);
      const { data } = await desk.gql(
        "manager",
        '{ tickets(first: 1, filter: { search: "Nobody should" }) { totalCount { value } } }',
      );
      expect(data.tickets.totalCount.value).toBe(0);
    },
  );

  test.each([
    ["text/plain", {}],
    ["application/x-www-form-urlencoded", {}],
    ["multipart/form-data; boundary=x", {}],
    ["application/xml", {}],
    ["application/json; charset=latin1", {}],
    ["application/json", { "content-encoding": "gzip" }],
  ])("a body of %s %o: 415", async (type, more) => {
    const response = await post({
      headers: { "content-type": type, ...more } as Record<string, string>,
      body: question,
    });
    expect(response.status).toBe(415);
    await errorOf(response);
  });

  test("a body past the limit: 413; a batch, a body that is no JSON, a NUL: 400", async () => {
    const large = await post({ body: JSON.stringify({ query: "x".repeat(1_100_000) }) });
    expect(large.status).toBe(413);
    expect((await errorOf(large)).message).toContain("1048576");
    for (const body of [`[${question}]`, "{ no", '"text"', "null", '{"__proto__": {"a": 1}, "query": "{a}"}']) {
      const response = await post({ body });
      expect(response.status, body).toBe(400);
      await errorOf(response);
    }
  });

  test("headers past the limit: 431", async () => {
    const { status, body, headers } = await sendRaw(
      desk.origin,
      `GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(20_000)}\r\n\r\n`,
    );
    expect(status).toBe(431);
    expect(JSON.parse(body).errors[0].extensions).toEqual({ code: "BAD_REQUEST", requestId: headers["x-request-id"] });
  });

  test("what is no HTTP: 400; an odd Host is no fault of ours", async () => {
    expect((await sendRaw(desk.origin, "HELO desk\r\n\r\n")).status).toBe(400);
    const odd = `POST /graphql HTTP/1.1\r\nhost: a b:99999\r\ncontent-type: application/json\r\nauthorization: Bearer ${desk.tokens.partner}\r\ncontent-length: ${question.length}\r\nconnection: close\r\n\r\n${question}`;
    expect((await sendRaw(desk.origin, odd)).status).toBe(200);
  });

  test("nobody: 401 with what would identify; a path that is nothing: 404", async () => {
    const response = await fetch(desk.url, { method: "POST", headers: json, body: question });
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    await errorOf(response);
    expect((await fetch(`${desk.origin}/nothing.js`)).status).toBe(404);
  });
});

describe("whoever is slow is cut within ten seconds", { timeout: 20_000 }, () => {
  test("with headers that trickle, with none at all, and with a body that trickles", async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${desk.tokens.partner}\r\n`;
    const trickle = Array.from({ length: 20 }, (_, i) => ({ afterMs: (i + 1) * 1_000, text: `x-${i}: y\r\n` }));
    const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
    const upload = `POST /attachments HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=b\r\nauthorization: Bearer ${desk.tokens.partner}\r\n`;
    const whole = `${part}${"x".repeat(11)}\r\n--b--\r\n`;
    const slowly = [...Array.from({ length: 11 }, () => "x"), "\r\n--b--\r\n"];
    const [headers, silence, body, file] = await Promise.all([
      sendRaw(desk.origin, head, { pieces: trickle }),
      sendRaw(desk.origin, ""),
      sendRaw(desk.origin, `${head}content-length: 100\r\n\r\n{`, {
        pieces: trickle.map((p) => ({ ...p, text: " " })),
      }),
      sendRaw(desk.origin, `${upload}content-length: ${whole.length}\r\n\r\n${part}`, {
        pieces: slowly.map((text, i) => ({ afterMs: (i + 1) * 1_000, text })),
      }),
    ]);
    for (const [what, { status, ms, body: said }] of Object.entries({ headers, silence, body })) {
      expect(status, `${what}: ${said}`).toBe(408);
      expect(ms).toBeLessThan(10_500);
    }
    expect(file.status, "a file may take longer to arrive").toBe(201);
    expect(file.ms).toBeGreaterThan(10_500);
  });
});

describe("every answer names its request", () => {
  test("by the client's own name where it is a harmless one, by one of ours otherwise", async () => {
    const named = await post({ headers: { "x-request-id": "psa-4711" }, body: question });
    expect(named.headers.get("x-request-id")).toBe("psa-4711");
    const odd = await post({ headers: { "x-request-id": "<script>" }, body: question });
    expect(odd.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const failed = await post({ headers: { "x-request-id": "psa-4712" }, body: JSON.stringify({ query: "{ nope }" }) });
    expect((await errorOf(failed)).extensions["requestId"]).toBe("psa-4712");
  });

  test("pages carry headers that keep other sites' scripts and frames out", async () => {
    const page = await fetch(desk.boardUrl);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self' 'sha256-/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("x-powered-by")).toBeNull();
  });
});

describe("a request that cannot be run", () => {
  const kinds = [
    ["a document that is none", { query: "{" }, "GRAPHQL_PARSE_FAILED"],
    ["a field that is not there", { query: "{ nope }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["variables that do not fit", { query: "query($id: ID!) { node(id: $id) { id } }" }, "BAD_USER_INPUT"],
    ["an operation that is not there", { query: "{ __typename }", operationName: "X" }, "OPERATION_RESOLUTION_FAILURE"],
    ["a subscription", { query: "subscription { wall { __typename } }" }, "OPERATION_RESOLUTION_FAILURE"],
  ] as const;
  test.each(kinds)(
    "%s says so by its code, and by its status to whoever knows the kind of answer",
    async (_n, body, code) => {
      const sent = { body: JSON.stringify(body) };
      const plain = await post(sent);
      expect((await errorOf(plain)).extensions["code"]).toBe(code);
      if (code !== "OPERATION_RESOLUTION_FAILURE" || !("query" in body && body.query.startsWith("sub")))
        expect(plain.status).toBe(200);
      const typed = await post({ ...sent, headers: { accept: "application/graphql-response+json" } });
      expect(typed.status).toBe(400);
      expect(typed.headers.get("content-type")).toContain("application/graphql-response+json");
      expect(await typed.text()).not.toMatch(/"data"|Did you mean|stack|node_modules/);
    },
  );

  test("is told no names of the schema", async () => {
    for (const query of [
      "{ ticke }",
      "{ tickets(fist: 1) { edges { cursor } } }",
      "query($i: CreateTicketInpu!) { viewer { name } }",
    ]) {
      const { errors } = await desk.gql("partner", query);
      expect(JSON.stringify(errors)).not.toContain("Did you mean");
    }
  });
});
