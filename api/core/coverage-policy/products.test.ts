import { describe, expect, test } from "vitest";
import { defaultProducts } from "./default-support.ts";
import { releaseOf } from "./line-meant.ts";
import { findProduct, newestOn, type Product } from "./products.ts";

const find = (product: string, version: string | null = null) => {
  const found = findProduct(defaultProducts, product, version);
  return found ? [found.product.code, found.version] : null;
};
const product = (code: string): Product => defaultProducts.find((p) => p.code === code) as Product;
const release = (code: string, version: string, on = "2026-11-23") => releaseOf(product(code), version, on)?.version;

describe("which product and version is meant", () => {
  test.each<[string, string | null, [string, string | null] | null]>([
    ["macOS", "10.6", ["macos", "10.6"]],
    ["Mac OS X 10.6", null, ["macos", "10.6"]],
    ["Mac OS X 10.6", "10.6.8", ["macos", "10.6.8"]],
    ["macOS Sequoia", null, ["macos", "sequoia"]],
    ["Windows 11", "24H2", ["windows", "11 24H2"]],
    ["windows xp", null, ["windows", "xp"]],
    ["Windows Server 2019", null, ["windows-server", "2019"]],
    ["Microsoft  Office", "2021", ["office", "2021"]],
    ["Windowsill Designer", "3", null],
    ["Sage 50", "2024", null],
  ])("%s, version %s", (stated, version, expected) => {
    expect(find(stated, version)).toEqual(expected);
  });

  test.each<[string, string, string | undefined]>([
    ["macos", "10.13.6", "10.13"],
    ["macos", "11.7", "11"],
    ["macos", "snow leopard", "10.6"],
    ["macos", "current", "26"],
    ["windows", "11 24H2", "11 24H2"],
    ["windows", "11", "11 26H1"],
    ["windows", "10", "10 22H2"],
    ["windows", "XP", "5.1"],
    ["windows", "2000", "5.0"],
    ["windows", "98", "4.1"],
    ["windows", "95", "4.0"],
    ["windows-server", "2012 R2", "2012 R2"],
    ["windows-server", "2012", "2012"],
    ["macos", "27", undefined],
  ])("%s %s belongs to the line %s", (code, version, expected) => {
    expect(release(code, version)).toBe(expected);
  });

  test("an edition with dates of its own is meant only when it is named", () => {
    const windows = product("windows");
    const eol = (version: string) => releaseOf(windows, version, "2026-11-23")?.eol;
    expect(eol("11 24H2")).toBe("2026-10-13");
    expect(eol("11 24H2 Enterprise")).toBe("2027-10-12");
  });

  test("what is not released yet is not current", () => {
    expect(newestOn(product("macos"), "2025-09-14")?.version).toBe("15");
    expect(newestOn(product("macos"), "2025-09-15")?.version).toBe("26");
  });
});
