import { defaultProducts } from "./default-support.ts";
import type { RequestFactName, RequestFacts } from "./facts.ts";
import { longestKept } from "./line-meant.ts";
import {
  type ManufacturerSupport,
  type MinimumVersion,
  minimumOn,
  type PaidSupport,
  supportOn,
} from "./manufacturer-support.ts";
import { findProduct, type Product, type ProductVersion, titleOf } from "./products.ts";
import { understand } from "./understand.ts";
import type { Candidate, Understood } from "./understood.ts";
import { compareVersions, isA, isCurrent } from "./versions.ts";

/** What is known of the technology a request is about. */
export type Technology = {
  readonly product: Product | null;
  readonly version: string | null;
  readonly release: ProductVersion | null;
  /** What the manufacturer data says of the product; the stated kind of technology where it knows none. */
  readonly operatingSystem: boolean;
  /** Null when the data does not know the product or its version: then nothing is held against it. */
  readonly support: ManufacturerSupport | null;
  /** The oldest version the plan helps with; null when it names none, or the data cannot tell what is current. */
  readonly minimum: string | null;
  readonly belowMinimum: boolean;
  /** The release that was presumed, as people read it, where only its feature release was left out. */
  readonly presumed: string | null;
  /** What must be asked again, because what was stated could mean several things, or nothing that there is. */
  readonly asks: readonly RequestFactName[];
  /** What could be meant, as people read it. */
  readonly candidates: readonly string[];
};

export type TechnologyContext = {
  /** The day of the request in the client's zone, "2026-11-23". */
  readonly today: string;
  /** Manufacturer data; the desk's own small table when absent. */
  readonly products?: readonly Product[];
  /** Manufacturer support that the client's contract records as paid for. */
  readonly paidSupport?: readonly PaidSupport[];
};

/** The plan's lines about versions. */
export type VersionTerms = {
  readonly minimumVersions: readonly MinimumVersion[];
  /** Days after a release during which the one before still counts as current. */
  readonly currentGraceDays: number;
};

const CANDIDATES = 6;

export function lookUp(facts: RequestFacts, terms: VersionTerms, context: TechnologyContext): Technology {
  const stated = facts.version ?? null;
  const meant: Understood = facts.product
    ? understand(
        context.products ?? defaultProducts,
        facts.product,
        stated,
        context.today,
        facts.technologyKind ?? null,
      )
    : { kind: "unknown", product: null, version: stated };
  if (meant.kind === "ambiguous") return ambiguous(meant, facts, terms, context);
  const { product } = meant;
  const release = meant.kind === "matched" ? meant.line : null;
  const version = product ? meant.version : stated;
  const operatingSystem = isSystem(facts, product);
  const minimum = minimumFor(facts, product, terms, context);
  const belowMinimum = version !== null && minimum !== null && isBelow(release, version, minimum);
  const unreadable = version !== null && !release && !isCurrent(version) && !/\d/.test(version);
  const unheardOf = meant.kind === "unknown" && product !== null && !belowMinimum;
  return {
    product,
    version,
    release,
    operatingSystem,
    support: product && release && version ? supportFor(product, release, version, context) : null,
    minimum,
    belowMinimum,
    presumed: meant.kind === "matched" && meant.presumed && product && release ? titleOf(product, release) : null,
    asks: unreadable || unheardOf ? ["version"] : [],
    candidates: unheardOf ? newest(product).map((line) => titleOf(product, line)) : [],
  };
}

/**
 * Several lines of one product about which everything asked here has the same answer need not be told apart: macOS 10 is
 * any of a dozen, and all of them have ended. Else it is asked which.
 */
function ambiguous(
  { candidates, version, asks, imprecise }: Extract<Understood, { kind: "ambiguous" }>,
  facts: RequestFacts,
  terms: VersionTerms,
  context: TechnologyContext,
): Technology {
  const product = imprecise ? (candidates[0]?.product ?? null) : null;
  const lines = candidates.flatMap(({ line }) => line ?? []);
  const minimum = product ? minimumFor(facts, product, terms, context) : null;
  const below = lines.map((line) => minimum !== null && isBelow(line, line.version, minimum));
  const supported = lines.map((line) => product && supportFor(product, line, line.version, context).supported);
  const alike = (answers: readonly unknown[]) => answers.every((answer) => answer === answers[0]);
  const settled = product !== null && version !== null && lines.length > 0 && alike(below) && alike(supported);
  const release = settled ? longestKept(lines) : null;
  return {
    product,
    version: settled ? version : null,
    release,
    operatingSystem: isSystem(facts, product),
    support: product && release && supportFor(product, release, release.version, context),
    minimum,
    // whatever is older than the minimum is so whichever of them it is
    belowMinimum: product !== null && lines.length > 0 && below.every((b) => b),
    presumed: null,
    asks: settled ? [] : [asks],
    candidates: settled ? [] : titlesOf(asks, candidates),
  };
}

/** Which product is asked by one line of each, which version by all of them; a few, and in words. */
export function titlesOf(asks: "product" | "version", candidates: readonly Candidate[]): string[] {
  const first = candidates.filter((c, i) => candidates.findIndex(({ product }) => product === c.product) === i);
  const of = asks === "product" && first.length > 1 ? first : candidates;
  return [...new Set(of.map(({ product, line }) => (line ? titleOf(product, line) : product.title)))].slice(
    0,
    CANDIDATES,
  );
}

const newest = (product: Product): ProductVersion[] =>
  [...product.versions]
    .filter((line) => !line.edition)
    .sort((a, b) => ((a.released ?? "") < (b.released ?? "") ? 1 : -1))
    .slice(0, CANDIDATES);

/** Whoever has the current version is supported, however old the data is that we carry. */
const supportFor = (
  product: Product,
  release: ProductVersion,
  version: string,
  { today, paidSupport }: TechnologyContext,
) => {
  const support = supportOn(product, release, today, paidSupport);
  return isCurrent(version) && !support.supported
    ? { ...support, supported: true, endsOn: null, lastDay: null, daysLeft: null }
    : support;
};

/** One product has one answer, whatever kind of technology somebody picked for it: Windows Server is a system under SERVER too. */
const isSystem = ({ technologyKind }: RequestFacts, product: Product | null): boolean =>
  product?.kind ? product.kind === "SYSTEM" : technologyKind === "OPERATING_SYSTEM";

function minimumFor(facts: RequestFacts, product: Product | null, terms: VersionTerms, context: TechnologyContext) {
  if (!isSystem(facts, product) || !facts.product) return null;
  const stated = facts.product.trim().toLowerCase();
  const minimum = terms.minimumVersions.find((m) =>
    product ? findProduct([product], m.product, null) !== null : m.product.toLowerCase() === stated,
  );
  return minimum ? minimumOn(minimum, product, context.today, terms.currentGraceDays) : null;
}

/** A name ("Vista", "2000") is as old as its release; a number speaks for itself. */
const isBelow = (release: ProductVersion | null, version: string, minimum: string): boolean => {
  if (isCurrent(version)) return false;
  const isName = release !== null && !isA(version, release.version) && !isA(release.version, version);
  return (compareVersions(isName ? release.version : version, minimum) ?? 0) < 0;
};
