import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { uuidv7 } from "../platform/ids.ts";

export const oneEditionAtATime = (tx: SqlEntityManager) => tx.execute("select pg_advisory_xact_lock(7013)");

/**
 * From here on other data counts: every process reads it anew, and every device is looked at. `carried` names the facts
 * of the build, which an import leaves as they are.
 */
export async function newEdition(
  tx: SqlEntityManager,
  {
    source,
    carried,
    products = 0,
    versions = 0,
  }: { source: string; carried: string | null; products?: number; versions?: number },
): Promise<number> {
  await oneEditionAtATime(tx);
  const [{ edition }] = await tx.execute<[{ edition: number }]>(
    `insert into manufacturer_edition (id, edition, source, carried, products, versions, imported_at)
     select ?, coalesce(max(edition), 0) + 1, ?,
            coalesce(?, (select carried from manufacturer_edition order by edition desc limit 1), ''), ?, ?, (select desk_now())
       from manufacturer_edition returning edition`,
    [uuidv7(), source, carried, products, versions],
  );
  await tx.execute("update device set support_edge_at = (select desk_now()) where product is not null");
  return edition;
}
