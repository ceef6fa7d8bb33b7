import { describe, expect, test } from "vitest";
import { clauseDrafts, moved, newClause, readClauses, withClause } from "./clause-draft.ts";
import {
  type GroupDraft,
  groupOf,
  placeOf,
  readPart,
  type TestDraft,
  testOf,
  withMore,
  withPart,
} from "./condition-draft.ts";
import { conditionText } from "./condition-words.ts";
import type { ConditionInput, ConditionShown, CoverageFact } from "./documents.ts";
import { standard } from "./plan.fixture.ts";

const shown = (condition: ConditionInput) => condition as ConditionShown;
const read = (group: GroupDraft) => {
  const faults: { field: string | null; message: string }[] = [];
  return { sent: readPart(group, "clauses[3].when", faults), faults };
};
const minutes: CoverageFact = {
  ...{ name: "estimatedMinutes", title: "Estimated minutes", kind: "NUMBER" },
  operators: ["above", "atLeast", "below", "aboveLimit", "reachesLimit"],
  choices: [],
};

describe("a condition that is read and sent again", () => {
  test.each<[says: string, when: ConditionInput, said: string]>([
    ["a flag", { fact: "illegal", is: true }, "it is illegal"],
    ["a flag that is not so", { fact: "remotePossible", is: false }, "it cannot be done remotely"],
    ["words", { fact: "kindOfWork", in: ["OS_UPGRADE", "PROJECT"] }, "kind of work is OS upgrade or project"],
    ["other words", { fact: "product", notIn: ["macOS"] }, "product is not macOS"],
    ["a number", { fact: "estimatedMinutes", above: 12 }, "estimated minutes is above 12"],
    ["the plan's limit", { fact: "estimatedMinutes", aboveLimit: true }, "estimated minutes is above the plan's limit"],
    ["a version", { fact: "version", olderThan: "10.13" }, "version is older than 10.13"],
    [
      "groups",
      {
        all: [
          { fact: "immediate", is: true },
          {
            any: [
              { fact: "illegal", is: true },
              { fact: "licensed", is: false },
            ],
          },
        ],
      },
      "it is wanted at once and (it is illegal or the software is not licensed)",
    ],
  ])("is the same: %s", (_, when, said) => {
    expect(read(groupOf(shown(when)))).toEqual({ sent: when, faults: [] });
    expect(conditionText(when)).toBe(said);
  });
});

describe("while it is edited", () => {
  const one = groupOf(shown({ fact: "illegal", is: true }));

  test("a second test makes a group of it, and faults are told at their places", () => {
    expect(placeOf(one, "clauses[3].when", 0)).toBe("clauses[3].when");
    const two = withMore(one, { ...testOf(minutes), text: "a lot" });
    expect(placeOf(two, "clauses[3].when", 1)).toBe("clauses[3].when.all[1]");
    expect(read(two).faults).toEqual([{ field: "clauses[3].when.all[1].above", message: "Write a whole number." }]);
    expect(read(withPart(two, 0, null)).faults[0]?.field).toBe("clauses[3].when.above");
    expect(read(withPart(one, 0, null)).sent).toEqual({ all: [] });
  });

  test("another comparison keeps what was typed", () => {
    const typed: TestDraft = { ...testOf(minutes), text: "45" };
    expect(read({ ...one, parts: [{ ...typed, operator: "atLeast" }] }).sent).toEqual({
      fact: "estimatedMinutes",
      atLeast: 45,
    });
    expect(read({ ...one, parts: [{ ...typed, operator: "reachesLimit" }] }).sent).toEqual({
      fact: "estimatedMinutes",
      reachesLimit: true,
    });
  });

  test("clauses are added, moved and changed without touching the others", () => {
    const clauses = clauseDrafts(standard.clauses);
    const all = [...clauses, newClause(clauses, [minutes])];
    expect(all.map(({ key, added }) => [key, added])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(moved(all, 1, -1).map(({ key }) => key)).toEqual([1, 0]);
    expect(moved(all, 0, -1)).toEqual(all);
    expect(withClause(all, 1, { title: "Mine" }).map(({ title }) => title)).toEqual(["printers", "Mine"]);
    expect(readClauses(all, [])[1]).toEqual({
      ...{ code: "", title: "", outcome: "LIMITED", nextStep: "REQUEST_QUOTE", advice: "" },
      when: { fact: "estimatedMinutes", above: 30 },
    });
  });
});
