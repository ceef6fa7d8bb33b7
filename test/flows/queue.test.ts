import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeEach(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" }); // Monday 10:00 in New York
  on = verbsOn(desk);
});
afterEach(() => desk.close());

type Row = { number: number; standing: string; next: boolean; pausedAt: string | null };
type Entry = { place: { inQueue: boolean; ahead: number | null; reasons: { code: string }[] }; row: Row };
const open = async (subject: string, affected: "ONE" | "SEVERAL" | "ALL", at?: string) => {
  const { data } = await desk.gql(
    "technician",
    "mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number } userErrors { message } } }",
    { input: { clientId: desk.clientId, subject, affected, ...(affected === "ALL" && { workaround: false }) } },
    at,
  );
  expect(data.createTicket.userErrors).toEqual([]);
  return data.createTicket.ticket as { id: string; number: number };
};
const queue = async (order: "QUEUE" | "WALL" = "QUEUE") => {
  const { data } = await desk.gql(
    "technician",
    `query($order: QueueOrder!) { queue(order: $order) { counts { open breached atRisk onTrack paused unassigned }
      entries(first: 50) { edges { node { place { inQueue ahead reasons { code } } row { number standing next pausedAt } } } } } }`,
    { order },
  );
  return {
    counts: data.queue.counts as Record<string, number>,
    entries: data.queue.entries.edges.map((e: { node: Entry }) => e.node) as Entry[],
  };
};
const numbers = (entries: Entry[]) => entries.map((e) => e.row.number);
const wall = async (rows = 8) =>
  (
    await desk.gql(
      "technician",
      `query($rows: Int!) { wall(rows: $rows) { rowsOf counts { open breached } rows { number standing next pausedAt } } }`,
      { rows },
    )
  ).data.wall as { rowsOf: number; counts: Record<string, number>; rows: Row[] };

describe("what to take next", () => {
  test("is by priority, then by how many are affected, then by age; and each place says why", async () => {
    const one = await open("One user", "ONE", "2026-11-30T15:01:00Z");
    const later = await open("Another user", "ONE", "2026-11-30T15:02:00Z");
    const several = await open("Several users", "SEVERAL", "2026-11-30T15:03:00Z");
    const all = await open("Everybody", "ALL", "2026-11-30T15:04:00Z");
    const { entries, counts } = await queue();
    expect(numbers(entries)).toEqual([all, several, one, later].map((t) => t.number));
    expect(entries.map((e) => e.place.ahead)).toEqual([0, 1, 2, 3]);
    expect(entries.every((e) => e.place.inQueue && e.place.reasons.length > 0)).toBe(true);
    expect(counts).toMatchObject({ open: 4, unassigned: 4 });
    const { data } = await desk.gql("technician", "mutation { takeNext(input: {}) { ticket { number } } }");
    expect(data.takeNext.ticket.number).toBe(all.number);
  });

  test("leaves out what somebody holds and what waits, and they come back to their old place", async () => {
    const first = await open("First", "ONE", "2026-11-30T15:01:00Z");
    const second = await open("Second", "ONE", "2026-11-30T15:02:00Z");
    await on.act("technician", "takeTicket", { ticketId: first.id });
    await on.act("technician", "waitOn", { ticketId: second.id, on: "REQUESTER" });
    const places = new Map((await queue()).entries.map((e) => [e.row.number, e.place]));
    for (const { number } of [first, second])
      expect(places.get(number)?.inQueue ?? false, `#${number} is not to be taken`).toBe(false);
    await on.act("technician", "assignTicket", { ticketId: first.id, unassign: true });
    await on.act("technician", "resume", { ticketId: second.id });
    expect(numbers((await queue()).entries.filter((e) => e.place.inQueue))).toEqual([first.number, second.number]);
  });
});

describe("the wall", () => {
  test("counts each ticket once, a paused one that is breached as breached", async () => {
    const late = await open("Late and waiting", "ALL");
    await desk.travel("2026-11-30T16:30:00Z"); // its hour is over
    await on.act("technician", "waitOn", { ticketId: late.id, on: "REQUESTER" });
    await open("In time", "ONE");
    const waiting = await open("Waiting in time", "ONE");
    await on.act("technician", "waitOn", { ticketId: waiting.id, on: "MANUFACTURER" });
    const { counts } = await queue("WALL");
    expect(counts["open"]).toBe(3);
    expect(counts["breached"]).toBe(1);
    expect(
      ["breached", "atRisk", "onTrack", "paused"].reduce((sum, state) => sum + (counts[state] as number), 0),
      "every ticket in one state",
    ).toBe(3);
  });

  test("keeps its last three rows for what can still be saved, however many are breached", async () => {
    for (let i = 0; i < 10; i++) await open(`Late ${i}`, "ALL");
    await desk.travel("2026-11-30T16:30:00Z");
    const saveable = [];
    for (let i = 0; i < 4; i++) saveable.push((await open(`In time ${i}`, "ONE")).number);
    const { rows, rowsOf, counts } = await wall(8);
    expect({ rows: rows.length, rowsOf, breached: counts["breached"] }).toEqual({ rows: 8, rowsOf: 14, breached: 10 });
    expect(rows.filter((r) => r.standing === "BREACHED")).toHaveLength(5);
    expect(rows.slice(5).map((r) => r.number)).toEqual(saveable.slice(0, 3));
  });

  test("marks the one ticket to take next", async () => {
    await open("Standard", "ONE");
    const urgent = await open("Urgent", "ALL");
    const marked = (await wall()).rows.filter((r) => r.next);
    expect(marked.map((r) => r.number)).toEqual([urgent.number]);
  });
});
