import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepare } from "../../api/app/prepare.ts";
import { createLog } from "../../api/platform/log.ts";
import { installRoles } from "../../api/platform/roles.ts";
import { quantile } from "../load/figures.ts";
import { eventually } from "../support/eventually.ts";
import { mortalPostgres } from "../support/mortal-postgres.ts";
import { serveDesk, type TestDesk } from "../support/serve-desk.ts";
import { boardIsRight, type Done, load, nothingWasLost, sixMinutesPass, urgentTickets } from "../support/under-load.ts";

const KILLS = 10;
const TICKETS = 100;
const START = "2026-11-30T15:00:00Z";

let postgres: Awaited<ReturnType<typeof mortalPostgres>>;
let desk: TestDesk;
beforeAll(async () => {
  postgres = await mortalPostgres();
  const urls = await installRoles(postgres.adminUrl, "watchdesk");
  await prepare({ urls, embedded: null, where: "a mortal server" }, { sandbox: true });
  desk = await serveDesk(urls, { at: START, logTo: createLog("fatal") }); // that the database is away is told by each request
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await postgres?.remove();
});

const connected = async () => {
  const client = new pg.Client(desk.urls.owner);
  client.on("error", () => {}); // its server is stopped under it
  await client.connect();
  return client;
};

test(`PostgreSQL is stopped at once ${KILLS} times under 200 writes a second: the desk comes back by itself, and nothing acknowledged or told is lost`, async () => {
  await urgentTickets(desk, TICKETS, Date.parse(START));
  const done: Done = { acknowledged: [], refused: 0, lost: 0 };
  const right: number[] = [];
  for (let k = 1; k <= KILLS; k += 1) {
    let over = false;
    const loading = load(desk, done, () => over);
    const enough = done.acknowledged.length + 100;
    await eventually(
      () => done.acknowledged.length,
      (n) => n >= enough,
      60_000,
    );
    await sixMinutesPass(await connected());
    await postgres.stopAtOnce();
    expect((await fetch(`${desk.origin}/healthz`)).status, "the process itself lives").toBe(200);
    expect((await fetch(`${desk.origin}/readyz`)).status, "and wants no work").toBe(503);
    await postgres.start();
    over = true;
    await loading;
    const client = await connected();
    right.push(await boardIsRight(desk, client));
    await client.end();
  }
  const client = await connected();
  const breached = await nothingWasLost(client, done.acknowledged);
  await client.end();
  expect(breached).toBeGreaterThan(0);
  console.log(
    `${KILLS} immediate stops: ${done.acknowledged.length} tickets acknowledged and kept, ${done.refused} refused, ${done.lost} without an answer; ${breached} breaches, each told once; boards right ${Math.round(quantile(right, 0.5))} ms after its return in the median, ${Math.round(Math.max(...right))} at most`,
  );
}, 600_000);
