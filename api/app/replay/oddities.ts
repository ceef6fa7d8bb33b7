/** What was odd in a log, counted by kind, with the first examples. Nothing odd stops a replay. */
export class Oddities {
  readonly #kinds = new Map<string, { count: number; examples: string[] }>();

  note(kind: string, number: string, at: string): void {
    let own = this.#kinds.get(kind);
    if (!own) this.#kinds.set(kind, (own = { count: 0, examples: [] }));
    own.count += 1;
    if (own.examples.length < 3) own.examples.push(`${number} at ${at}`);
  }

  list(): { kind: string; count: number; examples: readonly string[] }[] {
    return [...this.#kinds].map(([kind, own]) => ({ kind, ...own })).sort((a, b) => b.count - a.count);
  }
}
