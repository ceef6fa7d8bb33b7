import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { kill, runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { ASKED, FollowedBoard, inOrder, type Row } from "../support/followed-board.ts";
import { seeded } from "../support/seeded.ts";
import { type Done, load } from "../support/under-load.ts";

const BOARDS = 50;
const ACCIDENTS = 1_000;
const SERVER_EVERY = 100; // of a hundred accidents one befalls the server
const LOOK_EVERY = 50;

let desk: TestDesk;
let port: number;
let api: ChildProcess;
const begin = async () => {
  api = await runChild(new URL("./api-process.ts", import.meta.url), [JSON.stringify(desk.urls), String(port)]);
};
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  port = await freePort();
  await begin();
});
afterAll(async () => {
  await kill(api);
  await desk.close();
});

/** What whoever asks now is answered, by the desk that the boards do not follow. */
async function asAsked(): Promise<{ rows: Row[]; counts: object }> {
  const { data } = await desk.gql("technician", ASKED);
  return { rows: data.queue.entries.edges.map((e: { node: { row: Row } }) => e.node.row), counts: data.queue.counts };
}

test(`${ACCIDENTS} lost lines, stopped servers and slow readers against ${BOARDS} boards: each ends up as a fresh question is answered`, async () => {
  const random = seeded(Date.now() % 2 ** 31);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const boards = Array.from(
    { length: BOARDS },
    () => new FollowedBoard(`ws://127.0.0.1:${port}/graphql`, desk.tokens.technician),
  );
  let over = false;
  const done: Done = { acknowledged: [], refused: 0, lost: 0 };
  const writing = load(desk, done, () => over, 20);
  const servers = { killed: 0, stopped: 0 };
  for (let accident = 1; accident <= ACCIDENTS; accident += 1) {
    if (accident % SERVER_EVERY === 0) {
      if (random() < 0.5) {
        await kill(api);
        servers.killed += 1;
      } else {
        const gone = new Promise((end) => api.once("exit", end));
        api.kill("SIGTERM");
        await gone;
        servers.stopped += 1;
      }
      await begin();
    } else if (random() < 0.7) pick(boards).cut();
    else pick(boards).stopReading(random() * 2_000);
    await new Promise((turn) => setTimeout(turn, random() * 2 * LOOK_EVERY));
  }
  over = true;
  await writing;
  const now = await asAsked();
  await eventually(
    () => boards.map((board) => JSON.stringify([inOrder(board.rows.values()), board.counts])),
    (all) => all.every((board) => board === JSON.stringify([now.rows, now.counts])),
    20_000,
  );
  const came = boards.reduce(
    (all, { came }) => {
      for (const name of Object.keys(came) as (keyof typeof came)[]) all[name] = (all[name] ?? 0) + came[name];
      return all;
    },
    {} as Record<keyof FollowedBoard["came"], number>,
  );
  for (const board of boards) board.close();
  expect(came.wrong, "boards that a heartbeat found to show what the desk did not mean").toBe(0);
  expect(came.resumed, "boards that came back and were told what they had missed").toBeGreaterThan(100);
  console.log(
    `${ACCIDENTS} accidents (${servers.killed} servers killed, ${servers.stopped} stopped), ${done.acknowledged.length} tickets made meanwhile; ${BOARDS} boards: ${came.snapshots} snapshots, ${came.deltas} deltas, ${came.beats} heartbeats, ${came.resumed} went on where they stood, ${came.gaps} gaps asked anew, ${came.wrong} found wrong`,
  );
}, 900_000);
