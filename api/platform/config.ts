/** One setting: its variable, its default, and how its text is read. A reader answers a value or says what it expected. */
type Setting<T> = { variable: string; fallback: T; read: (text: string) => T | { expected: string } };

const whole = (from: number, to: number) => (text: string) => {
  const n = Number(text);
  return /^\d+$/.test(text) && n >= from && n <= to ? n : { expected: `a whole number from ${from} to ${to}` };
};
const oneOf =
  <const T extends string>(...words: readonly T[]) =>
  (text: string) =>
    words.find((w) => w === text) ?? { expected: `one of ${words.join(", ")}` };
const postgresUrl = (text: string) =>
  /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
    ? text
    : { expected: "postgres://user:password@host:port/database" };
const some = (text: string) => (text.trim() === "" ? { expected: "some text" } : text);

/** Every variable the desk reads, with its unit. */
const settings = {
  host: { variable: "HOST", fallback: "127.0.0.1", read: some } as Setting<string>,
  port: { variable: "PORT", fallback: 4000, read: whole(0, 65_535) } as Setting<number>,
  databaseUrl: { variable: "DATABASE_URL", fallback: null, read: postgresUrl } as Setting<string | null>,
  databaseUrlStaff: { variable: "DATABASE_URL_STAFF", fallback: null, read: postgresUrl } as Setting<string | null>,
  databaseUrlWorker: { variable: "DATABASE_URL_WORKER", fallback: null, read: postgresUrl } as Setting<string | null>,
  databaseUrlScoped: { variable: "DATABASE_URL_SCOPED", fallback: null, read: postgresUrl } as Setting<string | null>,
  dataDir: { variable: "DATA_DIR", fallback: ".data", read: some } as Setting<string>,
  metricsToken: { variable: "METRICS_TOKEN", fallback: null, read: some } as Setting<string | null>,
  drainSeconds: { variable: "DRAIN_SECONDS", fallback: 0, read: whole(0, 300) } as Setting<number>,
  logLevel: {
    variable: "LOG_LEVEL",
    fallback: "warn",
    read: oneOf("fatal", "error", "warn", "info", "debug", "silent"),
  } as Setting<string>,
} as const;

export type Config = { readonly [key in keyof typeof settings]: (typeof settings)[key]["fallback"] };

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
  return faults.length > 0 ? { faults } : { config: Object.freeze(values) as Config };
}
