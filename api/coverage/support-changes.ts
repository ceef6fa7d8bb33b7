import { supportOn } from "../core/coverage-policy/manufacturer-support.ts";
import { type Product, type ProductVersion, titleOf } from "../core/coverage-policy/products.ts";
import { wordsOf } from "../core/coverage-policy/said-words.ts";

/** A date of a line that is another one than before. */
export type DateChange = {
  readonly what: "released" | "mainstream end" | "end" | "paid extension";
  readonly from: string;
  readonly to: string;
};
export type LineChange = { readonly line: string; readonly dates: readonly DateChange[] };

/** What other data would change: products and lines that were not known, lines that would be gone, other dates. */
export type SupportChanges = {
  readonly products: readonly { readonly title: string; readonly versions: number }[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly LineChange[];
  /** Lines that are supported today, and would not be any more; and the other way round. */
  readonly leaving: readonly string[];
  readonly returning: readonly string[];
};

/** The desk's data as it is beside what it would be, on a day. */
export function supportChanges(before: readonly Product[], after: readonly Product[], today: string): SupportChanges {
  const was = new Map(before.map((product) => [product.code, product]));
  const products: { title: string; versions: number }[] = [];
  const [added, gone, leaving, returning]: [string[], string[], string[], string[]] = [[], [], [], []];
  const changed: LineChange[] = [];
  for (const product of after) {
    const old = was.get(product.code);
    if (!old) {
      products.push({ title: product.title, versions: product.versions.length });
      continue;
    }
    const lines = new Map(old.versions.map((line) => [keyOf(line), line]));
    for (const line of product.versions) {
      const title = titleOf(product, line);
      const known = lines.get(keyOf(line));
      lines.delete(keyOf(line));
      if (!known) {
        added.push(title);
        continue;
      }
      const dates = datesChanged(known, line);
      if (dates.length > 0) changed.push({ line: title, dates });
      const [is, would] = [supportOn(old, known, today).supported, supportOn(product, line, today).supported];
      if (is && !would) leaving.push(title);
      if (!is && would) returning.push(title);
    }
    for (const line of lines.values()) gone.push(titleOf(old, line));
  }
  return { products, added, gone, changed, leaving, returning };
}

const keyOf = (line: ProductVersion): string =>
  wordsOf(`${line.version} ${line.edition ?? ""}`)
    .map((word) => word.text)
    .join(" ");

function datesChanged(a: ProductVersion, b: ProductVersion): DateChange[] {
  const pairs: [DateChange["what"], string | boolean | null | undefined, string | boolean | null | undefined][] = [
    ["released", a.released, b.released],
    ["mainstream end", mainstreamOf(a), mainstreamOf(b)],
    ["end", a.eol, b.eol],
    ["paid extension", a.extendedEnd, b.extendedEnd],
  ];
  return pairs.flatMap(([what, from, to]) =>
    (from ?? null) === (to ?? null) ? [] : [{ what, from: said(what, from), to: said(what, to) }],
  );
}

/** A phase that lasts until the end is none of its own. */
const mainstreamOf = ({ mainstreamEnd, eol }: ProductVersion) => (mainstreamEnd === eol ? null : mainstreamEnd);

const said = (what: DateChange["what"], value: string | boolean | null | undefined): string => {
  if (value === true) return "ended";
  if (value === false || (value == null && what === "end")) return "none announced";
  return value ?? "none";
};
