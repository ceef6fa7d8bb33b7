export type Piece = { readonly text: string; readonly href: string | null };

/** A text cut at its web addresses, so that they can be followed. */
export function linked(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: href, index } of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: href, href });
    from = index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}
