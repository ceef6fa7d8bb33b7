import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join, resolve } from "node:path";
import { initialise, lastLine, SUPERUSER } from "./initialise-postgres.ts";
import { type Account, account, binaries, isUnreachableForPostgres, NoDatabase } from "./postgres-binaries.ts";
import { alive, isPostgres, ownerOf, whatServes } from "./running-postgres.ts";

export type Embedded = {
  /** The administrator's address of a database: for making roles and databases only. */
  readonly url: (database?: string) => string;
  readonly pid: number;
  /** Where the data lies. */
  readonly dataDir: string;
  stop(): Promise<void>;
};

export const freePort = () =>
  new Promise<number>((ok, fail) => {
    const s = createServer()
      .once("error", fail)
      .listen(0, "127.0.0.1", () => {
        const { port } = s.address() as AddressInfo;
        s.close(() => ok(port));
      });
  });

/** Where the data of a wanted folder really lies: see isUnreachableForPostgres. */
export function dataDirOf(wanted: string): string {
  const wish = resolve(wanted);
  return isUnreachableForPostgres(wish)
    ? join("/var/tmp", `watchdesk-${createHash("sha256").update(wish).digest("hex").slice(0, 12)}`)
    : wish;
}

/** Starts a private PostgreSQL on a data directory, or attaches to the one that an earlier, killed start left running. */
export async function startEmbedded(wanted: string, { durable = true } = {}): Promise<Embedded> {
  const dataDir = dataDirOf(wanted);
  const ids = account();
  const bin = await binaries();
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) initialise(dataDir, bin.initdb, ids);
  else if (!existsSync(join(dataDir, "watchdesk-password")))
    throw new NoDatabase(`${dataDir} holds something else than a Watchdesk database: choose another folder.`);
  const password = readFileSync(join(dataDir, "watchdesk-password"), "utf8");
  const address =
    (port: number) =>
    (database = "postgres") =>
      `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  return (await attach(dataDir, address)) ?? start(dataDir, bin.postgres, ids, durable, address);
}

type Address = (port: number) => Embedded["url"];

/**
 * A server that runs on this directory already: its starter was killed, and could not stop it. It is ours now. The pid
 * file alone says nothing: after a power cut its number may be anybody's, so the server itself is asked what it serves.
 */
async function attach(dataDir: string, address: Address): Promise<Embedded | null> {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, "utf8").split("\n");
  const served = await whatServes(address(Number(port))());
  if (served?.dataDir !== realpathSync(dataDir)) {
    if (!isPostgres(Number(pid))) rmSync(pidFile, { force: true }); // left by one that is no more
    return null;
  }
  const owner = ownerOf(dataDir);
  if (owner !== process.pid && alive(owner) && served.clients > 0)
    throw new InUse(
      `The data in ${dataDir} is in use by a running Watchdesk (process ${owner}): stop that one, or choose another --data.`,
    );
  writeFileSync(join(dataDir, "watchdesk-owner"), String(process.pid));
  const stop = async () => {
    process.kill(Number(pid), "SIGINT");
    while (alive(Number(pid))) await new Promise((done) => setTimeout(done, 20));
  };
  return { url: address(Number(port)), pid: Number(pid), dataDir, stop };
}

/** Another desk runs on the same data. */
export class InUse extends Error {}

async function start(
  dataDir: string,
  postgres: string,
  ids: Account,
  durable: boolean,
  address: Address,
): Promise<Embedded> {
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
  const child = spawn(postgres, ["-D", dataDir, "-p", String(port), ...settings.flatMap((s) => ["-c", s])], {
    ...ids,
    cwd: dataDir,
    stdio: ["ignore", "ignore", "pipe"],
    detached: true, // an interrupt from the terminal is ours to pass on, after the desk has closed its connections
  });
  await ready(child);
  writeFileSync(join(dataDir, "watchdesk-owner"), String(process.pid));
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  const onExit = () => child.kill("SIGINT");
  process.once("exit", onExit);
  return {
    url: address(port),
    pid: child.pid as number,
    dataDir,
    stop: () =>
      new Promise((done) => {
        process.off("exit", onExit);
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.ref();
        child.once("exit", () => done());
        child.kill("SIGINT");
      }),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((ok, fail) => {
    let log = "";
    child.stderr?.on("data", (d) => {
      log = (log + d).slice(-4000);
      if (log.includes("ready to accept connections")) ok();
    });
    child.once("error", (error) => fail(new NoDatabase(`PostgreSQL cannot be run: ${error.message}`)));
    child.once("exit", (code) => fail(new NoDatabase(`PostgreSQL ended with ${code}: ${lastLine(log)}`)));
  });
}
