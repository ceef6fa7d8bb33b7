import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultProducts } from "./default-support.ts";
import type { Product, ProductVersion } from "./products.ts";
import { defaultCoverageTerms } from "./terms.ts";

describe("the desk's own manufacturer data", () => {
  test("knows every product that the plan sets a minimum for", () => {
    const titles = defaultProducts.map((p) => p.title);
    for (const { product } of defaultCoverageTerms.minimumVersions) expect(titles).toContain(product);
  });

  test("no name means two products", () => {
    const names = defaultProducts.flatMap((p) => [...new Set([p.code, p.title.toLowerCase(), ...p.names])]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test("every date is a calendar date, and no line ends before it began", () => {
    for (const { title, versions } of defaultProducts)
      for (const { version, released, eol, mainstreamEnd, extendedEnd } of versions) {
        for (const date of [released, eol, mainstreamEnd, extendedEnd])
          if (typeof date === "string") expect(date, `${title} ${version}`).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (typeof eol === "string" && released) expect(released < eol, `${title} ${version}`).toBe(true);
        if (typeof eol === "string" && extendedEnd) expect(eol < extendedEnd, `${title} ${version}`).toBe(true);
      }
  });
});

/** The published facts, where the folder of other people's data stands beside the repository. */
const published = new URL("../../../../shared/data/vendor_support.json", import.meta.url);
type Release = {
  cycle: string;
  released?: string;
  eol: string | boolean;
  active_support_end?: unknown;
  extended_end?: string;
};

const absent = !existsSync(published);
if (absent) console.info("skipped: vendor_support.json is not beside the repository");

describe.skipIf(absent)("against the published facts", () => {
  const products = absent
    ? {}
    : (JSON.parse(readFileSync(published, "utf8")).products as Record<string, { releases: Release[] }>);
  /** Windows XP and Vista are published by their last service pack. */
  const renamed: Record<string, string> = { "5.1": "5-sp3", "6.0": "6-sp2" };

  const lineOf = (product: Product, v: ProductVersion): Release | undefined => {
    const cycle = renamed[v.version] ?? v.version.toLowerCase().replaceAll(" ", "-");
    const endings = v.edition === "Enterprise" ? ["-e"] : ["", "-w", "-sp1"];
    const { releases } = products[product.code === "chromeos" ? "chrome" : product.code] as { releases: Release[] };
    return releases.find((r) => endings.some((ending) => r.cycle === cycle + ending));
  };

  test.each(defaultProducts.map((p) => [p.title, p] as const))("%s: every date is the published one", (_, product) => {
    for (const line of product.versions) {
      const fact = lineOf(product, line);
      const name = `${product.title} ${line.version}`;
      if ((line.released ?? "") < "2001") continue; // the published list begins with XP
      expect(fact?.released, name).toBe(line.released);
      // the newest ChromeOS milestone is supported until the next comes, on a day that nobody knows yet
      if (!(product.code === "chromeos" && line.eol === false)) expect(fact?.eol, name).toBe(line.eol);
      if (line.mainstreamEnd) expect(fact?.active_support_end, name).toBe(line.mainstreamEnd);
      expect(fact?.extended_end ?? null, name).toBe(line.extendedEnd ?? null);
    }
  });
});
