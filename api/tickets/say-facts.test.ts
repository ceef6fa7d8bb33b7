import { describe, expect, test } from "vitest";
import { sayFacts } from "./say-facts.ts";

describe("what was stated, in a ticket's story", () => {
  test("reads as a person would say it, with what changed and nothing else", () => {
    const facts = [
      { name: "workKind", to: "HARDWARE_ISSUE" },
      { name: "product", to: "LaserJet 400" },
      { name: "remotePossible", to: false },
      { name: "estimatedMinutes", to: 20 },
    ] as const;
    expect(sayFacts({ affected: "ALL", workaround: false, facts })).toBe(
      "Affects all users · no workaround · kind of work: hardware issue · product: LaserJet 400 · can be done remotely: no · minutes it will take: 20",
    );
    expect(sayFacts({ affected: null, workaround: true, facts: [] })).toBe("There is a workaround");
  });

  test("keeps a product's own spelling", () => {
    const facts = [{ name: "product", to: "macOS" }] as const;
    expect(sayFacts({ affected: null, workaround: null, facts })).toBe("Product: macOS");
  });
});
