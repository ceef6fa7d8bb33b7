import { createServer as createSocket } from "node:net";
import type { Config } from "../platform/config.ts";
import { CannotStart } from "./find-database.ts";
import type { StartOptions } from "./options.ts";
import { whyNoFile, whyNoFolder } from "./places.ts";

/** Asked before anything is set up: what is refused here leaves no trace. */
export async function preflight(config: Config, options: StartOptions): Promise<void> {
  if (options.readyFile !== null) refuse("--ready-file", whyNoFile(options.readyFile));
  if (config.databaseUrl === null)
    refuse(options.data === null ? "DATA_DIR" : "--data", whyNoFolder(options.data ?? config.dataDir));
  if (options.role !== "worker") await canServe(options.port ?? config.port, config.host);
}

function refuse(what: string, why: string | null): void {
  if (why !== null) throw new CannotStart(`${what}: ${why}`);
}

const canServe = (port: number, host: string): Promise<void> =>
  new Promise((ok, fail) => {
    const probe = createSocket()
      .once("error", (error: NodeJS.ErrnoException) => fail(sentence(error, port, host)))
      .listen(port, host, () => probe.close(() => ok()));
  });

function sentence(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") return error; // as when the port is taken a moment later: told in one place, main.ts
  if (error.code === "EACCES")
    return new CannotStart(`Port ${port} is not for this account to serve on: choose one above 1023 with --port.`);
  return new CannotStart(`HOST: ${host} is no address of this machine to serve on (${error.code ?? error.message}).`);
}
