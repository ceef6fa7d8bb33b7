import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ready } from "../../api/app/ready-file.ts";
import { askAt, CREATE } from "./limits-ask.ts";

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
  const { origin } = new URL(ready.url);
  const { ask, close } = askAt(origin, who);

  const { data } = await ask("manager", "{ clients(first: 1) { edges { node { id } } } }");
  const clientId: string = data.clients.edges[0].node.id;
  const reply = "mutation($i: ReplyInput!) { reply(input: $i) { userErrors { code } } }";
  for (let i = 0; i < 200; i += 1) {
    const made = await ask("manager", CREATE, { i: { clientId, subject: `Ticket ${i}`, affected: "ONE" } });
    const ticketId = made.data.createTicket.ticket.id;
    for (let line = 0; line < 4; line += 1) await ask("manager", reply, { i: { ticketId, body: `Line ${line}` } });
  }
  return {
    ask,
    origin,
    who,
    clientId,
    pids: ready.pids,
    stop: async () => {
      await close();
      const ended = new Promise((done) => desk.once("exit", done));
      desk.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
