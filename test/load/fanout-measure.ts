import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { on, once } from "node:events";
import { fileURLToPath } from "node:url";
import type { RoleUrls } from "../../api/platform/roles.ts";
import { TSX } from "../support/child.ts";
import type { Arrived, ClientOrder, Used } from "./fanout-client.ts";
import type { Kind } from "./fanout-events.ts";
import type { Memory, Ready, ServerOrder } from "./fanout-server.ts";
import { median } from "./figures.ts";

const WARM_UP = 50;
/** Each change comes after a silence; a whole desk may tell of one act by two messages. */
const REST_MS = { change: 120, act: 500 };
export const PINNED = spawnSync("taskset", ["--version"]).status === 0;

/** Medians over the events of one kind: from a change to its clients in ms, CPU for a delivery in µs. */
export type Delivered = {
  readonly first: number;
  readonly middle: number;
  readonly last: number;
  readonly cpu: number;
  readonly clientCpu: number;
  readonly bytes: number;
};
export type Measured = {
  readonly kinds: { readonly [kind in Kind]?: Delivered };
  /** Bytes for a connection. */
  readonly rss: number;
  readonly heap: number;
  readonly joinCpu: number;
};
export type Plan = {
  readonly sockets: number;
  readonly query: string;
  readonly events: { readonly [kind in Kind]?: number };
};

type Said = { readonly answer: unknown; readonly arrived: Arrived };

/** A process of this folder on a core of its own, asked one thing after the other. */
export class Worker {
  readonly #child: ChildProcess;

  constructor(file: string, core: number, args: readonly string[] = []) {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const node = [process.execPath, "--expose-gc", "--import", TSX, path, ...args];
    const [program = "", ...rest] = PINNED ? ["taskset", "-c", String(core), ...node] : node;
    this.#child = spawn(program, rest, {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, NODE_ENV: "production" },
    });
  }

  /** What it says next of a kind; throws when it ends instead. */
  async heard<K extends "answer" | "arrived">(kind: K): Promise<Said[K]> {
    const over = new AbortController();
    const ended = once(this.#child, "exit", { signal: over.signal }).then(([code]) => {
      throw new Error(`a measured process ended with ${code}`);
    });
    const said = async () => {
      for await (const [message] of on(this.#child, "message", { signal: over.signal }))
        if (kind in message) return message[kind];
    };
    try {
      return await Promise.race([said(), ended]);
    } finally {
      over.abort();
    }
  }

  async ask<T>(order: ServerOrder | ClientOrder): Promise<T> {
    const answer = this.heard("answer");
    this.#child.send(order);
    return (await answer) as T;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await ended;
  }
}

/** One candidate from its start to its end. */
export async function measure(candidate: string, plan: Plan, urls?: RoleUrls): Promise<Measured> {
  const server = new Worker("./fanout-server.ts", 0, [candidate, ...(urls ? [JSON.stringify(urls)] : [])]);
  const client = new Worker("./fanout-client.ts", 1);
  try {
    const ready = (await server.heard("answer")) as Ready;
    const at = { ...ready, url: `${ready.url.replace("http", "ws")}/graphql`, query: plan.query };
    const open = (sockets: number) => client.ask({ open: sockets, ...at });
    const rest = () => new Promise((turn) => setTimeout(turn, urls ? REST_MS.act : REST_MS.change));
    const deliver = async (kind: Kind) => {
      const arrived = client.heard("arrived");
      const changed = await server.ask<number>({ publish: kind });
      return { ...(await arrived), changed };
    };
    const kinds = Object.keys(plan.events) as Kind[];
    const warmUp = async () => {
      await new Promise((turn) => setTimeout(turn, 500)); // the last of them subscribe
      for (const kind of [...kinds, ...kinds]) await deliver(kind).then(rest);
    };
    // what comes once with the first connections is not theirs
    await open(WARM_UP);
    await warmUp();
    await client.ask("close");
    const empty = await server.ask<Memory>("memory");
    const before = await server.ask<number>("cpu");
    await open(plan.sockets);
    const joined = await server.ask<number>("cpu");
    await warmUp();
    const full = await server.ask<Memory>("memory");
    const measured: { [kind in Kind]?: Delivered } = {};
    for (const kind of kinds) {
      const used = async () => ({ server: await server.ask<number>("cpu"), ...(await client.ask<Used>("use")) });
      const from = await used();
      const events: Awaited<ReturnType<typeof deliver>>[] = [];
      for (let n = 0; n < (plan.events[kind] ?? 0); n += 1) {
        events.push(await deliver(kind));
        await rest();
      }
      const until = await used();
      const deliveries = until.deliveries - from.deliveries;
      const ms = (of: (event: (typeof events)[number]) => number) => median(events.map(of)) / 1000;
      measured[kind] = {
        first: ms((e) => e.first - e.changed),
        middle: ms((e) => e.median - e.changed),
        last: ms((e) => e.last - e.changed),
        cpu: (until.server - from.server) / deliveries,
        clientCpu: (until.cpu - from.cpu) / deliveries,
        bytes: events[0]?.bytes ?? 0,
      };
    }
    const each = (of: keyof Memory) => (full[of] - empty[of]) / plan.sockets;
    return { kinds: measured, rss: each("rss"), heap: each("heap"), joinCpu: (joined - before) / plan.sockets };
  } finally {
    await client.stop();
    await server.stop();
  }
}
