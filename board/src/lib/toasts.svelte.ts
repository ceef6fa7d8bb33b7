export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly tone: "said" | "refused";
  readonly href?: string;
  /** What can still be done about it. */
  readonly undo?: () => void;
};

const SHOWN_FOR = 6_000;

/** Short answers to what was just done, read out by screen readers, gone by themselves. */
class Toasts {
  shown: readonly Toast[] = $state.raw([]);
  #last = 0;

  say(text: string, more: Partial<Pick<Toast, "tone" | "href" | "undo">> = {}): void {
    const toast: Toast = { tone: "said", ...more, id: ++this.#last, text };
    this.shown = [...this.shown.slice(-2), toast];
    setTimeout(() => this.dismiss(toast.id), SHOWN_FOR);
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
