import { defaultProducts } from "./default-support.ts";
import type { RequestFacts } from "./facts.ts";
import {
  type ManufacturerSupport,
  type MinimumVersion,
  minimumOn,
  type PaidSupport,
  supportOn,
} from "./manufacturer-support.ts";
import { findProduct, type Product, type ProductVersion, releaseOf } from "./products.ts";
import { compareVersions, isA, isCurrent } from "./versions.ts";

/** What is known of the technology a request is about. */
export type Technology = {
  readonly product: Product | null;
  readonly version: string | null;
  readonly release: ProductVersion | null;
  /** Null when the data does not know the product or its version: then nothing is held against it. */
  readonly support: ManufacturerSupport | null;
  /** The oldest version the plan helps with; null when it names none, or the data cannot tell what is current. */
  readonly minimum: string | null;
  readonly belowMinimum: boolean;
  /** A version was stated that holds no number and no known name. */
  readonly unreadable: boolean;
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

export function lookUp(facts: RequestFacts, terms: VersionTerms, context: TechnologyContext): Technology {
  const found = facts.product
    ? findProduct(context.products ?? defaultProducts, facts.product, facts.version ?? null)
    : null;
  const product = found?.product ?? null;
  const version = found ? found.version : (facts.version ?? null);
  const release = product && version ? releaseOf(product, version, context.today) : null;
  const minimum =
    facts.technologyKind === "OPERATING_SYSTEM" && facts.product
      ? minimumFor(facts.product, product, terms, context)
      : null;
  return {
    product,
    version,
    release,
    support: product && release && version ? supportFor(product, release, version, context) : null,
    minimum,
    belowMinimum: version !== null && minimum !== null && isBelow(release, version, minimum),
    unreadable: version !== null && !release && !isCurrent(version) && !/\d/.test(version),
  };
}

/** Whoever has the current version is supported, however old the data is that we carry. */
const supportFor = (
  product: Product,
  release: ProductVersion,
  version: string,
  { today, paidSupport }: TechnologyContext,
) => {
  const support = supportOn(product, release, today, paidSupport);
  return isCurrent(version) && !support.supported
    ? { ...support, supported: true, endsOn: null, daysLeft: null }
    : support;
};

function minimumFor(stated: string, product: Product | null, terms: VersionTerms, context: TechnologyContext) {
  const minimum = terms.minimumVersions.find((m) =>
    product
      ? findProduct([product], m.product, null) !== null
      : m.product.toLowerCase() === stated.trim().toLowerCase(),
  );
  return minimum ? minimumOn(minimum, product, context.today, terms.currentGraceDays) : null;
}

/** A name ("Vista", "2000") is as old as its release; a number speaks for itself. */
const isBelow = (release: ProductVersion | null, version: string, minimum: string): boolean => {
  if (isCurrent(version)) return false;
  const isName = release !== null && !isA(version, release.version) && !isA(release.version, version);
  return (compareVersions(isName ? release.version : version, minimum) ?? 0) < 0;
};
