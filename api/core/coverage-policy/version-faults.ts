import type { Fault } from "./condition-faults.ts";
import { lineMeant } from "./line-meant.ts";
import type { MinimumVersion } from "./manufacturer-support.ts";
import { findProduct, type Product } from "./products.ts";
import { wordsOf } from "./said-words.ts";

/** Operating systems for which one plan names a minimum. */
const MOST_MINIMUMS = 50;

/**
 * What is wrong with a plan's minimum versions. Each is an operating system that the manufacturer data knows, named once
 * and without a version in its name; its minimum is a version that there is, or CURRENT.
 */
export function minimumFaults(minimums: readonly MinimumVersion[], products: readonly Product[]): Fault[] {
  if (minimums.length > MOST_MINIMUMS)
    return [{ field: "minimumVersions", message: `${minimums.length} are too many: at most ${MOST_MINIMUMS}` }];
  const named = minimums.map(({ product }) => findProduct(products, product, null));
  return minimums.flatMap(({ product, version }, i): Fault[] => {
    const fault = (part: "product" | "version", message: string): Fault[] => [
      { field: `minimumVersions[${i}].${part}`, message },
    ];
    const found = named[i];
    if (!found) return fault("product", `no manufacturer data knows a product "${product}"`);
    const { title, kind } = found.product;
    if (found.version !== null)
      return fault("product", `name the product alone, as "${title}", and its version beside it`);
    if (kind && kind !== "SYSTEM")
      return fault("product", `${title} is no operating system: only those have a minimum`);
    if (named.findIndex((other) => other?.product === found.product) < i)
      return fault("product", `${title} is listed twice`);
    if (version === "CURRENT") return [];
    if (!/\d/.test(version)) return fault("version", `${title}: expected a version or CURRENT, got "${version}"`);
    return lineMeant(found.product, wordsOf(version)).kind === "none"
      ? fault("version", `the manufacturer data knows no ${title} ${version}`)
      : [];
  });
}
