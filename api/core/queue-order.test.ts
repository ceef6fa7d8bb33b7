import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { next, type QueueTicket, queuePlace, type WallTicket, wallKey, wallRows } from "./queue-order.ts";
import { type Status, statuses } from "./ticket-lifecycle.ts";
import type { Instant } from "./time.ts";
import { defaultPriorities, type PriorityDefinition } from "./urgency.ts";

const [urgent, standard] = defaultPriorities as [PriorityDefinition, PriorityDefinition];
/** "09:30" on some Monday. */
const on = (time: string): Instant => {
  const [h = 0, m = 0] = time.split(":").map(Number);
  return (1_795_392_000 + h * 3600 + m * 60) as Instant;
};
const waiting = (number: number, more: Partial<QueueTicket> = {}): QueueTicket => ({
  number,
  status: "NEW",
  holder: null,
  priority: standard,
  affected: "ONE",
  createdAt: on("09:00"),
  ...more,
});
const order = (tickets: QueueTicket[]): number[] =>
  tickets
    .map((t) => ({ number: t.number, key: queuePlace(t).orderKey }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((t) => t.number);

describe("queue order: what to take next", () => {
  test("urgent, then several users, then one; inside each first come, first served", () => {
    const tickets = [
      waiting(1, { createdAt: on("08:45") }),
      waiting(2, { createdAt: on("09:00") }),
      waiting(3, { createdAt: on("09:30"), affected: "SEVERAL" }),
      waiting(4, { createdAt: on("09:20"), affected: "SEVERAL" }),
      waiting(5, { createdAt: on("10:00"), priority: urgent, affected: "ALL" }),
    ];
    expect(order(tickets)).toEqual([5, 4, 3, 1, 2]);
  });

  test("all users with a workaround stand with several; unstated counts as one", () => {
    expect(order([waiting(1, { affected: null }), waiting(2), waiting(3, { affected: "ALL" })])).toEqual([3, 1, 2]);
  });

  test("created in the same second, the lower number goes first", () => {
    expect(order([waiting(10), waiting(9)])).toEqual([9, 10]);
  });

  test.each<[Status, string | null, string]>([
    ["OPEN", "Maya", "HELD"],
    ["NEW", "Maya", "HELD"],
    ["WAITING", null, "WAITING"],
    ["SCHEDULED", null, "SCHEDULED"],
    ["RESOLVED", null, "RESOLVED"],
    ["CLOSED", null, "ENDED"],
    ["CANCELLED", null, "ENDED"],
    ["MERGED", null, "ENDED"],
  ])("%s, held by %s, has no place and says %s", (status, holder, code) => {
    const place = queuePlace(waiting(1, { status, holder }));
    expect(place).toMatchObject({ inQueue: false, orderKey: "" });
    expect(place.reasons.map((r) => r.code)).toEqual([code]);
  });

  test("a place comes with its reasons, weightiest first", () => {
    const { reasons, inQueue } = queuePlace(waiting(1, { priority: urgent, affected: "ALL" }));
    expect(inQueue).toBe(true);
    expect(reasons.map((r) => r.code)).toEqual(["PRIORITY", "SEVERAL_USERS", "FIRST_COME"]);
    expect(reasons[0]?.sentence).toBe("Urgent (rank 1).");
  });

  test("next is the first of the queue, and nobody when it is empty", () => {
    const places = [waiting(1), waiting(2, { priority: urgent }), waiting(3, { holder: "Theo", priority: urgent })];
    const keyed = places.map((t) => ({ number: t.number, ...queuePlace(t) }));
    expect(next(keyed)?.number).toBe(2);
    expect(next(keyed.filter((t) => !t.inQueue))).toBeNull();
    expect(next([])).toBeNull();
  });

  test("comparing keys as text is comparing rank, users, instant and number", () => {
    const any = fc.record({
      number: fc.integer({ min: 1, max: 9_999_999 }),
      rank: fc.constantFrom(1, 2, 99),
      affected: fc.constantFrom("ONE" as const, "SEVERAL" as const),
      createdAt: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -2_000_000_000, max: 9_000_000_000 })),
      status: fc.constantFrom(...statuses.slice(0, 2)),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const tuple = (t: typeof a) => [t.rank, t.affected === "SEVERAL" ? 1 : 2, t.createdAt, t.number];
        const [x, y] = [tuple(a), tuple(b)];
        const i = x.findIndex((n, at) => n !== y[at]);
        const expected = i < 0 ? 0 : Math.sign((x[i] as number) - (y[i] as number));
        const key = (t: typeof a) =>
          queuePlace(
            waiting(t.number, {
              status: t.status,
              priority: { ...standard, rank: t.rank },
              affected: t.affected,
              createdAt: t.createdAt as Instant,
            }),
          ).orderKey;
        const compared = key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
        expect(compared).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});

const row = (number: number, due: string | null, more: Partial<WallTicket> = {}): WallTicket => ({
  number,
  breached: false,
  held: true,
  dueAt: due === null ? null : on(due),
  ...more,
});
const shown = (tickets: WallTicket[], n: number) => wallRows(tickets, n).map((t) => t.number);

describe("wall order: what can still be saved", () => {
  test("breached without an owner, breached with one, then by due instant, paused ones last", () => {
    const tickets = [
      row(1, null),
      row(2, "11:00", { held: false }),
      row(3, "10:30"),
      row(4, "09:00", { breached: true }),
      row(5, "09:30", { breached: true, held: false }),
      row(6, "08:50", { breached: true }),
    ];
    expect(shown(tickets, 8)).toEqual([5, 6, 4, 3, 2, 1]);
  });

  const flood = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => row(n, `08:0${n}`, { breached: true, held: n % 2 === 0 }));

  test("in a flood of breaches the last three rows are kept for what can be saved", () => {
    const rows = shown([...flood, row(20, "12:00"), row(21, "11:00"), row(22, "13:00"), row(23, "14:00")], 8);
    expect(rows).toEqual([1, 3, 5, 7, 9, 21, 20, 22]);
  });

  test("they stay empty rather than show one more breach", () => {
    expect(shown([...flood, row(20, "12:00")], 8)).toEqual([1, 3, 5, 7, 9, 20]);
  });

  test("where breaches are few, the others fill their rows", () => {
    const calm = [10, 11, 12, 13, 14].map((n) => row(n, `10:${n}`));
    expect(shown([row(1, "09:00", { breached: true }), ...calm], 5)).toEqual([1, 10, 11, 12, 13]);
  });

  test("a wall of three rows still shows one breach", () => {
    expect(shown([...flood, row(20, "12:00"), row(21, "13:00")], 3)).toEqual([1, 20, 21]);
    expect(shown(flood, 0)).toEqual([]);
  });

  test("rows come with the key that placed them", () => {
    for (const placed of wallRows(flood, 8)) expect(placed.wallKey).toBe(wallKey(placed));
  });
});
