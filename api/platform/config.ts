import { join, resolve } from "node:path";
import type { RemoteToolSettings } from "./remote-tool/remote-tool.ts";
import {
  domain,
  hostPorts,
  issuer,
  type Mailbox,
  mailbox,
  oneOf,
  postgresUrl,
  type Reader,
  ranges,
  readable,
  serverUrl,
  smtpUrl,
  some,
  template,
  webUrl,
  whole,
  wholeDays,
} from "./setting-readers.ts";

/** One setting: its variable, its default, and how its text is read. */
type Setting<T> = { variable: string; fallback: T; read: Reader<T> };

/** Every variable the desk reads, with its unit. */
const settings = {
  host: { variable: "HOST", fallback: "127.0.0.1", read: some } as Setting<string>,
  port: { variable: "PORT", fallback: 4000, read: whole(0, 65_535) } as Setting<number>,
  databaseUrl: { variable: "DATABASE_URL", fallback: null, read: postgresUrl } as Setting<string | null>,
  databaseUrlStaff: { variable: "DATABASE_URL_STAFF", fallback: null, read: postgresUrl } as Setting<string | null>,
  databaseUrlWorker: { variable: "DATABASE_URL_WORKER", fallback: null, read: postgresUrl } as Setting<string | null>,
  databaseUrlScoped: { variable: "DATABASE_URL_SCOPED", fallback: null, read: postgresUrl } as Setting<string | null>,
  /** As which address people reach the desk, where something stands before it: links and cookies go by it. */
  publicUrl: { variable: "PUBLIC_URL", fallback: null, read: webUrl } as Setting<string | null>,
  /** Whose word on where a request came from is taken (`X-Forwarded-For`): the proxies before the desk. */
  trustProxy: { variable: "TRUST_PROXY", fallback: [], read: ranges } as Setting<readonly string[]>,
  /** Staff sign in by this OpenID provider too, where all three are given. */
  oidcIssuer: { variable: "OIDC_ISSUER", fallback: null, read: issuer } as Setting<string | null>,
  oidcClientId: { variable: "OIDC_CLIENT_ID", fallback: null, read: some } as Setting<string | null>,
  oidcClientSecret: { variable: "OIDC_CLIENT_SECRET", fallback: null, read: some } as Setting<string | null>,
  dataDir: { variable: "DATA_DIR", fallback: ".data", read: some } as Setting<string>,
  feedRetentionDays: {
    variable: "FEED_RETENTION_DAYS",
    fallback: 30,
    read: wholeDays(30, 3_650),
  } as Setting<number>,
  webhookAllowLocal: { variable: "WEBHOOK_ALLOW_LOCAL", fallback: [], read: hostPorts } as Setting<readonly string[]>,
  exportDir: { variable: "EXPORT_DIR", fallback: null, read: some } as Setting<string | null>,
  /** By which server letters go out; without it they wait. */
  smtpUrl: { variable: "SMTP_URL", fallback: null, read: smtpUrl } as Setting<string | null>,
  /** From whom. */
  mailFrom: { variable: "MAIL_FROM", fallback: null, read: mailbox } as Setting<Mailbox | null>,
  /** Where answers are received (`reply+…@`): the domain of an intake. Without it they go to MAIL_FROM. */
  mailReplyDomain: { variable: "MAIL_REPLY_DOMAIN", fallback: null, read: domain } as Setting<string | null>,
  /** By which address technicians connect to a machine. */
  remoteToolUrl: { variable: "REMOTE_TOOL_URL", fallback: null, read: template } as Setting<string | null>,
  /** Or by which MeshCentral; an account with two factors needs a login token. */
  meshCentralUrl: { variable: "MESHCENTRAL_URL", fallback: null, read: serverUrl } as Setting<string | null>,
  meshCentralUser: { variable: "MESHCENTRAL_USER", fallback: null, read: some } as Setting<string | null>,
  meshCentralPassword: { variable: "MESHCENTRAL_PASSWORD", fallback: null, read: some } as Setting<string | null>,
  meshCentralCaFile: { variable: "MESHCENTRAL_CA_FILE", fallback: null, read: readable } as Setting<string | null>,
  metricsToken: { variable: "METRICS_TOKEN", fallback: null, read: some } as Setting<string | null>,
  drainSeconds: { variable: "DRAIN_SECONDS", fallback: 0, read: whole(0, 300) } as Setting<number>,
  logLevel: {
    variable: "LOG_LEVEL",
    fallback: "warn",
    read: oneOf("fatal", "error", "warn", "info", "debug", "silent"),
  } as Setting<string>,
} as const;

export type Config = { readonly [key in keyof typeof settings]: (typeof settings)[key]["fallback"] };

/** What the parts that serve partners go by, in every process. */
export type Settings = {
  readonly feedRetentionDays: number;
  readonly webhookAllowLocal: readonly string[];
  /** Folder for bulk exports; every process of a desk must see the same. */
  readonly exportDir: string;
  /** How letters go out; null: they wait. */
  readonly mail: MailSettings | null;
  /** What connects to requesters' machines; null: sessions are counted, and connecting is left to whoever does it. */
  readonly remoteTool: RemoteToolSettings | null;
};

export type MailSettings = {
  readonly smtpUrl: string;
  readonly from: Mailbox;
  readonly replyDomain: string | null;
  /** Where links in letters lead: the desk's own origin. */
  readonly origin: string;
};

const mailOf = ({ smtpUrl, mailFrom: from, mailReplyDomain: replyDomain, publicUrl: origin }: Config) =>
  smtpUrl && from && origin ? { smtpUrl, from, replyDomain, origin } : null;

const remoteToolOf = (config: Config): RemoteToolSettings | null => {
  const { remoteToolUrl, meshCentralUrl: url, meshCentralUser: user, meshCentralPassword: password } = config;
  if (remoteToolUrl) return { kind: "TEMPLATE", template: remoteToolUrl };
  return url && user && password
    ? { kind: "MESHCENTRAL", url, user, password, caFile: config.meshCentralCaFile }
    : null;
};

export const settingsOf = (config: Config, dataDir: string = config.dataDir): Settings => ({
  feedRetentionDays: config.feedRetentionDays,
  webhookAllowLocal: config.webhookAllowLocal,
  exportDir: resolve(config.exportDir ?? join(dataDir, "exports")),
  mail: mailOf(config),
  remoteTool: remoteToolOf(config),
});
/** As they are where the environment says nothing. */
export const defaultSettings = (): Settings => settingsOf((readConfig({}) as { config: Config }).config);

/** Reads the environment once. All faults are reported together, each naming its variable and what it expected. */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { faults: string[] } {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) {
    const text = env[setting.variable];
    const value = text === undefined ? setting.fallback : setting.read(text);
    if (value !== null && typeof value === "object" && "expected" in value)
      faults.push(
        `${setting.variable}: expected ${(value as { expected: string }).expected}, got ${JSON.stringify(text)}`,
      );
    values[key] = value;
  }
  const { oidcIssuer, oidcClientId, oidcClientSecret, meshCentralUrl, meshCentralUser, meshCentralPassword } = settings;
  for (const together of [
    [oidcIssuer, oidcClientId, oidcClientSecret],
    [meshCentralUrl, meshCentralUser, meshCentralPassword],
  ]) {
    const all = together.map(({ variable }) => variable);
    const missing = all.filter((variable) => env[variable] === undefined);
    if (missing.length > 0 && missing.length < all.length)
      faults.push(
        `${missing.join(", ")}: expected to be set beside ${all.filter((v) => !missing.includes(v)).join(", ")}`,
      );
  }
  if (env[settings.remoteToolUrl.variable] !== undefined && env[meshCentralUrl.variable] !== undefined)
    faults.push(
      `${settings.remoteToolUrl.variable}: expected to be left out beside ${meshCentralUrl.variable}, or the other way round`,
    );
  if (env["SMTP_URL"] !== undefined)
    for (const { variable } of [settings.mailFrom, settings.publicUrl])
      if (env[variable] === undefined) faults.push(`${variable}: expected to be set beside SMTP_URL`);
  return faults.length > 0 ? { faults } : { config: Object.freeze(values) as Config };
}
