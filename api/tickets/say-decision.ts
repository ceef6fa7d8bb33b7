import type { Decision } from "../core/coverage-policy/decide.ts";

const outcomes: { readonly [outcome in Decision["outcome"]]: string } = {
  COVERED: "Covered",
  LIMITED: "Limited",
  EXCLUDED: "Not covered",
  NEEDS_INFORMATION: "Coverage needs more facts",
};

/** A decision as a line of a ticket's story. */
export const sayDecision = ({ outcome, clause }: Pick<Decision, "outcome" | "clause">): string =>
  clause ? `${outcomes[outcome]}: ${clause.title}` : outcomes[outcome];
