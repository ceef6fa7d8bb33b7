import { describe, expect, test } from "vitest";
import { OTHER_DEVICE } from "./request.ts";
import { begun, questionsLeft, statementOf, stillAsked } from "./still-asked.ts";

type Asking = Parameters<typeof begun>[0];
const coverage = { outcome: "NEEDS_INFORMATION", missing: [], candidates: [], facts: [], clause: null } as never;
const request = (more: Partial<Asking> = {}): Asking => ({
  ...{ accepts: ["STATE_FACTS"], affected: "ONE", workaround: null, couldBeUrgent: false, coverage },
  ...more,
});
const covered = { outcome: "COVERED", missing: [], facts: [] } as never;

describe("a request that was sent is asked", () => {
  test.each([
    ["what coverage waits for", request(), { coverage: true, urgency: false }],
    ["nothing where all is known", request({ coverage: covered }), null],
    ["nothing once it is over", request({ accepts: [] }), null],
    [
      "who is affected where nobody said",
      request({ coverage: covered, affected: null }),
      { coverage: false, urgency: true },
    ],
    ["what could make it urgent", request({ couldBeUrgent: true }), { coverage: true, urgency: true }],
  ])("%s", (_, asking, asked) => expect(stillAsked(asking)).toEqual(asked));

  test("from what is known on; what a mail said counts once it is said here", () => {
    expect(begun(request({ affected: "ALL", couldBeUrgent: true })).affected).toBe("ALL");
    expect(begun(request({ affected: "ALL", workaround: false, couldBeUrgent: true })).affected).toBe("");
  });

  test("only what is missing, and what was answered here", () => {
    const first = begun(request());
    expect(questionsLeft(first, first, ["version"], 0)).toEqual(["version"]);
    expect(questionsLeft({ ...first, kindOfWork: "PROJECT" }, first, [], 0)).toEqual(["kindOfWork"]);
    expect(questionsLeft(first, first, ["technologyKind"], 2), "a device says it").toEqual([]);
    expect(questionsLeft({ ...first, device: OTHER_DEVICE }, first, ["technologyKind"], 2)).toEqual(["technologyKind"]);
  });
});

test("only what is new is stated, and what it is about as a whole", () => {
  const facts = [
    { name: "technologyKind", value: "OPERATING_SYSTEM" },
    { name: "product", value: "Windows" },
    { name: "kindOfWork", value: "SETTINGS" },
  ];
  const first = begun(request({ coverage: { outcome: "NEEDS_INFORMATION", missing: ["version"], facts } as never }));
  expect(statementOf("1", { ...first, affected: "ALL", workaround: "no" }, first, [])).toEqual({
    ...{ ticketId: "1", affected: "ALL", workaround: false, deviceId: null, facts: null },
  });
  expect(statementOf("1", { ...first, version: "11 24H2" }, first, []).facts).toEqual({
    technology: { kind: "OPERATING_SYSTEM", product: "Windows", version: "11 24H2" },
  });
});
