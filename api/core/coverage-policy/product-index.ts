import { type Line, type Lines, linesOf } from "./lines.ts";
import type { Product } from "./products.ts";
import { isNumber, wordsOf } from "./said-words.ts";
import type { Understood } from "./understood.ts";

/** A product's name as words, and whether it means the product by itself or only beside a version. */
export type Name = { readonly product: Product; readonly words: readonly string[]; readonly own: boolean };

type Known = { readonly product: Product; readonly of: Lines; readonly line: Line };
export type Index = {
  /** By its first word. */
  readonly names: ReadonlyMap<string, readonly Name[]>;
  /** Lines that a word of letters names; and those that a number names, by its first part. */
  readonly lines: ReadonlyMap<string, readonly Known[]>;
  /** Every word of letters that says something here. */
  readonly dictionary: ReadonlySet<string>;
  /** What was understood last: a decision asks the same again for each fact that could be otherwise. */
  readonly understood: Map<string, Understood>;
};

const indexes = new WeakMap<readonly Product[], Index>();

/** What is looked up when something was written, made once for each set of data. */
export function indexOf(products: readonly Product[]): Index {
  const made = indexes.get(products) ?? makeIndex(products);
  indexes.set(products, made);
  return made;
}

const texts = (text: string): string[] => wordsOf(text).map((word) => word.text);

/** All that names a product: its code and title too, the title without its manufacturer, and each without blanks. */
function namesOf(product: Product): string[][] {
  const title = texts(product.title);
  const maker = texts(product.manufacturer);
  const short = maker.every((word, i) => title[i] === word) ? title.slice(maker.length) : title;
  const whole = [title, short, texts(product.code), ...product.names.map(texts)].filter((name) => name.length > 0);
  const joined = whole
    .filter((name) => name.length > 1 && name.every((w) => !isNumber(w)))
    .map((name) => [name.join("")]);
  return [...whole, ...joined.filter(([word]) => (word as string).length >= 6)];
}

function makeIndex(products: readonly Product[]): Index {
  const names = new Map<string, Name[]>();
  const lines = new Map<string, Known[]>();
  const dictionary = new Set<string>();
  const add = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value]);
  for (const product of products) {
    const say = (own: boolean) => (words: string[]) => {
      add(names, words[0] as string, { product, words, own });
      for (const word of words) if (!isNumber(word)) dictionary.add(word);
    };
    const own = namesOf(product);
    own.forEach(say(true));
    (product.nicknames ?? []).map(texts).forEach(say(false));
    const of = linesOf(product);
    for (const line of of.lines) {
      const words = new Set(line.keys.flatMap((key) => key.words));
      for (const [other, word] of Object.entries(product.synonyms ?? {})) if (words.has(word)) words.add(other);
      for (const word of words) {
        add(lines, isNumber(word) ? (word.split(".")[0] as string) : word, { product, of, line });
        if (!isNumber(word)) dictionary.add(word);
      }
    }
  }
  return { names, lines, dictionary, understood: new Map() };
}
