import { join, resolve } from "node:path";
import ipaddr from "ipaddr.js";

/** A name and an address, as they stand in a letter's head. */
export type Mailbox = { readonly name: string; readonly address: string };

/** One setting: its variable, its default, and how its text is read. A reader answers a value or says what it expected. */
type Setting<T> = { variable: string; fallback: T; read: (text: string) => T | { expected: string } };

const whole = (from: number, to: number) => (text: string) => {
  const n = Number(text);
  return /^\d+$/.test(text) && n >= from && n <= to ? n : { expected: `a whole number from ${from} to ${to}` };
};
const wholeDays = (from: number, to: number) => (text: string) => {
  const n = Number(text);
  return /^\d+$/.test(text) && n >= from && n <= to ? n : { expected: `a whole number of days from ${from} to ${to}` };
};
const oneOf =
  <const T extends string>(...words: readonly T[]) =>
  (text: string) =>
    words.find((w) => w === text) ?? { expected: `one of ${words.join(", ")}` };
const postgresUrl = (text: string) =>
  /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
    ? text
    : { expected: "postgres://user:password@host:port/database" };
const webUrl = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === "/"
    ? new URL(text).origin
    : { expected: "https://name[:port], without a path" };
const issuer = (text: string) =>
  URL.canParse(text) && (new URL(text).protocol === "https:" || isLoopback(new URL(text).hostname))
    ? text
    : { expected: "an https address (http only on this machine)" };
const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
/** `host:port` each: what an operator lets webhooks reach on this machine or its network. */
const hostPorts = (text: string) => {
  const parts = text.split(",").map((part) => part.trim().toLowerCase());
  return parts.every((part) => /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):\d{1,5}$/.test(part))
    ? parts
    : { expected: "a list of host:port, separated by commas" };
};
/** Addresses or ranges: `10.0.0.0/8, ::1`. */
const ranges = (text: string) => {
  const parts = text.split(",").map((part) => part.trim());
  return parts.every((part) => ipaddr.isValid(part) || ipaddr.isValidCIDR(part))
    ? parts
    : { expected: "a list of addresses or ranges (10.0.0.0/8), separated by commas" };
};
/** `smtp://` speaks in the clear until the server offers TLS, `smtps://` by TLS from the first byte on. */
const smtpUrl = (text: string) =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== ""
    ? text
    : { expected: "smtp://user:password@host:port, or smtps://…" };
/** Letters of an address that need no quoting, and a domain that the world knows: it becomes a header, so it stands on one line. */
const ADDRESS = /[^\s@<>"(),:;\\]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i.source;
const MAILBOX = new RegExp(`^(?:(?<name>[^<>"\\r\\n]*?) *<(?<named>${ADDRESS})>|(?<bare>${ADDRESS}))$`, "i");
const mailbox = (text: string): Mailbox | { expected: string } => {
  const { name = "", named, bare } = MAILBOX.exec(text)?.groups ?? {};
  const address = named ?? bare;
  return address ? { name, address } : { expected: "support@desk.example, or Support <support@desk.example>" };
};
const domain = (text: string) =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? text.toLowerCase() : { expected: "a domain such as desk.example" };
const some = (text: string) => (text.trim() === "" ? { expected: "some text" } : text);

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

export const settingsOf = (config: Config, dataDir: string = config.dataDir): Settings => ({
  feedRetentionDays: config.feedRetentionDays,
  webhookAllowLocal: config.webhookAllowLocal,
  exportDir: resolve(config.exportDir ?? join(dataDir, "exports")),
  mail: mailOf(config),
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
  const oidc = [settings.oidcIssuer, settings.oidcClientId, settings.oidcClientSecret].map((s) => s.variable);
  const missing = oidc.filter((variable) => env[variable] === undefined);
  if (missing.length === 1 || missing.length === 2)
    faults.push(
      `${missing.join(", ")}: expected to be set beside ${oidc.filter((v) => !missing.includes(v)).join(", ")}`,
    );
  if (env["SMTP_URL"] !== undefined)
    for (const { variable } of [settings.mailFrom, settings.publicUrl])
      if (env[variable] === undefined) faults.push(`${variable}: expected to be set beside SMTP_URL`);
  return faults.length > 0 ? { faults } : { config: Object.freeze(values) as Config };
}
