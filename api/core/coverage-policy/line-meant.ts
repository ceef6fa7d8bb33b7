import { type Explained, explain, linesOf, saidOf } from "./lines.ts";
import { newestOn, type Product, type ProductVersion } from "./products.ts";
import { type Word, wordsOf } from "./said-words.ts";
import { isCurrent } from "./versions.ts";

/**
 * Which line words mean: one, one of several, none that the data knows, or nothing was said of a version. `exact`: all
 * that names it was said; `sure`: that, or all but a feature release.
 */
export type Meant =
  | { readonly kind: "line"; readonly line: ProductVersion; readonly exact: boolean; readonly sure: boolean }
  | {
      readonly kind: "lines";
      readonly lines: readonly ProductVersion[];
      readonly sure: boolean;
      /** They were only said too coarsely; else what was said stands in the midst of their names, and may be a slip. */
      readonly begun: boolean;
    }
  | { readonly kind: "none" }
  | { readonly kind: "unsaid" };

/** The line of a product that is meant by what was said beside its name. */
export function lineMeant(product: Product, words: readonly Word[]): Meant {
  const known = linesOf(product);
  const said = saidOf(product, words);
  const fitting = known.lines.flatMap((line) => explain(line, said, known) ?? []);
  if (fitting.length === 0) return { kind: said.every((word) => known.fillers.has(word)) ? "unsaid" : "none" };
  const whole = fitting.filter((fit) => fit.unsaid.length === 0 && !fit.coarse);
  if (whole.length > 0) {
    const finest = Math.min(...whole.map((fit) => fit.finer));
    const best = whole.filter((fit) => fit.finer === finest);
    // "SQL Server 2016" may be any of its service packs, each of which ends by itself
    const packs = said.includes("sp") ? [] : fitting.filter(isPack);
    return oneOf(
      [...best, ...packs].map((fit) => fit.line),
      true,
    );
  }
  const updates = fitting.filter((fit) => isUpdate(fit));
  // "Windows 11": its feature releases install by themselves, so the one that is kept longest is presumed
  if (updates.length > 0)
    return { kind: "line", line: longestKept(updates.map((fit) => fit.line)), exact: false, sure: true };
  const begun = fitting.filter((fit) => fit.begun).map((fit) => fit.line);
  if (begun.length > 0) return oneOf(begun, false);
  return { kind: "lines", lines: fitting.map((fit) => fit.line), sure: false, begun: false };
}

/** All that is unsaid is the service pack. */
export const isPack = ({ unsaid }: Explained): boolean => /^sp \d/.test(unsaid.join(" "));

/** All that is unsaid is the feature release: "22H2", "2004". */
const isUpdate = ({ unsaid, begun, coarse }: Explained): boolean =>
  begun && !coarse && /^(\d{4}|\d{2} h \d)$/.test(unsaid.join(" "));

/** The plain line among editions of one version; else it takes one more word to know. */
function oneOf(lines: readonly ProductVersion[], exact: boolean): Meant {
  const [first] = lines as [ProductVersion];
  if (lines.length === 1) return { kind: "line", line: first, exact, sure: exact };
  const plain = lines.filter((line) => !line.edition);
  const version = plain[0]?.version;
  if (plain.length === 1 && lines.every((line) => line.version === version))
    return { kind: "line", line: plain[0] as ProductVersion, exact, sure: exact };
  return { kind: "lines", lines, sure: exact, begun: true };
}

const lastDay = ({ eol }: ProductVersion): string => (eol === false ? "9999" : eol === true ? "0000" : eol);

export const longestKept = (lines: readonly ProductVersion[]): ProductVersion =>
  lines.reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a));

/** The release line that a stated version belongs to; null when the data does not know it, or several could be meant. */
export function releaseOf(product: Product, version: string, on: string): ProductVersion | null {
  if (isCurrent(version)) return newestOn(product, on);
  const meant = lineMeant(product, wordsOf(version));
  return meant.kind === "line" ? meant.line : null;
}
