import type { Product, ProductVersion } from "./products.ts";
import { type Fit, fitOf, isNumber, type Word, wordsOf } from "./said-words.ts";

/** Words by which a line is known: all of one key name it. What a machine shows is said whole, never in part. */
type Key = { readonly words: readonly string[]; readonly build: boolean };
export type Line = { readonly line: ProductVersion; readonly keys: readonly Key[]; readonly tolerated: Set<string> };

/** How well words fit a line: what of its best key nobody said, and how finely or coarsely its numbers were said. */
export type Explained = {
  readonly line: ProductVersion;
  readonly unsaid: readonly string[];
  /** Whether the first word of that key was said, be it coarsely. */
  readonly begun: boolean;
  readonly finer: number;
  readonly coarse: boolean;
};

/** Words that change no date, whatever they are said of. */
const everywhere = [
  "v",
  "version",
  "ver",
  "release",
  "rel",
  "build",
  "lts",
  "esr",
  "bit",
  "64",
  "32",
  "the",
  "and",
  "ms",
];

export type Lines = { readonly lines: readonly Line[]; readonly fillers: Set<string>; readonly packs: boolean };
const known = new WeakMap<Product, Lines>();

/** A product's lines as words, made once for each product. */
export function linesOf(product: Product): Lines {
  const made = known.get(product) ?? makeLines(product);
  known.set(product, made);
  return made;
}

const texts = (text: string): string[] => wordsOf(text).map((word) => word.text);

function makeLines(product: Product): Lines {
  const say = (word: string) => product.synonyms?.[word] ?? word;
  const lines = product.versions.map((line): Line => {
    const edition = texts(line.edition ?? "").map(say);
    const keys = [
      { words: [...texts(line.version), ...edition], build: false },
      ...(line.names ?? []).map((name) => ({ words: texts(name).map(say), build: false })),
      ...(line.builds ?? []).flatMap((build) =>
        shown(build).map((b) => ({ words: [...texts(b), ...edition], build: true })),
      ),
    ];
    return { line, keys: keys.filter((key) => key.words.length > 0), tolerated: toleratedBy(product, line) };
  });
  const named = [product.title, product.code, product.manufacturer, ...product.names].flatMap(texts);
  const fillers = new Set([...everywhere, ...(product.fillers ?? []), ...named]);
  return { lines, fillers, packs: lines.some((l) => l.keys.some((key) => key.words.includes("sp"))) };
}

/** A build, and what people shorten it to: "10.0.19045" is "19045". */
const shown = (build: string): string[] => {
  const parts = build.split(".");
  const last = parts.at(-1) as string;
  return parts.length === 3 && /^\d{4,}$/.test(last) ? [build, last] : [build];
};

/** Where Enterprise has no dates of its own it has the plain ones: "Windows 10 22H2 Enterprise". */
function toleratedBy(product: Product, line: ProductVersion): Set<string> {
  const has = (edition: string, v: ProductVersion) => v.edition?.toLowerCase() === edition;
  const own = product.versions.some((v) => v.version === line.version && has("enterprise", v));
  const any = product.synonyms !== undefined && product.versions.some((v) => has("enterprise", v));
  return new Set(any && !own && !line.edition ? ["enterprise"] : []);
}

/** How the words fit a line; null when one of them speaks of something else. */
export function explain({ line, keys, tolerated }: Line, said: readonly string[], of: Lines): Explained | null {
  const covered = keys.map(() => new Set<number>());
  const headed = keys.map(() => false);
  let [finer, coarse, any] = [0, false, false];
  for (const word of said) {
    let best: Fit | null = null;
    keys.forEach((key, k) => {
      key.words.forEach((knownWord, i) => {
        const fit = fitOf(word, knownWord);
        if (!fit || (key.build && !isBuild(fit, knownWord))) return;
        if (fit.how !== "COARSER") covered[k]?.add(i);
        if (i === 0) headed[k] = true;
        if (!best || rank(fit) < rank(best)) best = fit;
      });
    });
    const fit = best as Fit | null;
    if (fit) {
      any = true;
      if (fit.how === "FINER") finer += fit.parts;
      if (fit.how === "COARSER") coarse = true;
    } else if (!of.fillers.has(word) && !tolerated.has(word)) return null;
  }
  if (!any) return null;
  // what is unsaid is so of the key that was begun
  const begun = keys.filter((key, k) => (coarse ? !key.build : (covered[k]?.size ?? 0) > 0));
  const left = begun.map((key) => {
    const has = covered[keys.indexOf(key)];
    return { unsaid: key.words.filter((_, i) => !has?.has(i)), begun: headed[keys.indexOf(key)] ?? false };
  });
  const best = left.reduce((a, b) => (b.unsaid.length < a.unsaid.length ? b : a));
  // "10.0.22635" is no finer "10" while the rest of "10 22H2" was not said
  return finer > 0 && best.unsaid.length > 0 ? null : { line, ...best, finer, coarse };
}

/** A build is said whole, or finer where it is one: "13.0" of SQL Server 2016 is not, and begins several. */
const isBuild = (fit: Fit, build: string): boolean =>
  fit.how === "SAME" || (fit.how === "FINER" && /^\d{4,}$|\..*\./.test(build));

const rank = (fit: Fit): number => ({ SAME: 0, FINER: 10, COARSER: 100 })[fit.how] + fit.parts;

/** What was said, without what names the product or changes nothing; service packs too where the data has none. */
export function saidOf(product: Product, words: readonly Word[]): string[] {
  const { packs } = linesOf(product);
  const said = words.map((word) => product.synonyms?.[word.text] ?? word.text);
  return said.filter((word, i) => packs || !(word === "sp" || (said[i - 1] === "sp" && isNumber(word))));
}
