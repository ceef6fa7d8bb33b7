import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../api/platform/embedded-postgres.ts";
import { createDesk } from "../../schema/sdk/desk.ts";
import { runChild } from "../support/child.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { roundRobin } from "../support/round-robin.ts";

let desk: TestDesk;
const running = new Map<number, ChildProcess>();
const begin = async (port: number) => {
  const file = new URL("../long/api-process.ts", import.meta.url);
  running.set(port, await runChild(file, [JSON.stringify(desk.urls), String(port)]));
};
const end = (port: number) =>
  new Promise<number | null>((ended) => {
    running.get(port)?.once("exit", ended);
    running.get(port)?.kill("SIGTERM");
  });
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  for (const child of running.values()) child.kill("SIGKILL");
  await desk.close();
});

test("two processes are restarted in turn under load, and no client that waits when it is told to sees a failure", async () => {
  const ports = [await freePort(), await freePort()];
  await Promise.all(ports.map(begin));
  const proxy = await roundRobin(ports);
  await eventually(
    () => ports.every(proxy.isReady),
    (both) => both,
  );

  const done = { answered: 0, failed: [] as string[], made: [] as string[] };
  let over = false;
  const client = createDesk({ url: proxy.url, token: desk.tokens.technician });
  const create =
    "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } userErrors { message } } }";
  const work = async (who: number) => {
    for (let n = 0; !over; n += 1)
      try {
        if (n % 5 === 0) {
          const input = { clientId: desk.clientId, subject: `Made ${who}-${n}` };
          const { createTicket } = await client.request<any>(create, { i: input });
          done.made.push(createTicket.ticket.id);
        } else await client.request("{ viewer { name } }");
        done.answered += 1;
      } catch (error) {
        done.failed.push((error as Error).message);
      }
  };
  const workers = Array.from({ length: 6 }, (_, who) => work(who));
  for (const port of [...ports, ...ports]) {
    const enough = done.answered + 100;
    await eventually(
      () => done.answered,
      (n) => n >= enough,
      30_000,
    );
    expect(await end(port), "it ends well").toBe(0);
    await begin(port);
    await eventually(
      () => proxy.isReady(port),
      (is) => is,
    );
  }
  over = true;
  await Promise.all(workers);
  proxy.close();
  console.log(`${done.answered} answered over four restarts, ${done.failed.length} failed`);
  expect(done.failed).toEqual([]);
  const { data } = await desk.gql("manager", "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
    ids: done.made.slice(-100),
  });
  expect(data.nodes.filter((node: object | null) => node === null)).toEqual([]);
}, 120_000);
