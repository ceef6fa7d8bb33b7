import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startEmbedded } from "../../api/platform/embedded-postgres.ts";
import { account, binaries } from "../../api/platform/postgres-binaries.ts";

/** A PostgreSQL of its own, with its disk's guarantees, that can be stopped as a power cut stops it, and started again. */
export async function mortalPostgres() {
  // not mkdtemp: its 0700 would shut PostgreSQL out when we are root
  const dir = join(tmpdir(), `watchdesk-mortal-${randomBytes(6).toString("hex")}`);
  const made = await startEmbedded(dir); // makes the data
  const { dataDir } = made;
  await made.stop();
  const { postgres } = await binaries();
  const port = await freePort();
  let server: ChildProcess;
  const start = () =>
    new Promise<void>((ok, fail) => {
      const options = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "timezone=UTC"];
      server = spawn(postgres, ["-D", dataDir, "-p", String(port), ...options.flatMap((o) => ["-c", o])], {
        ...account(),
        cwd: dataDir,
        stdio: ["ignore", "ignore", "pipe"],
      });
      server.stderr?.on("data", (d) => String(d).includes("ready to accept connections") && ok());
      server.once("error", fail);
    });
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((gone) => {
      server.once("exit", () => gone());
      server.kill(signal);
    });
  await start();
  const url = new URL(made.url("postgres"));
  url.port = String(port);
  return {
    adminUrl: url.href,
    start,
    /** Immediate stop: nothing is written any more, and nobody is told. */
    stopAtOnce: () => end("SIGQUIT"),
    remove: async () => {
      await end("SIGINT");
      rmSync(dir, { recursive: true, force: true });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
