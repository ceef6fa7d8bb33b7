import type { Progress } from "./drive.ts";
import { instantOf } from "./rows.ts";

const duration = (seconds: number): string => {
  const s = Math.max(0, Math.round(seconds));
  return s < 60 ? `${s} s` : `${Math.floor(s / 60)} m ${String(s % 60).padStart(2, "0")} s`;
};

/** Says how a replay goes, on standard error: one line that rewrites itself on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  readonly #total: number;
  readonly #began = performance.now();
  readonly #already: number;
  readonly #every: number;
  #said = Number.NEGATIVE_INFINITY;

  constructor(total: number, already: number) {
    this.#total = total;
    this.#already = already;
    this.#every = process.stderr.isTTY ? 250 : 5_000;
  }

  show(progress: Progress, force = false): void {
    const now = performance.now();
    if (!force && now - this.#said < this.#every) return;
    this.#said = now;
    const seconds = (now - this.#began) / 1000;
    const rate = (progress.rows - this.#already) / Math.max(seconds, 0.001);
    const percent = ((100 * progress.rows) / this.#total).toFixed(1);
    const left = rate > 0 ? duration((this.#total - progress.rows) / rate) : "?";
    const line = `${progress.rows.toLocaleString("en")} of ${this.#total.toLocaleString("en")} rows (${percent} %) · ${Math.round(rate)} rows/s · ${instantOf(progress.at).slice(0, 16).replace("T", " ")} · ${left} left`;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}${force ? "\n" : ""}` : `${line}\n`);
  }
}
