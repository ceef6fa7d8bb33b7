import { describe, expect, test } from "vitest";
import type { Instant, Period } from "../core/time.ts";
import { difference, isOld } from "./board-difference.ts";
import type { BoardRow } from "./board-view.ts";
import { checksum } from "./checksum.ts";

const at = (seconds: number) => (1_780_000_000 + seconds) as Instant;
const DAY = 86_400;
const row = (ticketId: string, more: Partial<BoardRow> = {}): BoardRow => ({
  ticketId,
  number: 1,
  version: 1,
  orderKey: "1",
  next: false,
  client: "Alder Clinic",
  clientCode: "ALDER",
  subject: "No mail",
  affected: "ONE",
  couldBeUrgent: false,
  priority: { code: "standard", name: "Standard", rank: 2 },
  status: "OPEN",
  assignee: null,
  team: null,
  coverage: "COVERED",
  coverageClause: null,
  metric: "FIRST_RESPONSE",
  commitment: "CONTRACTUAL",
  pausedReason: null,
  createdAt: at(0),
  state: "RUNNING",
  standing: "ON_TRACK",
  pausedAt: null,
  remainingSeconds: 3_600,
  dueAt: at(3_600),
  atRiskAt: at(2_700),
  atRiskRemainingSeconds: 900,
  calendar: "week",
  ...more,
});
const periods = (from: number, until: number): Period[] => [
  { from: at(from), until: at(9_000) },
  { from: at(DAY), until: at(DAY + 9_000) },
  { from: at(2 * DAY), until: at(until) },
];
const week = (from: number, until = 2 * DAY + 9_000) => ({
  key: "week",
  timeZone: "UTC",
  periods: periods(from, until),
});
const shown = (rows: BoardRow[], calendars = [week(0)]) => ({ rows, calendars });

describe("from one picture to the next", () => {
  test("a row that only ran on is not told again", () => {
    const later = row("a", { remainingSeconds: 3_590, state: "CLOSED_HOURS" });
    expect(difference(shown([row("a")]), shown([later], [week(10)]), at(10))).toEqual({
      rows: [],
      gone: [],
      calendars: [],
    });
  });

  test("nor one that waits, whose due runs on instead", () => {
    const paused = { state: "PAUSED", pausedAt: at(0) } as const;
    const before = row("a", paused);
    expect(difference(shown([before]), shown([{ ...before, dueAt: at(3_700) }]), at(100))?.rows).toEqual([]);
    expect(difference(shown([before]), shown([{ ...before, remainingSeconds: 1 }]), at(100))?.rows).toHaveLength(1);
  });

  test.each([
    ["taken", { assignee: "Maya", version: 2 }],
    ["put elsewhere", { orderKey: "2" }],
    ["no longer the next", { next: true }],
    ["due at another time", { dueAt: at(4_000) }],
    ["breached", { standing: "BREACHED" }],
    ["paused", { state: "PAUSED" }],
  ] as [string, Partial<BoardRow>][])("one that was %s is told whole", (_, more) => {
    const now = row("a", more);
    expect(difference(shown([row("a"), row("b")]), shown([now, row("b")]), at(0))?.rows).toEqual([now]);
  });

  test("those that came and those that left, with the calendar that came with them", () => {
    const own = { ...week(0), key: "own" };
    const now = shown([row("b"), row("c", { calendar: "own" })], [week(0), own]);
    expect(difference(shown([row("a"), row("b")]), now, at(0))).toEqual({
      rows: [now.rows[1]],
      gone: ["a"],
      calendars: [own],
    });
  });

  test("a calendar that reaches further says nothing new; one that closes earlier than it said takes everything anew", () => {
    const further = { ...week(10), periods: [...week(10).periods, { from: at(3 * DAY), until: at(4 * DAY) }] };
    expect(difference(shown([row("a")]), shown([row("a")], [further]), at(10))).not.toBeNull();
    expect(difference(shown([row("a")]), shown([row("a")], [week(10, 2 * DAY + 60)]), at(10))).toBeNull();
  });

  test("everything is told anew each day, so that no calendar ends on a board", () => {
    expect([isOld(at(0), at(DAY)), isOld(at(0), at(DAY + 1))]).toEqual([false, true]);
  });
});

test("the checksum: known values, whatever the order, and another for another row", () => {
  const a = { ticketId: "T1", version: 3, orderKey: "1002", next: true };
  const b = { ticketId: "T2", version: 1, orderKey: "1003", next: false };
  expect(checksum([])).toBe("00000000");
  expect(checksum([a, b])).toBe(checksum([b, a]));
  expect(checksum([a])).toBe("c7e98ec0");
  for (const other of [{ version: 4 }, { orderKey: "1001" }, { next: false }, { ticketId: "T3" }])
    expect(checksum([{ ...a, ...other }])).not.toBe(checksum([a]));
});
