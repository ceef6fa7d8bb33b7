import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Composed, compose } from "../../api/app/compose.ts";
import { entities } from "../../api/app/entities.ts";
import { idOf } from "../../api/app/http/documents.ts";
import { readTrusted } from "../../api/app/http/trusted-documents.ts";
import { sandboxCast } from "../../api/app/sandbox-cast.ts";
import { createServer, type ServerOptions } from "../../api/app/server.ts";
import { type Cast, makeSignIns, type Tokens } from "../../api/app/sign-ins.ts";
import { startWorker } from "../../api/app/worker.ts";
import { BUDGETS } from "../../api/partners/limits/constants.ts";
import type { SendingOptions } from "../../api/partners/send-webhooks.ts";
import { defaultSettings, type Settings } from "../../api/platform/config.ts";
import { createOrm } from "../../api/platform/database.ts";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { createLog, type Logger } from "../../api/platform/log.ts";
import type { Catcher } from "../../api/platform/mail/catcher.ts";
import type { RoleUrls } from "../../api/platform/roles.ts";
import type { Budgets } from "../../api/platform/throttle.ts";

export type Answer<T> = {
  data: T;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
};
export type TestDesk = {
  url: string;
  wsUrl: string;
  boardUrl: string;
  origin: string;
  tokens: Tokens;
  cast: Cast;
  /** Id of the ready-made client, as the API shows it. */
  clientId: string;
  urls: RoleUrls;
  composed: Composed;
  /** One request as somebody; `at` travels there first. */
  gql<T = any>(who: keyof Tokens, query: string, variables?: object, at?: string): Promise<Answer<T>>;
  /** Lets wall screens run these documents too, as if the board had been built with them. */
  trust(...texts: string[]): void;
  /** Goes on to an instant; every edge on the way is fired. */
  travel(to: string): Promise<void>;
  close(): Promise<void>;
};

/** What a test spends is not what it is about: budgets that no test uses up, unless it asks for the real ones. */
export const roomy: Budgets = {
  ...BUDGETS,
  operationCost: 1e6,
  reserve: { maximum: 1e9, restorePerSecond: 1e9 },
  source: { maximum: 1e9, restorePerSecond: 1e9 },
  person: { maximum: 1e9, restorePerSecond: 1e9 },
};

export type ServeOptions = {
  at?: string;
  worker?: boolean;
  budgets?: Budgets;
  logTo?: Logger;
  /** What the server is told beside what a test desk always tells it. */
  server?: Partial<ServerOptions>;
  settings?: Partial<Settings>;
  sending?: SendingOptions;
  /** What keeps the letters, where none is to leave the machine. */
  caught?: Catcher;
};

const boardDir = resolve(import.meta.dirname, "../../board/build");

/** The whole product on a free port over a prepared sandbox whose clock stands; closing it leaves the database. */
export async function serveDesk(urls: RoleUrls, options: ServeOptions = {}): Promise<TestDesk> {
  const { at = "2026-11-30T15:00:00Z", worker = true, budgets = roomy, settings = {}, sending = {} } = options;
  const log = options.logTo ?? createLog(process.env["TEST_LOG"] ?? "error");
  const orm = await createOrm(urls.staff, entities, 2);
  const cast = await sandboxCast(orm);
  const { tokens, signIns } = await makeSignIns(orm, cast);
  await orm.close(true);
  const exportDir = await mkdtemp(join(tmpdir(), "watchdesk-exports-"));
  const set = { ...defaultSettings(), exportDir, ...settings };
  const composed = await compose(urls, "test", log, true, { settings: set, budgets, caught: options.caught ?? null });
  const beside = worker ? await startWorker(urls, log, { settings: set, sending }) : null;
  const trusted = readTrusted(boardDir);
  const server = await createServer(composed, log, { boardDir, demoSignIns: signIns, trusted, ...options.server });
  const origin = await server.listen(0, "127.0.0.1");
  const gql = async <T>(who: keyof Tokens, query: string, variables?: object, when?: string) => {
    const response = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${tokens[who]}`,
        ...(when && { "watchdesk-at": when }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer<T>;
    for (const error of errors ?? []) delete error.extensions["requestId"]; // no two are alike
    return (errors ? { data, errors } : { data }) as Answer<T>;
  };
  const travel = async (to: string) => {
    const { data, errors } = await gql<{ setClock: { userErrors: object[] } }>(
      "manager",
      "mutation($to: DateTime!) { setClock(input: { to: $to, rate: 0 }) { userErrors { code message } } }",
      { to },
    );
    const faults = errors ?? data.setClock.userErrors;
    if (faults.length > 0) throw new Error(`cannot travel to ${to}: ${JSON.stringify(faults)}`);
  };
  await travel(at);
  return {
    url: `${origin}/graphql`,
    wsUrl: `${origin.replace("http", "ws")}/graphql`,
    boardUrl: `${origin}/board`,
    origin,
    tokens,
    cast,
    clientId: toGlobalId("Client", cast.client.id),
    urls,
    composed,
    gql,
    trust: (...texts) => {
      for (const text of texts) trusted.set(idOf(text), text);
    },
    travel,
    close: async () => {
      await server.close();
      await beside?.stop();
      await composed.close();
      await rm(exportDir, { recursive: true, force: true });
    },
  };
}
