import { describe, expect, test } from "vitest";
import { type CoverageContext, decide } from "./decide.ts";
import type { RequestFacts } from "./facts.ts";
import { type CoverageTerms, defaultCoverageTerms } from "./terms.ts";

const desk: CoverageContext = {
  contractInForce: true,
  addOns: { immediate: false },
  usedTodaySeconds: 0,
  today: "2026-11-23",
};
const ask = (
  facts: RequestFacts,
  changed: Partial<CoverageContext> = {},
  terms: CoverageTerms = defaultCoverageTerms,
) => decide(facts, terms, { ...desk, ...changed });
const codes = (clauses: readonly { code: string }[]) => clauses.map((c) => c.code);

const mailOnMac = (version: string): RequestFacts => ({
  workKind: "ACCOUNT_CHANGE",
  technologyKind: "OPERATING_SYSTEM",
  product: "macOS",
  version,
});

describe("the three answers the service publishes", () => {
  test("adding an e-mail account to a Mac on the current macOS is covered", () => {
    const decision = ask(mailOnMac("current"));
    expect(decision).toMatchObject({ outcome: "COVERED", covered: true, clause: null, alsoMatched: [], missing: [] });
    expect(decision.evidence[0]).toMatchObject({ fact: "manufacturerSupport", source: "endoflife.date" });
  });

  test("the same on macOS 10.6 is excluded as below the minimum, and Apple's page is named", () => {
    const decision = ask(mailOnMac("10.6"));
    expect(decision).toMatchObject({ outcome: "EXCLUDED", covered: false, clause: { code: "below-minimum" } });
    expect(codes(decision.alsoMatched)).toEqual(["platform-ended"]);
    expect(decision.nextStep).toMatchObject({
      kind: "CONTACT_MANUFACTURER",
      manufacturer: "Apple",
      url: "https://support.apple.com/macos",
    });
    expect(decision.evidence).toContainEqual({
      clause: "platform-ended",
      fact: "manufacturerSupport",
      value: "macOS 10.6 (Snow Leopard): support ended on 2011-07-25",
      source: "endoflife.date",
      sourceUrl: "https://endoflife.date/macos",
      asOf: "2026-08-22",
    });
    expect(decision.wouldChange).toEqual(["On the current macOS: covered."]);
  });

  test("installing a new server takes 240 minutes and is limited by its length", () => {
    const decision = ask({ workKind: "INSTALLATION", technologyKind: "SERVER", estimatedMinutes: 240 });
    expect(decision).toMatchObject({ outcome: "LIMITED", covered: false, clause: { code: "over-thirty-minutes" } });
    expect(decision.alsoMatched).toEqual([]);
    expect(decision.wouldChange[0]).toBe("If it took 30 minutes or less: covered.");
  });

  test("the server stated as a project is excluded as a project", () => {
    const decision = ask({ workKind: "PROJECT", technologyKind: "SERVER", estimatedMinutes: 240 });
    expect(decision).toMatchObject({ outcome: "EXCLUDED", clause: { code: "project" } });
    expect(codes(decision.alsoMatched)).toEqual(["over-thirty-minutes"]);
    expect(decision.nextStep.kind).toBe("REQUEST_QUOTE");
  });
});

describe("facts", () => {
  test("what was not stated is presumed, and listed as presumed", () => {
    const { presumed, facts } = ask({ workKind: "SETTINGS", remotePossible: true });
    expect(facts).toEqual([
      { name: "workKind", value: "SETTINGS", presumed: false },
      { name: "remotePossible", value: true, presumed: false },
    ]);
    expect(presumed.map((f) => [f.name, f.value])).toEqual([
      ["estimatedMinutes", 15],
      ["licensed", true],
      ["warrantyRisk", false],
      ["immediate", false],
      ["highSpeed", true],
    ]);
  });

  test("the kind of work is never presumed", () => {
    const decision = ask({});
    expect(decision).toMatchObject({
      outcome: "NEEDS_INFORMATION",
      covered: false,
      clause: null,
      missing: ["workKind"],
    });
    expect(decision.nextStep).toMatchObject({ kind: "STATE_FACTS", label: "Please state the kind of work." });
  });

  test.each<[string, RequestFacts, string[]]>([
    ["an operating system without product and version", { technologyKind: "OPERATING_SYSTEM" }, ["product", "version"]],
    ["an application without its version", { technologyKind: "APPLICATION", product: "Sage 50" }, ["version"]],
    [
      "a version nobody can read",
      { technologyKind: "OPERATING_SYSTEM", product: "macOS", version: "new" },
      ["version"],
    ],
    ["a product that names its version", { technologyKind: "OPERATING_SYSTEM", product: "Windows 11" }, []],
    ["a printer", { technologyKind: "PRINTER", product: "LaserJet 400" }, []],
    ["nothing said of technology", {}, []],
  ])("asked for with %s: what is missing", (_, facts, missing) => {
    expect(ask({ workKind: "TROUBLESHOOTING", ...facts }).missing).toEqual(missing);
  });

  test("an excluded request is answered at once, even while other facts are missing", () => {
    const decision = ask({ technologyKind: "APPLICATION", remotePossible: false });
    expect(decision).toMatchObject({ outcome: "EXCLUDED", clause: { code: "onsite" } });
    expect(decision.missing).toEqual(["workKind", "product", "version"]);
  });

  test("a limited request with a missing fact asks first, and tells the limit", () => {
    const decision = ask({ workKind: "LAUNCH", technologyKind: "APPLICATION", highSpeed: false });
    expect(decision).toMatchObject({ outcome: "NEEDS_INFORMATION", clause: null });
    expect(codes(decision.alsoMatched)).toEqual(["slow-connection"]);
  });

  test("null says unstated, as it comes from a database", () => {
    const decision = ask({ workKind: "SETTINGS", technologyKind: null, product: null, licensed: null, illegal: null });
    expect(decision).toMatchObject({ outcome: "COVERED", missing: [] });
    expect(decision.facts.map((f) => f.name)).toEqual(["workKind"]);
  });
});

describe("order of the clauses", () => {
  test("excluded stands before limited, and each by the table", () => {
    const decision = ask(
      { workKind: "PROJECT", technologyKind: "PRINTER", immediate: true, highSpeed: false, estimatedMinutes: 90 },
      { contractInForce: false },
    );
    expect(decision.clause?.code).toBe("no-contract");
    expect(codes(decision.alsoMatched)).toEqual([
      "project",
      "immediate-remote",
      "over-thirty-minutes",
      "printer",
      "slow-connection",
    ]);
  });

  test("a plan that excludes printers is obeyed, and names its own title", () => {
    const clauses = defaultCoverageTerms.clauses.map((c) =>
      c.code === "printer" ? { ...c, outcome: "EXCLUDED" as const, title: "No printers" } : c,
    );
    const decision = ask(
      { workKind: "HARDWARE_ISSUE", technologyKind: "PRINTER", estimatedMinutes: 90 },
      {},
      {
        ...defaultCoverageTerms,
        clauses,
      },
    );
    expect(decision.clause).toEqual({ code: "printer", outcome: "EXCLUDED", title: "No printers" });
    expect(codes(decision.alsoMatched)).toEqual(["over-thirty-minutes"]);
  });
});

describe("limits stand where the plan puts them", () => {
  const repair: RequestFacts = { workKind: "TROUBLESHOOTING" };
  test.each<[string, RequestFacts, Partial<CoverageContext>, string]>([
    ["30 minutes of work", { ...repair, estimatedMinutes: 30 }, {}, "COVERED"],
    ["31 minutes of work", { ...repair, estimatedMinutes: 31 }, {}, "LIMITED"],
    ["29:59 used today", repair, { usedTodaySeconds: 1799 }, "COVERED"],
    ["30:00 used today", repair, { usedTodaySeconds: 1800 }, "LIMITED"],
    ["help at once", { ...repair, immediate: true }, {}, "EXCLUDED"],
    ["help at once with the add-on", { ...repair, immediate: true }, { addOns: { immediate: true } }, "COVERED"],
  ])("%s", (_, facts, changed, outcome) => {
    expect(ask(facts, changed).outcome).toBe(outcome);
  });

  test("an operating system upgrade is limited for what it is, not for a presumed length", () => {
    const decision = ask({
      workKind: "OS_UPGRADE",
      technologyKind: "OPERATING_SYSTEM",
      product: "macOS",
      version: "15",
    });
    expect(decision).toMatchObject({ outcome: "LIMITED", clause: { code: "os-upgrade" }, alsoMatched: [] });
  });
});
