import { isPack } from "./line-meant.ts";
import { explain, saidOf } from "./lines.ts";
import type { Index } from "./product-index.ts";
import { textOf } from "./readings.ts";
import { isNumber, type Word } from "./said-words.ts";
import { type Asked, among, distinct, type Understood, whichProduct } from "./understood.ts";

/** What many products call a line: "SP2", "R2", "22H2", "Subscription Edition". It names none. */
const everybodys = new Set([
  "sp",
  "r",
  "h",
  "v",
  "edition",
  "subscription",
  "server",
  "standard",
  "enterprise",
  "ltsc",
  "ltsb",
  "iot",
]);

/** A text that names no product: a line's own name ("Sonoma", "Galaxy S26"). A bare number could be anybody's. */
export function unnamed(index: Index, words: readonly Word[], { text, kind }: Asked): Understood {
  const unknown: Understood = { kind: "unknown", product: null, version: textOf(words, text) };
  const letters = words.filter((w) => !isNumber(w.text));
  const key = letters.length > 0 ? letters : words;
  const lists = key.map((w) => index.lines.get(isNumber(w.text) ? (w.text.split(".")[0] as string) : w.text) ?? []);
  const shortest = lists.filter((list) => list.length > 0).sort((a, b) => a.length - b.length)[0] ?? [];
  const fitting = shortest.flatMap(({ product, of, line }) => {
    const fit = explain(line, saidOf(product, words), of);
    return fit && !fit.coarse && fit.finer <= (letters.length > 0 ? 3 : 0) ? [{ product, ...fit }] : [];
  });
  const named = letters.some((w) => !everybodys.has(w.text));
  const whole = fitting.filter((fit) => fit.unsaid.length === 0);
  const packs = letters.some((w) => w.text === "sp") ? [] : fitting.filter(isPack);
  const part = letters.some((w) => w.text.length > 3 && !everybodys.has(w.text))
    ? fitting.filter((fit) => fit.begun)
    : [];
  const found = distinct(among(whole.length > 0 ? [...whole, ...packs] : part, kind));
  const [one, another] = found;
  if (!one) return unknown;
  if (!another && named)
    return { kind: "matched", product: one.product, line: one.line, version: one.line?.version ?? null };
  return whichProduct(found);
}
