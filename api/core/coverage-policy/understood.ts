import type { TechnologyKind } from "./facts.ts";
import type { Product, ProductKind, ProductVersion } from "./products.ts";

export type Candidate = { readonly product: Product; readonly line: ProductVersion | null };

/**
 * What somebody means by what he wrote. `matched`: one product, and its line; the line is null when no version was said,
 * or the next one after those that the data knows. `ambiguous`: several could be meant, or a slip of the keyboard: it is asked, never
 * guessed. `unknown`: no product that the data knows, or (`product`) a version that it does not have.
 */
export type Understood =
  | {
      readonly kind: "matched";
      readonly product: Product;
      readonly line: ProductVersion | null;
      readonly version: string | null;
      /** Its feature release was not said, and is presumed to be the one that is kept longest. */
      readonly presumed?: boolean;
    }
  | {
      readonly kind: "ambiguous";
      /** What to ask: which product, or which version of the one that is sure. */
      readonly asks: "product" | "version";
      /** Nothing but the precision is missing: it need not be asked where all of them have the same answer. */
      readonly imprecise: boolean;
      readonly candidates: readonly Candidate[];
      readonly version: string | null;
    }
  | { readonly kind: "unknown"; readonly product: Product | null; readonly version: string | null };

/** What is asked for: the text, the day, and the kind of technology where it was stated. */
export type Asked = {
  readonly text: string;
  readonly on: string;
  readonly kind: TechnologyKind | null;
  readonly current: boolean;
};

export const whichProduct = (candidates: readonly Candidate[]): Understood => ({
  kind: "ambiguous",
  asks: "product",
  imprecise: false,
  candidates,
  version: null,
});

export const candidatesOf = (understood: Understood): readonly Candidate[] =>
  understood.kind === "matched"
    ? [{ product: understood.product, line: understood.line }]
    : understood.kind === "ambiguous"
      ? understood.candidates
      : [];

export const distinct = (all: readonly Candidate[]): Candidate[] =>
  all
    .filter((one, i) => all.findIndex((o) => o.product === one.product && o.line === one.line) === i)
    .map(({ product, line }) => ({ product, line }));

const kinds: { readonly [kind in ProductKind]: readonly TechnologyKind[] } = {
  SYSTEM: ["OPERATING_SYSTEM", "SERVER"],
  PROGRAM: ["APPLICATION", "BROWSER", "SERVER"],
  MACHINE: ["PERIPHERAL", "PRINTER", "NETWORK", "OTHER"],
};

/** What was stated of the kind decides between several; it never rules out the only one. */
export function among<T extends { readonly product: Product }>(
  all: readonly T[],
  kind: TechnologyKind | null,
): readonly T[] {
  if (!kind || all.length < 2) return all;
  const fitting = all.filter(({ product }) => product.kind && kinds[product.kind].includes(kind));
  return fitting.length > 0 ? fitting : all;
}
