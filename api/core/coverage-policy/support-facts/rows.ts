import type { Product, ProductVersion } from "../products.ts";

/** One line of our own table. The end is the last supported day; true = ended on an unknown day, false = none announced. */
type Row = readonly [
  version: string,
  released: string,
  eol: string | boolean,
  more?: Partial<Pick<ProductVersion, "names" | "edition" | "builds" | "mainstreamEnd" | "extendedEnd">>,
];
export const rows = (...list: Row[]): ProductVersion[] =>
  list.map(([version, released, eol, more]) => ({ version, released, eol, ...more }));

/** Facts as published by endoflife.date (MIT) on the day named. */
export const published = (page: string): Pick<Product, "source" | "sourceUrl" | "asOf"> => ({
  source: "endoflife.date",
  sourceUrl: `https://endoflife.date/${page}`,
  asOf: "2026-08-22",
});

/** Microsoft's own page of how long it supports something. */
export const microsoft = (terms: string) => `https://learn.microsoft.com/lifecycle/products/?terms=${terms}`;
