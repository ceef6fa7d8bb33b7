import { expect, it } from "vitest";
import { coverageText } from "./coverage-text.ts";
import { filterOf, showOf } from "./shows.ts";

it("an address that names no view shows all open tickets", () => {
  expect([null, "mine", "nonsense"].map(showOf)).toEqual(["all", "mine", "all"]);
});

it("mine waits until it is known who is asking", () => {
  expect(filterOf("mine", null)).toBeNull();
  expect(filterOf("mine", "x")).toEqual({ assigneeId: "x" });
});

it("coverage names its clause where work is limited or excluded", () => {
  expect(coverageText({ coverage: "LIMITED", coverageClause: "over-thirty-minutes" })).toBe(
    "Limited: over thirty minutes",
  );
  expect(coverageText({ coverage: "COVERED", coverageClause: "troubleshooting" })).toBe("Covered");
});
