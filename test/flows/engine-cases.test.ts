import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

/**
 * Cases of the engine's specification through the API, on a sandbox whose clock is set: one story from the end of October
 * to the first of December, New York time, in the order of the clock. Resolution is promised within one operating hour to
 * urgent tickets here, paused while the requester is waited for. The rest of the cases are tests of the pure core.
 */
let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let now = "2026-10-30T20:00:00Z";
const urgent = { affected: "ALL", workaround: false };
const standard = { affected: "ONE" };

beforeAll(async () => {
  desk = await startDesk({ at: now });
  on = verbsOn(desk);
  const edits = editsOn(desk);
  const plan = await edits.planInput();
  const targets = plan.targets.map((t: { metric: string; priority: string }) =>
    t.metric === "RESOLUTION" && t.priority === "URGENT"
      ? { ...t, kind: "OPERATING_TIME", amountSeconds: 3_600, amountDays: null, atRiskBeforeSeconds: 720 }
      : t,
  );
  await edits.publishPlan({ ...plan, targets });
});
afterAll(() => desk.close());

const at = async (instant: string) => {
  if (instant !== now) await desk.travel((now = instant));
};
const open = async (instant: string, facts: object) => {
  await at(instant);
  return (await on.open(facts)).id as string;
};
const clock = (id: string, metric = "FIRST_RESPONSE") => on.clock(id, metric);
const due = async (id: string, metric?: string) => (await clock(id, metric)).dueAt;
const pause = (ticketId: string) => on.done("technician", "waitOn", { ticketId, on: "REQUESTER" });
const goOn = (ticketId: string) => on.done("technician", "resume", { ticketId });
const answer = (ticketId: string) => on.done("technician", "reply", { ticketId, body: "We are on it." });

const kept: Record<string, string> = {};

const creations = (cases: readonly (readonly [name: string, instant: string, facts: object, due: string])[]) =>
  test.each(cases)("%s", async (_name, instant, facts, expected) => {
    expect(await due(await open(instant, facts))).toBe(expected);
  });

creations([
  ["E16 an hour over the autumn weekend", "2026-10-30T21:00:00Z", urgent, "2026-11-02T14:00:00Z"],
  [
    "E14b a standard ticket on Friday 16:00 is due on Monday 16:00",
    "2026-11-20T21:00:00Z",
    standard,
    "2026-11-23T21:00:00Z",
  ],
]);

test("E51 an urgent ticket of Friday 16:00 is due at 17:00", async () => {
  kept["E51"] = await open("2026-11-20T21:00:00Z", urgent);
  expect(await due(kept["E51"])).toBe("2026-11-20T22:00:00Z");
});

creations([["E05 a budget that ends exactly at closing", "2026-11-20T21:30:00Z", urgent, "2026-11-20T22:30:00Z"]]);

test("E29 a pause over the weekend, from Friday 17:10 to Monday 08:40, begins here", async () => {
  kept["E29"] = await open("2026-11-20T22:00:00Z", urgent);
  await at("2026-11-20T22:10:00Z");
  await pause(kept["E29"]);
});

creations([
  ["E03 one second before closing", "2026-11-20T22:29:59Z", urgent, "2026-11-23T14:29:59Z"],
  ["E04 at the closing second", "2026-11-20T22:30:00Z", urgent, "2026-11-23T14:30:00Z"],
  ["E07 on a Saturday", "2026-11-21T17:00:00Z", urgent, "2026-11-23T14:30:00Z"],
  ["E06 one second before opening", "2026-11-23T13:29:59Z", urgent, "2026-11-23T14:30:00Z"],
  ["E06 at the opening second", "2026-11-23T13:30:00Z", urgent, "2026-11-23T14:30:00Z"],
]);

test("E29 resumed on Monday 08:40 it is due at 09:30, and E49 at 08:50 it has counted 1,200 of 3,600 seconds", async () => {
  const id = kept["E29"] as string;
  await at("2026-11-23T13:40:00Z");
  await goOn(id);
  expect(await due(id, "RESOLUTION")).toBe("2026-11-23T14:30:00Z");
  await at("2026-11-23T13:50:00Z");
  const { slaClock } = await on.look(
    id,
    "slaClock(metric: RESOLUTION) { elapsedSeconds remainingSeconds atRiskAt sentence wouldBeDue { when dueAt } }",
  );
  expect(slaClock).toEqual({
    ...{ elapsedSeconds: 1_200, remainingSeconds: 2_400, atRiskAt: "2026-11-23T14:18:00Z" },
    sentence:
      "Resolution within 1 h of operating time: 20 min were counted since Fri 20 Nov 17:00, 2 d 15 h paused (waiting for the requester); due Mon 23 Nov 09:30; 40 min left (America/New_York).",
    wouldBeDue: [
      { when: "WITHOUT_PAUSES", dueAt: "2026-11-23T14:00:00Z" },
      { when: "ROUND_THE_CLOCK", dueAt: "2026-11-23T14:30:00Z" },
    ],
  });
});

test("E51 answered on Monday 09:00: an operating hour late, 3,840 minutes by the wall, each said as such", async () => {
  await at("2026-11-23T14:00:00Z");
  const id = kept["E51"] as string;
  await answer(id);
  const { slaReport } = await on.ask(
    "manager",
    `{ slaReport(input: { from: "2026-11-20", until: "2026-11-21" }) {
         breaches(first: 50) { edges { node { ticketId dueAt lateSeconds lateWallSeconds } } } } }`,
  );
  expect(slaReport.breaches.edges.map((edge: { node: object }) => edge.node)).toContainEqual({
    ...{ ticketId: id, dueAt: "2026-11-20T22:00:00Z", lateSeconds: 3_600, lateWallSeconds: 230_400 },
  });
});

test("E37, E39 two standard tickets of Monday 09:00, to be raised later", async () => {
  for (const name of ["E37", "E39"]) {
    kept[name] = await open("2026-11-23T14:00:00Z", standard);
    expect(await due(kept[name])).toBe("2026-11-24T14:00:00Z");
  }
});

test("E01 in hours, and E14a one business day", async () => {
  kept["E13c"] = await open("2026-11-23T15:00:00Z", urgent);
  kept["E27"] = await open("2026-11-23T15:00:00Z", urgent);
  kept["E33"] = await open("2026-11-23T15:00:00Z", urgent);
  expect(await due(kept["E13c"])).toBe("2026-11-23T16:00:00Z");
  kept["E38"] = await open("2026-11-23T15:00:00Z", standard);
  expect(await due(kept["E38"])).toBe("2026-11-24T15:00:00Z");
});

test("E33 ten pauses of 59 seconds are 590 seconds", async () => {
  const id = kept["E33"] as string;
  const start = Date.parse("2026-11-23T15:00:00Z");
  const second = (n: number) => new Date(start + n * 1000).toISOString().replace(".000Z", "Z");
  for (let n = 0; n < 10; n += 1) {
    await at(second(n * 60 + 1));
    await pause(id);
    await at(second(n * 60 + 60));
    await goOn(id);
  }
  expect(await due(id, "RESOLUTION")).toBe("2026-11-23T16:09:50Z");
});

test("E27 a pause from 10:10 to 10:20 moves due by ten minutes", async () => {
  const id = kept["E27"] as string;
  await at("2026-11-23T15:10:00Z");
  await pause(id);
  expect(await clock(id, "FIRST_RESPONSE"), "E36f the first response never pauses").toMatchObject({ state: "RUNNING" });
  await at("2026-11-23T15:20:00Z");
  await goOn(id);
  expect(await due(id, "RESOLUTION")).toBe("2026-11-23T16:10:00Z");
});

test("E13c answered in the very due second is met, and E36c paused after a breach is both", async () => {
  await at("2026-11-23T16:00:00Z");
  const id = kept["E13c"] as string;
  await answer(id);
  expect(await clock(id)).toMatchObject({ verdict: "MET", satisfiedAt: "2026-11-23T16:00:00Z" });
  await at("2026-11-23T16:05:00Z");
  await pause(id);
  await at("2026-11-23T17:00:00Z");
  const { slaClock } = await on.look(id, "slaClock(metric: RESOLUTION) { state standing remainingSeconds }");
  expect(slaClock).toEqual({ state: "PAUSED", standing: "BREACHED", remainingSeconds: -300 });
});

test("E54 a duplicate merged into its parent is neither met nor missed", async () => {
  const [parent, child] = [await open("2026-11-23T17:00:00Z", urgent), await open("2026-11-23T17:00:00Z", urgent)];
  await on.done("technician", "mergeTickets", { ticketId: child, intoTicketId: parent });
  expect(await clock(child)).toMatchObject({ state: "ENDED", verdict: "MERGED" });
  expect(await clock(parent)).toMatchObject({ verdict: null, dueAt: "2026-11-23T18:00:00Z" });
});

test("E37 raised to urgent at 14:00: the earlier of the old due and an hour from now, never an instant breach", async () => {
  await at("2026-11-23T19:00:00Z");
  await on.done("technician", "stateFacts", { ticketId: kept["E37"], ...urgent });
  expect(await clock(kept["E37"] as string)).toMatchObject({ dueAt: "2026-11-23T20:00:00Z", standing: "ON_TRACK" });
});

test("E36b reopened: the first cycle stays met, the second begins", async () => {
  const id = await open("2026-11-23T20:00:00Z", urgent);
  await at("2026-11-23T20:30:00Z");
  const note = { note: "Restarted the server." };
  const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => ({ step, ...note }));
  await on.done("technician", "resolve", { ticketId: id, steps });
  await at("2026-11-23T21:00:00Z");
  await on.done("technician", "reopen", { ticketId: id, reason: "It is down again." });
  const { slaClocks } = await on.look(id, "slaClocks { metric cycle verdict satisfiedAt dueAt }");
  expect(slaClocks.filter((c: { metric: string }) => c.metric === "RESOLUTION")).toEqual([
    expect.objectContaining({ cycle: 1, verdict: "MET", satisfiedAt: "2026-11-23T20:30:00Z" }),
    expect.objectContaining({ cycle: 2, verdict: null, dueAt: "2026-11-23T22:00:00Z" }),
  ]);
});

creations([["E02 an hour that crosses closing", "2026-11-23T22:00:00Z", urgent, "2026-11-24T14:00:00Z"]]);

test("E38 raised at 17:15: due on Tuesday 09:15", async () => {
  await at("2026-11-23T22:15:00Z");
  await on.done("technician", "stateFacts", { ticketId: kept["E38"], ...urgent });
  expect(await due(kept["E38"] as string)).toBe("2026-11-24T14:15:00Z");
});

creations([
  ["E14e a standard ticket while closed, on Monday 19:00", "2026-11-24T00:00:00Z", standard, "2026-11-25T13:30:00Z"],
]);

test("E39 raised at 08:45 when due at 09:00: it stays 09:00", async () => {
  await at("2026-11-24T13:45:00Z");
  await on.done("technician", "stateFacts", { ticketId: kept["E39"], ...urgent });
  expect(await due(kept["E39"] as string)).toBe("2026-11-24T14:00:00Z");
});

test("E50 cancelled while the desk is closed: nothing was counted, and nothing is judged", async () => {
  const id = await open("2026-11-25T03:00:00Z", urgent);
  await at("2026-11-25T03:04:00Z");
  await on.done("technician", "cancel", { ticketId: id, reason: "It recovered by itself." });
  expect(await clock(id)).toMatchObject({ verdict: "CANCELLED", elapsedSeconds: 0 });
});

creations([
  ["E09 on the eve of a holiday, Wednesday 17:00", "2026-11-25T22:00:00Z", urgent, "2026-11-27T14:00:00Z"],
  ["E08 on the holiday itself", "2026-11-26T15:00:00Z", urgent, "2026-11-27T14:30:00Z"],
]);
