import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import { badInput } from "../platform/refusals.ts";
import type { RequestFactsInput } from "./coverage.graphql.ts";

const MOST_MINUTES = 7 * 24 * 60;

/** The facts of a request as the core knows them; whatever was left out stays unstated. */
export function factsOf(input: RequestFactsInput | null | undefined): RequestFacts {
  if (!input) return {};
  const { kindOfWork, technology, ...rest } = input;
  const minutes = rest.estimatedMinutes;
  if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES))
    throw badInput(`facts.estimatedMinutes: expected a whole number of minutes from 1 to ${MOST_MINUTES}, a week.`);
  const facts = {
    ...rest,
    workKind: kindOfWork,
    technologyKind: technology?.kind,
    product: technology?.product,
    version: technology?.version,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value != null)) as RequestFacts;
}
