import type { FactName, NamedFact, RequestFacts } from "./facts.ts";
import type { CoverageContext, Outcome, Verdict } from "./judge.ts";

/** The same request with one fact otherwise: `if` is how a person says it. */
type Otherwise = {
  readonly if: string;
  readonly facts?: RequestFacts;
  readonly context?: Partial<CoverageContext>;
};
type Judge = (facts: RequestFacts, changed: Partial<CoverageContext>) => Verdict;

/** The contrary of each fact that has one worth telling. */
function otherwise(fact: FactName, { case: c }: Verdict): Otherwise | null {
  const { facts, technology } = c;
  switch (fact) {
    case "contractInForce":
      return { if: "With a contract in force", context: { contractInForce: true } };
    case "immediateAddOn":
      return { if: "With the add-on for immediate support", context: { addOns: { immediate: true } } };
    case "usedTodaySeconds":
      return { if: "On a day with remote minutes left", context: { usedTodaySeconds: 0 } };
    case "paidSupport":
      return technology.product
        ? {
            if: "If the contract recorded paid manufacturer support",
            context: { paidSupport: [{ product: technology.product.code }] },
          }
        : null;
    case "workKind":
      return { if: "If something were broken and had to be repaired", facts: { workKind: "TROUBLESHOOTING" } };
    case "technologyKind":
      return facts.technologyKind === "PRINTER"
        ? { if: "If it were not about a printer", facts: { technologyKind: "OTHER" } }
        : null;
    case "version":
      return technology.product
        ? {
            if: `On the current ${technology.product.title}`,
            facts: { product: technology.product.title, version: "current" },
          }
        : null;
    case "estimatedMinutes":
      return (facts.estimatedMinutes ?? 0) > c.minutesLimit
        ? { if: `If it took ${c.minutesLimit} minutes or less`, facts: { estimatedMinutes: c.minutesLimit } }
        : { if: `If it took more than ${c.minutesLimit} minutes`, facts: { estimatedMinutes: c.minutesLimit + 1 } };
    case "remotePossible":
      return facts.remotePossible
        ? { if: "If it could not be done remotely", facts: { remotePossible: false } }
        : { if: "If it could be done remotely", facts: { remotePossible: true } };
    case "licensed":
      return facts.licensed
        ? { if: "If the software had no licence", facts: { licensed: false } }
        : { if: "If the software had a licence", facts: { licensed: true } };
    case "illegal":
      return { if: "If it were legal", facts: { illegal: false } };
    case "warrantyRisk":
      return facts.warrantyRisk
        ? { if: "If no warranty were at risk", facts: { warrantyRisk: false } }
        : { if: "If it could cost a manufacturer's warranty", facts: { warrantyRisk: true } };
    case "immediate":
      return facts.immediate
        ? { if: "If an appointment would do", facts: { immediate: false } }
        : { if: "If help were wanted at once", facts: { immediate: true } };
    case "highSpeed":
      return facts.highSpeed
        ? { if: "Without a high-speed connection", facts: { highSpeed: false } }
        : { if: "With a high-speed connection", facts: { highSpeed: true } };
    case "advancedProductProblem":
      return { if: "If it were not an expert's problem", facts: { advancedProductProblem: false } };
    case "product":
    case "today":
    case "minimumVersion":
    case "manufacturerSupport":
      return null;
    default:
      return fact satisfies never;
  }
}

/**
 * Which fact, stated otherwise, changes the decision, and to what. For a clause: the facts it used. For a covered
 * request: what was only presumed. Each sentence is judged by the same rules, one fact changed.
 */
export function wouldChange(verdict: Verdict, stated: RequestFacts, judge: Judge): string[] {
  const asked = (presumed: readonly NamedFact[]): FactName[] => presumed.map(({ name }) => name);
  const facts = verdict.decisive
    ? verdict.decisive.row.uses
    : verdict.outcome === "COVERED"
      ? asked(verdict.presumed)
      : [];
  return facts.flatMap((fact) => {
    const other = otherwise(fact, verdict);
    if (!other) return [];
    const then = judge({ ...stated, ...other.facts }, other.context ?? {});
    const same = then.outcome === verdict.outcome && then.decisive?.row.code === verdict.decisive?.row.code;
    return same ? [] : [`${other.if}: ${spoken[then.outcome]}${then.decisive ? ` by ${then.decisive.row.code}` : ""}.`];
  });
}

const spoken: { readonly [outcome in Outcome]: string } = {
  COVERED: "covered",
  LIMITED: "limited",
  EXCLUDED: "excluded",
  NEEDS_INFORMATION: "more facts would be needed",
};
