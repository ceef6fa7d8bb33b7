import { dropView, type KeptViews, keepView, readViews, renameView } from "./kept-views.ts";

/** The views that one person has named, kept by this browser. */
export class SavedViews {
  readonly #key: string;
  all: KeptViews = $state.raw([]);

  constructor(whose: string) {
    this.#key = `watchdesk.queue-views.${whose}`;
    this.all = readViews(localStorage.getItem(this.#key));
  }

  keep(name: string, search: string): void {
    this.#set(keepView(this.all, { name, search }));
  }

  rename(from: string, to: string): void {
    this.#set(renameView(this.all, from, to));
  }

  /** Answers how to have it back, where it was. */
  drop(name: string): () => void {
    const at = this.all.findIndex((view) => view.name === name);
    const view = this.all[at];
    this.#set(dropView(this.all, name));
    return () => {
      const again = this.all.some((other) => other.name === name);
      if (view && !again) this.#set(this.all.toSpliced(at, 0, view));
    };
  }

  #set(views: KeptViews): void {
    this.all = views;
    localStorage.setItem(this.#key, JSON.stringify(views));
  }
}
