import { describe, expect, test } from "vitest";
import { type CoverageContext, decide } from "./decide.ts";
import { type TechnologyKind, technologyKinds } from "./facts.ts";
import { type CoverageTerms, defaultCoverageTerms } from "./terms.ts";

const desk: CoverageContext = {
  contractInForce: true,
  addOns: { immediate: false },
  usedTodaySeconds: 0,
  today: "2026-11-23",
};
/** Printers have a clause of their own, whatever they run. */
const kinds: readonly (TechnologyKind | null)[] = [null, ...technologyKinds.filter((kind) => kind !== "PRINTER")];
const answers = (product: string, version: string, terms: CoverageTerms = defaultCoverageTerms) => {
  const said = kinds.map((technologyKind) => {
    const decision = decide({ workKind: "TROUBLESHOOTING", technologyKind, product, version }, terms, desk);
    const also = decision.alsoMatched.map(({ code }) => code);
    return `${decision.outcome} ${[decision.clause?.code, ...also].join(" ")}`;
  });
  return [...new Set(said)];
};

describe("what a manufacturer no longer supports has one answer, whatever kind of technology somebody picks", () => {
  test.each([
    ["Windows Server", "2012 R2", "LIMITED platform-ended"],
    ["Windows", "10 22H2", "LIMITED platform-ended"],
    ["Ubuntu", "18.04", "LIMITED platform-ended"],
    ["Windows", "7", "EXCLUDED below-minimum platform-ended"],
    ["SQL Server", "2014 SP3", "EXCLUDED manufacturer-ended"],
    ["Microsoft Office", "2013", "EXCLUDED manufacturer-ended"],
  ])("%s %s: %s", (product, version, answer) => {
    expect(answers(product, version)).toEqual([answer]);
  });

  test("a plan that helps with no old servers names a minimum for them", () => {
    const minimumVersions = [...defaultCoverageTerms.minimumVersions, { product: "Windows Server", version: "2016" }];
    const terms = { ...defaultCoverageTerms, minimumVersions };
    expect(answers("Windows Server", "2012 R2", terms)).toEqual(["EXCLUDED below-minimum platform-ended"]);
    expect(answers("Windows Server", "2022", terms)).toEqual(["COVERED "]);
  });

  test("of a product that no data knows the kind that was picked counts, and nothing is held against it", () => {
    expect(answers("TempleOS", "5.03")).toEqual(["COVERED "]);
  });
});

describe("a plan version that was published before", () => {
  const server = (clauses: CoverageTerms["clauses"]) => {
    const facts = {
      workKind: "TROUBLESHOOTING",
      technologyKind: "SERVER",
      product: "Windows Server",
      version: "2012 R2",
    };
    return decide(facts as never, { ...defaultCoverageTerms, clauses }, desk).clause?.code;
  };

  test("decides by the conditions that it was published with", () => {
    const ended = (code: string, outcome: "EXCLUDED" | "LIMITED", kind: object) => ({
      ...{ code, outcome, title: code },
      when: {
        all: [
          { fact: "technologyKind", ...kind },
          { fact: "manufacturerSupport", in: ["ENDED"] },
        ],
      } as never,
    });
    expect(
      server([
        ended("manufacturer-ended", "EXCLUDED", { notIn: ["OPERATING_SYSTEM"] }),
        ended("platform-ended", "LIMITED", { in: ["OPERATING_SYSTEM"] }),
      ]),
    ).toBe("manufacturer-ended");
  });

  test("as one does that was published when conditions were still code", () => {
    const line = (code: string, outcome: "EXCLUDED" | "LIMITED") => ({ code, outcome, title: code });
    expect(server([line("manufacturer-ended", "EXCLUDED"), line("platform-ended", "LIMITED")])).toBe(
      "manufacturer-ended",
    );
  });
});
