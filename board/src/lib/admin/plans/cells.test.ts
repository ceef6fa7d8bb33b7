import { expect, it } from "vitest";
import { cellAmount, cellMore, differs } from "./cells.ts";
import { standard } from "./plan.fixture.ts";
import { draftOf, type TargetDraft } from "./plan-draft.ts";

const draft = draftOf(standard);
const [first, , resolution] = draft.targets as [TargetDraft, TargetDraft, TargetDraft];

it("a cell says the amount in the plan's words, however it was typed", () => {
  expect(cellAmount({ ...first, amount: "90m" })).toBe("1 h 30 min");
  expect(cellAmount(resolution)).toBe("3 operating days");
  expect(cellAmount({ ...first, kind: "ELAPSED", amount: "24 h" })).toBe("24 h elapsed");
});
it("what cannot be read is shown as it is typed", () => {
  expect([cellAmount({ ...first, amount: " soon" }), cellAmount({ ...first, amount: "" })]).toEqual(["soon", "…"]);
});
it("and to whom, and for what it stands still", () => {
  expect([cellMore(first), cellMore(resolution)]).toEqual([
    "to the client",
    "internal; pauses for the requester, the appointment",
  ]);
});
it("knows a promise again by its priority's code, whatever its place", () => {
  const moved = { ...draft, priorities: draft.priorities.map((p) => ({ ...p, key: p.key + 7 })) };
  expect(differs({ ...first, priority: 7 }, moved, draft)).toBe(false);
  expect(differs({ ...first, priority: 7, amount: "2 h" }, moved, draft)).toBe(true);
  expect(differs({ ...resolution, priority: 8 }, moved, draft)).toBe(true);
});
