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
const _codes = (clauses: readonly { code: string }[]) => clauses.map((c) => c.code);

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
