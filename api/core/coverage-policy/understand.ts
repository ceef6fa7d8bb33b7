import type { TechnologyKind } from "./facts.ts";
import { lineMeant, type Meant } from "./line-meant.ts";
import { explain, linesOf, saidOf } from "./lines.ts";
import { nearWords } from "./near-words.ts";
import { type Index, indexOf, type Name } from "./product-index.ts";
import { newestOn, type Product, type ProductKind, type ProductVersion } from "./products.ts";
import { compareVersions, isCurrent } from "./versions.ts";
import { isNumber, type Word, wordsOf } from "./words.ts";

export type Candidate = { readonly product: Product; readonly line: ProductVersion | null };

/**
 * What somebody means by what he wrote. `matched`: one product, and its line; the line is null when no version was said,
 * or a newer one than the data knows. `ambiguous`: several could be meant, or a slip of the keyboard: it is asked, never
 * guessed. `unknown`: no product that the data knows, or (`product`) a version that it does not have.
 */
export type Understood =
  | {
      readonly kind: "matched";
      readonly product: Product;
      readonly line: ProductVersion | null;
      readonly version: string | null;
    }
  | {
      readonly kind: "ambiguous";
      /** What to ask: which product, or which version of the one that is sure. */
      readonly asks: "product" | "version";
      /** Nothing but the precision is missing: it need not be asked where all of them have the same answer. */
      readonly imprecise: boolean;
      readonly candidates: readonly Candidate[];
      readonly version: string | null;
    }
  | { readonly kind: "unknown"; readonly product: Product | null; readonly version: string | null };

/** Something named in the text, and what is left of the text beside the name. */
type Reading = {
  readonly product: Product;
  readonly own: boolean;
  readonly name: string;
  readonly rest: readonly Word[];
  readonly meant: Meant;
};

/** Product and version as stated, in one field or in two, and the kind of technology where it was stated. */
export function understand(
  products: readonly Product[],
  stated: string,
  version: string | null,
  on: string,
  kind: TechnologyKind | null = null,
): Understood {
  const index = indexOf(products);
  const current = version !== null && isCurrent(version);
  const text = version === null || current ? stated : `${stated} ${version}`;
  const words = wordsOf(text);
  const asked = { text, on, kind, current };
  const plain = read(index, words, asked);
  if (plain.kind !== "unknown") return plain;
  // a slip of the keyboard: whatever one letter makes of it is offered, and never taken for granted
  const near = [...nearWords(index.dictionary, words, false), ...nearWords(index.dictionary, words, true)].map(
    ({ words: other, at }) => ({ at, candidates: candidatesOf(read(index, other, asked)) }),
  );
  const [slip] = near.filter(({ candidates }) => candidates.length > 0);
  if (!slip) return plain;
  const asks = (words[slip.at]?.from ?? 0) < stated.length ? "product" : "version";
  const candidates = distinct(near.flatMap((n) => n.candidates));
  return { kind: "ambiguous", asks, imprecise: false, candidates, version: null };
}

type Asked = {
  readonly text: string;
  readonly on: string;
  readonly kind: TechnologyKind | null;
  readonly current: boolean;
};

function read(index: Index, words: readonly Word[], asked: Asked): Understood {
  const readings = readingsOf(index, words);
  const hits = among(
    readings.filter(({ meant }) => meant.kind === "line" || meant.kind === "lines"),
    asked.kind,
  );
  const exact = hits.filter(({ own, meant }) => own && meant.kind === "line" && meant.exact);
  const [hit, ...others] = exact.length > 0 ? exact : hits;
  const itself = exact.length > 0 ? null : unnamed(index, words, asked);
  // "W26" is no Windows 26 but a telephone: a line's own name stands beside what only a nickname says
  const foreign = itself ? candidatesOf(itself).filter((c) => !hits.some(({ product }) => product === c.product)) : [];
  if (hit && !hit.own && foreign.length > 0) return whichProduct(distinct([...hits.flatMap(candidatesIn), ...foreign]));
  if (hit && others.length === 0) return settled(hit, asked.text);
  if (hit) return whichProduct([hit, ...others].flatMap(candidatesIn));
  if (itself?.kind === "matched") return itself;
  const named = readings.filter(({ own }) => own).sort((a, b) => b.name.length - a.name.length)[0];
  if (named) {
    const told = withoutLine(named, index, asked);
    if (told) return told;
  }
  return itself ?? { kind: "unknown", product: null, version: null };
}

/** A product that was named beside no line of it: no version, the current one, a newer one, or one that there is not. */
function withoutLine({ product, rest, meant }: Reading, index: Index, { text, on, current }: Asked): Understood | null {
  const version = textOf(rest, text);
  if (meant.kind === "unsaid") {
    if (product.evergreen) return { kind: "matched", product, line: product.versions[0] ?? null, version: "current" };
    return current
      ? { kind: "matched", product, line: newestOn(product, on), version: "current" }
      : { kind: "matched", product, line: null, version: null };
  }
  const { fillers } = linesOf(product);
  const known = (word: string) =>
    isNumber(word) || word.length === 1 || index.dictionary.has(word) || fillers.has(word);
  const foreign = !rest.every(({ text: word }) => known(word));
  if (foreign || version === null) return null;
  const newest = newestOn(product, on);
  const numbers = rest.every(({ text: word }) => isNumber(word) || word === "h" || fillers.has(word));
  const newer = numbers && product.kind !== "MACHINE" && newest && (compareVersions(version, newest.version) ?? 0) > 0;
  return newer ? { kind: "matched", product, line: null, version } : { kind: "unknown", product, version };
}

/** Each product named in the text, by the longest of its names there. */
function readingsOf(index: Index, words: readonly Word[]): Reading[] {
  const best = new Map<Product, Name & { at: number }>();
  words.forEach((word, at) => {
    for (const name of index.names.get(word.text) ?? [])
      if (name.words.every((w, i) => words[at + i]?.text === w)) {
        const before = best.get(name.product);
        if (!before || Number(name.own) - Number(before.own) || name.words.length > before.words.length)
          if (!before || name.own >= before.own) best.set(name.product, { ...name, at });
      }
  });
  return [...best.values()].map(({ product, own, at, words: name }) => {
    const rest = [...words.slice(0, at), ...words.slice(at + name.length)];
    return { product, own, name: name.join(" "), rest, meant: lineMeant(product, rest) };
  });
}

/** A text that names no product: a line's own name ("Sonoma", "Galaxy S26"). A bare number could be anybody's. */
function unnamed(index: Index, words: readonly Word[], { text, kind }: Asked): Understood {
  const unknown: Understood = { kind: "unknown", product: null, version: textOf(words, text) };
  const letters = words.filter((w) => !isNumber(w.text));
  const key = letters.length > 0 ? letters : words;
  const lists = key.map((w) => index.lines.get(isNumber(w.text) ? (w.text.split(".")[0] as string) : w.text) ?? []);
  const shortest = lists.filter((list) => list.length > 0).sort((a, b) => a.length - b.length)[0] ?? [];
  const fitting = shortest.flatMap(({ product, of, line }) => {
    const fit = explain(line, saidOf(product, words), of);
    return fit && !fit.coarse && fit.finer <= (letters.length > 0 ? 3 : 0) ? [{ product, ...fit }] : [];
  });
  const whole = fitting.filter((fit) => fit.unsaid.length === 0);
  const telling = letters.some((w) => w.text.length > 3) ? fitting : [];
  const found = distinct(among(whole.length > 0 ? whole : telling, kind));
  const [one, another] = found;
  if (!one) return unknown;
  if (!another && letters.length > 0)
    return { kind: "matched", product: one.product, line: one.line, version: one.line?.version ?? null };
  return whichProduct(found);
}

const whichProduct = (candidates: readonly Candidate[]): Understood => ({
  kind: "ambiguous",
  asks: "product",
  imprecise: false,
  candidates,
  version: null,
});

const kinds: { readonly [kind in ProductKind]: readonly TechnologyKind[] } = {
  SYSTEM: ["OPERATING_SYSTEM", "SERVER"],
  PROGRAM: ["APPLICATION", "BROWSER", "SERVER"],
  MACHINE: ["PERIPHERAL", "PRINTER", "NETWORK", "OTHER"],
};

/** What was stated of the kind decides between several; it never rules out the only one. */
function among<T extends { readonly product: Product }>(all: readonly T[], kind: TechnologyKind | null): readonly T[] {
  if (!kind || all.length < 2) return all;
  const fitting = all.filter(({ product }) => product.kind && kinds[product.kind].includes(kind));
  return fitting.length > 0 ? fitting : all;
}

const settled = ({ product, name, meant, rest }: Reading, text: string): Understood => {
  const version = textOf(rest, text);
  if (name === product.machine && meant.kind === "line" && !rest.some((word) => word.text.includes(".")))
    return whichProduct([{ product, line: meant.line }]);
  if (meant.kind === "line") return { kind: "matched", product, line: meant.line, version };
  const lines = meant.kind === "lines" ? meant.lines : [];
  const candidates = lines.map((line) => ({ product, line }));
  return { kind: "ambiguous", asks: "version", imprecise: true, candidates, version };
};

const candidatesIn = ({ product, meant }: Reading): Candidate[] => {
  if (meant.kind === "line") return [{ product, line: meant.line }];
  return meant.kind === "lines" ? meant.lines.map((line) => ({ product, line })) : [];
};

const candidatesOf = (understood: Understood): readonly Candidate[] =>
  understood.kind === "matched"
    ? [{ product: understood.product, line: understood.line }]
    : understood.kind === "ambiguous"
      ? understood.candidates
      : [];

const distinct = (all: readonly Candidate[]): Candidate[] =>
  all
    .filter((one, i) => all.findIndex((o) => o.product === one.product && o.line === one.line) === i)
    .map(({ product, line }) => ({ product, line }));

/** What was said of the version, in the words of whoever said it. */
function textOf(words: readonly Word[], text: string): string | null {
  const pieces: { from: number; to: number }[] = [];
  for (const { from, to } of words) {
    const last = pieces.at(-1);
    if (last && !/\s/.test(text.slice(last.to, from))) last.to = to;
    else pieces.push({ from, to });
  }
  return pieces.map(({ from, to }) => text.slice(from, to)).join(" ") || null;
}
