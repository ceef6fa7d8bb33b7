import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Account, account, binaries, isUnreachableForPostgres } from "./postgres-binaries.ts";

const SUPERUSER = "watchdesk_admin";

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
  if (!existsSync(join(dataDir, "PG_VERSION"))) initialise(dataDir, bin.initdb, ids);
  const password = readFileSync(join(dataDir, "watchdesk-password"), "utf8");
  const address =
    (port: number) =>
    (database = "postgres") =>
      `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  return attach(dataDir, address) ?? start(dataDir, bin.postgres, ids, durable, address);
}

/** Throws away all data of a directory that no running desk uses. */
export async function removeEmbedded(wanted: string): Promise<void> {
  const old = await startEmbedded(wanted, { durable: false });
  await old.stop();
  rmSync(old.dataDir, { recursive: true, force: true });
}

type Address = (port: number) => Embedded["url"];

function initialise(dataDir: string, initdb: string, ids: Account): void {
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `watchdesk-${randomBytes(8).toString("hex")}`);
  const password = randomBytes(18).toString("base64url");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (ids.uid !== undefined) for (const path of [dataDir, passwordFile]) chownSync(path, ids.uid, ids.gid as number);
  const options = ["--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--locale-provider=builtin"];
  try {
    execFileSync(
      initdb,
      [
        "-D",
        dataDir,
        "-U",
        SUPERUSER,
        `--pwfile=${passwordFile}`,
        ...options,
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
        "--no-sync",
      ],
      { ...ids, cwd: dataDir, stdio: ["ignore", "ignore", "pipe"] },
    );
    writeFileSync(join(dataDir, "watchdesk-password"), password, { mode: 0o600 });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A server that runs on this directory already: its starter was killed, and could not stop it. It is ours now. */
function attach(dataDir: string, address: Address): Embedded | null {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const [pid, , , port, , , , state] = readFileSync(pidFile, "utf8").split("\n");
  if (!alive(Number(pid)) || state?.trim() !== "ready") return null;
  const owner = Number(readFileSync(join(dataDir, "watchdesk-owner"), "utf8"));
  if (owner !== process.pid && alive(owner))
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

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === "EPERM";
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((ok, fail) => {
    let log = "";
    child.stderr?.on("data", (d) => {
      log = (log + d).slice(-4000);
      if (log.includes("ready to accept connections")) ok();
    });
    child.once("exit", (code) => fail(new Error(`PostgreSQL ended with ${code}:\n${log}`)));
  });
}
