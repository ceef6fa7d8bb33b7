/** One word of what somebody wrote: a number with its points, or letters. `from` and `to` say where it stands in the text. */
export type Word = { readonly text: string; readonly from: number; readonly to: number };

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The words of a text: "Win10 22H2" is win, 10, 22, h, 2, for people leave out blanks as they like; "S26+" is s, 26,
 * plus. "Service Pack 1" is sp, 1.
 */
export function wordsOf(text: string): Word[] {
  const words = [...text.matchAll(/\d+(?:\.\d+)*|\p{L}[\p{L}\p{M}]*|\+/gu)].map((m) => ({
    text: m[0] === "+" ? "plus" : plain(m[0]),
    from: m.index,
    to: m.index + m[0].length,
  }));
  return words.flatMap((word, i) => {
    if (word.text === "service" && words[i + 1]?.text === "pack")
      return [{ ...word, text: "sp", to: words[i + 1]?.to ?? word.to }];
    return word.text === "pack" && words[i - 1]?.text === "service" ? [] : [word];
  });
}

export const isNumber = (word: string): boolean => /^\d/.test(word);

/** How a word that was said stands to one of the data: the same, more precise than it, or less. */
export type Fit = { readonly how: "SAME" | "FINER" | "COARSER"; readonly parts: number };

const parts = (number: string): number[] => number.split(".").map(Number);
const same: Fit = { how: "SAME", parts: 0 };

/**
 * "10.15.7" is a finer "10.15", "20" a coarser "20.04", and "8.0" says no more than "8"; but "10" may be more than "10.0".
 * Letters are the same or nothing.
 */
export function fitOf(said: string, known: string): Fit | null {
  if (said === known) return same;
  if (!isNumber(said) || !isNumber(known)) return null;
  const [a, b] = [parts(said), parts(known)];
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return null;
  const rest = (a.length > b.length ? a : b).slice(Math.min(a.length, b.length));
  if (a.length >= b.length && rest.every((n) => n === 0)) return same;
  return { how: a.length > b.length ? "FINER" : "COARSER", parts: rest.length };
}
