import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Driver } from "../../api/app/replay/drive.ts";
import { schedule } from "../../api/app/replay/minutes.ts";
import { Oddities } from "../../api/app/replay/oddities.ts";
import { readPlanFile } from "../../api/app/replay/plan-file.ts";
import { instantOf, type Row, readRows } from "../../api/app/replay/rows.ts";
import { setUp } from "../../api/app/replay/set-up.ts";
import { createDesk } from "../../schema/sdk/desk.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { inventedLog, noonsBetween } from "../support/invented-log.ts";
import { subscribe } from "../support/socket.ts";

const plan = readPlanFile(fileURLToPath(new URL("../../api/app/replay/plans/service-desk-2016.json", import.meta.url)));
const COUNTS = "asOf counts { open breached atRisk onTrack paused unassigned }";
const wallQuery = `subscription { wall { __typename
  ... on WallSnapshot { to wall { ${COUNTS} } } ... on WallDelta { to ${COUNTS} } } }`;
type Counts = { open: number; breached: number; atRisk: number; onTrack: number; paused: number; unassigned: number };
type Shown = { asOf?: string; counts?: Counts };
type Message = { wall: { __typename: string; to?: string; wall?: Shown } & Shown };

/** The wall's six numbers straight from the tables, by a statement that shares nothing with the product. */
const counted = `with open as (
    select t.status, t.assignee_id, c.paused_at,
           coalesce(c.due_at < coalesce(c.paused_at, desk_now()) or c.breached_at <= coalesce(c.paused_at, desk_now()), false) as late,
           coalesce(c.at_risk_at <= coalesce(c.paused_at, desk_now()), false) as near
      from ticket t
      left join lateral (select * from sla_clock c where c.ticket_id = t.id and c.ended_at is null
                          order by c.due_at nulls last, c.commitment, c.metric limit 1) c on true
     where t.status in ('NEW', 'OPEN', 'WAITING', 'SCHEDULED') or (t.status = 'RESOLVED' and c.id is not null))
  select count(*)::int as open, count(*) filter (where late)::int as breached,
         count(*) filter (where not late and paused_at is not null)::int as paused,
         count(*) filter (where not late and paused_at is null and near)::int as "atRisk",
         count(*) filter (where not late and paused_at is null and not near)::int as "onTrack",
         count(*) filter (where status in ('NEW', 'OPEN') and assignee_id is null)::int as unassigned from open`;

let desk: TestDesk;
let database: pg.Client;
beforeEach(async () => {
  desk = await startDesk({ at: "2015-01-01T00:00:00Z" });
  database = new pg.Client(desk.urls.owner);
  await database.connect();
});
afterEach(async () => {
  await database.end();
  await desk.close();
});

/** Sets the clock; answers the position of the log at that instant. */
async function goTo(noon: string): Promise<string> {
  const { data } = await desk.gql(
    "manager",
    "mutation($to: DateTime!) { setClock(input: { to: $to }) { position userErrors { message } } }",
    { to: noon },
  );
  expect(data.setClock.userErrors).toEqual([]);
  return data.setClock.position;
}

/** Plays rows onto the desk with a wall open, and looks at both at every noon on the way. */
async function playAndCompare(rows: Row[]): Promise<{ noons: number; most: number }> {
  const client = createDesk({ url: desk.url, token: desk.tokens.manager });
  const { minutes } = schedule(rows);
  const [first, last] = [minutes[0]?.at ?? 0, minutes.at(-1)?.at ?? 0];
  const { names } = await setUp(client, plan, instantOf(first - 1));
  const driver = new Driver(client, names, new Oddities());
  desk.trust(wallQuery);
  const wall = await subscribe<Message>(desk, "wall", wallQuery);
  let next = 0;
  let most = 0;
  const noons = noonsBetween(first, last);
  for (const noon of noons) {
    while (next < minutes.length && instantOf(minutes[next]?.at as number) <= noon) {
      await driver.play(minutes[next] as (typeof minutes)[number]);
      next += 1;
    }
    const position = await goTo(noon);
    const { rows: own } = await database.query<Counts>(counted);
    const shownBy = ({ wall: m }: Message) => m.wall ?? m;
    const shown = await wall.until((m) => shownBy(m).asOf === noon && BigInt(m.wall.to as string) >= BigInt(position));
    expect(shownBy(shown), `the wall at ${noon}`).toMatchObject({ asOf: noon, counts: own[0] });
    most = Math.max(most, own[0]?.open ?? 0);
  }
  wall.close();
  return { noons: noons.length, most };
}

describe("during a replay an open wall shows what the database holds at every noon", () => {
  test("over an invented fortnight", { timeout: 60_000 }, async () => {
    const { noons, most } = await playAndCompare(inventedLog(11, 60, 5));
    expect(noons).toBeGreaterThan(4);
    expect(most, "tickets open at the busiest noon").toBeGreaterThan(10);
  });

  const file = fileURLToPath(new URL("../../../shared/data/uci_incident_events.csv.gz", import.meta.url));
  const absent = !existsSync(file);
  if (absent)
    console.log("skipped: the real log is not beside this clone (shared/data), so only the invented one is played");
  test.skipIf(absent)("over the first days of a real service desk's log", { timeout: 120_000 }, async () => {
    const until = Date.parse("2016-03-02T13:00:00Z") / 60_000;
    const rows = (await readRows(file)).filter((row) => row.at < until && row.openedAt < until);
    const { noons, most } = await playAndCompare(rows);
    expect(noons).toBeGreaterThan(2);
    expect(most).toBeGreaterThan(100);
  });
});
