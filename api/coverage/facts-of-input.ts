import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import type { RequestFactsInput } from "./coverage.graphql.ts";

/** The facts of a request as the core knows them; whatever was left out stays unstated. */
export function factsOf(input: RequestFactsInput | null | undefined): RequestFacts {
  if (!input) return {};
  const { kindOfWork, technology, ...rest } = input;
  const facts = {
    ...rest,
    workKind: kindOfWork,
    technologyKind: technology?.kind,
    product: technology?.product,
    version: technology?.version,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value != null)) as RequestFacts;
}
