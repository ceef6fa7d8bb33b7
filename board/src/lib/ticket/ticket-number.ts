/** The largest number that a ticket can have. */
const MOST = 2 ** 31 - 1;

/** A ticket's number as an address or a person writes it: `4790`. Null for whatever is none: `-1`, `1e3`, `abc`. */
export function readNumber(text: string): number | null {
  const number = /^0*[1-9]\d{0,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number <= MOST ? number : null;
}
