import type { PlaceShown } from "./documents.ts";

/** A place in words: where it stands among what to take, and the desk's own sentences for that. */
export function whyWords({ inQueue, ahead, reasons }: PlaceShown): string {
  const place = !inQueue
    ? "Not among what to take next."
    : ahead === 0
      ? "The next to take."
      : ahead === null
        ? "Among what to take next."
        : `${ahead.toLocaleString("en")} ${ahead === 1 ? "is" : "are"} taken before it.`;
  return [place, ...reasons.map(({ text }) => text)].join(" ");
}
