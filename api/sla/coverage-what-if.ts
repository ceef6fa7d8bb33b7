import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { PlanVersion } from "../clients/agreements.ts";
import type { NamedClause } from "../core/coverage-policy/decide.ts";
import type { Product } from "../core/coverage-policy/products.ts";
import { type Difference, differenceOf, Tally } from "../core/coverage-policy/what-if.ts";
import type { Instant } from "../core/time.ts";
import { newestData } from "../coverage/manufacturer-data.ts";
import { type ClauseRow, clausesThen, type PastRow, pastDecisions } from "./past-decisions.sql.ts";

export type Period = { readonly from: Instant; readonly until: Instant };
export type Differing = { readonly past: PastRow; readonly by: NamedClause | null; readonly then: Difference };
export type WhatIf = {
  readonly period: Period;
  readonly decisions: number;
  /** Decisions of before the desk kept what it knew: some of that is presumed. */
  readonly presumed: number;
  readonly differ: number;
  readonly byOutcome: ReturnType<Tally["rows"]>;
  /** The newest that differ, at most as many as are ever shown. */
  readonly newest: readonly Differing[];
};

const PAGE = 1_000;
/** Of those that differ, so many are listed; all are counted. */
export const MOST_LISTED = 100;

/**
 * How a plan's draft would have decided what was decided under the plan: each request by the facts as recorded, and by what
 * the desk knew at its time. Manufacturer data is today's, since a decision keeps only what it used of it. Rows are read in
 * pages and judged as they come; nothing is written.
 */
export async function coverageWhatIf(em: SqlEntityManager, plan: PlanVersion, period: Period): Promise<WhatIf> {
  const tally = new Tally();
  const products = await newestData((statement) => em.execute(statement));
  let newest: Omit<Differing, "by">[] = [];
  let [decisions, presumed, differ] = [0, 0, 0];
  for (let after: PastRow | null = null; ; ) {
    const { text, values } = pastDecisions(plan.code, period, after, PAGE);
    const page: PastRow[] = await em.execute<PastRow[]>(text, values);
    for (const past of page) {
      if (past.context === null) presumed++;
      const then = differenceOf(asJudged(past, products), plan.terms.coverage);
      if (!then) continue;
      differ++;
      tally.add(past.outcome, then.outcome);
      newest.push({ past, then });
    }
    newest = newest.slice(-MOST_LISTED);
    decisions += page.length;
    after = page.at(-1) ?? null;
    if (page.length < PAGE || after === null) break;
  }
  const by = await clausesOf(em, newest);
  const listed = newest.reverse().map((one) => ({ ...one, by: by.get(one.past.id) ?? null }));
  return { period, decisions, presumed, differ, byOutcome: tally.rows(), newest: listed };
}

async function clausesOf(em: SqlEntityManager, listed: readonly Omit<Differing, "by">[]) {
  if (listed.length === 0) return new Map<string, NamedClause | null>();
  const { text, values } = clausesThen(listed.map(({ past }) => past.id));
  return new Map((await em.execute<ClauseRow[]>(text, values)).map(({ id, clause }) => [id, clause]));
}

/**
 * A decision of before its context was kept: the contract is the ticket's, its add-ons those on record for the instant, the
 * day that of the request in the client's zone, and no remote minutes had been used.
 */
function asJudged({ outcome, clause, facts, context, ...row }: PastRow, products: readonly Product[]) {
  const known = context ?? {
    contractInForce: row.hasContract,
    addOns: { immediate: row.immediate, afterHours: row.afterHours },
    usedTodaySeconds: 0,
    today: row.askedOn,
    paidSupport: [],
  };
  return { outcome, clause, facts, context: { ...known, products } };
}
