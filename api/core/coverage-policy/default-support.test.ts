import { describe, expect, test } from "vitest";
import { defaultProducts } from "./default-support.ts";
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
