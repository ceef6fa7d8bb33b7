import type { TechnologyKind } from "../core/coverage-policy/facts.ts";
import type { ManufacturerSupport, PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import type { Product, ProductVersion } from "../core/coverage-policy/products.ts";
import { lookUp, type Technology } from "../core/coverage-policy/technology.ts";

/** A device's technology and what its client's contract records, on a day of the client's. */
export type SupportQuestion = {
  readonly kind: TechnologyKind;
  readonly product: string | null;
  readonly version: string | null;
  readonly paidSupport: readonly PaidSupport[] | null;
  readonly today: string;
};

/** What is known of a device's support: the product and version as understood, or why nothing can be said. */
export type DeviceSupport =
  | {
      readonly known: true;
      readonly product: string;
      readonly version: string;
      readonly support: ManufacturerSupport;
      /** The same as the data has it: the product's code, and the line. */
      readonly code: string;
      readonly line: ProductVersion;
    }
  /** `unclear`: whoever says more exactly what it runs is told; else the data has nothing to say. */
  | {
      readonly known: false;
      readonly because: string;
      readonly unclear: boolean;
      /** What could be meant, as people read it. */
      readonly candidates: readonly string[];
    };

const noTerms = { minimumVersions: [], currentGraceDays: 0 };

/** By the same rules as a decision: nothing is told of a device that would not be said of a request about it. */
export function supportOf(
  { kind, product, version, paidSupport, today }: SupportQuestion,
  products: readonly Product[],
): DeviceSupport {
  if (!product) return { known: false, because: "No product is recorded.", unclear: true, candidates: [] };
  const facts = { technologyKind: kind, product, version };
  const seen = lookUp(facts, noTerms, { today, products, paidSupport: paidSupport ?? [] });
  if (seen.product && seen.release && seen.support)
    return {
      known: true,
      product: seen.product.title,
      version: [seen.release.version, seen.release.edition].filter((part) => part).join(" "),
      support: seen.support,
      code: seen.product.code,
      line: seen.release,
    };
  // what could be several is asked about, and so is the version of a product that is known
  const unclear = seen.asks.length > 0 || (seen.product !== null && !seen.version);
  return { known: false, because: whyNot(seen), unclear, candidates: seen.candidates };
}

function whyNot({ asks, candidates, product, version }: Technology): string {
  const which = candidates.length > 0 ? `: ${candidates.join(", ")}, or another?` : ".";
  if (asks.includes("product")) return `The product could be several${which}`;
  if (asks.includes("version")) return `The version could be several, or is not known${which}`;
  if (!product) return "The desk has no manufacturer data of this product.";
  return version ? "It is newer than the manufacturer data of the desk." : "No version is recorded.";
}
