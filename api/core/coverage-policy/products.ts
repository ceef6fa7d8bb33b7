import { compareVersions, isA, isCurrent, versionNumbers } from "./versions.ts";

/** One release line of a product and how long its manufacturer keeps it. Dates are calendar days, "2025-10-14". */
export type ProductVersion = {
  readonly version: string;
  /** Other words for it: "Sequoia", "XP". */
  readonly names?: readonly string[];
  /** A special edition with dates of its own ("Enterprise", "LTSC"): meant only when it is named. */
  readonly edition?: string;
  readonly released?: string | null;
  readonly mainstreamEnd?: string | null;
  /** The last supported day; true = ended, day unknown; false = supported, no end announced. */
  readonly eol: string | boolean;
  /** The last day of support that a client can buy (for example Windows ESU). */
  readonly extendedEnd?: string | null;
};

export type Product = {
  readonly code: string;
  readonly title: string;
  /** What people call it, in lower case. */
  readonly names: readonly string[];
  readonly manufacturer: string;
  /** Where the manufacturer helps. */
  readonly page: string;
  readonly source: string;
  readonly sourceUrl: string | null;
  /** The day on which these dates were true. */
  readonly asOf: string;
  readonly versions: readonly ProductVersion[];
};

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * The product that is meant, and the version, which people put into the name: "Windows 11" with "24H2" is Windows,
 * version "11 24H2". Null when the data does not know it.
 */
export function findProduct(
  products: readonly Product[],
  stated: string,
  version: string | null,
): { product: Product; version: string | null } | null {
  const said = plain(stated);
  let best: { product: Product; name: string } | null = null;
  for (const product of products)
    for (const name of [product.code, plain(product.title), ...product.names])
      if (said === name || (said.startsWith(`${name} `) && isVersionWord(product, said.slice(name.length + 1))))
        if (!best || name.length > best.name.length) best = { product, name };
  if (!best) return null;
  const rest = said.slice(best.name.length).trim();
  const both = [rest, version ?? ""].filter((part) => part !== "").join(" ");
  // a version that repeats what the name says already: "macOS 10.6", version "10.6.8"
  const repeated = rest !== "" && version != null && (isCurrent(version) || isA(version, rest));
  return { product: best.product, version: repeated ? version : both || null };
}

const isVersionWord = (product: Product, rest: string): boolean =>
  /^v?\d/.test(rest) || product.versions.some((v) => v.names?.some((name) => plain(name) === rest));

const released = (v: ProductVersion, on: string): boolean => v.released == null || v.released <= on;
const newestFirst = (a: ProductVersion, b: ProductVersion): number => compareVersions(b.version, a.version) ?? 0;

/** The newest plain release out on a day. */
export const newestOn = (product: Product, on: string): ProductVersion | null =>
  product.versions.filter((v) => !v.edition && released(v, on)).sort(newestFirst)[0] ?? null;

/** The release line that a stated version belongs to; null when the data does not know it. */
export function releaseOf(product: Product, version: string, on: string): ProductVersion | null {
  if (isCurrent(version)) return newestOn(product, on);
  const said = plain(version);
  const named = product.versions.find((v) => v.names?.some((name) => plain(name) === said));
  if (named) return named;
  const editions = product.versions.filter((v) => v.edition && said.includes(plain(v.edition)));
  const among = editions.length > 0 ? editions : product.versions.filter((v) => !v.edition);
  const precise = among
    .filter((v) => isA(version, v.version))
    .sort((a, b) => versionNumbers(b.version).length - versionNumbers(a.version).length);
  if (precise[0]) return precise[0];
  // said less than the data knows ("Windows 11"): the line that its manufacturer keeps longest
  return among.filter((v) => isA(v.version, version)).sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0] ?? null;
}

const lastDay = (v: ProductVersion): string => (v.eol === false ? "9999" : v.eol === true ? "0000" : v.eol);
