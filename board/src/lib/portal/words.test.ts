import { describe, expect, test } from "vitest";
import { promiseSaid, statusSaid, when, zoneSaid } from "./words.ts";

const at = (text: string) => Date.parse(text) / 1_000;
const now = at("2026-11-30T15:00:00Z"); // Monday 10:00 in New York
const zone = "America/New_York";

test.each([
  ["2026-11-30T16:00:00Z", "11:00 today"],
  ["2026-12-01T15:00:00Z", "tomorrow 10:00"],
  ["2026-11-30T02:00:00Z", "yesterday 21:00"],
  ["2026-12-02T15:00:00Z", "Wed 10:00"],
  ["2026-12-07T15:00:00Z", "Mon 7 Dec 10:00"],
])("%s is told as %s", (text, said) => {
  expect(when(at(text), now, zone)).toBe(said);
});

test.each([
  ["NEW", null, null, "Received"],
  ["OPEN", null, null, "Received"],
  ["OPEN", null, { name: "Maya" }, "In work"],
  ["WAITING", "REQUESTER", { name: "Maya" }, "Waiting for you"],
  ["WAITING", "PARTS", null, "Waiting for parts"],
  ["SCHEDULED", null, null, "Appointment agreed"],
  ["RESOLVED", null, null, "Solved"],
] as const)("a ticket that is %s (waiting on %s) is told as wanted", (status, waitingOn, assignee, said) => {
  expect(statusSaid({ status, waitingOn, assignee })).toBe(said);
});

describe("the promise of a first reply", () => {
  const promise = { dueAt: "2026-11-30T16:00:00Z", satisfiedAt: null };
  test("is told with its time, and as owed once it is late", () => {
    expect(promiseSaid({ status: "NEW", promise }, now, zone)).toEqual({
      text: "We reply by 11:00 today",
      late: false,
    });
    expect(promiseSaid({ status: "NEW", promise }, at("2026-11-30T16:00:00Z"), zone)?.late).toBe(false);
    expect(promiseSaid({ status: "NEW", promise }, at("2026-11-30T16:00:01Z"), zone)).toEqual({
      text: "We owe you a reply since 11:00 today",
      late: true,
    });
  });
  test("is told as kept, and not told where there is none", () => {
    const kept = { ...promise, satisfiedAt: "2026-11-30T14:40:00Z" };
    expect(promiseSaid({ status: "OPEN", promise: kept }, now, zone)?.text).toBe("We replied at 09:40 today");
    expect(promiseSaid({ status: "CANCELLED", promise }, now, zone)).toBeNull();
    expect(promiseSaid({ status: "NEW", promise: { ...promise, dueAt: null } }, now, zone)).toBeNull();
  });
});

test("a zone is told by its city", () => expect(zoneSaid("America/New_York")).toBe("New York time"));
