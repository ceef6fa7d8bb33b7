import { type Faults, isObject, shown } from "./faults.ts";
import { type Release, readReleases } from "./releases.ts";

/** A product as a file of any shape states it. */
export type Raw = {
  readonly code: string;
  readonly where: string;
  readonly title: string;
  readonly category: unknown;
  readonly tags: readonly string[];
  readonly page: string | null;
  readonly sourceUrl: string | null;
  readonly releases: readonly Release[];
};

/** All products of a file, and the day on which they were so. */
export function shapesOf(
  json: unknown,
  file: { name: string; today: string },
  faults: Faults,
): { raws: Raw[]; asOf: string } {
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
