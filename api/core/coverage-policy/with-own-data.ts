import { linesOf } from "./lines.ts";
import type { Product, ProductVersion } from "./products.ts";

/**
 * The desk's own table before the facts that come with the desk, version by version. What people call a product, and
 * where its manufacturer helps, stays as the desk knows it; a product that is only in the table is known by its title.
 */
export function withOwnData(carried: readonly Product[], own: readonly Product[]): readonly Product[] {
  const byCode = new Map(own.map((product) => [product.code, product]));
  const known = carried.map((product) => {
    const table = byCode.get(product.code);
    if (!table) return product;
    byCode.delete(product.code);
    const { source, sourceUrl, asOf } = table;
    const versions = [...table.versions.map((line) => alsoCalled(line, product)), ...leftOf(product, table)];
    return { ...product, source, sourceUrl, asOf, versions };
  });
  return [...known, ...byCode.values()];
}

/** A line of the table keeps the names that the desk knows for it: "LTSC 2019". */
function alsoCalled(line: ProductVersion, product: Product): ProductVersion {
  const carried = product.versions.find((v) => v.version === line.version && v.edition === line.edition);
  const names = [...new Set([...(line.names ?? []), ...(carried?.names ?? [])])];
  return names.length > 0 ? { ...line, names } : line;
}

/** The carried lines that the table says nothing of: nothing there begins with the words of one of theirs. */
function leftOf(product: Product, table: Product): ProductVersion[] {
  const told = linesOf({ ...product, versions: table.versions }).lines;
  return linesOf(product)
    .lines.filter(
      ({ line, keys }) =>
        !told.some(
          (other) =>
            (other.line.edition ?? "") === (line.edition ?? "") &&
            keys.some(
              (key) =>
                !key.build && other.keys.some((o) => !o.build && key.words.every((word, i) => o.words[i] === word)),
            ),
        ),
    )
    .map(({ line }) => line);
}
