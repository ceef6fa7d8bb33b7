import { describe, expect, test } from "vitest";
import { defaultProducts } from "./default-support.ts";
import type { Product } from "./products.ts";
import { coverageTermsFaults, defaultCoverageTerms } from "./terms.ts";
import { within } from "./usual-minutes-faults.ts";

const pear: Product = {
  ...{ code: "pear", title: "PearOS", names: [], manufacturer: "Pear", kind: "SYSTEM", page: "", source: "" },
  ...{ sourceUrl: null, asOf: "2026-01-01", versions: [{ version: "3", eol: false }] },
};
const minimum = (product: string, version: string, products?: readonly Product[]) =>
  coverageTermsFaults({ ...defaultCoverageTerms, minimumVersions: [{ product, version }] }, products).map(
    ({ field, message }) => `${field}: ${message}`,
  );

describe("a minimum that cannot be", () => {
  test.each([
    ["a product that no data knows", "PearOS", "3", 'product: no manufacturer data knows a product "PearOS"'],
    ["a version that there is not", "macOS", "10.99", "version: the manufacturer data knows no macOS 10.99"],
    ["words for a version", "macOS", "newest", 'version: macOS: expected a version or CURRENT, got "newest"'],
    [
      "a version in the name",
      "Windows 11",
      "24H2",
      'product: name the product alone, as "Windows", and its version beside it',
    ],
    [
      "a program",
      "Microsoft Office",
      "2019",
      "product: Microsoft Office is no operating system: only those have a minimum",
    ],
  ])("%s is named with its place", (_, product, version, fault) => {
    expect(minimum(product, version)).toEqual([`minimumVersions[0].${fault}`]);
  });

  test("a product is listed once, whatever it is called", () => {
    const minimumVersions = [
      { product: "macOS", version: "10.13" },
      { product: "os x", version: "11" },
    ];
    expect(coverageTermsFaults({ ...defaultCoverageTerms, minimumVersions })).toEqual([
      { field: "minimumVersions[1].product", message: "macOS is listed twice" },
    ]);
  });

  test("what the desk itself has imported may be named", () => {
    expect(minimum("PearOS", "3", [...defaultProducts, pear])).toEqual([]);
    expect(minimum("PearOS", "4", [...defaultProducts, pear])).toEqual([
      "minimumVersions[0].version: the manufacturer data knows no PearOS 4",
    ]);
  });

  test.each([
    ["Windows", "8"],
    ["Windows", "11"],
    ["Windows Server", "2012"],
    ["Ubuntu", "20.04"],
    ["iPadOS", "CURRENT"],
  ])("%s %s is one", (product, version) => {
    expect(minimum(product, version)).toEqual([]);
  });
});

describe("usual minutes", () => {
  const faults = (usualMinutes: object, minutesLimit = 30) =>
    coverageTermsFaults({ ...defaultCoverageTerms, usualMinutes, minutesLimit }).map(({ field }) => field);

  test("are whole, above nothing, and never what limits a request", () => {
    expect(faults({ DRIVER: 20, SETTINGS: null })).toEqual([]);
    expect(faults({ DRIVER: 0, SETTINGS: 7.5, LAUNCH: 31 })).toEqual([
      "usualMinutes.DRIVER",
      "usualMinutes.LAUNCH",
      "usualMinutes.SETTINGS",
    ]);
    expect(faults({ LAUNCH: 31 }, 31)).toEqual([]);
  });

  test("of a plan that states none stay within its limit", () => {
    const usual = within(defaultCoverageTerms.usualMinutes, 20);
    expect(usual).toMatchObject({ TROUBLESHOOTING: 20, CONFLICT: 20, DRIVER: 20, SETTINGS: 15 });
    expect(faults(usual, 20)).toEqual([]);
  });
});
