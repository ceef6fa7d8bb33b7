import { type ConditionFactName, conditionFacts, type Operator, operatorsOf, rowOf } from "./conditions.ts";
import { findProduct, type Product } from "./products.ts";
import { versionNumbers } from "./versions.ts";

export type Fault = { readonly field: string; readonly message: string };

/** Groups inside one another: what an editor can show and a query can ask for whole. */
export const MOST_GROUPS = 3;
/** Conditions in one clause: more is more than one clause. */
export const MOST_TESTS = 50;

/** A condition as somebody wrote it: nothing of it is known to be right. */
type Written = { readonly [key: string]: unknown };

/** What is wrong with a condition, part by part, each with its place: `clauses[3].when.all[0].fact`. */
export function conditionFaults(when: unknown, field: string, products: readonly Product[]): Fault[] {
  const found = faultsIn(when, { field, depth: 0, hasProduct: false, products });
  const tests = countTests(when);
  return tests > MOST_TESTS ? [{ field, message: `has ${tests} tests, and may have ${MOST_TESTS}` }] : found;
}

type Place = { field: string; depth: number; hasProduct: boolean; products: readonly Product[] };

function faultsIn(written: unknown, place: Place): Fault[] {
  const { field, depth } = place;
  if (typeof written !== "object" || written === null) return [{ field, message: "expected a condition" }];
  const given = Object.keys(written).filter((key) => (written as Written)[key] != null);
  const heads = given.filter((key) => key === "all" || key === "any" || key === "fact");
  if (heads.length !== 1) return [{ field, message: "state exactly one of all, any and fact" }];
  const head = heads[0] as "all" | "any" | "fact";
  if (head === "fact") return testFaults(written as Written, given, place);
  if (given.length > 1)
    return [{ field, message: `a group compares nothing itself: leave out ${given.filter((g) => g !== head)}` }];
  const parts = (written as Written)[head];
  if (!Array.isArray(parts) || parts.length === 0)
    return [{ field: `${field}.${head}`, message: "is empty: a group needs a condition in it" }];
  if (depth >= MOST_GROUPS) return [{ field, message: `groups stand at most ${MOST_GROUPS} inside one another` }];
  const hasProduct = place.hasProduct || (head === "all" && parts.some(namesProduct));
  return parts.flatMap((part, i) =>
    faultsIn(part, { ...place, field: `${field}.${head}[${i}]`, depth: depth + 1, hasProduct }),
  );
}

const namesProduct = (part: Written | null): boolean => part?.fact === "product" && part.in != null;

function testFaults(test: Written, given: readonly string[], place: Place): Fault[] {
  const { field } = place;
  const fact = test.fact as ConditionFactName;
  if (!Object.hasOwn(conditionFacts, fact)) {
    const message = `there is no fact "${fact}"; facts are ${Object.keys(conditionFacts).join(", ")}`;
    return [{ field: `${field}.fact`, message }];
  }
  const row = rowOf(fact);
  const known: readonly string[] =
    row.kind === "NUMBER" && !row.limit ? ["above", "atLeast", "below"] : operatorsOf[row.kind];
  const used = given.filter((key) => key !== "fact");
  if (used.length === 0) return [{ field, message: `say how ${fact} is compared: by ${listed(known)}` }];
  const wrong = used.filter((key) => !known.includes(key));
  if (wrong.length > 0)
    return wrong.map((key) => ({
      field: `${field}.${key}`,
      message: `${fact} is compared by ${listed(known)}, not by ${key}`,
    }));
  if (used.length > 1) return [{ field, message: `one test compares once: got ${used.join(" and ")}` }];
  const operator = used[0] as Operator;
  return valueFaults(fact, operator, test[operator], { ...place, field: `${field}.${operator}` });
}

function valueFaults(fact: ConditionFactName, operator: Operator, value: unknown, place: Place): Fault[] {
  const { field, products } = place;
  const fault = (message: string): Fault[] => [{ field, message }];
  switch (operator) {
    case "is":
      return typeof value === "boolean" ? [] : fault(`expected true or false, got ${JSON.stringify(value)}`);
    case "aboveLimit":
    case "reachesLimit":
      return value === true ? [] : fault("is true, or left out");
    case "above":
    case "atLeast":
    case "below": {
      const most = rowOf(fact).most ?? Number.MAX_SAFE_INTEGER;
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
        ? []
        : fault(`expected a whole number from 0 to ${most}, got ${JSON.stringify(value)}`);
    }
    case "olderThan":
      if (typeof value !== "string" || versionNumbers(value).length === 0)
        return fault(`expected a version with a number in it, got ${JSON.stringify(value)}`);
      return place.hasProduct
        ? []
        : fault('a version says nothing without its product: test "product" beside it, in one "all"');
    case "in":
    case "notIn":
      return wordFaults(fact, value, field, products);
    default:
      return operator satisfies never;
  }
}

function wordFaults(fact: ConditionFactName, words: unknown, field: string, products: readonly Product[]): Fault[] {
  if (!Array.isArray(words) || words.length === 0) return [{ field, message: "is empty: name at least one" }];
  const { kind, choices } = rowOf(fact);
  return words.flatMap((word, i) => {
    const at = `${field}[${i}]`;
    if (typeof word !== "string") return [{ field: at, message: `expected a word, got ${JSON.stringify(word)}` }];
    if (words.indexOf(word) < i) return [{ field: at, message: `${word} is listed twice` }];
    if (kind === "PRODUCT")
      return findProduct(products, word, null)
        ? []
        : [{ field: at, message: `no manufacturer data knows a product "${word}"` }];
    return choices?.includes(word)
      ? []
      : [{ field: at, message: `there is no ${fact} "${word}"; there are ${choices?.join(", ")}` }];
  });
}

const countTests = (written: unknown): number => {
  if (typeof written !== "object" || written === null) return 0;
  const { all, any } = written as Written;
  const parts = Array.isArray(all) ? all : Array.isArray(any) ? any : null;
  return parts ? parts.reduce((sum: number, part) => sum + countTests(part), 0) : 1;
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
