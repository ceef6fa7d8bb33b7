import { expect, test } from "vitest";
import type { Clause } from "./clauses.ts";
import { decide } from "./decide.ts";
import { overridden } from "./override.ts";
import { clausesInForce, defaultCoverageTerms } from "./terms.ts";

const rules = decide(
  { workKind: "ACCOUNT_CHANGE", technologyKind: "OPERATING_SYSTEM", product: "macOS", version: "10.6" },
  defaultCoverageTerms,
  { contractInForce: true, addOns: { immediate: false }, usedTodaySeconds: 0, today: "2026-11-23" },
);
const clause = (code: string) => clausesInForce(defaultCoverageTerms).find((c) => c.code === code) as Clause;

test("a decision by hand keeps the facts, and rests on nothing but whoever made it", () => {
  expect(overridden(rules, "COVERED", null)).toMatchObject({
    outcome: "COVERED",
    covered: true,
    clause: null,
    facts: rules.facts,
    evidence: [],
    wouldChange: [],
    nextStep: { kind: "WORK_ON_IT", label: "It is covered: we work on it.", manufacturer: null },
  });
});

test("the clause that it names shows the way on, with the manufacturer that the rules found", () => {
  expect(overridden(rules, "LIMITED", clause("platform-ended"))).toMatchObject({
    covered: false,
    clause: { code: "platform-ended" },
    nextStep: { kind: "CONTACT_MANUFACTURER", manufacturer: "Apple", url: "https://support.apple.com/macos" },
  });
  expect(overridden(rules, "EXCLUDED", clause("project")).nextStep).toEqual({
    kind: "REQUEST_QUOTE",
    label: "Ask for a quote for the project.",
    manufacturer: null,
    url: null,
  });
});
