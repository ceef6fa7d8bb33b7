import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../platform/config.ts";
import { createOrm } from "../platform/database.ts";
import { createLog } from "../platform/log.ts";
import type { RoleUrls } from "../platform/roles.ts";
import { compose } from "./compose.ts";
import { demoCast } from "./demo/demo-cast.ts";
import { simulate } from "./demo/simulate.ts";
import { entities } from "./entities.ts";
import { findDatabase } from "./find-database.ts";
import { greet } from "./greet.ts";
import type { StartOptions } from "./options.ts";
import { preflight } from "./preflight.ts";
import { prepare } from "./prepare.ts";
import { sandboxCast } from "./sandbox-cast.ts";
import { createServer } from "./server.ts";
import { makeSignIns } from "./sign-ins.ts";
import { startWorker } from "./worker.ts";

const HANDED_DOWN = "WATCHDESK_ROLE_URLS";
const root = resolve(fileURLToPath(import.meta.url), "../../..");

/** Starts a desk, or the part of it that a role names, and keeps it until it is told to stop. */
export async function start(config: Config, options: StartOptions): Promise<void> {
  const began = performance.now();
  const log = createLog(config.logLevel);
  const handedDown = process.env[HANDED_DOWN];
  if (handedDown) return workUntilStopped(JSON.parse(handedDown) as RoleUrls & { simulate?: boolean }, log);

  await preflight(config, options);
  // a demo whose set-up was killed is no demo: it is begun anew
  const unfinished = join(resolve(options.data ?? config.dataDir), "demo-unfinished");
  const wantsDemo = !options.empty && !options.sandbox && config.databaseUrl === null && options.role !== "worker";
  const demoReset = options.demoReset || (wantsDemo && existsSync(unfinished));
  const database = await findDatabase(config, { ...options, demoReset });
  const { urls, embedded } = database;
  const { isNew } = await prepare(database, options);
  if (wantsDemo && isNew) {
    mkdirSync(dirname(unfinished), { recursive: true }); // the database may lie elsewhere: see startEmbedded
    writeFileSync(unfinished, "");
  }
  if (options.role === "worker") return workUntilStopped(urls, log);

  const build = buildId();
  const composed = await compose(urls, build);
  const demo = wantsDemo;
  const orm = await createOrm(urls.staff, entities, 4);
  // a production desk has no ready-made tokens unless somebody asks for the file that holds them
  const readyMade = embedded !== null || options.readyFile !== null || options.sandbox;
  const cast = !readyMade
    ? null
    : demo
      ? await demoCast(composed, orm, urls.worker, composed.machine)
      : await sandboxCast(orm);
  const made = cast && (await makeSignIns(orm, cast));
  await orm.close(true);
  rmSync(unfinished, { force: true });
  const worker = options.role === "all" ? startChild({ ...urls, simulate: demo }) : null;
  const server = await createServer(composed, log, {
    boardDir: resolve(root, "board/build"),
    ...(made && { demoSignIns: made.signIns }),
  });
  const url = (await server.listen(options.port ?? config.port, config.host)).replace("0.0.0.0", "127.0.0.1");
  const addresses = { url: `${url}/graphql`, wsUrl: `${url.replace("http", "ws")}/graphql`, boardUrl: `${url}/board` };
  greet({ addresses, signIns: made?.signIns ?? null, demo, sandbox: options.sandbox, where: database.where, began });
  if (options.readyFile)
    writeFileSync(
      options.readyFile,
      `${JSON.stringify({ ...addresses, tokens: made?.tokens ?? {}, database: embedded && { dataDir: embedded.dataDir, isNew }, pids: { api: process.pid, worker: worker?.pid ?? null, postgres: embedded?.pid ?? null } }, null, 2)}\n`,
      { mode: 0o600 },
    );

  onStop(async () => {
    if (options.readyFile) rmSync(options.readyFile, { force: true });
    await server.close();
    await Promise.all([stopChild(worker), composed.close()]);
    await embedded?.stop();
  });
  worker?.on("exit", (code) => {
    if (!stopping) log.error({ code }, "the worker ended: promises are not watched until it runs again");
  });
}

/** The worker's side of `--role all`: told its databases by its parent, and gone when the parent is. */
async function workUntilStopped(
  urls: RoleUrls & { simulate?: boolean },
  log: ReturnType<typeof createLog>,
): Promise<void> {
  const worker = await startWorker(urls, log);
  const simulator = urls.simulate ? await simulate(urls, log) : null;
  const stop = async () => {
    await simulator?.stop();
    await worker.stop();
  };
  onStop(stop);
}

const startChild = (urls: RoleUrls & { simulate: boolean }): ChildProcess =>
  fork(process.argv[1] as string, ["--role", "worker"], {
    env: { ...process.env, [HANDED_DOWN]: JSON.stringify(urls) },
    execArgv: process.execArgv,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });

const stopChild = (child: ChildProcess | null): Promise<void> =>
  new Promise((done) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return done();
    child.once("exit", () => done());
    child.kill("SIGTERM");
  });

let stopping = false;
/** Stops in order when told to, and when whoever started us over a channel is gone: nobody else would. */
function onStop(stop: () => Promise<void>): void {
  const once = () => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.on(signal as "SIGINT", once);
}

/** Names what is served: a board that runs another build reloads itself. */
function buildId(): string {
  const page = resolve(root, "board/build/index.html");
  return createHash("sha256")
    .update(existsSync(page) ? readFileSync(page) : "no board")
    .digest("hex")
    .slice(0, 12);
}
