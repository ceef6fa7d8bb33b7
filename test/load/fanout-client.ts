/** All clients, in a process of its own: sockets that watch the wall, in the protocol spoken by hand. */
import { WebSocket } from "ws";
import { micros } from "./fanout-events.ts";
import { quantile } from "./figures.ts";

export type ClientOrder = Opening | "close" | "use";
type Opening = {
  readonly open: number;
  readonly url: string;
  readonly query: string;
  readonly tokens?: readonly string[];
};
/** A message has come to all, at these instants. */
export type Arrived = {
  readonly first: number;
  readonly median: number;
  readonly last: number;
  readonly bytes: number;
};
export type Used = { readonly deliveries: number; readonly cpu: number };

const AT_ONCE = 50;
const sockets: WebSocket[] = [];
const coming = new Map<number, number[]>();
let deliveries = 0;

function took(data: Buffer): void {
  const at = micros();
  deliveries += 1;
  if (!data.subarray(0, 200).includes('"WallDelta"')) return; // a picture, or a sign of life
  const from = data.indexOf('"to":"') + 6;
  const told = Number(data.toString("latin1", from, data.indexOf('"', from)));
  const arrivals = coming.get(told) ?? [];
  coming.set(told, arrivals);
  if (arrivals.push(at) < sockets.length) return;
  coming.delete(told);
  const of = (q: number) => quantile(arrivals, q);
  const arrived: Arrived = { first: of(0), median: of(0.5), last: at, bytes: data.length };
  process.send?.({ arrived });
}

const open = (url: string, query: string, token: string): Promise<void> =>
  new Promise((done, fail) => {
    const socket = new WebSocket(url, "graphql-transport-ws", { perMessageDeflate: false, skipUTF8Validation: true });
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on("open", () => say({ type: "connection_init", payload: { authorization: `Bearer ${token}` } }));
    socket.on("message", (data: Buffer) => {
      if (data.includes('"next"')) return took(data);
      const { type, payload } = JSON.parse(String(data));
      if (type === "ping") say({ type: "pong" });
      else if (type === "error") fail(new Error(JSON.stringify(payload)));
      else if (type === "connection_ack") {
        say({ id: "1", type: "subscribe", payload: { query, variables: { rows: 8 } } });
        done();
      }
    });
    socket.on("error", fail);
    socket.on("close", (code, reason) => fail(new Error(`closed with ${code} ${reason}`)));
    sockets.push(socket);
  });

async function openAll({ open: count, url, query, tokens }: Opening): Promise<void> {
  const tokenOf = (n: number) => tokens?.[n % tokens.length] ?? `screen-${n}`;
  for (let n = 0; n < count; n += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, i) => open(url, query, tokenOf(n + i))));
}

async function closeAll(): Promise<void> {
  await Promise.all(
    sockets.splice(0).map((socket) => {
      socket.removeAllListeners("close");
      return new Promise((gone) => socket.once("close", gone).close());
    }),
  );
  coming.clear();
}

process.on("message", async (order: ClientOrder) => {
  if (order === "use") {
    const { user, system } = process.cpuUsage();
    const answer: Used = { deliveries, cpu: user + system };
    return process.send?.({ answer });
  }
  await (order === "close" ? closeAll() : openAll(order));
  process.send?.({ answer: "done" });
});
process.on("disconnect", () => process.exit());
