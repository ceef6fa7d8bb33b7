import { defaultProducts } from "../core/coverage-policy/default-support.ts";
import type { Product } from "../core/coverage-policy/products.ts";
import { withOwnData } from "../core/coverage-policy/with-own-data.ts";

/** Asked along with whatever is read anyway, so that it costs no round trip to know whether there is newer data. */
export const newestEdition = "(select id from manufacturer_edition order by edition desc limit 1)";
const FACTS = "select facts from manufacturer_product order by code";

/** By the edition's id, of which no two are alike: one process may serve several desks. The newest few are kept. */
const known = new Map<string, readonly Product[]>();
const KEPT = 8;

type Read = <R>(text: string) => Promise<R[]>;

/** The newest, for whoever reads nothing else along with it. */
export async function newestData(read: Read): Promise<readonly Product[]> {
  const [row] = await read<{ edition: string | null }>(`select ${newestEdition} as edition`);
  return manufacturerData(row?.edition ?? null, read);
}

/** All that the desk knows of manufacturers in an edition: read once, and again when there is a newer one. */
export async function manufacturerData(
  edition: string | null,
  read: (text: string) => Promise<{ facts: Product }[]>,
): Promise<readonly Product[]> {
  if (edition === null) return defaultProducts;
  const found = known.get(edition);
  if (found) return found;
  const rows = await read(FACTS);
  const products =
    rows.length > 0
      ? withOwnData(
          defaultProducts,
          rows.map((row) => row.facts),
        )
      : defaultProducts;
  known.set(edition, products);
  for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old);
  return products;
}
