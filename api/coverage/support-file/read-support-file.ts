import { defaultProducts } from "../../core/coverage-policy/default-support.ts";
import type { Product, ProductKind, ProductVersion } from "../../core/coverage-policy/products.ts";
import { Faults } from "./faults.ts";
import { lineOf } from "./line-of.ts";
import type { Release } from "./releases.ts";
import { type Raw, shapesOf } from "./shapes.ts";

export const MOST_BYTES = 20_000_000;
const MOST_PRODUCTS = 2_000;
const MOST_VERSIONS = 50_000;

/** What a file says of products: facts, by product code. Names that people use are the desk's own. */
export type ReadFile =
  | { readonly kind: "read"; readonly products: readonly Product[] }
  | { readonly kind: "refused"; readonly faults: readonly string[] };

/**
 * Reads the public format of endoflife.date: one product as `/api/<product>.json` (a list; `name` is what the file is
 * called), one or all as `/api/v1/products/…`, or many in one object `products`. Every fault is listed; with one,
 * nothing is taken.
 */
export function readSupportFile(text: string, file: { name: string; today: string }): ReadFile {
  const faults = new Faults();
  if (Buffer.byteLength(text) > MOST_BYTES)
    return { kind: "refused", faults: [`the file: it is larger than ${MOST_BYTES / 1_000_000} MB`] };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { kind: "refused", faults: [`the file: it is not JSON (${(error as Error).message})`] };
  }
  const { raws, asOf } = shapesOf(json, file, faults);
  const count = raws.reduce((n, raw) => n + raw.releases.length, 0);
  if (raws.length > MOST_PRODUCTS) faults.add("the file", `it has ${raws.length} products; at most ${MOST_PRODUCTS}`);
  if (count > MOST_VERSIONS) faults.add("the file", `it has ${count} versions; at most ${MOST_VERSIONS}`);
  const products = faults.list.length > 0 ? [] : raws.map((raw) => productOf(raw, asOf, faults));
  return faults.list.length > 0 ? { kind: "refused", faults: faults.list } : { kind: "read", products };
}

/** A file without categories does not say; then the kind of technology that somebody states is believed. */
const kindOf = (category: unknown): { kind?: ProductKind } =>
  typeof category === "string"
    ? { kind: category === "os" ? "SYSTEM" : category === "device" ? "MACHINE" : "PROGRAM" }
    : {};

const makers: { readonly [tag: string]: string } = {
  adobe: "Adobe",
  apple: "Apple",
  cisco: "Cisco",
  citrix: "Citrix",
  fortinet: "Fortinet",
  google: "Google",
  microsoft: "Microsoft",
  mikrotik: "MikroTik",
  mozilla: "Mozilla",
  netapp: "NetApp",
  nvidia: "NVIDIA",
  "palo-alto-networks": "Palo Alto Networks",
  proxmox: "Proxmox",
  suse: "SUSE",
  veeam: "Veeam",
  vmware: "VMware",
};

function productOf(
  { code, where, title, category, tags, page, sourceUrl, releases }: Raw,
  asOf: string,
  faults: Faults,
): Product {
  const manufacturer = tags.flatMap((tag) => makers[tag] ?? [])[0] ?? title;
  const short = title.startsWith(`${manufacturer} `) ? title.slice(manufacturer.length + 1) : title;
  const names = defaultProducts.find((product) => product.code === code)?.names ?? [];
  const lines = releases.map((release) => lineOf(code, [title, short, ...names], release));
  return {
    code,
    title,
    names: short.endsWith(" Server") ? [short.slice(0, -" Server".length).toLowerCase()] : [],
    ...kindOf(category),
    manufacturer,
    page: page ?? sourceUrl ?? `https://endoflife.date/${code}`,
    source: "endoflife.date",
    sourceUrl,
    asOf,
    versions: apart(where, lines, releases, faults),
  };
}

/** Two lines that read the same are told apart by how the file calls them. */
function apart(
  where: string,
  lines: readonly ProductVersion[],
  releases: readonly Release[],
  faults: Faults,
): ProductVersion[] {
  const key = (line: ProductVersion) => `${line.version} ${line.edition ?? ""}`.toLowerCase();
  const count = new Map<string, number>();
  for (const line of lines) count.set(key(line), (count.get(key(line)) ?? 0) + 1);
  const told = lines.map((line, i) =>
    (count.get(key(line)) ?? 0) > 1 ? { ...line, version: (releases[i] as Release).cycle.replaceAll("-", " ") } : line,
  );
  const keys = told.map(key);
  keys.forEach((k, i) => {
    if (keys.indexOf(k) !== i)
      faults.add(`${where}[${i}]`, `version "${told[i]?.version}" is listed twice, here and at [${keys.indexOf(k)}]`);
  });
  return told;
}
