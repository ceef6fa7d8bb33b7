import type { NextStepKind } from "./clauses.ts";
import { testsOf } from "./conditions.ts";
import { asked } from "./facts.ts";
import type { Verdict } from "./judge.ts";

export type NextStep = {
  readonly kind: NextStepKind;
  /** One sentence for the person who asked. */
  readonly label: string;
  readonly manufacturer: string | null;
  readonly url: string | null;
};

const step = (kind: NextStepKind, label: string): NextStep => ({ kind, label, manufacturer: null, url: null });

/** What to do now. Every decision has one. */
export function nextStepOf({ outcome, decisive, missing, case: { technology } }: Verdict): NextStep {
  if (outcome === "NEEDS_INFORMATION") {
    const which = technology.candidates.length > 0 ? `: ${technology.candidates.join(", ")}, or another` : "";
    return step("STATE_FACTS", `Please state ${missing.map((name) => asked[name] ?? name).join(", ")}${which}.`);
  }
  if (!decisive) return step("WORK_ON_IT", "It is covered: we work on it.");
  const { nextStep, advice } = decisive;
  if (nextStep !== "CONTACT_MANUFACTURER" || !technology.product) return step(nextStep, advice);
  return { kind: nextStep, label: advice, manufacturer: technology.product.manufacturer, url: technology.product.page };
}

/** Other ways on. What is not covered for want of an add-on may be bought, beside the appointment that is offered. */
export function otherStepsOf({ decisive }: Verdict): NextStep[] {
  return decisive && testsOf(decisive.when).some((test) => test.fact === "immediateAddOn" && "is" in test && !test.is)
    ? [step("REQUEST_ADD_ON", "Ask for the add-on for immediate remote support.")]
    : [];
}
