import { query } from "../gql.ts";
import { readClientNames } from "../reports/read-all.ts";
import { Staff } from "../ticket/documents.ts";
import type { Choice } from "./find-filter.ts";

/** All that a queue can be filtered by, asked for once. */
export class Choices {
  all: readonly Choice[] = $state.raw([]);

  /** Without an answer there is nothing to choose from; the list itself says what is wrong with the line. */
  async load(): Promise<void> {
    const [clients, staff] = await Promise.all([
      readClientNames().catch(() => []),
      query(Staff).catch(() => ({ teams: [] })),
    ]);
    this.all = [
      ...staff.teams.map(({ id, name }) => ({ kind: "team", id, name }) as const),
      ...clients.map(({ id, name }) => ({ kind: "client", id, name }) as const),
    ];
  }

  /** By its id; until all are known, or if there is none, it has no name. */
  of(kind: Choice["kind"], id: string | null): readonly Choice[] {
    if (id === null) return [];
    return [this.all.find((choice) => choice.kind === kind && choice.id === id) ?? { kind, id, name: "…" }];
  }
}
