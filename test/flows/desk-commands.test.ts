import { execFile } from "node:child_process";
import { resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let owner: pg.Client;
const program = resolve(import.meta.dirname, "../../api/dist/desk.js");
/** What the desk itself was not given: the doctor goes by what the desk did. */
const SENDS = { SMTP_URL: "smtp://mail.example", MAIL_FROM: "a@desk.example", PUBLIC_URL: "https://desk.example" };
type Ended = { code: number; out: string; err: string };
const run = (args: string[], env: object = { DATABASE_URL: desk.urls.owner }) =>
  new Promise<Ended>((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...process.env, ...env }, timeout: 30_000 },
      (error, out, err) => done({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    );
  });

beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z" });
  const on = verbsOn(desk);
  const urgent = { affected: "ALL", workaround: false };
  const [met, missed, paused] = [await on.open(urgent), await on.open(urgent), await on.open({ affected: "ONE" })];
  await on.open({ affected: "SEVERAL" });
  await on.done("technician", "reply", { ticketId: met.id, body: "On it." });
  await on.done("technician", "waitOn", { ticketId: paused.id, on: "REQUESTER" });
  await desk.travel("2026-11-23T16:10:00Z");
  await on.done("technician", "reply", { ticketId: missed.id, body: "Sorry." });
  await on.done("technician", "reply", { ticketId: paused.id, body: "Which printer?" });
  await desk.travel("2026-11-24T16:10:00Z");
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

describe("rebuild-clocks", () => {
  test("reads every clock of a desk at work from its facts, and finds no difference", async () => {
    const { code, out } = await run(["rebuild-clocks"]);
    expect(out).toBe("8 clocks of 4 tickets read from their facts: no difference.\n");
    expect(code).toBe(0);
  });

  test("finds a row that somebody changed by hand, says what its facts say, and mends it only when told to", async () => {
    const { rows } = await owner.query<{ number: number }>(
      `update sla_clock c set due_at = due_at + interval '1 hour', shown = false, priority = 'ODD'
         from ticket t where t.id = c.ticket_id and c.metric = 'RESOLUTION' and c.paused_at is null and c.ended_at is null
          and t.number = (select min(number) from ticket) returning t.number`,
    );
    const found = await run(["rebuild-clocks"]);
    expect(found.code).toBe(1);
    expect(found.out).toContain(
      `#${rows[0]?.number} RESOLUTION priority: "ODD" is stored, "URGENT" is what its facts say`,
    );
    expect(found.out).toMatch(/dueAt: 2026-\S+Z is stored, 2026-\S+Z is what its facts say/);
    expect((await run(["rebuild-clocks"])).out).toBe(found.out);
    expect((await run(["rebuild-clocks", "--write"])).out).toContain("; mended");
    expect(await run(["rebuild-clocks"])).toMatchObject({ code: 0 });
  });
});

describe("doctor", () => {
  test("says of a sound desk that all is well, and by which time-zone data it knows", async () => {
    const { code, out } = await run(["doctor"]);
    expect(out).toMatch(/versions: Node \S+, time-zone data 20\d\d[a-z]; judged by 20\d\d[a-z]/);
    expect(out).toContain("time zones: ");
    expect(out).toContain("All is well.");
    expect(code).toBe(0);
  });

  test("warns of holidays that run out within 90 days, and of clocks that are late though a worker runs", async () => {
    await owner.query(
      `update calendar set definition = jsonb_set(definition, '{holidays}', '[{"date": "2026-12-25", "name": "Christmas Day", "origin": "test"}]')`,
    );
    const { code, out } = await run(["doctor", "--json"]);
    const { findings } = JSON.parse(out);
    expect(findings).toContainEqual({
      about: "holidays of calendar provider",
      sound: false,
      says: "they end on 2026-12-25, in 31 days: publish its next version with those of the coming years",
    });
    expect(code).toBe(1);
  });

  test("says that letters wait which nobody has begun to send, in a desk that was given no server", async () => {
    const invite =
      'mutation { inviteStaff(input: { email: "nia@desk.example", name: "Nia Night", role: TECHNICIAN }) { userErrors { code } } }';
    expect((await desk.gql("manager", invite)).data.inviteStaff.userErrors).toEqual([]);
    expect((await run(["doctor"])).out).toContain("✓ mail: 1 letter waits");
    await desk.travel("2026-11-24T16:11:01Z");
    const { code, out } = await run(["doctor"], { DATABASE_URL: desk.urls.owner, ...SENDS });
    expect(out).toContain(
      "! mail: 1 letter waits, and nobody has begun to send one: start the desk's worker with SMTP_URL",
    );
    expect(code).toBe(1);
  });
});

test("says what is wrong with what it was given, each in one sentence, and looks at nothing", async () => {
  expect(await run(["heal"])).toMatchObject({ code: 2, err: expect.stringContaining('There is no command "heal"') });
  expect(await run(["doctor", "--write"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("the doctor only looks"),
  });
  expect(await run(["doctor", "--odd"])).toMatchObject({ code: 2, err: expect.stringContaining("--odd") });
  const nowhere = await run(["doctor", "--data", "/nonexistent/desk"], {});
  expect(nowhere).toMatchObject({
    code: 2,
    err: expect.stringContaining("There is no desk in /nonexistent/desk/desk"),
  });
  expect(await run(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("rebuild-clocks") });
  const closed = await run(["doctor"], { DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" });
  expect(closed).toMatchObject({ code: 2, err: expect.stringContaining("does not answer") });
});

describe("create-manager", () => {
  test("lets in the first manager by a link that works once, and nobody twice", async () => {
    const args = ["create-manager", "--email", "First@Desk.example", "--name", "Fay First", "--json"];
    const { code, out } = await run(args, { DATABASE_URL: desk.urls.owner, PUBLIC_URL: "https://desk.example" });
    expect(code).toBe(0);
    const made = JSON.parse(out) as { email: string; name: string; link: string };
    expect(made).toMatchObject({ email: "first@desk.example", name: "Fay First" });
    const [origin, link] = made.link.split("/sign-in/password#link=") as [string, string];
    expect(origin).toBe("https://desk.example");
    const browser = new CookieClient(desk.origin);
    const set = () => browser.post("/sign-in/password", { link, password: "four plain words here" });
    expect([(await set()).status, (await set()).status]).toEqual([200, 410]);
    expect(await browser.who()).toEqual({ kind: "MANAGER", name: "Fay First" });
    expect(await run(args)).toMatchObject({ code: 1, err: expect.stringContaining("may sign in already") });
    expect(await run(["create-manager"])).toMatchObject({ code: 2, err: expect.stringContaining("--email") });
    expect(await run(["doctor", "--email", "a@b"])).toMatchObject({ code: 2 });
  });
});
