import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { defaultProducts } from "../core/coverage-policy/default-support.ts";
import type { Product } from "../core/coverage-policy/products.ts";
import { withOwnData } from "../core/coverage-policy/with-own-data.ts";
import { uuidv7 } from "../platform/ids.ts";
import { type SupportedDevice, supportedDevices } from "./devices-supported.sql.ts";
import { newEdition } from "./new-edition.ts";
import { type SupportChanges, supportChanges } from "./support-changes.ts";
import { supportOf } from "./support-of.ts";

/** A device about which other data says otherwise. */
export type ConcernedDevice = { readonly device: string; readonly client: string; readonly runs: string };
export type ImportPlan = SupportChanges & {
  readonly devicesLeaving: readonly ConcernedDevice[];
  readonly devicesReturning: readonly ConcernedDevice[];
  /** Devices of which nothing could be told any more. */
  readonly devicesLost: readonly ConcernedDevice[];
};

/** What the import of these products would change, and which devices are concerned. Nothing is saved. */
export async function planImport(
  em: SqlEntityManager,
  imported: readonly Product[],
  today: string,
): Promise<ImportPlan> {
  const rows = await em.execute<{ facts: Product }[]>("select facts from manufacturer_product order by code");
  const table = new Map(rows.map(({ facts }) => [facts.code, facts]));
  const before = withOwnData(defaultProducts, [...table.values()]);
  for (const product of imported) table.set(product.code, product);
  const after = withOwnData(defaultProducts, [...table.values()]);
  const devices = await em.execute<SupportedDevice[]>(
    supportedDevices("d.product is not null order by k.name, d.name, d.id"),
  );
  return { ...supportChanges(before, after, today), ...concerned(devices, before, after) };
}

function concerned(devices: readonly SupportedDevice[], before: readonly Product[], after: readonly Product[]) {
  const leaving: ConcernedDevice[] = [];
  const returning: ConcernedDevice[] = [];
  const lost: ConcernedDevice[] = [];
  // many devices run the same: each question is answered once
  const answers = new Map<string, readonly [boolean | null, boolean | null]>();
  for (const row of devices) {
    const question = JSON.stringify([row.kind, row.product, row.version, row.paidSupport, row.today]);
    const answer = answers.get(question) ?? [supported(row, before), supported(row, after)];
    answers.set(question, answer);
    const [is, would] = answer;
    const device = {
      device: row.name,
      client: row.client,
      runs: [row.product, row.version].filter((p) => p).join(" "),
    };
    if (is !== false && would === false) leaving.push(device);
    else if (is === false && would === true) returning.push(device);
    else if (is !== null && would === null) lost.push(device);
  }
  return { devicesLeaving: leaving, devicesReturning: returning, devicesLost: lost };
}

const supported = (row: SupportedDevice, products: readonly Product[]): boolean | null => {
  const known = supportOf(row, products);
  return known.known ? known.support.supported : null;
};

/** Saves them in one transaction: each replaces what the table had of that product, the others stay. */
export async function saveImport(em: SqlEntityManager, imported: readonly Product[], source: string): Promise<number> {
  return em.transactional(async (inner) => {
    const tx = inner as SqlEntityManager;
    const versions = imported.reduce((n, product) => n + product.versions.length, 0);
    const edition = await newEdition(tx, { source, carried: null, products: imported.length, versions });
    await tx.execute(
      `insert into manufacturer_product (id, code, facts, edition)
       select r.id, r.code, r.facts, ? from jsonb_to_recordset(?::jsonb) as r(id uuid, code text, facts jsonb)
       on conflict (code) do update set facts = excluded.facts, edition = excluded.edition`,
      [edition, JSON.stringify(imported.map((facts) => ({ id: uuidv7(), code: facts.code, facts })))],
    );
    return edition;
  });
}
