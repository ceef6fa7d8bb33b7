import { usesOf } from "./conditions.ts";
import type { FactName, FactValue } from "./facts.ts";
import type { CoverageContext, Verdict } from "./judge.ts";
import type { ManufacturerSupport } from "./manufacturer-support.ts";

/** One fact that a clause rested on, and where it comes from when nobody stated it. */
export type Evidence = {
  readonly clause: string | null;
  readonly fact: FactName;
  readonly value: FactValue;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  /** The day on which the source said so. */
  readonly asOf: string | null;
};

/** For every clause that matched, the facts it used; for a request without one, what speaks for its technology. */
export function evidenceOf(verdict: Verdict, context: CoverageContext): Evidence[] {
  const used = verdict.matched.flatMap(({ code, when }) =>
    usesOf(when).flatMap((fact): Evidence[] => {
      const value = factValue(fact, verdict, context);
      return value === null ? [] : [entry(code, fact, value, verdict)];
    }),
  );
  const { support } = verdict.case.technology;
  if (verdict.matched.length === 0 && support)
    used.push(entry(null, "manufacturerSupport", sentence(title(verdict), support), verdict));
  return used;
}

function entry(clause: string | null, fact: FactName, value: FactValue, { case: c }: Verdict): Evidence {
  const { support, product } = c.technology;
  if (fact === "manufacturerSupport" && support)
    return { clause, fact, value, source: support.source, sourceUrl: support.sourceUrl, asOf: support.asOf };
  if (fact === "minimumVersion" && product)
    return { clause, fact, value, source: product.manufacturer, sourceUrl: product.page, asOf: product.asOf };
  return { clause, fact, value, source: null, sourceUrl: null, asOf: null };
}

function factValue(fact: FactName, verdict: Verdict, context: CoverageContext): FactValue {
  const { case: c } = verdict;
  switch (fact) {
    case "contractInForce":
      return context.contractInForce;
    case "immediateAddOn":
      return context.addOns.immediate;
    case "afterHoursAddOn":
      return context.addOns.afterHours ?? false;
    case "usedTodaySeconds":
      return context.usedTodaySeconds;
    case "today":
      return context.today;
    case "paidSupport":
      return c.technology.support?.paid ?? false;
    case "minimumVersion":
      return c.technology.minimum;
    case "manufacturerSupport":
      return c.technology.support ? sentence(title(verdict), c.technology.support) : null;
    case "version":
      return c.technology.version;
    default:
      return c.facts[fact] ?? null;
  }
}

const title = ({ case: c }: Verdict): string => {
  const { product, release } = c.technology;
  const name = release?.names?.[0];
  return `${product?.title} ${release?.version}${name ? ` (${name})` : ""}`;
};

const sentence = (what: string, s: ManufacturerSupport): string => {
  if (s.supported && s.paid) return `${what}: supported because the contract records paid support`;
  if (s.supported) return s.endsOn ? `${what}: supported until ${s.endsOn}` : `${what}: supported, no end announced`;
  return s.endsOn ? `${what}: support ended on ${s.endsOn}` : `${what}: support has ended`;
};
