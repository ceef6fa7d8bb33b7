import type { RequestFactName } from "../core/coverage-policy/facts.ts";
import type { Affected } from "../core/urgency.ts";

const names: { readonly [fact in RequestFactName]: string } = {
  workKind: "kind of work",
  technologyKind: "kind of technology",
  product: "product",
  version: "version",
  estimatedMinutes: "minutes it will take",
  remotePossible: "can be done remotely",
  licensed: "licensed",
  illegal: "illegal",
  warrantyRisk: "could cost a warranty",
  immediate: "wanted at once",
  highSpeed: "high-speed connection",
  advancedProductProblem: "advanced problem of one product",
};
const affects: { readonly [affected in Affected]: string } = {
  ONE: "affects one user",
  SEVERAL: "affects several users",
  ALL: "affects all users",
};
const CONSTANT = /^[A-Z][A-Z_]*$/;

const value = (stated: unknown): string =>
  stated == null
    ? "not known"
    : typeof stated === "boolean"
      ? stated
        ? "yes"
        : "no"
      : CONSTANT.test(String(stated))
        ? String(stated).toLowerCase().replaceAll("_", " ")
        : String(stated);

type Stated = {
  facts: readonly { name: RequestFactName; to: unknown }[];
  affected: Affected | null;
  workaround: boolean | null;
};

/**
 * What was newly stated, as a person would say it: "Affects all users · no workaround · kind of work: troubleshooting".
 * Null stands for what did not change.
 */
export function sayFacts({ facts, affected, workaround }: Stated): string {
  const said = [
    ...(affected === null ? [] : [affects[affected]]),
    ...(workaround === null ? [] : [workaround ? "there is a workaround" : "no workaround"]),
    ...facts.map(({ name, to }) => `${names[name]}: ${value(to)}`),
  ].join(" · ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}
