import { type FactName, type RequestFacts, technologyKinds, workKinds } from "./facts.ts";
import { findProduct } from "./products.ts";
import type { Technology } from "./technology.ts";
import { compareVersions, isA, isCurrent } from "./versions.ts";

/** All that a condition may look at. */
export type Case = {
  readonly facts: RequestFacts;
  readonly technology: Technology;
  readonly contractInForce: boolean;
  readonly immediateAddOn: boolean;
  readonly afterHoursAddOn: boolean;
  readonly usedTodaySeconds: number;
  readonly fairUseSecondsPerDay: number;
  readonly minutesLimit: number;
};

/**
 * When a clause matches, as data of the plan. A fact that nobody stated answers no test but `notIn`.
 *
 * Example: project or maintenance work is `{ fact: "kindOfWork", in: ["PROJECT", "MAINTENANCE"] }`; help at once without
 * the add-on is `{ all: [{ fact: "immediate", is: true }, { fact: "immediateAddOn", is: false }] }`.
 */
export type Condition = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | Test;

/** One comparison of one fact. */
export type Test = { readonly fact: ConditionFactName } & Comparison;
export type Comparison =
  | { readonly is: boolean }
  | { readonly in: readonly string[] }
  | { readonly notIn: readonly string[] }
  | { readonly above: number }
  | { readonly atLeast: number }
  | { readonly below: number }
  /** The plan's own limit for the fact, wherever the plan puts it. */
  | { readonly aboveLimit: true }
  | { readonly reachesLimit: true }
  /** The stated version is older than this one; "current" is older than none. */
  | { readonly olderThan: string };
export type Operator = Comparison extends infer C ? (C extends C ? keyof C : never) : never;

export const operatorsOf = {
  FLAG: ["is"],
  CHOICE: ["in", "notIn"],
  PRODUCT: ["in", "notIn"],
  NUMBER: ["above", "atLeast", "below", "aboveLimit", "reachesLimit"],
  VERSION: ["olderThan"],
} as const satisfies { readonly [kind: string]: readonly Operator[] };
export type FactKind = keyof typeof operatorsOf;

type FactRow = {
  readonly kind: FactKind;
  /** As an editor of plans reads it. */
  readonly title: string;
  /** What stands behind it: no other fact may change its answer. */
  readonly uses: readonly FactName[];
  readonly read: (c: Case) => unknown;
  readonly choices?: readonly string[];
  /** Of numbers: the highest that makes sense, and the plan's own limit. */
  readonly most?: number;
  readonly limit?: (c: Case) => number;
};

const supportChoices = ["SUPPORTED", "ENDED", "UNKNOWN"] as const;
const flag = (title: string, name: FactName & keyof RequestFacts): FactRow => ({
  kind: "FLAG",
  title,
  uses: [name],
  read: ({ facts }) => facts[name],
});

/** The facts that a condition may test: the one table of their types, and of what each rests on. */
export const conditionFacts = {
  kindOfWork: {
    kind: "CHOICE",
    title: "Kind of work",
    uses: ["workKind"],
    choices: workKinds,
    read: ({ facts }) => facts.workKind,
  },
  technologyKind: {
    kind: "CHOICE",
    title: "Kind of technology",
    uses: ["technologyKind"],
    choices: technologyKinds,
    read: ({ facts }) => facts.technologyKind,
  },
  // which product a name means is for the manufacturer data to say, by the version too where names are alike
  product: {
    kind: "PRODUCT",
    title: "Product",
    uses: ["product", "version", "manufacturerSupport"],
    read: ({ technology }) => technology.product,
  },
  version: {
    kind: "VERSION",
    title: "Version",
    uses: ["product", "version", "today", "manufacturerSupport"],
    read: ({ technology }) => technology.version,
  },
  // the manufacturer data knows what is one, whatever kind of technology was picked for it
  operatingSystem: {
    kind: "FLAG",
    title: "Is an operating system",
    uses: ["technologyKind", "product", "version", "today", "manufacturerSupport"],
    read: ({ technology }) => technology.operatingSystem,
  },
  belowMinimum: {
    kind: "FLAG",
    title: "Operating system below the plan's minimum",
    uses: ["technologyKind", "product", "version", "today", "minimumVersion", "manufacturerSupport"],
    read: ({ technology }) => technology.belowMinimum,
  },
  manufacturerSupport: {
    kind: "CHOICE",
    title: "Manufacturer support on the day",
    uses: ["product", "version", "today", "paidSupport", "manufacturerSupport"],
    choices: supportChoices,
    read: ({ technology: { support } }) => (support ? (support.supported ? "SUPPORTED" : "ENDED") : "UNKNOWN"),
  },
  // the kind of work too, because its usual minutes are presumed while none are stated
  estimatedMinutes: {
    kind: "NUMBER",
    title: "Estimated minutes",
    uses: ["estimatedMinutes", "workKind"],
    most: 10_000,
    limit: (c) => c.minutesLimit,
    read: ({ facts }) => facts.estimatedMinutes,
  },
  remotePossible: flag("Can be done remotely", "remotePossible"),
  licensed: flag("Software is licensed", "licensed"),
  illegal: flag("Illegal", "illegal"),
  warrantyRisk: flag("Could invalidate a warranty", "warrantyRisk"),
  immediate: flag("Wanted at once", "immediate"),
  highSpeed: flag("High-speed connection", "highSpeed"),
  advancedProductProblem: flag("Advanced problem of one product", "advancedProductProblem"),
  contractInForce: {
    kind: "FLAG",
    title: "Contract in force",
    uses: ["contractInForce"],
    read: (c) => c.contractInForce,
  },
  immediateAddOn: {
    kind: "FLAG",
    title: "Immediate add-on in force",
    uses: ["immediateAddOn"],
    read: (c) => c.immediateAddOn,
  },
  afterHoursAddOn: {
    kind: "FLAG",
    title: "After-hours add-on in force",
    uses: ["afterHoursAddOn"],
    read: (c) => c.afterHoursAddOn,
  },
  usedTodaySeconds: {
    kind: "NUMBER",
    title: "Remote seconds used today",
    uses: ["usedTodaySeconds"],
    most: 86_400,
    limit: (c) => c.fairUseSecondsPerDay,
    read: (c) => c.usedTodaySeconds,
  },
} as const satisfies { readonly [name: string]: FactRow };
export type ConditionFactName = keyof typeof conditionFacts;

export const rowOf = (fact: ConditionFactName): FactRow => conditionFacts[fact];
/** The value that a test sees. */
export const seen = (fact: ConditionFactName, c: Case): unknown => rowOf(fact).read(c) ?? null;

/** Does a condition match a case? */
export function holds(condition: Condition, c: Case): boolean {
  if ("all" in condition) return condition.all.every((part) => holds(part, c));
  if ("any" in condition) return condition.any.some((part) => holds(part, c));
  return testHolds(condition, c);
}

export function testHolds(test: Test, c: Case): boolean {
  const { kind, limit } = rowOf(test.fact);
  const value = seen(test.fact, c);
  if ("is" in test) return value === test.is;
  if ("in" in test) return isOneOf(kind, value, test.in);
  if ("notIn" in test) return !isOneOf(kind, value, test.notIn);
  if ("olderThan" in test) return typeof value === "string" && isOlder(value, test.olderThan, c.technology);
  if (typeof value !== "number") return false;
  if ("above" in test) return value > test.above;
  if ("atLeast" in test) return value >= test.atLeast;
  if ("below" in test) return value < test.below;
  if ("aboveLimit" in test) return limit !== undefined && value > limit(c);
  return limit !== undefined && value >= limit(c);
}

const isOneOf = (kind: FactKind, value: unknown, words: readonly string[]): boolean => {
  if (kind !== "PRODUCT") return words.includes(value as string);
  const product = value as Technology["product"];
  return product !== null && words.some((word) => findProduct([product], word, null) !== null);
};

/** A name ("Vista") is as old as its release; a number speaks for itself. */
const isOlder = (version: string, than: string, { release }: Technology): boolean => {
  if (isCurrent(version)) return false;
  const isName = release !== null && !isA(version, release.version) && !isA(release.version, version);
  return (compareVersions(isName ? release.version : version, than) ?? 0) < 0;
};

/** All tests of a condition, as they stand in it. */
export const testsOf = (condition: Condition): readonly Test[] =>
  "all" in condition
    ? condition.all.flatMap(testsOf)
    : "any" in condition
      ? condition.any.flatMap(testsOf)
      : [condition];

/** The facts that a condition rests on: derived from it, so that nobody can state them wrongly. */
export const usesOf = (condition: Condition): readonly FactName[] => [
  ...new Set(testsOf(condition).flatMap((test) => rowOf(test.fact).uses)),
];
