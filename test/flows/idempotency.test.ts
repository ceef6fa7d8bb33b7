import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose } from "../../api/app/compose.ts";
import { createServer } from "../../api/app/server.ts";
import type { Tokens } from "../../api/app/sign-ins.ts";
import { createLog } from "../../api/platform/log.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { post } from "../support/post.ts";
import { roomy } from "../support/serve-desk.ts";
import { operate } from "../support/socket.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let staff: pg.Client;
beforeAll(async () => {
  desk = await startDesk();
  on = verbsOn(desk);
  staff = new pg.Client(desk.urls.staff);
  await staff.connect();
});
afterAll(async () => {
  await staff.end();
  await desk.close();
});

const CREATE = `mutation($input: CreateTicketInput!) { createTicket(input: $input) {
  ticket { id number version status updatedAt timeline(first: 10) { edges { node { kind } } } } userErrors { code field } } }`;
const request = (subject: string, more: object = {}) => ({ clientId: desk.clientId, subject, ...more });
const create = (key: string, subject: string, who: keyof Tokens = "partner", to: Pick<TestDesk, "url"> = desk) =>
  post(
    { ...desk, url: to.url },
    who,
    { query: CREATE, variables: { input: request(subject) } },
    { "idempotency-key": key },
  );
const named = async (subject: string) =>
  Number((await staff.query("select count(*) as n from ticket where subject = $1", [subject])).rows[0].n);

describe("a request that is sent again", () => {
  test("is answered what it was answered, to the letter, whatever happened to the ticket meanwhile", async () => {
    const first = await create("again", "The scanner is jammed");
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    const { id } = first.data.createTicket.ticket;
    await on.done("technician", "takeTicket", { ticketId: id });
    const second = await create("again", "The scanner is jammed");
    expect(second.said).toBe(first.said);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await named("The scanner is jammed")).toBe(1);
  });

  test("may be laid out otherwise: it is the same request", async () => {
    const variables = { input: request("Laid out") };
    const other = { input: { subject: "Laid out", clientId: desk.clientId } };
    const key = { "idempotency-key": '"laid-out"' };
    const first = await post(desk, "partner", { query: CREATE, variables }, key);
    const query = CREATE.replaceAll(/\s+/g, "\n  ");
    const second = await post(desk, "partner", { query, variables: other }, { "idempotency-key": "laid-out" });
    expect(second.said).toBe(first.said);
  });

  test("under the same key with another body is refused, and does nothing", async () => {
    await create("other-body", "First body");
    const { errors, data } = await create("other-body", "Second body");
    expect(errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_MISMATCH" }, path: ["createTicket"] }]);
    expect(data).toBeNull();
    expect(await named("Second body")).toBe(0);
  });

  test("by somebody else is somebody else's", async () => {
    await create("shared-key", "Two askers", "partner");
    const other = await create("shared-key", "Two askers", "requester");
    expect(other.headers.get("idempotent-replayed")).toBeNull();
    expect(await named("Two askers")).toBe(2);
  });

  test("was refused, and is refused again in the same words", async () => {
    const input = { clientId: "cli_00000000000000000000000000000000", subject: "For nobody" };
    const ask = () => post(desk, "partner", { query: CREATE, variables: { input } }, { "idempotency-key": "refused" });
    const first = await ask();
    expect(first.data.createTicket.userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    const second = await ask();
    expect([second.said, second.headers.get("idempotent-replayed")]).toEqual([first.said, "true"]);
  });

  test("had never been done, because it made no sense, and is asked anew", async () => {
    const ask = (query: string) => post(desk, "partner", { query }, { "idempotency-key": "no-sense" });
    const forbidden = await ask("mutation { takeNext(input: {}) { userErrors { code } } }");
    expect(forbidden.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    const done = await create("no-sense", "After the mistake");
    expect(done.data.createTicket.ticket).not.toBeNull();
  });

  test("after 24 hours of desk time is a new request; soon after, nothing is left of the old one", async () => {
    await create("a-day", "Once a day");
    await desk.travel("2026-12-01T14:59:59Z");
    expect((await create("a-day", "Once a day")).headers.get("idempotent-replayed")).toBe("true");
    await desk.travel("2026-12-01T15:00:00Z");
    expect((await create("a-day", "Once a day")).headers.get("idempotent-replayed")).toBeNull();
    expect(await named("Once a day")).toBe(2);
    await desk.travel("2026-12-02T16:00:00Z");
    const left = () => staff.query("select key from idempotency_record").then(({ rows }) => rows);
    expect(await eventually(left, (rows) => rows.length === 0)).toEqual([]);
  });
});

describe("equal requests at once", () => {
  test("fifty make one ticket, and all get the same answer", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => create("fifty", "Fifty at once")));
    expect(await named("Fifty at once")).toBe(1);
    expect(new Set(answers.map((a) => a.said)).size).toBe(1);
    expect(answers.filter((a) => a.headers.get("idempotent-replayed") === null)).toHaveLength(1);
  });

  test("fifty on two processes make one ticket too", async () => {
    const log = createLog("error");
    const composed = await compose(desk.urls, "test", log, false, { budgets: roomy });
    const server = await createServer(composed, log, {});
    try {
      const beside = { url: `${await server.listen(0, "127.0.0.1")}/graphql` };
      const all = Array.from({ length: 50 }, (_, i) => create("two-by-25", "On two", "partner", i % 2 ? beside : desk));
      expect(new Set((await Promise.all(all)).map((a) => a.said)).size).toBe(1);
      expect(await named("On two")).toBe(1);

      await staff.query("begin");
      await staff.query("lock table ticket in exclusive mode"); // the first cannot get on
      const first = create("held", "Held up");
      // of another login only its locks can be seen
      const waits = "select 1 from pg_locks where not granted and relation = 'ticket'::regclass";
      await eventually(
        async () => (await staff.query(waits)).rowCount,
        (n) => n === 1,
      );
      const [here, there] = await Promise.all([
        create("held", "Held up"),
        create("held", "Held up", "partner", beside),
      ]);
      for (const second of [here, there])
        expect(second.errors).toMatchObject([{ extensions: { code: "CONFLICT" }, path: ["createTicket"] }]);
      await staff.query("rollback");
      expect((await first).data.createTicket.ticket.number).toBeGreaterThan(0);
      expect((await create("held", "Held up")).said).toBe((await first).said);
    } finally {
      await staff.query("rollback");
      await server.close();
      await composed.close();
    }
  });
});

describe("the key", () => {
  test("may stand in the input, one for each effect", async () => {
    const query = `mutation($a: CreateTicketInput!, $b: CreateTicketInput!) {
      a: createTicket(input: $a) { ticket { number } } b: createTicket(input: $b) { ticket { number } } }`;
    const variables = {
      a: request("Effect a", { idempotencyKey: "in-input-a" }),
      b: request("Effect b", { idempotencyKey: "in-input-b" }),
    };
    const first = await post(desk, "partner", { query, variables });
    const second = await post(desk, "partner", { query, variables });
    expect([second.said, second.headers.get("idempotent-replayed")]).toEqual([first.said, "true"]);
    expect([await named("Effect a"), await named("Effect b")]).toEqual([1, 1]);
  });

  test("of a request names each of its effects: what was cut off half way is finished, not repeated", async () => {
    const query = `mutation($a: CreateTicketInput!, $b: CreateTicketInput!) {
      a: createTicket(input: $a) { ticket { number } } b: createTicket(input: $b) { ticket { number } } }`;
    const variables = { a: request("Half a"), b: request("Half b") };
    const ask = () => post(desk, "partner", { query, variables }, { "idempotency-key": "half" });
    const first = await ask();
    // as if the process had died between the two
    const worker = new pg.Client(desk.urls.worker);
    await worker.connect();
    await worker.query("delete from idempotency_record where key = 'half' and slot = 1");
    await worker.end();
    const second = await ask();
    expect(second.headers.get("idempotent-replayed")).toBeNull();
    expect(second.data.a).toEqual(first.data.a);
    expect([await named("Half a"), await named("Half b")]).toEqual([1, 2]);
  });

  test("that is empty, too long or not printable is the client's mistake", async () => {
    for (const key of ['""', "x".repeat(256), "schlüssel"]) {
      const { status, errors } = await create(key, "Never made");
      expect([status, errors?.[0]?.extensions["code"]], key).toEqual([400, "BAD_USER_INPUT"]);
    }
    expect(await named("Never made")).toBe(0);
  });

  test("works on a socket as an extension, and says there that nothing was done", async () => {
    const ask = () =>
      operate(desk, "partner", {
        query: CREATE,
        variables: { input: request("By socket") },
        extensions: { idempotencyKey: "by-socket" },
      });
    const first = await ask();
    expect(first.extensions).not.toHaveProperty("idempotentReplayed");
    const second = await ask();
    expect(second).toMatchObject({ data: first.data, extensions: { idempotentReplayed: true } });
    expect((await create("by-socket", "By socket")).data).toEqual(first.data);
    expect(await named("By socket")).toBe(1);
  });
});
