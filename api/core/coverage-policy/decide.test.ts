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

describe("manufacturer support", () => {
  const onWindows = (version: string): RequestFacts => ({
    workKind: "TROUBLESHOOTING",
    technologyKind: "OPERATING_SYSTEM",
    product: "Windows",
    version,
  });

  test("the last day of support is still covered, the next is limited", () => {
    expect(ask(onWindows("10"), { today: "2025-10-14" }).outcome).toBe("COVERED");
    expect(ask(onWindows("10"), { today: "2025-10-15" })).toMatchObject({
      outcome: "LIMITED",
      clause: { code: "platform-ended" },
      nextStep: { kind: "CONTACT_MANUFACTURER", manufacturer: "Microsoft" },
    });
  });

  test("paid support counts only where the contract records it, and no longer than it is sold", () => {
    const paidSupport = [{ product: "Windows", version: "10" }];
    expect(ask(onWindows("10 22H2"), { paidSupport }).outcome).toBe("COVERED");
    expect(ask(onWindows("10 22H2"), { paidSupport, today: "2028-10-11" }).outcome).toBe("LIMITED");
    expect(ask(onWindows("8.1"), { paidSupport }).outcome).toBe("LIMITED");
    expect(ask(onWindows("10")).wouldChange).toContain("If the contract recorded paid manufacturer support: covered.");
  });

  test("iOS must be current: the one before meets it for 30 days after a release", () => {
    const iPhone = (version: string): RequestFacts => ({ ...onWindows(version), product: "iOS" });
    expect(ask(iPhone("18.7"), { today: "2025-10-15" }).outcome).toBe("COVERED");
    expect(ask(iPhone("18.7"), { today: "2025-10-16" }).clause?.code).toBe("below-minimum");
    expect(ask(iPhone("26.1"), { today: "2025-10-16" }).outcome).toBe("COVERED");
  });

  test("of a product that the data does not know nothing is held against the request", () => {
    const decision = ask({ workKind: "LAUNCH", technologyKind: "APPLICATION", product: "Sage 50", version: "2009" });
    expect(decision).toMatchObject({ outcome: "COVERED", evidence: [] });
  });

  test("the current version is supported, even when the data we carry is older than it", () => {
    expect(ask(onWindows("11 26H1"), { today: "2030-01-01" }).outcome).toBe("LIMITED");
    expect(ask(onWindows("current"), { today: "2030-01-01" }).outcome).toBe("COVERED");
  });
});

describe("what would change it", () => {
  test("a covered request names each presumption that would undo it", () => {
    expect(ask({ workKind: "TROUBLESHOOTING" }).wouldChange).toEqual([
      "If it took more than 30 minutes: limited by over-thirty-minutes.",
      "If it could not be done remotely: excluded by onsite.",
      "If the software had no licence: excluded by unlicensed.",
      "If it could cost a manufacturer's warranty: excluded by warranty.",
      "If help were wanted at once: excluded by immediate-remote.",
      "Without a high-speed connection: limited by slow-connection.",
    ]);
  });

  test("behind one clause stands the next: the sentence says which", () => {
    const decision = ask({ workKind: "HARDWARE_ISSUE", technologyKind: "PRINTER", remotePossible: false });
    expect(decision.wouldChange).toEqual(["If it could be done remotely: limited by printer."]);
  });

  test("immediate help: an appointment is offered, the add-on named beside it", () => {
    const decision = ask({ workKind: "TROUBLESHOOTING", immediate: true });
    expect(decision.nextStep.kind).toBe("BOOK_APPOINTMENT");
    expect(decision.otherSteps.map((s) => s.kind)).toEqual(["REQUEST_ADD_ON"]);
    expect(decision.wouldChange).toEqual([
      "If an appointment would do: covered.",
      "With the add-on for immediate support: covered.",
    ]);
  });
});
