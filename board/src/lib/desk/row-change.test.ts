import { describe, expect, it } from "vitest";
import { type Before, changeWords, forEach, type RowChange, undoOf } from "./row-change.ts";

const [maya, theo] = [
  { id: "m", name: "Maya Ortiz" },
  { id: "t", name: "Theo Lang" },
];
const network = { id: "n", name: "Network" };
const before: Before = { status: "OPEN", waitingOn: null, until: null, technician: theo, team: null };
const waiting: Before = { ...before, status: "WAITING", waitingOn: "PARTS", until: "2026-12-01T10:00:00Z" };

describe("taking back", () => {
  it.each<[string, RowChange, Before, RowChange | null]>([
    ["what was taken goes back into the queue", { kind: "take" }, before, { kind: "assign", technician: null }],
    [
      "what was given away goes back to whoever had it",
      { kind: "assign", technician: maya },
      before,
      { kind: "assign", technician: theo },
    ],
    [
      "or to nobody",
      { kind: "assign", technician: maya, team: network },
      { ...before, technician: null, team: { id: "o", name: "Other" } },
      { kind: "assign", technician: null, team: { id: "o", name: "Other" } },
    ],
    ["a first team cannot be taken away again", { kind: "assign", team: network }, before, null],
    ["what waits goes on", { kind: "wait", on: "REQUESTER", until: null }, before, { kind: "resume" }],
    [
      "what waited for something else waits for that again",
      { kind: "wait", on: "REQUESTER", until: null },
      waiting,
      { kind: "wait", on: "PARTS", until: "2026-12-01T10:00:00Z" },
    ],
    [
      "what goes on waits again",
      { kind: "resume" },
      waiting,
      { kind: "wait", on: "PARTS", until: "2026-12-01T10:00:00Z" },
    ],
    ["an appointment is not made again", { kind: "resume" }, { ...before, status: "SCHEDULED" }, null],
  ])("%s", (_, change, stood, undone) => {
    expect(undoOf(change, stood)).toEqual(undone);
  });
});

it("says what is so now", () => {
  expect(changeWords({ kind: "assign", technician: maya, team: network })).toBe(
    "given to Maya Ortiz, with team Network",
  );
  expect(changeWords({ kind: "assign", technician: null })).toBe("laid back into the queue");
  expect(changeWords({ kind: "wait", on: "REQUESTER", until: null })).toBe("waiting for the requester");
});

it("does something for each, a few at once, and answers in their order", async () => {
  let [running, most] = [0, 0];
  const answers = await forEach([3, 1, 2, 0, 5], 2, async (n) => {
    most = Math.max(most, ++running);
    for (let i = 0; i < n; i++) await Promise.resolve();
    running--;
    return n * 10;
  });
  expect(answers).toEqual([30, 10, 20, 0, 50]);
  expect(most).toBe(2);
});
