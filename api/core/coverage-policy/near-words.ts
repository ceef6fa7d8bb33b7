import { isNumber, type Word } from "./said-words.ts";

const MOST = 12;

/**
 * The same text with a word that says nothing here put right by one letter: left out, doubled, another, or two of them
 * changed round. Of short words only the last, for they are all alike. `known`: also a word that says something, but not
 * here, for a slip may spell another word.
 */
export function nearWords(
  dictionary: ReadonlySet<string>,
  words: readonly Word[],
  known: boolean,
): { words: Word[]; at: number }[] {
  const others: { words: Word[]; at: number }[] = [];
  words.forEach((word, i) => {
    if (isNumber(word.text) || word.text.length < 3 || dictionary.has(word.text) !== known) return;
    for (const other of dictionary)
      if (other.length >= 3 && isNear(word.text, other) && others.length < MOST)
        others.push({ words: words.map((w, j) => (i === j ? { ...w, text: other } : w)), at: i });
  });
  return others;
}

/** One slip apart: Damerau's distance is 1. */
export function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return long.length > 3 && short.slice(i) === long.slice(i + 1);
  if (i === short.length) return false;
  const changed = short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
  return changed || (short.length > 3 && short.slice(i + 1) === long.slice(i + 1));
}
