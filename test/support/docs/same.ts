/** What no two runs have in common: ids, cursors, keys and secrets. Everything else must be to the letter. */
const OPAQUE =
  /\bwd_[a-z]+_[0-9a-f]{8}(?:_[\w-]+)?|\b[a-z]{3}_[0-9a-f]{32}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|[\w+/=-]{24,}/g;
/** Numbers that follow the machine's own time. */
const LOOSE = new Set(["available", "ms", "gzipBytes", "retryAfterSeconds"]);
const WAIT = /\bin \d+ s\b/g;
/** Instants of machine time: they only have to be instants. */
const MACHINE = new Set(["pulseAt"]);
/** What an answer may leave out where it is shown. */
const SILENT = new Set(["extensions", "locations", "requestId"]);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Which shown name stands for what in this run, from answer to answer of one guide. */
export class Names {
  readonly #actual = new Map<string, string>();
  readonly #shown = new Map<string, string>();

  /** Whether the two may be one thing: new to both, or bound to one another. */
  bind(shown: string, actual: string): boolean {
    const [known, knownAs] = [this.#actual.get(shown), this.#shown.get(actual)];
    if (known === undefined && knownAs === undefined) {
      this.#actual.set(shown, actual);
      this.#shown.set(actual, shown);
      return true;
    }
    return known === actual;
  }

  /** A shown text as it must be sent in this run. */
  toActual = (text: string): string => replaceAll(text, this.#actual);
  /** What came in this run as the guide shows it. */
  toShown = (text: string): string => replaceAll(text, this.#shown);
}

const replaceAll = (text: string, by: ReadonlyMap<string, string>): string =>
  [...by].sort(([a], [b]) => b.length - a.length).reduce((result, [from, to]) => result.replaceAll(from, to), text);

const kindOf = (token: string) => /^[a-z]{3}_/.exec(token)?.[0] ?? (/^[0-9a-f-]{36}$/.test(token) ? "uuid" : "token");

/** Whether a text is the one that is shown; opaque parts are bound to one another. */
export function sameText(shown: string, actual: string, names: Names): boolean {
  if (shown === actual) return true;
  const [ours, theirs] = [shown.match(OPAQUE) ?? [], actual.match(OPAQUE) ?? []];
  const frame = (text: string) => text.replaceAll(OPAQUE, "·").replaceAll(WAIT, "in · s");
  const alike = frame(shown) === frame(actual) && ours.length === theirs.length;
  return (
    alike &&
    ours.every((token, i) => {
      const other = theirs[i] as string;
      return token === other || (kindOf(token) === kindOf(other) && names.bind(token, other));
    })
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** How an answer differs from the one that is shown, each difference with its path; empty where it does not. */
export function differences(shown: unknown, actual: unknown, names: Names, path: readonly string[] = []): string[] {
  const key = path.at(-1) ?? "";
  const differ = [`${path.join(".") || "the answer"}: shown ${JSON.stringify(shown)}, came ${JSON.stringify(actual)}`];
  if (typeof shown === "string" && typeof actual === "string")
    return (MACHINE.has(key) && INSTANT.test(shown) && INSTANT.test(actual)) || sameText(shown, actual, names)
      ? []
      : differ;
  if (typeof shown === "number" && typeof actual === "number") return LOOSE.has(key) || shown === actual ? [] : differ;
  if (!isRecord(shown) || !isRecord(actual) || Array.isArray(shown) !== Array.isArray(actual))
    return shown === actual ? [] : differ;
  const keys = new Set([...Object.keys(shown), ...Object.keys(actual).filter((name) => actual[name] !== undefined)]);
  return [...keys].flatMap((name) => {
    if (!(name in shown)) return SILENT.has(name) ? [] : [`${[...path, name].join(".")}: came, but is not shown`];
    if (!(name in actual)) return [`${[...path, name].join(".")}: is shown, but did not come`];
    return differences(shown[name], actual[name], names, [...path, name]);
  });
}
