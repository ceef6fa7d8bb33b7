import { newestCalendarAsDesk } from "../clients/read-agreements.ts";
import { localDate } from "../core/business-calendar/zone.ts";
import { supportOn } from "../core/coverage-policy/manufacturer-support.ts";
import type { Product, ProductVersion } from "../core/coverage-policy/products.ts";
import { compareVersions } from "../core/coverage-policy/versions.ts";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { newestData } from "./manufacturer-data.ts";
import type { ManufacturerProduct, ManufacturerVersion } from "./manufacturer-products.graphql.ts";
import { answeredRuns } from "./what-is-run.ts";

export type ManufacturerProductRow = ManufacturerProduct;
type Import = { readonly code: string; readonly importedAt: Instant; readonly importedFrom: string };

const MOST_VERSIONS = 500;
const MOST_NAMES = 20;

/** Every product that words find, by title, with its versions and how many devices run each. */
export async function manufacturerProducts(context: Context, search: string): Promise<ManufacturerProductRow[]> {
  const read = <R>(text: string) => context.house.readAsDesk<R>({ text, values: [] });
  const now = await context.now();
  const [products, imports, runs, calendar] = await Promise.all([
    newestData(read),
    read<Import>(`select p.code, e.imported_at as "importedAt", e.source as "importedFrom"
                    from manufacturer_product p join manufacturer_edition e on e.edition = p.edition`),
    answeredRuns(context, now),
    newestCalendarAsDesk(context),
  ]);
  const imported = new Map(imports.map((row) => [row.code, row]));
  const devices = new Map<ProductVersion, number>();
  for (const { known, devices: n } of runs)
    if (known.known) devices.set(known.line, (devices.get(known.line) ?? 0) + n);
  const today = localDate(calendar.definition.timeZone, now);
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return products
    .filter((product) => words.every((word) => textOf(product).includes(word)))
    .map((product) => shown(product, imported.get(product.code) ?? null, devices, today))
    .sort((a, b) => order(placeOf(a), placeOf(b)) || order(a.code, b.code));
}

/** Titles stand as in a book: capitals do not matter. */
export const placeOf = ({ title }: { title: string }): string => title.toLowerCase();

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const textOf = ({ code, title, manufacturer, names }: Product): string =>
  [code, title, manufacturer, ...names].join(" ").toLowerCase();

function shown(
  product: Product,
  from: Import | null,
  devices: ReadonlyMap<ProductVersion, number>,
  today: string,
): ManufacturerProductRow {
  const { code, title, manufacturer, page, source, sourceUrl, asOf } = product;
  const newestFirst = [...product.versions].sort(
    (a, b) => order(b.released ?? "", a.released ?? "") || (compareVersions(b.version, a.version) ?? 0),
  );
  return {
    ...{ code, title, manufacturer, page, source, sourceUrl, asOf },
    importedAt: from?.importedAt ?? null,
    importedFrom: from?.importedFrom ?? null,
    devices: product.versions.reduce((sum, line) => sum + (devices.get(line) ?? 0), 0),
    versions: newestFirst
      .slice(0, MOST_VERSIONS)
      .map((line) => lineShown(product, line, devices.get(line) ?? 0, today)),
  };
}

function lineShown(product: Product, line: ProductVersion, devices: number, today: string): ManufacturerVersion {
  const { endsOn, extendedUntil, supported } = supportOn(product, line, today);
  const mainstream = line.mainstreamEnd ?? null;
  return {
    version: [line.version, line.edition].filter((part) => part).join(" "),
    names: (line.names ?? []).slice(0, MOST_NAMES),
    released: line.released ?? null,
    mainstreamUntil: mainstream === endsOn ? null : mainstream,
    ...{ endsOn, extendedUntil, supported, devices },
  };
}
