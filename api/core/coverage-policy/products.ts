import { compareVersions, isA, isCurrent } from "./versions.ts";

/** One release line of a product and how long its manufacturer keeps it. Dates are calendar days, "2025-10-14". */
export type ProductVersion = {
  readonly version: string;
  /** Other words for it: "Sequoia", "XP". */
  readonly names?: readonly string[];
  /** A special edition with dates of its own ("Enterprise", "LTSC"): meant only when it is named. */
  readonly edition?: string;
  /** What the machine itself shows for it: "10.0.19045". */
  readonly builds?: readonly string[];
  readonly released?: string | null;
  readonly mainstreamEnd?: string | null;
  /** The last supported day; true = ended, day unknown; false = supported, no end announced. */
  readonly eol: string | boolean;
  /** The last day of support that a client can buy (for example Windows ESU). */
  readonly extendedEnd?: string | null;
};

/** An operating system, a program, or a machine. */
export type ProductKind = "SYSTEM" | "PROGRAM" | "MACHINE";

export type Product = {
  readonly code: string;
  readonly title: string;
  /** What people call it, in lower case. */
  readonly names: readonly string[];
  /** What means it only beside a version that it has: "server" in "Server 2012". */
  readonly nicknames?: readonly string[];
  /** The machine that carries it, which has versions of its own: "iPhone 15.8" is an iOS, "iPhone 15" a telephone or one. */
  readonly machine?: string;
  /** Words said with it that change no date: "Pro", "Standard". */
  readonly fillers?: readonly string[];
  /** Words that say the same as one of its editions: "Education" has the dates of "Enterprise". */
  readonly synonyms?: { readonly [word: string]: string };
  /** Its versions replace each other by themselves; whoever has it has the current one. */
  readonly evergreen?: boolean;
  readonly kind?: ProductKind;
  readonly manufacturer: string;
  /** Where the manufacturer helps. */
  readonly page: string;
  readonly source: string;
  readonly sourceUrl: string | null;
  /** The day on which these dates were true. */
  readonly asOf: string;
  readonly versions: readonly ProductVersion[];
};

/** A line as people read it: "Windows 11 24H2 Enterprise". */
export const titleOf = (product: Product, line: ProductVersion): string =>
  [product.title, line.version, line.edition].filter((part) => part).join(" ");

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");

/**
 * The product that a plan or a contract names, and the version, which people put into the name: "Windows 11" with
 * "24H2" is Windows, version "11 24H2". Null when the data does not know it.
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
const newestFirst = (a: ProductVersion, b: ProductVersion): number =>
  compareVersions(b.version, a.version) || ((a.released ?? "") < (b.released ?? "") ? 1 : -1);

/** The newest plain release out on a day. */
export const newestOn = (product: Product, on: string): ProductVersion | null =>
  product.versions.filter((v) => !v.edition && released(v, on)).sort(newestFirst)[0] ?? null;
