import { execFile } from "node:child_process";
import { resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { askChanges, walk } from "../support/feed.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let owner: pg.Client;
const program = resolve(import.meta.dirname, "../../api/dist/desk.js");
const run = (...args: string[]) =>
  new Promise<string>((done) => {
    const env = { ...process.env, DATABASE_URL: desk.urls.owner };
    execFile(process.execPath, [program, "retire-events", ...args], { env }, (error, out, err) =>
      done(error ? `${error.code}: ${out}${err}` : out),
    );
  });
beforeAll(async () => {
  desk = await startDesk();
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

test("the log is taken apart by command alone, by whole stretches that are older than the feed goes back", async () => {
  const on = verbsOn(desk);
  await on.open();
  const settled = () =>
    eventually(
      async () => (await owner.query("select 1 from event_inbox limit 1")).rowCount,
      (n) => n === 0,
    );
  await settled();
  // a million events later
  await owner.query("update event_counter set last = 999999 where partner_id = '00000000-0000-0000-0000-000000000000'");
  await owner.query("select event_partition_for(1000000)");
  await desk.travel("2027-01-02T15:00:00Z"); // what falls due on the way stands in the next stretch
  const { id } = await on.open();
  await settled();
  expect(await run()).toContain("- event_p0: positions 1 to ");
  expect(await run()).toContain("1 stretch older than 30 days: --write takes them out of the log");
  const count = async () => (await owner.query("select count(*)::int as n from event")).rows[0].n;
  const before = await count();
  const { at, changes } = await walk(desk, "partner", { after: String(await firstKept()) });
  expect(changes.some((c) => c.ticketId === id)).toBe(true);
  expect(await run("--drop")).toMatch(/--drop: only with retire-events --write/);
  expect(await run("--write")).toContain("taken out of the log; the tables stand by themselves");
  expect(await run()).toContain("Nothing is wholly older than 30 days.");
  expect(await count()).toBeLessThan(before);
  expect((await owner.query("select count(*)::int as n from event_p0")).rows[0].n).toBeGreaterThan(0);
  const { errors } = await askChanges(desk, "partner", { after: "0" });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "CURSOR_EXPIRED", position: at });
  expect((await walk(desk, "partner", { after: String(await firstKept()) })).changes).toEqual(changes);
});

/** The partner's last position in the old stretch. */
async function firstKept(): Promise<number> {
  const { rows } = await owner.query(
    "select min(partner_position)::int - 1 as n from event where partner_id = $1 and position >= 1000000 and at > '2026-12-31'",
    [desk.cast.partner.id],
  );
  return rows[0].n;
}
