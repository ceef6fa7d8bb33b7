import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, type MailSettings, type Settings, settingsOf } from "../platform/config.ts";
import { createOrm } from "../platform/database.ts";
import { createLog, type Logger } from "../platform/log.ts";
import { Catcher } from "../platform/mail/catcher.ts";
import type { RoleUrls } from "../platform/roles.ts";
import { compose } from "./compose.ts";
import { demoCast } from "./demo/demo-cast.ts";
import { simulate } from "./demo/simulate.ts";
import { entities } from "./entities.ts";
import { CannotStart, type Database, findDatabase, oneAtATime } from "./find-database.ts";
import { greet } from "./greet.ts";
import { kindOf } from "./kind-of-desk.ts";
import type { Life } from "./life.ts";
import type { StartOptions } from "./options.ts";
import { preflight } from "./preflight.ts";
import { prepare } from "./prepare.ts";
import { removeReady, writeReady } from "./ready-file.ts";
import { sandboxCast } from "./sandbox-cast.ts";
import { createServer } from "./server.ts";
import { makeSignIns } from "./sign-ins.ts";
import { startWorker } from "./worker.ts";
import { handedDown, keepWorker } from "./worker-child.ts";

const root = resolve(fileURLToPath(import.meta.url), "../../..");

const NO_MAIL = "SMTP_URL is not set: letters are made, and wait";

/** Starts a desk, or the part of it that a role names; the life keeps it until it is told to stop. */
export async function start(config: Config, options: StartOptions, life: Life): Promise<void> {
  const began = performance.now();
  const log = createLog(config.logLevel);
  const ours = handedDown();
  const settings = settingsOf(config, options.data ?? config.dataDir);
  if (ours) return work(ours, ours.simulate, ours.settings, log, life);

  await preflight(config, options);
  if (options.readyFile) removeReady(options.readyFile);
  const demo = !options.empty && !options.sandbox && config.databaseUrl === null && options.role !== "worker";
  // a demo whose set-up was killed is no demo: it is begun anew
  const unfinishedMark = join(resolve(options.data ?? config.dataDir), "demo-unfinished");
  const unfinished = demo && existsSync(unfinishedMark);
  const release = await oneAtATime(config.databaseUrl);
  const database = await findDatabase(config, { ...options, demoReset: options.demoReset || unfinished, unfinished });
  const { urls, embedded } = database;
  life.with("PostgreSQL", () => embedded?.stop(), 30_000);
  if ((await whatIsThere(database, demo, options)) === "NOTHING" && demo) {
    mkdirSync(dirname(unfinishedMark), { recursive: true }); // the database may lie elsewhere: see startEmbedded
    writeFileSync(unfinishedMark, "");
  }
  const { isNew } = await prepare(database, options);
  await release();
  if (options.role === "worker") {
    if (!settings.mail) log.warn(NO_MAIL);
    return work(urls, false, settings, log, life);
  }

  const caught = await catchMail(database, config, options, life);
  const composed = await compose(urls, buildId(), log, options.role === "all", { settings, caught });
  life.with("what holds connections", () => composed.close());
  const orm = await createOrm(urls.staff, entities, 4);
  // a desk on a database of the operator's own has no ready-made tokens
  const cast =
    embedded === null && !options.sandbox
      ? null
      : demo
        ? await demoCast(composed, orm, urls.worker, composed.machine)
        : await sandboxCast(orm);
  const made = cast && (await makeSignIns(orm, cast));
  await orm.close(true);
  rmSync(unfinishedMark, { force: true });
  let worker: ReturnType<typeof keepWorker> | null = null;
  life.with("the worker", () => worker?.stop(), 15_000);
  const server = await createServer(composed, log, {
    boardDir: resolve(root, "board/build"),
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    openId: openIdOf(config),
    metricsToken: config.metricsToken,
    drainSeconds: config.drainSeconds,
    ...(made && { demoSignIns: made.signIns }),
  });
  life.with("the server", () => server.close(), 30_000);
  const url = (await server.listen(options.port ?? config.port, config.host)).replace("0.0.0.0", "127.0.0.1");
  if (options.role === "all" && !life.over) {
    // letters link to where people reach the desk, which is known from here on
    const mail = caught ? mailToCatch(caught, config.publicUrl ?? url) : settings.mail;
    worker = keepWorker({ ...urls, simulate: demo, settings: { ...settings, mail } }, log);
    if (!mail) log.warn(NO_MAIL);
  }
  const addresses = { url: `${url}/graphql`, wsUrl: `${url.replace("http", "ws")}/graphql`, boardUrl: `${url}/board` };
  greet({
    addresses,
    signIns: made?.signIns ?? null,
    demo,
    sandbox: options.sandbox,
    where: database.where,
    catchesMail: caught !== null,
    began,
  });
  const { readyFile } = options;
  if (!readyFile) return;
  life.with("the ready file", () => removeReady(readyFile));
  writeReady(readyFile, {
    ...addresses,
    tokens: made?.tokens ?? {},
    database: embedded && { dataDir: embedded.dataDir, isNew },
    pids: { api: process.pid, worker: worker?.pid() ?? null, postgres: embedded?.pid ?? null },
  });
}

function openIdOf({ oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret }: Config) {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

/** A demo is never laid over a desk that is somebody's, nor served as one. */
async function whatIsThere({ embedded, where }: Database, demo: boolean, options: StartOptions) {
  if (!embedded || options.sandbox) return null;
  const kind = await kindOf(embedded.url("watchdesk"));
  if (demo && kind === "DESK")
    throw new CannotStart(`${where}, holds a desk that is no demo: start it with --empty, or choose another --data.`);
  if (options.empty && kind === "DEMO")
    throw new CannotStart(`${where}, holds the demo: start it without --empty, or choose another --data.`);
  return kind;
}

/** The worker's part, and in a demo its invented people. */
async function work(urls: RoleUrls, simulated: boolean, settings: Settings, log: Logger, life: Life): Promise<void> {
  const worker = await startWorker(urls, log, { settings });
  life.with("the timers", () => worker.stop());
  const simulator = simulated ? await simulate(urls, log) : null;
  if (simulator) life.with("the invented people", () => simulator.stop());
}

/** A desk that is only tried out, and has no mail server, keeps its letters for reading (`/mails`). */
async function catchMail({ embedded }: Database, config: Config, { role, sandbox }: StartOptions, life: Life) {
  if (config.smtpUrl !== null || role !== "all" || (embedded === null && !sandbox)) return null;
  const catcher = await Catcher.start();
  life.with("what catches mail", () => catcher.stop());
  return catcher;
}
const mailToCatch = ({ url: smtpUrl }: Catcher, origin: string): MailSettings => ({
  ...{ smtpUrl, origin, from: { name: "Watchdesk", address: "support@watchdesk.example" } },
  replyDomain: "in.watchdesk.example",
});

/** Names what is served: a board that runs another build reloads itself. */
function buildId(): string {
  const hash = createHash("sha256");
  for (const page of ["index.html", "board/wall.html"]) {
    const file = resolve(root, "board/build", page);
    hash.update(existsSync(file) ? readFileSync(file) : "no board");
  }
  return hash.digest("hex").slice(0, 12);
}
