import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { ADDRESS, mailSettings } from "../support/mail-desk.ts";
import { MailServer } from "../support/mail-server.ts";
import { verbsOn } from "../support/verbs.ts";

let server: MailServer;
let desk: TestDesk;
let owner: pg.Client;
let worker: ChildProcess | null = null;
const begin = async () => {
  const file = new URL("../long/worker-process.ts", import.meta.url);
  const settings = JSON.stringify({ mail: mailSettings(server.url) });
  worker = await runChild(file, [JSON.stringify(desk.urls), settings]);
};
beforeAll(async () => {
  server = await MailServer.start();
  desk = await startDesk({ worker: false, settings: { mail: mailSettings(server.url) } });
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  await owner.query("update contact set email = $1 where id = $2", [ADDRESS, desk.cast.requester.id]);
  await begin();
});
afterAll(async () => {
  if (worker) await kill(worker);
  await owner.end();
  await desk.close();
  await server.down();
});

test("a worker that is killed between the server's yes and its own record sends again, under the same name", async () => {
  const on = verbsOn(desk);
  let kills = 0;
  server.mood = {
    data: async (mail) => {
      if (kills === 0 && mail.subject?.startsWith("Re: ")) {
        kills += 1;
        await kill(worker as ChildProcess);
      }
      return null;
    },
  };
  const ticket = await on.open();
  await on.done("technician", "reply", { ticketId: ticket.id, body: "First" });
  await on.done("technician", "reply", { ticketId: ticket.id, body: "Second" });
  await eventually(
    () => kills,
    (n) => n === 1,
  );
  await begin();
  const states = async () =>
    (await owner.query<{ state: string; tries: number }>("select state, tries from mail order by id")).rows;
  const made = await eventually(states, (found) => found.length === 3);
  expect(made.map(({ state }) => state)).toEqual(["SENT", "QUEUED", "QUEUED"]);
  // the lease of the dead one is over
  await owner.query("update mail set leased_until = clock_timestamp() where leased_until is not null");
  await owner.query("notify wake");
  expect(
    await eventually(states, (found) => found.every(({ state }) => state === "SENT")),
    "and nothing was sent twice but that",
  ).toEqual([
    { state: "SENT", tries: 1 },
    { state: "SENT", tries: 2 },
    { state: "SENT", tries: 1 },
  ]);
  expect(server.mails.map((mail) => mail.text?.split("\n")[0])).toEqual([
    ...["Hello Robin Requester,", "First", "First", "Second"],
  ]);
  expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(3);
  const told = async () => (await owner.query("select 1 from event where type = 'MailSent'")).rowCount;
  expect(await eventually(told, (n) => n !== 0 && n !== 1)).toBe(2);
});

test("a desk without a mail server keeps its letters for when it has one, and makes each once", async () => {
  await kill(worker as ChildProcess);
  const file = new URL("../long/worker-process.ts", import.meta.url);
  worker = await runChild(file, [JSON.stringify(desk.urls)]);
  const ticket = await verbsOn(desk).open();
  const waiting = async () =>
    (
      await owner.query<{ state: string }>(
        "select state from mail where ticket_id = (select id from ticket where number = $1)",
        [ticket.number],
      )
    ).rows;
  await eventually(waiting, (letters) => letters.length === 1 && letters[0]?.state === "QUEUED");
  const before = server.mails.length;
  await kill(worker);
  await begin();
  await eventually(waiting, (letters) => letters[0]?.state === "SENT");
  expect(server.mails.length).toBe(before + 1);
});

test("two workers at once make each letter once, and send each once", async () => {
  const second = await runChild(new URL("../long/worker-process.ts", import.meta.url), [
    JSON.stringify(desk.urls),
    JSON.stringify({ mail: mailSettings(server.url) }),
  ]);
  const on = verbsOn(desk);
  server.mails.length = 0;
  server.mood = {};
  const tickets = await Promise.all(Array.from({ length: 12 }, () => on.open()));
  await Promise.all(tickets.map(({ id }) => on.done("technician", "reply", { ticketId: id, body: "Seen." })));
  await eventually(
    () => server.mails.length,
    (n) => n >= 24,
  );
  await eventually(
    async () => (await owner.query("select 1 from mail where state <> 'SENT'")).rowCount,
    (n) => n === 0,
  );
  await kill(second);
  expect(server.mails).toHaveLength(24);
  expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(24);
  for (const { number } of tickets)
    expect(
      server.mails.filter((m) => m.subject?.includes(`[#${number}]`)).map((m) => m.subject?.startsWith("Re: ")),
    ).toEqual([false, true]);
});
