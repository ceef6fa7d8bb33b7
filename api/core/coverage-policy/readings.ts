import { lineMeant, type Meant } from "./line-meant.ts";
import type { Index, Name } from "./product-index.ts";
import type { Product } from "./products.ts";
import type { Word } from "./said-words.ts";
import type { Candidate } from "./understood.ts";

/** Something named in the text, and what is left of the text beside the name. */
export type Reading = {
  readonly product: Product;
  readonly own: boolean;
  readonly name: string;
  readonly rest: readonly Word[];
  readonly meant: Meant;
};

/** Each product named in the text, by a name of its own before a nickname, and by the longest. */
export function readingsOf(index: Index, words: readonly Word[]): Reading[] {
  const best = new Map<Product, Name & { at: number }>();
  const isBetter = (a: Name, b: Name) => (a.own === b.own ? a.words.length > b.words.length : a.own);
  words.forEach((word, at) => {
    for (const name of index.names.get(word.text) ?? []) {
      const before = best.get(name.product);
      if (name.words.every((w, i) => words[at + i]?.text === w) && (!before || isBetter(name, before)))
        best.set(name.product, { ...name, at });
    }
  });
  return [...best.values()].map(({ product, own, at, words: name }) => {
    const rest = [...words.slice(0, at), ...words.slice(at + name.length)];
    return { product, own, name: name.join(" "), rest, meant: lineMeant(product, rest) };
  });
}

export const candidatesIn = ({ product, meant }: Reading): Candidate[] => {
  if (meant.kind === "line") return [{ product, line: meant.line }];
  return meant.kind === "lines" ? meant.lines.map((line) => ({ product, line })) : [];
};

/** What was said of the version, in the words of whoever said it. */
export function textOf(words: readonly Word[], text: string): string | null {
  const pieces: { from: number; to: number }[] = [];
  for (const { from, to } of words) {
    const last = pieces.at(-1);
    if (last && !/\s/.test(text.slice(last.to, from))) last.to = to;
    else pieces.push({ from, to });
  }
  return pieces.map(({ from, to }) => text.slice(from, to)).join(" ") || null;
}
