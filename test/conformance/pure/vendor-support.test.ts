import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { localDate, startOfDay } from "../../../api/core/business-calendar/zone.ts";
import { decide } from "../../../api/core/coverage-policy/decide.ts";
import { defaultProducts } from "../../../api/core/coverage-policy/default-support.ts";
import { supportOn } from "../../../api/core/coverage-policy/manufacturer-support.ts";
import { type Product, type ProductVersion, titleOf } from "../../../api/core/coverage-policy/products.ts";
import { defaultCoverageTerms } from "../../../api/core/coverage-policy/terms.ts";
import { withOwnData } from "../../../api/core/coverage-policy/with-own-data.ts";
import type { Instant } from "../../../api/core/time.ts";
import { readSupportFile } from "../../../api/coverage/support-file/read-support-file.ts";
import { sharedData } from "../../support/shared-data.ts";

const path = sharedData("vendor_support.json");
const text = path === null ? null : readFileSync(path, "utf8");
const published = (): readonly Product[] => {
  const read = readSupportFile(text as string, { name: "vendor_support", today: "2026-11-30" });
  if (read.kind === "refused") throw new Error(read.faults.join("\n"));
  return read.products;
};
const file: readonly Product[] = text === null ? [] : published();

const day = 86_400;
const next = (date: string) => new Date(Date.parse(date) + day * 1000).toISOString().slice(0, 10);

/** Real ends of support, each asked of a client in a zone, as somebody would write the product. */
const ends: readonly [
  product: string,
  version: string,
  last: string,
  zone: string,
  file?: [code: string, cycle: string],
][] = [
  ["Windows", "10", "2025-10-14", "America/New_York", ["windows", "10 22H2"]],
  ["Windows", "11 23H2", "2025-11-11", "Europe/Vienna", ["windows", "11 23H2"]],
  ["Windows", "11 22H2", "2024-10-08", "Australia/Sydney", ["windows", "11 22H2"]],
  ["Windows", "8.1", "2023-01-10", "America/Los_Angeles", ["windows", "8.1"]],
  ["Windows", "8", "2016-01-12", "Asia/Tokyo", ["windows", "8"]],
  ["Windows Server", "2012 R2", "2023-10-10", "Europe/London", ["windows-server", "2012 R2"]],
  ["Windows Server", "2008 R2", "2020-01-14", "Pacific/Auckland", ["windows-server", "2008 R2 SP1"]],
  ["Windows Server", "2016", "2027-01-12", "America/Chicago", ["windows-server", "2016"]],
  ["macOS", "13", "2025-09-15", "America/New_York", ["macos", "13"]],
  ["macOS", "12", "2024-09-16", "Asia/Kolkata", ["macos", "12"]],
  ["macOS", "10.15", "2026-02-02", "America/St_Johns", ["macos", "10.15"]],
  ["macOS", "High Sierra", "2020-12-01", "Europe/Berlin", ["macos", "10.13"]],
  ["iPadOS", "14", "2021-10-01", "America/Denver", ["ipados", "14"]],
  ["Android", "13", "2026-03-02", "America/Sao_Paulo", ["android", "13"]],
  ["Android", "12", "2025-03-03", "Africa/Cairo", ["android", "12"]],
  ["Microsoft Office", "2016", "2025-10-14", "America/New_York", ["office", "2016"]],
  ["Microsoft Office", "2013", "2023-04-11", "Asia/Kathmandu", ["office", "2013"]],
  ["Microsoft Office", "2021", "2026-10-13", "Europe/Paris", ["office", "2021"]],
  ["Exchange", "2019", "2025-10-14", "Pacific/Kiritimati", ["msexchange", "2019"]],
  ["Exchange", "2013", "2023-04-11", "America/Phoenix", ["msexchange", "2013"]],
  ["SQL Server", "2014 SP3", "2024-07-09", "Pacific/Honolulu", ["mssqlserver", "2014 SP3"]],
  ["SQL Server", "2016 SP3", "2026-07-14", "Europe/Dublin", ["mssqlserver", "2016 SP3"]],
  ["Ubuntu", "20.04", "2025-05-31", "America/New_York", ["ubuntu", "20.04"]],
  ["Ubuntu", "18.04", "2023-05-31", "Asia/Singapore", ["ubuntu", "18.04"]],
  ["Debian", "11", "2024-08-14", "Europe/Lisbon", ["debian", "11"]],
  ["Red Hat Enterprise Linux", "7", "2024-06-30", "America/Toronto", ["rhel", "7"]],
  ["RHEL", "6", "2020-11-30", "Asia/Tehran", ["rhel", "6"]],
  ["Firefox", "128", "2025-09-16", "Europe/Rome", ["firefox", "128"]],
  ["Chrome", "140", "2025-09-30", "America/Anchorage", ["chrome", "140"]],
  ["Safari", "17", "2024-09-16", "America/New_York"],
];

const asked = (product: string, version: string, at: Instant, zone: string, products: readonly Product[]) => {
  const system = ["Windows", "macOS", "iPadOS", "Android", "Ubuntu", "Debian"].includes(product);
  const technologyKind = system ? "OPERATING_SYSTEM" : product === "Windows Server" ? "SERVER" : "APPLICATION";
  return decide({ workKind: "TROUBLESHOOTING", technologyKind, product, version }, defaultCoverageTerms, {
    contractInForce: true,
    addOns: { immediate: false },
    usedTodaySeconds: 0,
    today: localDate(zone, at),
    products,
  });
};

describe("both sides of a real end of support, in the client's zone", () => {
  test(`there are ${ends.length} of them, in ${new Set(ends.map(([, , , zone]) => zone)).size} zones`, () => {
    expect(ends.length).toBeGreaterThanOrEqual(25);
  });

  test.each(ends)("%s %s: %s is the last supported day, in %s", (product, version, last, zone) => {
    const midnight = startOfDay(zone, next(last));
    const before = asked(product, version, (midnight - 1) as Instant, zone, defaultProducts);
    const after = asked(product, version, midnight, zone, defaultProducts);
    const codes = (d: typeof after) => [d.clause, ...d.alsoMatched].flatMap((c) => c?.code ?? []);
    expect(codes(before).filter((code) => code.endsWith("-ended"))).toEqual([]);
    expect(codes(after).filter((code) => code.endsWith("-ended"))).toHaveLength(1);
    expect(after.evidence.map((e) => String(e.value)).join()).toContain(`support ended on ${last}`);
  });
});

const clean = (line: ProductVersion) => ({
  released: line.released,
  eol: line.eol,
  mainstreamEnd: line.mainstreamEnd,
  extendedEnd: line.extendedEnd ?? null,
});

describe.skipIf(text === null)("against the published facts", () => {
  test.each(ends.flatMap(([, , last, , at]) => (at ? [[...at, last] as const] : [])))(
    "%s %s ends on %s there too",
    (code, version, last) => {
      const line = file.find((p) => p.code === code)?.versions.find((v) => v.version === version && !v.edition);
      expect(line?.eol).toBe(last);
    },
  );

  test.each(
    defaultProducts.filter((own) => file.some((p) => p.code === own.code)).map((own) => [own.title, own] as const),
  )("%s: every date of ours is the published one", (_, own) => {
    const { versions } = file.find((p) => p.code === own.code) as Product;
    for (const line of own.versions) {
      if ((line.released ?? "") < "2001") continue; // the published list of Windows begins with XP
      const same = versions.filter((v) => v.released === line.released && (v.edition ?? "") === (line.edition ?? ""));
      const theirs = same.map((v) => ({ ...clean(v), mainstreamEnd: line.mainstreamEnd && v.mainstreamEnd }));
      expect(theirs, titleOf(own, line)).toContainEqual(clean(line));
    }
  });

  test("every dated line of the file is supported on its last day and not on the next: the desk's own table counts", () => {
    const all = withOwnData(defaultProducts, file);
    let dated = 0;
    for (const { code } of file) {
      const product = all.find((p) => p.code === code) as Product;
      for (const line of product.versions) {
        if (typeof line.eol !== "string") continue;
        dated++;
        expect(supportOn(product, line, line.eol), titleOf(product, line)).toMatchObject({
          supported: true,
          daysLeft: 0,
        });
        expect(supportOn(product, line, next(line.eol)).supported, titleOf(product, line)).toBe(false);
      }
    }
    console.info(`${dated} ends of support of ${file.length} products, both sides of each`);
    expect(dated).toBeGreaterThan(1_800);
  });
});
