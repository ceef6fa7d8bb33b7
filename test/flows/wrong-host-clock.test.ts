import { execFileSync } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { kill, runChild, TSX } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { announced, edgeInstants, letTimePass, openTickets } from "../support/timers.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

const WRONG = new URL("../support/wrong-clock.ts", import.meta.url).href;
const FIVE_MINUTES = 300_000;
const either = [
  ["five minutes fast", FIVE_MINUTES],
  ["five minutes slow", -FIVE_MINUTES],
] as const;

/** One desk by a worker and an API on hosts whose clocks are off. */
async function startWrong(off: number) {
  const desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
  const client = new pg.Client(desk.urls.owner);
  await client.connect();
  const port = await freePort();
  const run = (what: string) =>
    runChild(new URL(`../long/${what}-process.ts`, import.meta.url), [JSON.stringify(desk.urls), String(port)], {
      load: [WRONG, TSX],
      env: { HOST_CLOCK_OFF_MS: String(off) },
    });
  const children = await Promise.all([run("worker"), run("api")]);
  const gql = async (who: Who, query: string, variables?: object) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${desk.tokens[who]}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as never;
  };
  const close = async () => {
    await Promise.all(children.map(kill));
    await client.end();
    await desk.close();
  };
  return { desk, client, there: verbsOn({ ...desk, gql }), close };
}

test.each(either)("a host's clock can be made wrong for a program: %s", (_, off) => {
  const said = execFileSync(process.execPath, ["--import", WRONG, "-p", "[Date.now(), new Date().getTime()].join()"], {
    env: { ...process.env, HOST_CLOCK_OFF_MS: String(off) },
  });
  for (const now of String(said).split(",")) expect(Math.abs(Number(now) - off - Date.now())).toBeLessThan(60_000);
});

describe.each(either)("a host clock that is %s changes nothing", (_, off) => {
  let desk: TestDesk;
  let client: pg.Client;
  let there: ReturnType<typeof verbsOn>;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ desk, client, there, close } = await startWrong(off));
  });
  afterAll(() => close());

  test("on a sandbox each edge is announced at its own second, and none a second before", async () => {
    await openTickets(desk, 5, "2026-11-30T15:00:00Z");
    const edges = await edgeInstants(client);
    for (const at of new Set(edges))
      for (const now of [at - 1, at]) {
        await letTimePass(client, now);
        const due = edges.filter((edge) => edge <= now).length;
        await eventually(
          () => announced(client),
          ({ events }) => events >= due,
        );
        expect(await announced(client)).toEqual({ events: due, edges: due, early: 0 });
      }
  });

  test("an API on such a host shows the same clocks and the same queue to the second, and dates what is done alike", async () => {
    const here = verbsOn(desk);
    await desk.travel("2026-12-07T15:00:00Z");
    const ticket = await there.open();
    expect(ticket.createdAt).toBe("2026-12-07T15:00:00Z");
    await desk.travel("2026-12-07T17:20:30Z");
    const clock = `slaClock(metric: FIRST_RESPONSE) { asOf state standing dueAt atRiskAt startedAt elapsedSeconds remainingSeconds }`;
    const queue = `{ deskClock { now rate } queue { counts { breached atRisk onTrack paused }
      entries(first: 10) { edges { node { row { number standing dueAt remainingSeconds } } } } } }`;
    const seen = await there.look(ticket.id, clock);
    expect(seen.slaClock).toMatchObject({ asOf: "2026-12-07T17:20:30Z", elapsedSeconds: 2 * 3_600 + 20 * 60 + 30 });
    expect(seen).toEqual(await here.look(ticket.id, clock));
    expect(await there.ask("technician", queue)).toEqual(await here.ask("technician", queue));
  });

  test("on a real desk a wait ends at its instant by the database's clock, and one that ends later goes on", async () => {
    await client.query("update desk_clock set sandbox = false");
    const now = Number(
      (await client.query("select extract(epoch from date_trunc('second', clock_timestamp())) as now")).rows[0].now,
    );
    const iso = (at: number) => new Date(at * 1000).toISOString();
    const wait = async (until: number) => {
      const { id } = await there.open();
      await there.done("technician", "waitOn", { ticketId: id, on: "PARTS", until: iso(until) });
      return id;
    };
    const [later, soon] = [await wait(now + 120), await wait(now + 4)];
    const resumed = "select extract(epoch from recorded_at)::float8 as at from event where type = 'TicketResumed'";
    const { rows } = await eventually(
      () => client.query(resumed),
      ({ rowCount }) => rowCount === 1,
      20_000,
    );
    expect(rows[0].at).toBeGreaterThanOrEqual(now + 4);
    expect((await there.look(soon)).status).toBe("OPEN");
    expect((await there.look(later)).status).toBe("WAITING");
  });
});
