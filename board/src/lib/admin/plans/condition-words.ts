import { plain } from "../../ticket/words.ts";
import { type Operator, operators } from "./condition-draft.ts";
import type { ConditionInput } from "./documents.ts";

export const operatorWord: { readonly [operator in Operator]: string } = {
  is: "is",
  in: "is one of",
  notIn: "is none of",
  above: "is above",
  atLeast: "is at least",
  below: "is below",
  aboveLimit: "is above the plan's limit",
  reachesLimit: "reaches the plan's limit",
  olderThan: "is older than",
};

/** How a flag is said where it is so, and where it is not. */
const flagWords: { readonly [fact: string]: readonly [so: string, not: string] } = {
  operatingSystem: ["it is an operating system", "it is no operating system"],
  belowMinimum: ["the version is below the plan's minimum", "the version is not below the plan's minimum"],
  remotePossible: ["it can be done remotely", "it cannot be done remotely"],
  licensed: ["the software is licensed", "the software is not licensed"],
  illegal: ["it is illegal", "it is legal"],
  warrantyRisk: ["a warranty is at risk", "no warranty is at risk"],
  immediate: ["it is wanted at once", "an appointment will do"],
  highSpeed: ["there is a high-speed connection", "there is no high-speed connection"],
  advancedProductProblem: ["it is an expert's problem", "it is no expert's problem"],
  contractInForce: ["a contract is in force", "no contract is in force"],
  immediateAddOn: ["there is the immediate add-on", "there is no immediate add-on"],
  afterHoursAddOn: ["there is the after-hours add-on", "there is no after-hours add-on"],
};
const factWords: { readonly [fact: string]: string } = {
  technologyKind: "kind of technology",
  usedTodaySeconds: "remote seconds used today",
};
/** `Operating system`, within a sentence; `OS upgrade` stays as it is. */
const within = (word: string): string => plain(word).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());

/** `Kind of work is Project or Maintenance`: a condition as a sentence, without its full stop. */
export function conditionText(when: ConditionInput | null | undefined): string {
  if (!when) return "as the service has it";
  const group = when.all ?? when.any;
  if (group) return group.map((part) => nested(part)).join(when.all ? " and " : " or ");
  const operator = operators.find((one) => when[one] != null);
  const name = when.fact ?? "";
  const fact = factWords[name] ?? within(name);
  if (!operator) return fact;
  const value = when[operator];
  if (operator === "is") return flagWords[name]?.[value ? 0 : 1] ?? (value ? fact : `not ${fact}`);
  if (Array.isArray(value)) {
    const words = value.map((word) => (/^[A-Z_]+$/.test(word) ? within(word) : word));
    return `${fact} is ${operator === "notIn" ? "not " : ""}${words.join(" or ") || "…"}`;
  }
  return value === true ? `${fact} ${operatorWord[operator]}` : `${fact} ${operatorWord[operator]} ${value}`;
}

const nested = (part: ConditionInput): string =>
  part.all || part.any ? `(${conditionText(part)})` : conditionText(part);
