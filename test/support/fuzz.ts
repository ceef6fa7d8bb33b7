import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { Pool } from "undici";
import { buildSchema } from "../../api/app/graphql-schema.ts";
import type { fullDesk } from "./full-desk.ts";
import { type OddRequest, oddRequests } from "./odd-requests.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const heapMB = () => {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
};

/** A sandbox's clock is no request's to move for the others; the rest is fair. */
const except = ["setClock"];
const BATCH = 1_000;

/** Sends so many odd requests; answers what came back by status and code, and every one that the desk took the blame for. */
export async function fuzz({ desk, known }: Awaited<ReturnType<typeof fullDesk>>, count: number, seed: number) {
  const pool = new Pool(desk.origin, { connections: 16, headersTimeout: 30_000 });
  const { partner, technician, manager, requester, wall, monitoring } = desk.tokens;
  const requests = oddRequests(
    buildSchema(),
    known,
    [partner, technician, manager, requester, wall, monitoring],
    except,
  );
  const statuses: Record<string, number> = {};
  const codes: Record<string, number> = {};
  const faults: { request: OddRequest; status: number; text: string }[] = [];
  const heap = [heapMB()];
  let slowest = 0;
  const send = async (request: OddRequest) => {
    const began = performance.now();
    const { statusCode: status, body } = await pool.request({ ...request, method: request.method as "GET" });
    const text = await body.text();
    slowest = Math.max(slowest, performance.now() - began);
    statuses[status] = (statuses[status] ?? 0) + 1;
    const code = /"code":"(\w+)"/.exec(text)?.[1] ?? (status < 300 ? "OK" : "none");
    codes[code] = (codes[code] ?? 0) + 1;
    if (status >= 500 || code === "INTERNAL_SERVER_ERROR" || /\bat .*\.[jt]s:\d+|node_modules/.test(text))
      faults.push({ request, status, text: text.slice(0, 300) });
  };
  for (let sent = 0; sent < count; sent += BATCH) {
    const batch = fc.sample(requests, { seed: seed + sent, numRuns: Math.min(BATCH, count - sent) });
    const queue = batch.values();
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (const request of queue)
          await send(request).catch((error: Error) => faults.push({ request, status: 0, text: String(error) }));
      }),
    );
    if (sent % (10 * BATCH) === 0) heap.push(heapMB());
  }
  heap.push(heapMB());
  await pool.close();
  return { statuses, codes, faults, heap, slowest: Math.round(slowest) };
}
