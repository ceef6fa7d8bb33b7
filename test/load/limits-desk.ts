import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Pool } from "undici";
import type { Ready } from "../../api/app/ready-file.ts";

type Cost = { requested: number; actual: number };
type Asked = { status: number; ms: number; data: any; cost: Cost; bytes: number };

/** The built product in a process of its own, with 200 tickets on it, each with a conversation; asked over kept connections. */
export async function startLimitsDesk() {
  const folder = mkdtempSync(join(tmpdir(), "watchdesk-bench-"));
  const readyFile = join(folder, "ready.json");
  const program = fileURLToPath(new URL("../../api/dist/main.js", import.meta.url));
  const options = ["--sandbox", "--port", "0", "--data", join(folder, "data"), "--ready-file", readyFile];
  const desk = spawn(process.execPath, [program, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  while (!existsSync(readyFile)) await new Promise((turn) => setTimeout(turn, 100));
  const ready: Ready = JSON.parse(readFileSync(readyFile, "utf8"));
  const tokens = ready.tokens as Required<Ready["tokens"]>;
  const who = { noisy: tokens.partner, quiet: tokens.otherPartner, manager: tokens.manager };
  const pool = new Pool(new URL(ready.url).origin, { connections: 32 });

  const ask = async (as: keyof typeof who, query: string, variables: object = {}): Promise<Asked> => {
    const began = performance.now();
    const { statusCode, body } = await pool.request({
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${who[as]}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await body.text();
    const ms = performance.now() - began;
    const { data, extensions } = JSON.parse(text);
    return { status: statusCode, ms, data, cost: extensions.cost, bytes: text.length };
  };

  const { data } = await ask("manager", "{ clients(first: 1) { edges { node { id } } } }");
  const clientId: string = data.clients.edges[0].node.id;
  const create = "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } userErrors { code } } }";
  const reply = "mutation($i: ReplyInput!) { reply(input: $i) { userErrors { code } } }";
  for (let i = 0; i < 200; i += 1) {
    const made = await ask("manager", create, { i: { clientId, subject: `Ticket ${i}`, affected: "ONE" } });
    const ticketId = made.data.createTicket.ticket.id;
    for (let line = 0; line < 4; line += 1) await ask("manager", reply, { i: { ticketId, body: `Line ${line}` } });
  }
  return {
    ask,
    create,
    clientId,
    pids: ready.pids,
    stop: async () => {
      await pool.close();
      const ended = new Promise((done) => desk.once("exit", done));
      desk.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
