import type { ChildProcess } from "node:child_process";
import pg from "pg";
import type { Embedded } from "../../api/platform/embedded-postgres.ts";
import { kill, runChild } from "../support/child.ts";
import { type BenchDesk, makeDesk } from "./timer-desk.ts";
import { effectTable, watchEdges } from "./timer-effects.ts";
import { type Enqueue, type Variant, variants } from "./timer-variants.ts";

const FAR_MS = 24 * 3_600_000;

export type Running = { readonly variant: Variant; readonly child: ChildProcess };
export type Started = { readonly running: Running[]; readonly desk: BenchDesk; stop(): Promise<void> };

/** Every system with as many jobs pending, far from due, in a process of its own. */
export async function startAll(server: Embedded, pending: number, edges: readonly number[]): Promise<Started> {
  const running: Running[] = [];
  let desk: BenchDesk | undefined;
  for (const variant of variants) {
    const { database, kind } = variant;
    if (kind === "watchdesk") {
      desk = await makeDesk(server, database, pending, edges);
      await watchEdges(server, database);
    } else {
      await once(server, "postgres", `create database ${database}`);
      await effectTable(server, database);
    }
    const address = kind === "watchdesk" ? JSON.stringify(desk?.urls) : server.url(database);
    // Node reads these sources by itself; a loader would be a thread of its own, and its CPU time that of the process
    const file = new URL("./timer-process.ts", import.meta.url);
    const child = await runChild(file, [JSON.stringify(variant), address], { load: [] });
    running.push({ variant, child });
    if (kind === "watchdesk") continue;
    const from = Date.now() + FAR_MS;
    await enqueue(
      child,
      Array.from({ length: pending }, (_, i) => from + i * 1_000),
    );
    await once(server, database, "vacuum analyze");
  }
  return {
    running,
    desk: desk as BenchDesk,
    stop: () => Promise.all(running.map(({ child }) => kill(child))).then(() => {}),
  };
}

/** Hands jobs to a peer, and waits until it has them. */
export const enqueue = (child: ChildProcess, instants: readonly number[]): Promise<void> =>
  new Promise((done, fail) => {
    child.once("message", () => done());
    child.once("exit", (code) => fail(new Error(`a peer ended with ${code}`)));
    child.send({ enqueue: instants } satisfies Enqueue);
  });

async function once(server: Embedded, database: string, text: string): Promise<void> {
  const client = new pg.Client(server.url(database));
  await client.connect();
  await client.query(text).finally(() => client.end());
}
