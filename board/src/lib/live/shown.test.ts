import { describe, expect, test } from "vitest";
import { at } from "../time/as-on-the-wall.ts";
import { remainingAt } from "../time/countdown.ts";
import type { RowMessage } from "./documents.ts";
import { exampleRow } from "./row.fixture.ts";
import { checksumOf, shownAfter, shownAnew } from "./shown.ts";

const message = (ticketId: string, more: Partial<RowMessage> = {}): RowMessage => {
  const { reading, due, pausedSince, ...row } = exampleRow({ ticketId, ...more });
  return row;
};
const calendar = (key: string, until = "2026-11-23T17:30:00Z") => ({
  key,
  timeZone: "UTC",
  periods: [{ from: "2026-11-23T08:30:00Z", until }],
});
const anew = () =>
  shownAnew({
    asOf: "2026-11-23T14:32:00Z",
    rows: [message("b", { orderKey: "2" }), message("a", { orderKey: "1" })],
    calendars: [calendar("c1")],
  });
const delta = (more: object) => ({ asOf: "2026-11-23T14:33:00Z", rows: [], gone: [], calendars: [], ...more });
const ids = (shown: ReturnType<typeof anew>) => shown.rows.map((row) => row.ticketId);

describe("a board after what it is told", () => {
  test("stands in the order of the keys, not of the message", () => {
    expect(ids(anew())).toEqual(["a", "b"]);
  });

  test("has new rows in their place, changed ones over the old, and none that left", () => {
    const rows = [message("c", { orderKey: "15" }), message("b", { orderKey: "05", assignee: "Maya" })];
    const after = shownAfter(anew(), delta({ rows, gone: ["a"] }));
    expect(ids(after)).toEqual(["b", "c"]);
    expect(after.rows[0]?.assignee).toBe("Maya");
  });

  test("counts each row from the instant that it was told at", () => {
    const rows = [message("c", { orderKey: "3", remainingSeconds: 300 })];
    const after = shownAfter(anew(), delta({ rows }));
    const left = after.rows.map((row) => remainingAt(row.reading, at("Mon 14:34")));
    expect(left).toEqual([240, 240, 240]);
  });

  test("keeps the calendars that its rows name", () => {
    const rows = [message("c", { orderKey: "3", calendar: "c2" })];
    const after = shownAfter(anew(), delta({ rows, gone: ["a", "b"], calendars: [calendar("c2")] }));
    expect([...after.calendars.keys()]).toEqual(["c2"]);
    expect(after.rows[0]?.reading.periods).toHaveLength(1);
  });
});

test("the checksum is the desk's: the same known value as there", () => {
  expect(checksumOf([])).toBe("00000000");
  expect(checksumOf([{ ticketId: "T1", version: 3, orderKey: "1002", next: true }])).toBe("c7e98ec0");
});
