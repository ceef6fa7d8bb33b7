import { query } from "../gql.ts";
import { readClientNames } from "../reports/read-all.ts";
import { Staff } from "../ticket/documents.ts";
import type { Choice } from "./find-filter.ts";

/** All that a queue can be filtered by, asked for once. */
export class Choices {
  all: readonly Choice[] = $state.raw([]);
  /** Whether all that there are have come: what is not among them does not exist for whoever asks. */
  #complete = $state(false);

  /** Without an answer there is nothing to choose from; the list itself says what is wrong with the line. */
  async load(): Promise<void> {
    const [clients, staff] = await Promise.all([readClientNames().catch(() => null), query(Staff).catch(() => null)]);
    this.#complete = clients !== null && staff !== null;
    this.all = [
      ...(staff?.teams ?? []).map(({ id, name }) => ({ kind: "team", id, name }) as const),
      ...(clients ?? []).map(({ id, name }) => ({ kind: "client", id, name }) as const),
    ];
  }

  /** By its id; until all are known, or if there is none, it has no name. */
  of(kind: Choice["kind"], id: string | null): readonly Choice[] {
    if (id === null) return [];
    const known = this.all.find((choice) => choice.kind === kind && choice.id === id);
    return [known ?? { kind, id, name: this.#complete ? "unknown" : "…" }];
  }

  /** Whether there is no such thing. */
  lacks(choice: Choice): boolean {
    return this.#complete && !this.all.includes(choice);
  }
}
