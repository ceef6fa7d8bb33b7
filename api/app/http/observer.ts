import type { Logger } from "../../platform/log.ts";
import type { Viewer } from "../../platform/viewer.ts";
import type { Admitted, Cost } from "./admission.ts";
import type { Metrics } from "./metrics.ts";
import type { Trusted } from "./trusted-documents.ts";

const MOST_NAMES = 200;

/** Tells log and figures of every operation: who by kind and key, what by its name, at what cost. Never what was said. */
export class Observer {
  readonly #log: Logger;
  readonly #metrics: Metrics;
  /** Names come from clients: figures are kept by the board's own and by the first of the others. */
  readonly #names: Set<string>;

  constructor(log: Logger, metrics: Metrics, trusted: Trusted) {
    this.#log = log;
    this.#metrics = metrics;
    const named = [...trusted.values()].flatMap(
      (text) => /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? [],
    );
    this.#names = new Set(named);
  }

  /** An operation begins; to be called with its end. */
  begin(requestId: string, admitted: Admitted): (code: string, cost: Cost) => void {
    const began = performance.now();
    return (code, cost) => {
      const ms = performance.now() - began;
      this.#tell(requestId, admitted.viewer, admitted.operation.name?.value.slice(0, 64) ?? "unnamed", code, cost, ms);
    };
  }

  refused(requestId: string, viewer: Viewer | null, code: string, cost?: Cost): void {
    this.#tell(requestId, viewer, "refused", code, cost, null);
  }

  #tell(
    requestId: string,
    viewer: Viewer | null,
    name: string,
    code: string,
    cost: Cost | undefined,
    ms: number | null,
  ) {
    const kind = viewer?.kind ?? "NOBODY";
    this.#metrics.request(this.#counted(name), code, kind, ms, cost);
    this.#log.info(
      {
        requestId,
        viewer: kind,
        key: viewer?.id ?? null,
        operation: name,
        code,
        ...(cost && { requested: cost.requested, actual: cost.actual, available: cost.throttle.available }),
        ...(ms !== null && { ms: Math.round(ms * 10) / 10 }),
      },
      "operation",
    );
  }

  #counted(name: string): string {
    if (this.#names.has(name)) return name;
    if (this.#names.size >= MOST_NAMES) return "other";
    this.#names.add(name);
    return name;
  }
}
