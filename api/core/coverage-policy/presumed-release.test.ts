import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { defaultCoverageTerms } from "./terms.ts";

const context = {
  ...{ contractInForce: true, addOns: { immediate: false }, usedTodaySeconds: 0, today: "2026-11-30" },
};
const ask = (product: string, version: string | null) =>
  decide(
    { workKind: "TROUBLESHOOTING", technologyKind: "OPERATING_SYSTEM", product, ...(version && { version }) } as never,
    defaultCoverageTerms,
    context,
  );

describe("a version that the data does not know", () => {
  test.each([
    ["Windows", "111"],
    ["macOS", "149"],
    ["iOS", "99"],
    ["Windows Server", "2052"],
  ])("%s %s is asked about: it is a slip sooner than a release", (product, version) => {
    expect(ask(product, version)).toMatchObject({ outcome: "NEEDS_INFORMATION", missing: ["version"] });
  });

  test.each([
    ["Windows", "12"],
    ["Windows Server", "2028"],
  ])("%s %s may have come out since the data was made", (product, version) => {
    expect(ask(product, version)).toMatchObject({ outcome: "COVERED", missing: [] });
  });
});

describe("a feature release that was not said", () => {
  const ofVersion = ({ presumed }: ReturnType<typeof decide>) => presumed.filter(({ name }) => name === "version");

  test("is presumed, and listed as presumed", () => {
    expect(ofVersion(ask("Windows", "11"))).toEqual([
      { name: "version", value: expect.stringMatching(/^Windows 11 \d\dH\d/), presumed: true },
    ]);
  });

  test.each([
    ["Windows", "11 24H2"],
    ["macOS", "current"],
    ["macOS", "10.6"],
  ])("is nothing to presume of %s %s", (product, version) => {
    expect(ofVersion(ask(product, version))).toEqual([]);
  });
});
