import { type Clause, type ClauseOutcome, nextStepKinds, serviceClauses } from "./clauses.ts";
import { conditionFaults, type Fault } from "./condition-faults.ts";
import type { Condition } from "./conditions.ts";
import { defaultProducts } from "./default-support.ts";
import type { UsualMinutes } from "./facts.ts";
import type { Product } from "./products.ts";
import type { VersionTerms } from "./technology.ts";
import { usualMinutesFaults } from "./usual-minutes-faults.ts";
import { minimumFaults } from "./version-faults.ts";

/** A line of a plan as it is kept. What a line of the service's own leaves out is as the service has it. */
export type PlanClause = Pick<Clause, "code" | "outcome" | "title"> & Partial<Clause>;

/** What a plan says about coverage: data, of which a contract's plan holds its own version. */
export type CoverageTerms = VersionTerms & {
  /** A clause that is not listed does not apply. */
  readonly clauses: readonly PlanClause[];
  readonly minutesLimit: number;
  readonly fairUseSecondsPerDay: number;
  readonly usualMinutes: UsualMinutes;
};

/** The service as it is sold. */
export const defaultCoverageTerms: CoverageTerms = {
  clauses: serviceClauses,
  minimumVersions: [
    { product: "macOS", version: "10.13" },
    { product: "Windows", version: "8" },
    { product: "iOS", version: "CURRENT" },
    { product: "ChromeOS", version: "CURRENT" },
  ],
  currentGraceDays: 30,
  minutesLimit: 30,
  fairUseSecondsPerDay: 1800,
  // never above the limit: what is only presumed must not be what limits a request
  usualMinutes: {
    TROUBLESHOOTING: 25,
    HARDWARE_ISSUE: 25,
    BROWSER_SUPPORT: 15,
    CONFLICT: 30,
    SECURITY: 30,
    DRIVER: 20,
    INSTALLATION: 30,
    LAUNCH: 15,
    SETTINGS: 15,
    ACCOUNT_CHANGE: 15,
    LICENCE_CHANGE: 15,
  },
};

const own = new Map<string, { clause: Clause; place: number }>(
  serviceClauses.map((clause, place) => [clause.code, { clause, place }]),
);
const ranks: { readonly [outcome in ClauseOutcome]: number } = { EXCLUDED: 1, LIMITED: 2 };

/** What the service's own clauses said when conditions were still code, where they say something else today. */
const endedThen = (operator: "in" | "notIn"): Condition => ({
  all: [
    { fact: "technologyKind", [operator]: ["OPERATING_SYSTEM"] } as Condition,
    { fact: "manufacturerSupport", in: ["ENDED"] },
  ],
});
const then: { readonly [code: string]: Condition } = {
  "manufacturer-ended": endedThen("notIn"),
  "platform-ended": endedThen("in"),
};

/**
 * The clauses of a plan, whole, and in the order in which they decide: what excludes before what limits, each as the plan
 * lists them.
 *
 * Versions that were published when conditions were still code hold codes, outcomes and titles only. They read here as
 * they always did: a code of the service without a condition means the service's own of that time, and a list in which no
 * line has one stands in the order of the service's table.
 */
export function clausesInForce({ clauses }: Pick<CoverageTerms, "clauses">): readonly Clause[] {
  const known = whole.get(clauses);
  if (known) return known;
  const made = inOrder(clauses, (line) => {
    const when = then[line.code];
    return completed(when ? { when, ...line } : line);
  });
  whole.set(clauses, made);
  return made;
}

function inOrder(clauses: readonly PlanClause[], complete: (line: PlanClause) => Clause[]): Clause[] {
  const before = clauses.every((line) => line.when === undefined);
  const lines = before ? [...clauses].sort((a, b) => placeOf(a) - placeOf(b)) : clauses;
  return lines.flatMap(complete).sort((a, b) => ranks[a.outcome] - ranks[b.outcome]);
}

/** A published list never changes, and a what-if judges thousands of requests by one. */
const whole = new WeakMap<readonly PlanClause[], readonly Clause[]>();
const placeOf = ({ code }: PlanClause): number => own.get(code)?.place ?? own.size;

/** A line with all that it leaves out; nothing where it is no clause of the service and has no condition. */
const completed = (line: PlanClause): Clause[] => {
  const clause = { ...own.get(line.code)?.clause, ...line };
  return clause.when === undefined
    ? []
    : [{ ...clause, when: clause.when, nextStep: clause.nextStep ?? "REQUEST_QUOTE", advice: clause.advice ?? "" }];
};

/** The same terms with whole lines: what is published says all of itself, whatever the service becomes later. */
export const completeTerms = (terms: CoverageTerms): CoverageTerms => ({
  ...terms,
  clauses: inOrder(terms.clauses, completed),
});

const MOST_CLAUSES = 100;

/** What is wrong with a plan's coverage terms, field by field; empty when nothing is. */
export function coverageTermsFaults(terms: CoverageTerms, products: readonly Product[] = defaultProducts): Fault[] {
  const faults: Fault[] = [];
  if (terms.clauses.length > MOST_CLAUSES)
    faults.push({ field: "clauses", message: `${terms.clauses.length} are too many: at most ${MOST_CLAUSES}` });
  terms.clauses.forEach((line, i) => {
    if (terms.clauses.findIndex(({ code }) => code === line.code) < i)
      faults.push({ field: `clauses[${i}].code`, message: `${line.code} is listed twice` });
    faults.push(...clauseFaults(line, `clauses[${i}]`, products));
  });
  faults.push(...minimumFaults(terms.minimumVersions, products));
  const within = (field: string, n: number, most: number) => {
    if (!Number.isInteger(n) || n < 0 || n > most)
      faults.push({ field, message: `expected a whole number from 0 to ${most}, got ${n}` });
  };
  within("currentGraceDays", terms.currentGraceDays, 365);
  within("minutesLimit", terms.minutesLimit, 1440);
  within("fairUseSecondsPerDay", terms.fairUseSecondsPerDay, 86_400);
  if (terms.minutesLimit >= 0) faults.push(...usualMinutesFaults(terms.usualMinutes, terms.minutesLimit));
  return faults;
}

function clauseFaults(line: PlanClause, field: string, products: readonly Product[]): Fault[] {
  const faults: Fault[] = [];
  const fault = (part: keyof Clause, message: string) => faults.push({ field: `${field}.${part}`, message });
  const isOwn = own.has(line.code);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(line.code))
    fault("code", `expected small letters, digits and hyphens, got "${line.code}"`);
  if (line.outcome !== "EXCLUDED" && line.outcome !== "LIMITED")
    fault("outcome", `expected EXCLUDED or LIMITED, got "${line.outcome}"`);
  if (line.title.trim() === "") fault("title", "a clause is shown by its title: give one");
  else if (line.title.length > 200) fault("title", "is longer than 200 characters");
  if (line.when !== undefined) faults.push(...conditionFaults(line.when, `${field}.when`, products));
  else if (!isOwn) fault("when", `"${line.code}" is no clause of the service: a clause of your own needs a condition`);
  if (line.nextStep === undefined ? !isOwn : !nextStepKinds.includes(line.nextStep))
    fault("nextStep", `a clause of your own needs a next step: one of ${nextStepKinds.join(", ")}`);
  if (line.advice === undefined ? !isOwn : line.advice.trim() === "")
    fault("advice", "say in one sentence what to do next");
  else if ((line.advice?.length ?? 0) > 300) fault("advice", "is longer than 300 characters");
  return faults;
}
