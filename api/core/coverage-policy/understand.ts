import type { TechnologyKind } from "./facts.ts";
import { linesOf } from "./lines.ts";
import { nearWords } from "./near-words.ts";
import { type Index, indexOf } from "./product-index.ts";
import { newestOn, type Product } from "./products.ts";
import { candidatesIn, type Reading, readingsOf, textOf } from "./readings.ts";
import { isNumber, type Word, wordsOf } from "./said-words.ts";
import { type Asked, among, candidatesOf, distinct, type Understood, whichProduct } from "./understood.ts";
import { unnamed } from "./unnamed.ts";
import { compareVersions, isCurrent, versionNumbers } from "./versions.ts";

/** A longer text names no product; it is read so far, and what does not fit makes it unknown. */
const LONGEST = 200;
const KEPT = 200;

/** Product and version as stated, in one field or in two, and the kind of technology where it was stated. */
export function understand(
  products: readonly Product[],
  stated: string,
  version: string | null,
  on: string,
  kind: TechnologyKind | null = null,
): Understood {
  const index = indexOf(products);
  const question = JSON.stringify([stated, version, on, kind]);
  const known = index.understood.get(question);
  if (known) return known;
  const understood = understandAnew(index, stated, version, on, kind);
  if (index.understood.size >= KEPT) index.understood.clear();
  index.understood.set(question, understood);
  return understood;
}

function understandAnew(
  index: Index,
  stated: string,
  version: string | null,
  on: string,
  kind: TechnologyKind | null,
): Understood {
  const current = version !== null && isCurrent(version);
  const text = version === null || current ? stated : `${stated} ${version}`;
  const words = wordsOf(text.slice(0, LONGEST));
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

function read(index: Index, words: readonly Word[], asked: Asked): Understood {
  const readings = readingsOf(index, words);
  const hits = among(
    readings.filter(({ own, meant }) => (meant.kind === "line" || meant.kind === "lines") && (own || meant.sure)),
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
  const newer = numbers && product.kind !== "MACHINE" && newest && isNextAfter(newest.version, version);
  return newer ? { kind: "matched", product, line: null, version } : { kind: "unknown", product, version };
}

/** Years go on by a few, other numbers by one. What is further ahead ("Windows 111") is a slip sooner than a release. */
function isNextAfter(newest: string, version: string): boolean {
  const [[last = 0], [said = 0]] = [versionNumbers(newest), versionNumbers(version)];
  return (compareVersions(version, newest) ?? 0) > 0 && said - last <= (last >= 2000 ? 3 : 1);
}

const settled = ({ product, name, meant, rest }: Reading, text: string): Understood => {
  const version = textOf(rest, text);
  if (name === product.machine && meant.kind === "line" && !rest.some((word) => word.text.includes(".")))
    return whichProduct([{ product, line: meant.line }]);
  if (meant.kind === "line")
    return { kind: "matched", product, line: meant.line, version, presumed: meant.sure && !meant.exact };
  const { lines, begun } = meant.kind === "lines" ? meant : { lines: [], begun: false };
  const candidates = lines.map((line) => ({ product, line }));
  return { kind: "ambiguous", asks: "version", imprecise: begun, candidates, version };
};
