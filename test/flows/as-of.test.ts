import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

/**
 * One Monday in New York. 10:00 three urgent tickets and a standard one; 10:20 one is taken; 10:40 the requester is
 * waited for; 11:05 one late answer; 11:30 an emergency closure from 12:00 is applied; 11:35 everything was told.
 */
let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
const id: Record<string, string> = {};
const urgent = { affected: "ALL", workaround: false };
const at = (time: string) => `2026-11-23T${time}:00Z`;

beforeAll(async () => {
  desk = await startDesk({ at: at("15:00") });
  on = verbsOn(desk);
  for (const name of ["late", "taken", "open"]) id[name] = (await on.open({ ...urgent, subject: name })).id;
  id["standard"] = (await on.open({ affected: "SEVERAL", subject: "standard" })).id;
  await desk.travel(at("15:20"));
  await on.done("technician", "takeTicket", { ticketId: id["taken"] });
  await desk.travel(at("15:40"));
  await on.done("technician", "reply", { ticketId: id["standard"], body: "Which browser?" });
  await on.done("technician", "waitOn", { ticketId: id["standard"], on: "REQUESTER" });
  await desk.travel(at("16:05"));
  await on.done("technician", "reply", { ticketId: id["late"], body: "Sorry." });
  await desk.travel(at("16:30"));
  id["new"] = (await on.open({ ...urgent, subject: "new" })).id;
  const edits = editsOn(desk);
  await edits.make("publishCalendar", {
    ...(await edits.calendarInput()),
    exceptions: [{ date: "2026-11-23", name: "Water in the office", windows: [{ from: "08:30", until: "12:00" }] }],
    reason: "Water in the office",
  });
  await desk.travel(at("16:35"));
});
afterAll(() => desk.close());

describe("a clock as of a past instant", () => {
  const clock = async (ticket: string, asOf?: string, metric = "FIRST_RESPONSE") =>
    (
      await on.ask(
        "manager",
        `query($id: ID!, $asOf: DateTime) { ticket(id: $id) { slaClock(metric: ${metric}, asOf: $asOf) {
           asOf state standing verdict dueAt elapsedSeconds remainingSeconds calendarVersion sealedAt segments { kind until } } } }`,
        { id: id[ticket], asOf },
      )
    ).ticket.slaClock;

  test("reads the old due before an edit, and the new one after it", async () => {
    expect(await clock("new", at("16:30"))).toMatchObject({ dueAt: "2026-11-24T14:00:00Z", calendarVersion: 2 });
    expect(await clock("new")).toMatchObject({ dueAt: "2026-11-24T14:00:00Z", calendarVersion: 2 });
    expect(await clock("open", at("15:59"))).toMatchObject({
      ...{ state: "RUNNING", standing: "AT_RISK", dueAt: at("16:00"), calendarVersion: 1 },
      ...{ elapsedSeconds: 3_540, remainingSeconds: 60, verdict: null },
    });
  });

  test("knows nothing that was recorded later: a late answer is not there yet, a verdict not sealed", async () => {
    expect(await clock("late", at("16:04"))).toMatchObject({ verdict: null, standing: "BREACHED", sealedAt: null });
    expect(await clock("late", at("16:05"))).toMatchObject({ verdict: "MISSED", sealedAt: null });
    expect(await clock("late")).toMatchObject({ verdict: "MISSED", sealedAt: "2026-11-23T16:30:01Z" });
  });

  test("says what it was doing then: running before the wait, paused after", async () => {
    expect((await clock("standard", at("15:39"), "RESOLUTION")).state).toBe("RUNNING");
    expect((await clock("standard", at("15:40"), "RESOLUTION")).state).toBe("PAUSED");
  });

  test("is null before the ticket was there, and refused for an instant to come", async () => {
    expect(await clock("new", at("16:29"))).toBeNull();
    await expect(clock("new", at("16:36"))).rejects.toThrow(/is not known yet/);
  });
});

describe("the queue as of a past instant", () => {
  const queue = async (asOf?: string, order = "QUEUE") =>
    (
      await on.ask(
        "manager",
        `query($asOf: DateTime) { queue(order: ${order}, asOf: $asOf) { asOf counts { open breached atRisk onTrack paused unassigned }
           entries(first: 50) { edges { node { place { inQueue reasons { code } }
             row { subject status assignee priority { code } standing state dueAt remainingSeconds next orderKey } } } } } }`,
        { asOf },
      )
    ).queue;
  const subjects = (of: { entries: { edges: { node: { row: { subject: string } } }[] } }) =>
    of.entries.edges.map((edge) => edge.node.row.subject);

  test("holds what nobody held then, in the order of then", async () => {
    expect(subjects(await queue(at("15:10")))).toEqual(["late", "taken", "open", "standard"]);
    expect(subjects(await queue(at("15:20")))).toEqual(["late", "open", "standard"]);
    expect((await queue(at("15:10"))).entries.edges[0].node).toMatchObject({
      place: { inQueue: true, reasons: [{ code: "PRIORITY" }, { code: "SEVERAL_USERS" }, { code: "FIRST_COME" }] },
      row: { next: true, standing: "ON_TRACK", remainingSeconds: 3_000 },
    });
  });

  test("counts each ticket as it stood", async () => {
    expect((await queue(at("15:50"))).counts).toMatchObject({ open: 4, breached: 0, atRisk: 3, paused: 1 });
    expect((await queue(at("16:01"))).counts).toMatchObject({ open: 4, breached: 3, paused: 1 });
  });

  test("read as of now says what the queue of now says", async () => {
    const now = at("16:35");
    for (const order of ["QUEUE", "WALL"]) expect(await queue(now, order)).toEqual(await queue(undefined, order));
  });
});

describe("a report as of a past instant", () => {
  const report = async (asOf?: string) =>
    (
      await on.ask(
        "manager",
        `query($asOf: DateTime) { slaReport(input: { from: "2026-11-01", until: "2026-12-01", asOf: $asOf }) { asOf
           total { met missed open leftOut } csv breaches(first: 10) { edges { node { subject lateSeconds assigneeAtBreach } } } } }`,
        { asOf },
      )
    ).slaReport;

  test("counts what was known: two verdicts today, one before the late answer, none at the start", async () => {
    expect((await report()).total).toEqual({ met: 1, missed: 1, open: 3, leftOut: 0 });
    expect((await report(at("16:04"))).total).toEqual({ met: 1, missed: 0, open: 3, leftOut: 0 });
    expect((await report(at("15:39"))).total).toEqual({ met: 0, missed: 0, open: 4, leftOut: 0 });
  });

  test("lists what was late then, so far, and whoever held it", async () => {
    const { breaches } = await report(at("16:04"));
    expect(breaches.edges.map((edge: { node: object }) => edge.node)).toEqual([
      { subject: "late", lateSeconds: 240, assigneeAtBreach: null },
      { subject: "taken", lateSeconds: 240, assigneeAtBreach: expect.any(String) },
      { subject: "open", lateSeconds: 240, assigneeAtBreach: null },
    ]);
  });

  test("read as of now is the report of now, its file included", async () => {
    expect(await report(at("16:35"))).toEqual(await report());
  });
});
