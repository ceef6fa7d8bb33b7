import type { Fault } from "../faults.ts";
import type { ConditionInput, ConditionShown, CoverageFact } from "./documents.ts";

export const operators = [
  ...(["is", "in", "notIn", "above", "atLeast", "below"] as const),
  ...(["aboveLimit", "reachesLimit", "olderThan"] as const),
];
export type Operator = (typeof operators)[number];

/** One comparison as it is typed: numbers and versions are text until they are sent. */
export type TestDraft = {
  readonly kind: "test";
  readonly fact: string;
  readonly operator: Operator;
  readonly flag: boolean;
  readonly words: readonly string[];
  readonly text: string;
};
export type GroupDraft = { readonly kind: "group"; readonly how: "all" | "any"; readonly parts: readonly PartDraft[] };
export type PartDraft = TestDraft | GroupDraft;

/** Groups inside one another, as many as the desk takes. */
export const MOST_GROUPS = 3;

const blank = { kind: "test", flag: true, words: [], text: "" } as const;

function partOf(shown: ConditionShown): PartDraft {
  if (shown.all || shown.any) {
    const how = shown.all ? "all" : "any";
    return { kind: "group", how, parts: (shown.all ?? shown.any ?? []).map(partOf) };
  }
  const operator = operators.find((one) => shown[one] != null) ?? "is";
  const value = shown[operator];
  return {
    ...blank,
    fact: shown.fact ?? "",
    operator,
    ...(Array.isArray(value) ? { words: value } : typeof value === "boolean" ? { flag: value } : { text: `${value}` }),
  };
}

/** A condition as it is edited: always a group, so that there is a place for one test more. */
export function groupOf(shown: ConditionShown): GroupDraft {
  const part = partOf(shown);
  return part.kind === "group" ? part : { kind: "group", how: "all", parts: [part] };
}

/** Where a part of a group stands in what is sent: a group of one is sent as that one. */
export const placeOf = (group: GroupDraft, field: string, i: number): string =>
  group.parts.length === 1 ? field : `${field}.${group.how}[${i}]`;

const numeric = new Set<Operator>(["above", "atLeast", "below"]);

/** What a condition would be sent as; what cannot be read is told at its place. */
export function readPart(part: PartDraft, field: string, faults: Fault[]): ConditionInput {
  if (part.kind === "group") {
    const [only] = part.parts;
    if (only && part.parts.length === 1) return readPart(only, field, faults);
    return { [part.how]: part.parts.map((one, i) => readPart(one, placeOf(part, field, i), faults)) };
  }
  const { fact, operator } = part;
  if (numeric.has(operator)) {
    if (!/^\d{1,6}$/.test(part.text.trim()))
      faults.push({ field: `${field}.${operator}`, message: "Write a whole number." });
    return { fact, [operator]: Number(part.text) };
  }
  if (operator === "in" || operator === "notIn") return { fact, [operator]: [...part.words] };
  if (operator === "olderThan") return { fact, olderThan: part.text.trim() };
  return { fact, [operator]: operator === "is" ? part.flag : true };
}

/** A test of a fact to begin with, by its first comparison. */
export function testOf(fact: CoverageFact): TestDraft {
  const operator = operators.find((one) => one === fact.operators[0]) ?? "is";
  return { ...blank, fact: fact.name, operator, text: operator === "above" ? "30" : "" };
}

/** The same group with one part otherwise, or without it. */
export const withPart = (group: GroupDraft, i: number, part: PartDraft | null): GroupDraft => ({
  ...group,
  parts: group.parts.flatMap((one, j) => (i === j ? (part ?? []) : one)),
});
export const withMore = (group: GroupDraft, part: PartDraft): GroupDraft => ({
  ...group,
  parts: [...group.parts, part],
});
