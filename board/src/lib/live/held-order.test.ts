import { describe, expect, it } from "vitest";
import { holdOrder } from "./held-order.ts";

const list = (text: string) => [...text].map((ticketId) => ({ ticketId }));
const shown = (held: string, live: string) => {
  const { rows, changes } = holdOrder(list(held), list(live));
  return { rows: rows.map((row) => row.ticketId + (row.gone ? "!" : "")).join(" "), changes };
};

describe("while somebody points at a row", () => {
  it.each([
    ["nothing happens when nothing happened", "abcd", "abcd", "a b c d", 0],
    ["a ticket that climbs stays where it was, and counts as one change", "abcd", "dabc", "a b c d", 1],
    ["a new ticket waits below the surface", "abc", "xabc", "a b c", 1],
    ["a ticket that left stays, marked as gone", "abc", "ac", "a b! c", 1],
    ["two that swap are one change", "abcd", "bacd", "a b c d", 1],
    ["coming, going and climbing add up", "abcd", "xdac", "a b! c d", 3],
  ])("%s", (_, held, live, rows, changes) => {
    expect(shown(held, live)).toEqual({ rows, changes });
  });

  it("shows the newest content of each row in its old place", () => {
    const held = [{ ticketId: "a", assignee: null }];
    const live = [{ ticketId: "a", assignee: "Theo" }];
    expect(holdOrder<{ ticketId: string; assignee: string | null }>(held, live).rows[0]).toEqual({
      ticketId: "a",
      assignee: "Theo",
      gone: false,
    });
  });
});
