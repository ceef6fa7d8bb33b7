import type { Fault } from "../faults.ts";
import { type GroupDraft, groupOf, readPart, testOf } from "./condition-draft.ts";
import type { ClauseInput, CoverageFact, PlanShown } from "./documents.ts";

/** A clause as it is typed. */
export type ClauseDraft = {
  /** Its row: a code may be typed anew. */
  readonly key: number;
  readonly code: string;
  readonly title: string;
  readonly outcome: "EXCLUDED" | "LIMITED";
  readonly when: GroupDraft;
  readonly nextStep: NonNullable<ClauseInput["nextStep"]>;
  readonly advice: string;
  /** It was added here, and so its code can be typed. */
  readonly added: boolean;
};

export const clauseDrafts = (clauses: PlanShown["clauses"]): ClauseDraft[] =>
  clauses.map(({ code, title, outcome, when, nextStep, advice }, key) => ({
    ...{ key, code, title, nextStep, advice, added: false },
    outcome: outcome === "EXCLUDED" ? "EXCLUDED" : "LIMITED",
    when: groupOf(when),
  }));

/** What the clauses would be sent as. */
export const readClauses = (clauses: readonly ClauseDraft[], faults: Fault[]): ClauseInput[] =>
  clauses.map(({ code, title, outcome, when, nextStep, advice }, i) => ({
    ...{ code, title, outcome, nextStep, advice },
    when: readPart(when, `clauses[${i}].when`, faults),
  }));

/** A clause to begin with, above the others of its outcome. */
export function newClause(clauses: readonly ClauseDraft[], [first]: readonly CoverageFact[]): ClauseDraft {
  return {
    key: Math.max(-1, ...clauses.map(({ key }) => key)) + 1,
    ...{ code: "", title: "", outcome: "LIMITED", added: true },
    when: { kind: "group", how: "all", parts: first ? [testOf(first)] : [] },
    ...{ nextStep: "REQUEST_QUOTE", advice: "" },
  };
}

/** The same clauses with one otherwise. */
export const withClause = (clauses: readonly ClauseDraft[], key: number, patch: Partial<ClauseDraft>): ClauseDraft[] =>
  clauses.map((clause) => (clause.key === key ? { ...clause, ...patch } : clause));

/** One place further up or down; what cannot go there stays. */
export function moved(clauses: readonly ClauseDraft[], key: number, by: -1 | 1): ClauseDraft[] {
  const from = clauses.findIndex((clause) => clause.key === key);
  const [one, other] = [clauses[from], clauses[from + by]];
  if (!one || !other) return [...clauses];
  return clauses.map((clause, i) => (i === from ? other : i === from + by ? one : clause));
}
