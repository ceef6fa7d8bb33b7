import type { NamedClause } from "./decide.ts";
import type { RequestFacts } from "./facts.ts";
import { type CoverageContext, judge, type Outcome } from "./judge.ts";
import type { CoverageTerms } from "./terms.ts";

/** A decision of the past, with all that it was made from. */
export type PastDecision = {
  readonly outcome: Outcome;
  readonly clause: string | null;
  readonly facts: RequestFacts;
  readonly context: CoverageContext;
};

/** What other terms say of the same request at its own time. */
export type Difference = { readonly outcome: Outcome; readonly clause: NamedClause | null };

/** How other terms would have decided; null when by the same clause, or by none, with the same outcome. */
export function differenceOf(past: PastDecision, terms: CoverageTerms): Difference | null {
  const { outcome, decisive } = judge(past.facts, terms, past.context);
  if (outcome === past.outcome && (decisive?.code ?? null) === past.clause) return null;
  return { outcome, clause: decisive && { code: decisive.code, outcome: decisive.outcome, title: decisive.title } };
}

/** How many differ, from one outcome to another; the same outcome by another clause counts too. */
export class Tally {
  private readonly counts = new Map<string, { from: Outcome; to: Outcome; count: number }>();

  add(from: Outcome, to: Outcome): void {
    const key = `${from} ${to}`;
    const known = this.counts.get(key) ?? { from, to, count: 0 };
    this.counts.set(key, { ...known, count: known.count + 1 });
  }

  /** The most frequent first. */
  rows(): readonly { from: Outcome; to: Outcome; count: number }[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1));
  }
}
