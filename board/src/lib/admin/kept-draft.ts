/** What is being edited survives a reload and a detour, and ends with the browser tab. `what`: "calendar.provider". */
// another name whenever drafts change their shape: one of before is left alone
const key = (what: string) => `watchdesk.draft.3.${what}`;

export function keptDraft<T>(what: string): T | null {
  const text = sessionStorage.getItem(key(what));
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Null: there is nothing to keep any more. */
export function keepDraft(what: string, draft: unknown): void {
  if (draft === null) sessionStorage.removeItem(key(what));
  else sessionStorage.setItem(key(what), JSON.stringify(draft));
}
