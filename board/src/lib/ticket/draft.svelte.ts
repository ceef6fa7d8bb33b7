type Kept = { readonly text: string; readonly since: string | null };

/** What is being written on a ticket: it survives live updates, a reload and a detour, and ends with the browser tab. */
export class Draft {
  text = $state("");
  /** The last line that stood there when it was begun. */
  since: string | null = $state(null);
  readonly #key: string;

  constructor(ticketId: string, kind: string) {
    this.#key = `watchdesk.draft.${ticketId}.${kind}`;
    const kept = read(sessionStorage.getItem(this.#key));
    this.text = kept.text;
    this.since = kept.since;
  }

  /** `last`: the id of the last line that stands there now. */
  write(text: string, last: string | null): void {
    if (!this.text.trim()) this.since = last;
    this.text = text;
    this.#keep();
  }

  /** What was said meanwhile has been seen. */
  see(last: string | null): void {
    this.since = last;
    this.#keep();
  }

  #keep(): void {
    const { text, since } = this;
    if (text.trim()) sessionStorage.setItem(this.#key, JSON.stringify({ text, since } satisfies Kept));
    else sessionStorage.removeItem(this.#key);
  }
}

function read(kept: string | null): Kept {
  try {
    const { text, since } = JSON.parse(kept ?? "{}") as Partial<Kept>;
    return { text: text ?? "", since: since ?? null };
  } catch {
    return { text: kept ?? "", since: null }; // of an earlier build: the text alone
  }
}
