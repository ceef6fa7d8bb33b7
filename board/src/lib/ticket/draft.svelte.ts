/** What is being written on a ticket: it survives live updates, a reload and a detour, and ends with the browser tab. */
export class Draft {
  text = $state("");
  readonly #key: string;

  constructor(ticketId: string, kind: string) {
    this.#key = `watchdesk.draft.${ticketId}.${kind}`;
    this.text = sessionStorage.getItem(this.#key) ?? "";
  }

  write(text: string): void {
    this.text = text;
    if (text.trim()) sessionStorage.setItem(this.#key, text);
    else sessionStorage.removeItem(this.#key);
  }
}
