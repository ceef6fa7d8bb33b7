import type { ChildProcess } from "node:child_process";
import pg from "pg";
import type { Embedded } from "../../api/platform/embedded-postgres.ts";
import { ROLES, type RoleUrls } from "../../api/platform/roles.ts";
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
  const [original, ...copies] = variants.filter(isOurs);
  if (!original) throw new Error("the desk itself is not among what is compared");
  const desk = await makeDesk(server, original.database, pending, edges);
  await watchEdges(server, original.database);
  for (const { database } of copies) await once(server, "postgres", copyOf(original.database, database));
  for (const variant of variants) {
    const { database } = variant;
    if (!isOurs(variant)) {
      await once(server, "postgres", `create database ${database}`);
      await effectTable(server, database);
    }
    const address = isOurs(variant) ? JSON.stringify(urlsOn(desk.urls, database)) : server.url(database);
    // Node reads these sources by itself; a loader would be a thread of its own, and its CPU time that of the process
    const file = new URL("./timer-process.ts", import.meta.url);
    const child = await runChild(file, [JSON.stringify(variant), address], { load: [] });
    running.push({ variant, child });
    if (isOurs(variant)) continue;
    const from = Date.now() + FAR_MS;
    await enqueue(
      child,
      Array.from({ length: pending }, (_, i) => from + i * 1_000),
    );
    await once(server, database, "vacuum analyze");
  }
  return {
    running,
    desk,
    stop: () => Promise.all(running.map(({ child }) => kill(child))).then(() => {}),
  };
}

export const isOurs = ({ kind }: Variant): boolean => kind === "timers" || kind === "worker";
const copyOf = (from: string, to: string) => `create database ${to} template ${from} owner ${ROLES.owner}`;
const urlsOn = (urls: RoleUrls, database: string): RoleUrls => {
  const on = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  return { owner: on(urls.owner), staff: on(urls.staff), worker: on(urls.worker), scoped: on(urls.scoped) };
};

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
