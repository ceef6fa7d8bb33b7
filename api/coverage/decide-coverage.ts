import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { isInForce } from "../clients/agreements.ts";
import type { Agreement } from "../clients/find-contract.ts";
import { type Decision, decide } from "../core/coverage-policy/decide.ts";
import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import { localDay } from "../core/fair-use-meter.ts";
import type { Instant } from "../core/time.ts";
import type { KnownContext } from "./coverage-decision.entity.ts";
import { standingOf } from "./fair-use.ts";
import { manufacturerData } from "./manufacturer-data.ts";

/** A decision, with what the desk knew when it was made: a what-if judges the same request by other terms. */
export type Decided = {
  readonly decision: Decision;
  readonly context: KnownContext;
  /** When it rests on the day's used minutes: the end of that day, for it says nothing of the next one. */
  readonly goodUntil: Instant | null;
};

/**
 * Is this request covered for this client now? Reads the agreement and the day's used minutes; writes nothing. Versions
 * are judged as of the client's day on which it was asked for, `askedOn`: a ticket does not leave coverage by waiting.
 */
export async function decideCoverage(
  em: SqlEntityManager,
  agreement: Agreement,
  facts: RequestFacts,
  at: Instant,
  askedOn: string = agreement.today,
): Promise<Decided> {
  const { client, today } = agreement;
  const { used, edition } = await standingOf(em, client.partnerId, client.id, today);
  const context: KnownContext = {
    contractInForce: agreement.contractId !== null,
    addOns: {
      immediate: isInForce(agreement.addOns, "IMMEDIATE", at),
      afterHours: isInForce(agreement.addOns, "AFTER_HOURS", at),
    },
    usedTodaySeconds: used,
    today: askedOn,
    paidSupport: agreement.paidSupport,
  };
  const products = await manufacturerData(edition, (text) => em.execute(text));
  const decision = decide(facts, agreement.plan.terms.coverage, { ...context, products });
  return { decision, context, goodUntil: restsOnTheDay(decision) ? localDay(today, client.timeZone).until : null };
}

const restsOnTheDay = ({ clause, evidence }: Decision): boolean =>
  evidence.some((one) => one.clause === clause?.code && one.fact === "usedTodaySeconds");
