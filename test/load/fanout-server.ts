/** One candidate in a process of its own: it publishes when it is told to, and says what it has used. */
import { fileURLToPath } from "node:url";
import { readTrusted } from "../../api/app/http/trusted-documents.ts";
import type { Kind } from "./fanout-events.ts";

export type Candidate = {
  readonly url: string;
  /** Those of its screens, where it asks for any. */
  readonly tokens?: readonly string[];
  /** Changes something that all are told of; answers when, by `micros`. */
  publish(kind: Kind): Promise<number>;
};
export type Ready = Pick<Candidate, "url" | "tokens">;
export type ServerOrder = { readonly publish: Kind } | "cpu" | "memory";
export type Memory = { readonly rss: number; readonly heap: number };

const candidates: { readonly [name: string]: () => Promise<Candidate> } = {
  watchdesk: async () => {
    const { startWatchdesk } = await import("./fanout-watchdesk.ts");
    return startWatchdesk(readTrusted(fileURLToPath(new URL("../../board/build", import.meta.url))));
  },
  "graphql-ws": async () => (await import("./fanout-peers.ts")).startGraphqlWs(),
  mercurius: async () => (await import("./fanout-peers.ts")).startMercurius(),
  "watchdesk, whole": async () => (await import("./fanout-whole.ts")).startWhole(JSON.parse(urls)),
};

const [name = "", urls = ""] = process.argv.slice(2);
const { url, tokens, publish } = await (candidates[name] as () => Promise<Candidate>)();

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** What is held, and nothing that only waits to be collected. */
async function memory(): Promise<Memory> {
  for (let i = 0; i < 4; i += 1) {
    await globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
    await new Promise((turn) => setTimeout(turn, 50));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

async function answerTo(order: ServerOrder): Promise<number | Memory> {
  if (order === "cpu") return cpu();
  return order === "memory" ? memory() : publish(order.publish);
}

process.on("message", async (order: ServerOrder) => process.send?.({ answer: await answerTo(order) }));
process.on("disconnect", () => process.exit());
const answer: Ready = { url, ...(tokens && { tokens }) };
process.send?.({ answer });
