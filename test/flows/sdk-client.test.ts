import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  BadInput,
  createDesk,
  type Desk,
  DeskFault,
  Forbidden,
  IdempotencyMismatch,
  RateLimited,
  Unauthenticated,
  Unreachable,
  UserErrors,
} from "../../schema/sdk/index.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { flakyProxy } from "../support/flaky-proxy.ts";

let desk: TestDesk;
let line: Awaited<ReturnType<typeof flakyProxy>>;
let partner: Desk;
beforeAll(async () => {
  desk = await startDesk({ worker: false });
  line = await flakyProxy(desk.url);
  partner = createDesk({ url: line.url, token: desk.tokens.partner });
});
afterAll(async () => {
  await line.close();
  await desk.close();
});
beforeEach(() => {
  line.seen.length = line.accidents.length = 0;
});

const open = (subject: string, at: Desk = partner) => at.createTicket({ clientId: desk.clientId, subject });
const named = async (subject: string) =>
  (await partner.tickets({ filter: { subject: { eq: subject } } }).toArray()).length;
const keys = () => line.seen.map(({ headers }) => headers["idempotency-key"]);

describe("what is done", () => {
  test("a ticket is opened, found by each of its names, and answered", async () => {
    const { ticket } = await partner.createTicket({
      ...{ clientId: desk.clientId, subject: "Nobody can print", affected: "ALL", workaround: false },
      externalRef: { system: "psa", id: "4711" },
    });
    expect(ticket).toMatchObject({ status: "NEW", externalRefs: [{ system: "psa", id: "4711" }] });
    for (const name of [{ id: ticket.id }, { number: ticket.number }, { externalRef: { system: "psa", id: "4711" } }])
      expect(await partner.ticket(name)).toEqual(ticket);
    const { ticket: after } = await partner.reply({ ticketId: ticket.id, body: "It is the whole floor." });
    expect(after.version).toBe(ticket.version + 1);
    const story = await partner.timeline(ticket.id).toArray();
    expect(story.map(({ kind, body }) => [kind, body])).toContainEqual(["REQUESTER_MESSAGE", "It is the whole floor."]);
    expect(await partner.ticket({ number: 999_999 })).toBeNull();
  });

  test("a document of one's own goes with its variables, and says what it cost to answer", async () => {
    const { viewer } = await partner.request<{ viewer: { name: string } }>("{ viewer { name } }");
    expect(viewer.name).toBe((await partner.viewer()).name);
    const answer = await partner.execute<{ ticket: object | null }>("query($n: Int) { ticket(number: $n) { id } }", {
      n: 999_999,
    });
    expect(answer).toMatchObject({ data: { ticket: null }, errors: [], replayed: false });
  });

  test("a list is walked to its end while others write, and misses and repeats nothing that stood", async () => {
    const stood = new Set<string>();
    for (let n = 0; n < 12; n++) stood.add((await open(`Walked ${n}`)).ticket.id);
    const seen: string[] = [];
    const walk = partner.tickets({ orderBy: "CREATED_ASC", pageSize: 5 });
    for await (const { id } of walk) {
      seen.push(id);
      if (seen.length % 5 === 0) await partner.addNote({ ticketId: id, body: "Seen on the way." });
      if (seen.length === 8) break;
    }
    await open("Opened meanwhile");
    for await (const { id } of partner.tickets({ orderBy: "CREATED_ASC", after: walk.cursor, pageSize: 5 }))
      seen.push(id);
    expect(seen.filter((id) => stood.has(id))).toEqual([...stood]);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("a network that fails", () => {
  test("an answer that was lost is asked for again under the same key: one ticket", async () => {
    line.accidents.push("lose the answer", "lose the request", "lose the answer");
    const { ticket } = await open("Lost on the way");
    expect(new Set(keys()).size).toBe(1);
    expect(keys()).toHaveLength(4);
    expect(await named("Lost on the way")).toBe(1);
    expect(await partner.ticket({ number: ticket.number })).toMatchObject({ id: ticket.id });
  });

  test("each call has a key of its own, and queries have none", async () => {
    await open("Twice meant");
    await open("Twice meant");
    await partner.viewer();
    const [first, second, third] = keys();
    expect(first).not.toBe(second);
    expect(third).toBeUndefined();
    expect(await named("Twice meant")).toBe(2);
  });

  test("a key of one's own holds beyond the call: after a restart, it is still one ticket", async () => {
    const input = { clientId: desk.clientId, subject: "Restarted" };
    const [first, second] = [
      await partner.createTicket(input, { idempotencyKey: "psa-1" }),
      await partner.createTicket(input, { idempotencyKey: "psa-1" }),
    ];
    expect(second).toEqual(first);
    await expect(partner.createTicket({ ...input, subject: "Other" }, { idempotencyKey: "psa-1" })).rejects.toThrow(
      IdempotencyMismatch,
    );
  });

  test("without keys, a mutation that may have been done is not sent again; a query is", async () => {
    const careless = createDesk({ url: line.url, token: desk.tokens.partner, idempotencyKeys: false });
    line.accidents.push("lose the answer");
    await expect(open("Once or not", careless)).rejects.toThrow(Unreachable);
    expect(line.seen).toHaveLength(1);
    line.accidents.push("lose the answer");
    expect(await careless.viewer()).toMatchObject({ kind: "PARTNER" });
  });

  test.each([
    ["429 with a delay", { status: 429, headers: { "retry-after": "0" } }],
    ["503 with a delay", { status: 503, headers: { "retry-after": "0" } }],
    ["503 with a date", { status: 503, headers: { "retry-after": "Mon, 30 Nov 2020 16:00:00 GMT" } }],
    ["502 from somebody in between", { status: 502, body: "<h1>Bad Gateway</h1>" }],
  ])("after a %s it asks again", async (_what, accident) => {
    line.accidents.push(accident);
    expect(await partner.viewer()).toMatchObject({ kind: "PARTNER" });
    expect(line.seen).toHaveLength(2);
  });

  test("one that asks to wait longer than it may is not waited for", async () => {
    const errors = [{ message: "Too fast.", extensions: { code: "RATE_LIMITED", retryAfterSeconds: 3600 } }];
    for (const body of ["", JSON.stringify({ errors })]) {
      line.accidents.push({ status: 429, headers: { "retry-after": "3600" }, body });
      const refusal = await partner.viewer().catch((error) => error);
      expect(refusal).toBeInstanceOf(RateLimited);
      expect(refusal.retryAfterSeconds).toBe(3600);
    }
    expect(line.seen).toHaveLength(2);
  });

  test("it gives up after as many tries as it may make", async () => {
    const brief = createDesk({ url: line.url, token: desk.tokens.partner, patience: { tries: 3 } });
    line.accidents.push("lose the request", "lose the request", "lose the request");
    await expect(brief.viewer()).rejects.toThrow(Unreachable);
    expect(line.seen).toHaveLength(3);
  });

  test("who stops it is obeyed at once, between two tries and in the midst of one", async () => {
    for (const accident of [{ status: 429, headers: { "retry-after": "50" } }, "silence"] as const) {
      line.seen.length = 0;
      line.accidents.push(accident);
      const stop = new AbortController();
      const asked = partner.request("{ viewer { name } }", {}, { signal: stop.signal });
      await expect.poll(() => line.seen.length).toBe(1);
      stop.abort(new Error("enough"));
      await expect(asked).rejects.toThrow("enough");
    }
  });

  test("a try that takes too long is given up, and made again", async () => {
    const brisk = createDesk({ url: line.url, token: desk.tokens.partner, patience: { timeoutSeconds: 0.3 } });
    line.accidents.push("silence");
    expect(await brisk.viewer()).toMatchObject({ kind: "PARTNER" });
  });
});

describe("what is refused", () => {
  test("a refusal of the desk's rules lists its codes and fields, and shows the thing as it stands", async () => {
    const { ticket } = await open("Refused");
    await partner.addNote({ ticketId: ticket.id, body: "Meanwhile." });
    const input = { ticketId: ticket.id, expectedVersion: ticket.version, reason: "Done with" };
    const refusal = await partner.cancel(input).catch((error) => error);
    expect(refusal).toBeInstanceOf(UserErrors);
    expect(refusal).toMatchObject({ code: "STALE_VERSION", current: { id: ticket.id, version: ticket.version + 1 } });
    expect(refusal.has("STALE_VERSION")).toBe(true);
    expect(refusal.message).toMatch(/^cancel: \S/);
  });

  test.each([
    ["an unknown key", Unauthenticated, "UNAUTHENTICATED", () => createDesk({ url: desk.url, token: "no" }).viewer()],
    ["what a key may not do", Forbidden, "FORBIDDEN", () => partner.resume({ ticketId: "tic_0" })],
    ["a document that is none", BadInput, "GRAPHQL_VALIDATION_FAILED", () => partner.request("{ nothing }")],
    ["an argument out of range", BadInput, "BAD_USER_INPUT", () => partner.tickets({ pageSize: 101 }).toArray()],
  ])("%s is an error of its own class, with the desk's code", async (_what, kind, code, act) => {
    const error = await act().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ code, name: kind.name });
  });

  test("a fault of the desk is told, not repeated", async () => {
    const errors = [{ message: "Something failed.", extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-1" } }];
    line.accidents.push({ status: 200, body: JSON.stringify({ errors }) });
    const fault = await partner.viewer().catch((error) => error);
    expect(fault).toBeInstanceOf(DeskFault);
    expect(fault.requestId).toBe("r-1");
    expect(line.seen).toHaveLength(1);
  });

  test("what is hidden from a key stands as null beside an error, and the rest is there", async () => {
    const body = JSON.stringify({
      data: { ticket: { number: 7, client: null } },
      errors: [
        {
          message: "Needs a scope.",
          path: ["ticket", "client"],
          extensions: { code: "FORBIDDEN", requiredScope: "clients:read" },
        },
      ],
    });
    line.accidents.push({ status: 200, body }, { status: 200, body });
    const document = "{ ticket(number: 7) { number client { name } } }";
    expect(await partner.execute(document)).toMatchObject({ data: { ticket: { number: 7 } }, errors: [{}] });
    const error = await partner.request(document).catch((e) => e);
    expect(error).toMatchObject({ requiredScope: "clients:read", data: { ticket: { number: 7, client: null } } });
  });
});
