import { type ClauseCode, type ClauseOutcome, clauseRows } from "./clauses.ts";
import type { UsualMinutes } from "./facts.ts";
import type { VersionTerms } from "./technology.ts";

/** A line of a plan, as its edition words it. */
export type PlanClause = { readonly code: ClauseCode; readonly outcome: ClauseOutcome; readonly title: string };

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
  clauses: clauseRows.map(({ code, outcome, title }) => ({ code, outcome, title })),
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

type Fault = { field: string; message: string };

/** What is wrong with a plan's coverage terms, field by field; empty when nothing is. */
export function coverageTermsFaults(terms: CoverageTerms): Fault[] {
  const faults: Fault[] = [];
  const known = new Set<string>(clauseRows.map((row) => row.code));
  const seen = new Set<string>();
  terms.clauses.forEach(({ code, outcome }, i) => {
    const field = `clauses[${i}]`;
    if (!known.has(code)) faults.push({ field: `${field}.code`, message: `there is no clause "${code}"` });
    if (seen.has(code)) faults.push({ field: `${field}.code`, message: `${code} is listed twice` });
    seen.add(code);
    if (outcome !== "EXCLUDED" && outcome !== "LIMITED")
      faults.push({ field: `${field}.outcome`, message: `expected EXCLUDED or LIMITED, got "${outcome}"` });
  });
  terms.minimumVersions.forEach(({ product, version }, i) => {
    if (version !== "CURRENT" && !/\d/.test(version))
      faults.push({
        field: `minimumVersions[${i}].version`,
        message: `${product}: expected a version or CURRENT, got "${version}"`,
      });
  });
  const whole = (field: string, n: number, most: number) => {
    if (!Number.isInteger(n) || n < 0 || n > most)
      faults.push({ field, message: `expected a whole number from 0 to ${most}, got ${n}` });
  };
  whole("currentGraceDays", terms.currentGraceDays, 365);
  whole("minutesLimit", terms.minutesLimit, 1440);
  whole("fairUseSecondsPerDay", terms.fairUseSecondsPerDay, 86_400);
  return faults;
}
