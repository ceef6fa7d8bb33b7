import { defaultProducts } from "../../core/coverage-policy/default-support.ts";
import type { Product, ProductKind, ProductVersion } from "../../core/coverage-policy/products.ts";
import { Faults, isObject, shown } from "./faults.ts";
import { lineOf } from "./line-of.ts";
import { type Release, readReleases } from "./releases.ts";

export const MOST_BYTES = 20_000_000;
const MOST_PRODUCTS = 2_000;
const MOST_VERSIONS = 50_000;

/** What a file says of products: facts, by product code. Names that people use are the desk's own. */
export type ReadFile =
  | { readonly kind: "read"; readonly products: readonly Product[] }
  | { readonly kind: "refused"; readonly faults: readonly string[] };

type Raw = {
  readonly code: string;
  readonly where: string;
  readonly title: string;
  readonly category: unknown;
  readonly tags: readonly string[];
  readonly page: string | null;
  readonly sourceUrl: string | null;
  readonly releases: readonly Release[];
};

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

function shapesOf(json: unknown, file: { name: string; today: string }, faults: Faults): { raws: Raw[]; asOf: string } {
  const today = { asOf: file.today };
  if (Array.isArray(json)) {
    const code = codeOf("the file's name", file.name, faults);
    const page = `https://endoflife.date/${code}`;
    const releases = readReleases("the list", json, faults);
    return {
      ...today,
      raws: code ? [{ ...bare, code, title: spell(code), where: "the list", sourceUrl: page, page, releases }] : [],
    };
  }
  if (isObject(json) && isObject(json["products"])) {
    const meta = isObject(json["meta"]) ? json["meta"] : {};
    const asOf = faults.day("meta.snapshot", meta["snapshot"]) ?? file.today;
    return { asOf, raws: Object.entries(json["products"]).flatMap(([code, product]) => ofMany(code, product, faults)) };
  }
  if (isObject(json) && json["result"] !== undefined) {
    const stamp = typeof json["generated_at"] === "string" ? json["generated_at"].slice(0, 10) : null;
    const asOf = faults.day("generated_at", stamp) ?? file.today;
    const results = Array.isArray(json["result"]) ? json["result"] : [json["result"]];
    return {
      asOf,
      raws: results.flatMap((result, i) => ofResult(`result${results.length > 1 ? `[${i}]` : ""}`, result, faults)),
    };
  }
  faults.add(
    "the file",
    `expected a list of releases, an object with "products", or one with "result"; got ${shown(json)}`,
  );
  return { ...today, raws: [] };
}

const bare = { category: null, tags: [] as readonly string[], page: null, sourceUrl: null };

function codeOf(where: string, value: unknown, faults: Faults): string {
  if (typeof value === "string" && /^[a-z0-9][a-z0-9._+-]{0,62}$/.test(value)) return value;
  faults.add(where, `expected the code of a product, such as "windows-server"; got ${shown(value)}`);
  return "";
}

const spell = (code: string): string =>
  code
    .split("-")
    .map((w) => w.charAt(0).toUpperCase() + w.slice(1))
    .join(" ");
const tagsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? value.split(/[\s,]+/)
    : Array.isArray(value)
      ? value.filter((t) => typeof t === "string")
      : [];

function ofMany(code: string, product: unknown, faults: Faults): Raw[] {
  const where = `products.${code}`;
  codeOf(where, code, faults);
  if (!isObject(product)) {
    faults.add(where, `expected a product, got ${shown(product)}`);
    return [];
  }
  const sourceUrl = `https://endoflife.date/${code}`;
  const title = faults.text(`${where}.title`, product["title"]) ?? spell(code);
  const page = link(faults.text(`${where}.policy`, product["policy"], 500));
  const releases = readReleases(`${where}.releases`, product["releases"], faults);
  return [
    { code, where, title, category: product["category"], tags: tagsOf(product["tags"]), page, sourceUrl, releases },
  ];
}

function ofResult(where: string, result: unknown, faults: Faults): Raw[] {
  if (!isObject(result)) {
    faults.add(where, `expected a product, got ${shown(result)}`);
    return [];
  }
  const code = codeOf(`${where}.name`, result["name"], faults);
  const links = isObject(result["links"]) ? result["links"] : {};
  const title = faults.text(`${where}.label`, result["label"]) ?? spell(code);
  const page = link(faults.text(`${where}.links.releasePolicy`, links["releasePolicy"], 500));
  const sourceUrl = link(faults.text(`${where}.links.html`, links["html"], 500)) ?? `https://endoflife.date/${code}`;
  const releases = readReleases(`${where}.releases`, result["releases"], faults);
  return [
    { code, where, title, category: result["category"], tags: tagsOf(result["tags"]), page, sourceUrl, releases },
  ];
}

/** Pages are shown as links: nothing but the web's own. */
const link = (url: string | null): string | null => (url && /^https?:\/\//i.test(url) ? url : null);

const kindOf = (category: unknown): ProductKind =>
  category === "os" ? "SYSTEM" : category === "device" ? "MACHINE" : "PROGRAM";

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
    kind: kindOf(category),
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
