import { Temporal } from "temporal-polyfill";
import { lineMeant } from "./line-meant.ts";
import { findProduct, newestOn, type Product, type ProductVersion } from "./products.ts";
import { wordsOf } from "./said-words.ts";
import { isA } from "./versions.ts";

/** Manufacturer support that a client pays for, as its contract records it. */
export type PaidSupport = {
  readonly product: string;
  readonly version?: string | null;
  readonly until?: string | null;
};

export type ManufacturerSupport = {
  readonly supported: boolean;
  readonly version: string;
  /** The last day of regular support; null = none announced, or ended on an unknown day. */
  readonly endsOn: string | null;
  /** The last day of support that can be bought, whether or not this client has. */
  readonly extendedUntil: string | null;
  /** Supported only because the contract records that the client pays for it. */
  readonly paid: boolean;
  /** The last supported day, what the contract records as paid for included; null: none known, or it has ended. */
  readonly lastDay: string | null;
  /** Days from the day asked about to the last supported day: 0 = today is the last; null = no end known. */
  readonly daysLeft: number | null;
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly asOf: string;
};

/** The end-of-support day itself is still supported. Paid support counts only where the contract records it. */
export function supportOn(
  product: Product,
  release: ProductVersion,
  on: string,
  paidSupport: readonly PaidSupport[] = [],
): ManufacturerSupport {
  const endsOn = typeof release.eol === "string" ? release.eol : null;
  const regular = release.eol === false || (endsOn !== null && on <= endsOn);
  const extendedUntil = release.extendedEnd ?? null;
  const paidUntil = release.eol === false ? null : lastPaidDay(product, release, paidSupport);
  const paid = !regular && paidUntil !== null && on <= paidUntil;
  const last = paidUntil !== null && paidUntil >= (endsOn ?? on) && (regular || paid) ? paidUntil : endsOn;
  const lastDay = (regular || paid) && last !== FOR_EVER ? last : null;
  return {
    supported: regular || paid,
    version: release.version,
    endsOn,
    extendedUntil,
    paid,
    lastDay,
    daysLeft: lastDay === null ? null : daysBetween(on, lastDay),
    source: product.source,
    sourceUrl: product.sourceUrl,
    asOf: product.asOf,
  };
}

const FOR_EVER = "9999-12-31";

/** What is paid for ends with the contract's entry, and never later than what the manufacturer sells. */
function lastPaidDay(product: Product, release: ProductVersion, paidSupport: readonly PaidSupport[]): string | null {
  const days = paidSupport
    .filter((paid) => findProduct([product], paid.product, null) !== null)
    .filter((paid) => paid.version == null || isFor(product, release, paid.version))
    .map((paid) => paid.until ?? FOR_EVER)
    .map((until) => (release.extendedEnd && release.extendedEnd < until ? release.extendedEnd : until));
  return days.sort().at(-1) ?? null;
}

/** "10" is any Windows 10, "2012" no 2012 R2. */
function isFor(product: Product, release: ProductVersion, version: string): boolean {
  const meant = lineMeant(product, wordsOf(version));
  if (meant.kind === "line" && meant.exact) return meant.line === release;
  return isA(release.version, version) || isA(version, release.version);
}

export const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;

/** A plan's minimum: a version, or CURRENT with the days of grace that follow a release. */
export type MinimumVersion = { readonly product: string; readonly version: string };

/**
 * The oldest version that still meets the minimum on a day; null when the data cannot tell what is current.
 *
 * Example: iOS 26 came out on 15 September 2025. With 30 days of grace iOS 18 meets CURRENT until 15 October.
 */
export function minimumOn(
  minimum: MinimumVersion,
  product: Product | null,
  on: string,
  graceDays: number,
): string | null {
  if (minimum.version !== "CURRENT") return minimum.version;
  if (!product) return null;
  const settled = Temporal.PlainDate.from(on)
    .subtract({ days: graceDays + 1 })
    .toString();
  return newestOn(product, settled)?.version ?? null;
}
