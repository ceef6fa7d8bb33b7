/** The rows that are selected, by ticket; they stay so wherever the order takes them. */
export class Picks {
  ids: ReadonlySet<string> = $state.raw(new Set());
  /** From which one a stretch is selected. */
  #anchor: string | null = null;

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  toggle(id: string): void {
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.ids = next;
    this.#anchor = id;
  }

  /** All from the one selected last to this one, in the order in which they are shown. */
  extend(id: string, shown: readonly string[]): void {
    const [from, to] = [shown.indexOf(this.#anchor ?? id), shown.indexOf(id)];
    if (to === -1) return;
    const stretch = from === -1 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.ids = new Set([...this.ids, ...stretch]);
    this.#anchor = id;
  }

  set(ids: Iterable<string>): void {
    this.ids = new Set(ids);
    this.#anchor = null;
  }

  clear(): void {
    this.set([]);
  }
}
