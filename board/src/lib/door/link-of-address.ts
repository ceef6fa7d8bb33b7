/** Takes the secret of a one-time link out of the address: it must not stay in what people copy, nor in the history. */
export function linkOfAddress(): string | null {
  const link = new URLSearchParams(location.hash.slice(1)).get("link")?.trim() || null;
  if (link) history.replaceState(history.state, "", location.pathname + location.search);
  return link;
}
