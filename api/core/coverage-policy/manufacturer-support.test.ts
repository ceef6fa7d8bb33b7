import { describe, expect, test } from "vitest";
import { defaultProducts } from "./default-support.ts";
import { releaseOf } from "./line-meant.ts";
import { minimumOn, supportOn } from "./manufacturer-support.ts";
import type { Product } from "./products.ts";

const product = (code: string): Product => defaultProducts.find((p) => p.code === code) as Product;

describe("supported on a day", () => {
  const support = (code: string, version: string, on: string, paid: Parameters<typeof supportOn>[3] = []) => {
    const line = releaseOf(product(code), version, on);
    if (!line) throw new Error(`no ${code} ${version}`);
    return supportOn(product(code), line, on, paid);
  };

  test.each<[string, string, boolean, number | null]>([
    ["twelve days before the end", "2025-10-02", true, 12],
    ["on the end-of-support day itself", "2025-10-14", true, 0],
    ["on the day after", "2025-10-15", false, null],
  ])("Windows 10 %s", (_, on, supported, daysLeft) => {
    expect(support("windows", "10", on)).toMatchObject({
      supported,
      daysLeft,
      endsOn: "2025-10-14",
      extendedUntil: "2028-10-10",
      paid: false,
    });
  });

  test("no end announced has no last day", () => {
    expect(support("macos", "26", "2026-11-23")).toMatchObject({ supported: true, endsOn: null, daysLeft: null });
  });

  test("ended on an unknown day is ended", () => {
    const old: Product = { ...product("android"), versions: [{ version: "2.3", eol: true }] };
    const line = releaseOf(old, "2.3.7", "2026-11-23");
    expect(line && supportOn(old, line, "2026-11-23")).toMatchObject({ supported: false, endsOn: null });
  });

  test.each<[string, Parameters<typeof supportOn>[3], boolean]>([
    ["for another product", [{ product: "Windows Server" }], false],
    ["for another version", [{ product: "Windows", version: "8.1" }], false],
    ["for this version, open end", [{ product: "Microsoft Windows", version: "10" }], true],
    ["until yesterday", [{ product: "Windows", until: "2026-11-22" }], false],
    ["until today", [{ product: "Windows", until: "2026-11-23" }], true],
  ])("paid support recorded %s", (_, paid, supported) => {
    expect(support("windows", "10", "2026-11-23", paid)).toMatchObject({ supported, paid: supported });
  });

  test("paid support lasts no longer than the manufacturer sells it", () => {
    const paid = [{ product: "Windows", until: "2040-01-01" }];
    expect(support("windows", "10", "2028-10-10", paid)).toMatchObject({ supported: true, daysLeft: 0 });
    expect(support("windows", "10", "2028-10-11", paid).supported).toBe(false);
  });
});

describe("a plan's minimum", () => {
  const current = { product: "ChromeOS", version: "CURRENT" };
  test.each<[string, string | null]>([
    ["2026-07-30", "149"], // 150 came on 30 June: its 30 days of grace end today
    ["2026-07-31", "150"],
    ["2026-08-27", "150"],
    ["2026-08-28", "151"],
    ["2026-04-10", null], // the data begins within the grace: it cannot tell
  ])("CURRENT with 30 days of grace on %s is %s", (on, expected) => {
    expect(minimumOn(current, product("chromeos"), on, 30)).toBe(expected);
  });

  test("a version is itself, known product or not", () => {
    expect(minimumOn({ product: "Haiku", version: "R1" }, null, "2026-11-23", 30)).toBe("R1");
    expect(minimumOn({ product: "Haiku", version: "CURRENT" }, null, "2026-11-23", 30)).toBeNull();
  });
});
