import { describe, expect, test } from "vitest";
import { readSupportFile } from "./read-support-file.ts";

const read = (json: unknown, name = "pear") => readSupportFile(JSON.stringify(json), { name, today: "2026-11-30" });
const lines = (json: unknown, name?: string) => {
  const file = read(json, name);
  if (file.kind === "refused") throw new Error(file.faults.join("\n"));
  return file.products.map(({ code, title, asOf, versions }) => ({ code, title, asOf, versions }));
};
const faults = (json: unknown, name?: string) => {
  const file = read(json, name);
  return file.kind === "refused" ? file.faults : [];
};

describe("the shapes of the public format", () => {
  test("one product as a list: a day, yes and no mean what they say", () => {
    const list = [
      { cycle: "3", releaseDate: "2026-01-10", eol: false, support: true, latest: "3.1.4", codename: "Conference" },
      {
        cycle: "2",
        releaseDate: "2024-01-10",
        support: "2025-01-10",
        eol: "2026-01-10",
        extendedSupport: "2028-01-10",
      },
      { cycle: "1", releaseDate: "2020-01-10", eol: true },
    ];
    expect(lines(list)).toEqual([
      {
        code: "pear",
        title: "Pear",
        asOf: "2026-11-30",
        versions: [
          { version: "3", names: ["Conference"], released: "2026-01-10", eol: false, builds: ["3.1.4"] },
          {
            version: "2",
            released: "2024-01-10",
            eol: "2026-01-10",
            mainstreamEnd: "2025-01-10",
            extendedEnd: "2028-01-10",
          },
          { version: "1", released: "2020-01-10", eol: true },
        ],
      },
    ]);
  });

  test("the same product as the newer one states it", () => {
    const result = {
      name: "pear",
      label: "Pear OS",
      category: "os",
      links: { html: "https://endoflife.date/pear", releasePolicy: "https://pear.example/policy" },
      releases: [
        {
          name: "3",
          label: "3 LTS",
          releaseDate: "2026-01-10",
          isEol: false,
          eolFrom: null,
          latest: { name: "3.1.4" },
        },
        {
          name: "2",
          label: "2",
          releaseDate: "2024-01-10",
          isEol: true,
          eolFrom: "2026-01-10",
          eoasFrom: "2025-01-10",
        },
        { name: "1", label: "1", releaseDate: "2020-01-10", isEol: true },
      ],
    };
    const [product] = lines({ schema_version: "1.2.0", generated_at: "2026-08-22T00:00:00Z", result });
    expect(product).toMatchObject({ code: "pear", title: "Pear OS", asOf: "2026-08-22" });
    expect(product?.versions.map(({ version, eol, mainstreamEnd }) => [version, eol, mainstreamEnd])).toEqual([
      ["3", false, undefined],
      ["2", "2026-01-10", "2025-01-10"],
      ["1", true, undefined],
    ]);
    expect(lines({ result: [result] })).toHaveLength(1);
  });

  test("many products in one object; editions and labels become what people read", () => {
    const products = {
      windows: {
        title: "Microsoft Windows",
        category: "os",
        releases: [{ cycle: "11-24h2-e-lts", released: "2024-10-01", eol: "2029-10-09" }],
      },
      phone: {
        title: "Acme Phone",
        category: "device",
        releases: [{ cycle: "p-2-plus", label: "Acme Phone P2+", released: "2024-10-01", eol: false }],
      },
    };
    const file = lines({ meta: { snapshot: "2026-08-22" }, products });
    expect(file[0]?.versions[0]).toMatchObject({ version: "11 24H2", edition: "Enterprise LTSC" });
    expect(file[1]?.versions[0]).toMatchObject({ version: "P2+", eol: false });
  });
});

describe("a file that cannot be used is refused, with every fault and where it stands", () => {
  test("duplicates, impossible dates, an end before the beginning, no end, no name", () => {
    const list = [
      { cycle: "5", releaseDate: "2025-02-30", eol: "2027-13-01" },
      { cycle: "4", releaseDate: "2024-05-01", eol: "2024-04-30" },
      { cycle: "4", releaseDate: "2024-05-01", eol: "2026-04-30" },
      { cycle: "3", releaseDate: "2023-05-01" },
      { releaseDate: "2022-05-01", eol: true },
      "2",
    ];
    expect(faults(list)).toEqual([
      'the list[0].releaseDate: "2025-02-30" is no day of the calendar; expected one as "2025-10-14"',
      'the list[0].eol: "2027-13-01" is no day of the calendar; expected one as "2025-10-14"',
      "the list[1]: it ends (2024-04-30) before it was released (2024-05-01)",
      'the list[2]: version "4" is listed twice, here and at [1]',
      'the list[3]: it does not say when support ends: expected "eol" as a day, true or false',
      'the list[4]: it names no version: expected "cycle" or "name"',
      'the list[5]: expected a release, got "2"',
    ]);
  });

  test.each<[string, unknown, string]>([
    ["a list of nothing", [], "the list: there is no release in it"],
    ["an answer to another question", { message: "Product not found" }, "the file: expected a list of releases"],
    ["a number", 7, "the file: expected a list of releases"],
    ["a product that is none", { products: { pear: null } }, "products.pear: expected a product, got null"],
    ["a code that is none", { products: { "../pear": { releases: [] } } }, "expected the code of a product"],
    ["releases that are none", { products: { pear: { releases: {} } } }, "products.pear.releases: expected a list"],
  ])("%s", (_, json, says) => {
    expect(faults(json).join("\n")).toContain(says);
  });

  test("what is no JSON, what has no product's name, and what is too large", () => {
    expect(readSupportFile("{", { name: "pear", today: "2026-11-30" })).toMatchObject({ kind: "refused" });
    expect(faults([{ cycle: "1", eol: true }], "My File (2)").join()).toContain('got "My File (2)"');
    const large = `[${'"'.padEnd(20_000_001, "x")}"]`;
    expect(readSupportFile(large, { name: "pear", today: "2026-11-30" })).toEqual({
      kind: "refused",
      faults: ["the file: it is larger than 20 MB"],
    });
  });
});
