import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
});
afterAll(() => desk.close());

describe("a ticket waits for the requester", () => {
  test("its resolution clock stands still, its first-response clock does not", async () => {
    const { id } = await on.open();
    const before = await on.clock(id, "RESOLUTION");
    const first = await on.clock(id, "FIRST_RESPONSE");
    const waiting = await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER" });
    expect(waiting).toMatchObject({ status: "WAITING", waitingOn: "REQUESTER" });
    await desk.travel("2026-11-30T17:00:00Z");
    expect(await on.clock(id, "RESOLUTION")).toMatchObject({
      state: "PAUSED",
      pausedReason: "REQUESTER",
      elapsedSeconds: before.elapsedSeconds,
    });
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({
      state: "RUNNING",
      elapsedSeconds: first.elapsedSeconds + 7200,
      dueAt: first.dueAt,
    });
  });

  test("taken up again, its resolution is due later by just what it waited", async () => {
    const { id } = await on.open(); // 12:00 in New York
    const before = await on.clock(id, "RESOLUTION");
    await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER" });
    await desk.travel("2026-11-30T18:30:00Z");
    const ticket = await on.done("technician", "resume", { ticketId: id });
    expect(ticket).toMatchObject({ status: "OPEN", waitingOn: null });
    const after = await on.clock(id, "RESOLUTION");
    expect(after).toMatchObject({ state: "RUNNING", pausedReason: null });
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(90 * 60_000);
  });

  test("the requester's answer takes it up again by itself", async () => {
    const { id } = await on.open();
    await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER" });
    const ticket = await on.done("requester", "reply", { ticketId: id, body: "It is version 3." });
    expect(ticket).toMatchObject({ status: "OPEN", waitingOn: null });
    expect(await on.clock(id, "RESOLUTION")).toMatchObject({ state: "RUNNING" });
  });

  test("the technician's own reply leaves it waiting", async () => {
    const { id } = await on.open();
    await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER" });
    const ticket = await on.done("technician", "reply", { ticketId: id, body: "Any news?" });
    expect(ticket).toMatchObject({ status: "WAITING", waitingOn: "REQUESTER" });
  });
});

describe("a ticket waits for somebody else", () => {
  test("for parts: no clock stands still, the time is the desk's own", async () => {
    const { id } = await on.open();
    const waiting = await on.done("technician", "waitOn", { ticketId: id, on: "PARTS" });
    expect(waiting).toMatchObject({ status: "WAITING", waitingOn: "PARTS" });
    expect(await on.clock(id, "RESOLUTION")).toMatchObject({ state: "RUNNING", pausedReason: null });
  });

  test("the requester's message does not end that wait", async () => {
    const { id } = await on.open();
    await on.done("technician", "waitOn", { ticketId: id, on: "MANUFACTURER" });
    const ticket = await on.done("requester", "reply", { ticketId: id, body: "Any news?" });
    expect(ticket).toMatchObject({ status: "WAITING", waitingOn: "MANUFACTURER" });
  });

  test("it may wait for another one instead, and the clock follows", async () => {
    const { id } = await on.open();
    await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER" });
    await on.done("technician", "waitOn", { ticketId: id, on: "MANUFACTURER" });
    expect(await on.look(id)).toMatchObject({ status: "WAITING", waitingOn: "MANUFACTURER" });
    expect(await on.clock(id, "RESOLUTION")).toMatchObject({ state: "RUNNING", pausedReason: null });
  });
});

describe("waiting until an instant", () => {
  test("the clock that stands still says until when", async () => {
    const { id } = await on.open();
    await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER", until: "2026-12-01T16:00:00Z" });
    const shown = await on.look(id, "slaClock(metric: RESOLUTION) { state pausedReason resumesAt }");
    expect(shown.slaClock).toEqual({ state: "PAUSED", pausedReason: "REQUESTER", resumesAt: "2026-12-01T16:00:00Z" });
  });

  test("when it comes the desk takes the ticket up by itself, and the clock stood still for just that long", async () => {
    await desk.travel("2026-12-01T15:00:00Z");
    const { id } = await on.open();
    const before = await on.clock(id, "RESOLUTION");
    await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER", until: "2026-12-01T16:00:00Z" });
    await desk.travel("2026-12-01T16:30:00Z"); // late, as after a night of a stopped machine
    const ticket = await eventually(
      () => on.look(id),
      (now) => now.status === "OPEN",
    );
    expect(ticket).toMatchObject({ waitingOn: null, assignee: null });
    const after = await on.clock(id, "RESOLUTION");
    expect(after).toMatchObject({ state: "RUNNING", resumesAt: null });
    expect(Date.parse(after.dueAt) - Date.parse(before.dueAt)).toBe(60 * 60_000);
    expect((await on.story(id)).at(-1)).toMatchObject({ actor: "Desk", change: "The time to wait is over" });
  });

  test("one that was taken up earlier is left alone then", async () => {
    const { id } = await on.open();
    await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER", until: "2026-12-01T17:30:00Z" });
    const other = await on.open();
    await on.done("technician", "waitOn", { ticketId: other.id, on: "REQUESTER", until: "2026-12-01T17:30:00Z" });
    const { version } = await on.done("technician", "resume", { ticketId: id });
    await desk.travel("2026-12-01T17:30:00Z");
    await eventually(
      () => on.look(other.id),
      (now) => now.status === "OPEN",
    );
    expect((await on.look(id)).version).toBe(version);
  });

  test("an instant that has passed is refused, and the ticket does not wait", async () => {
    const { id, version } = await on.open();
    const { userErrors } = await on.act("technician", "waitOn", {
      ticketId: id,
      on: "PARTS",
      until: "2026-11-30T15:00:00Z",
    });
    expect(userErrors).toMatchObject([{ code: "INVALID", field: "until" }]);
    expect(await on.look(id)).toMatchObject({ version, status: "NEW", waitingOn: null });
  });
});

describe("work is taken up", () => {
  test("on a new ticket without anybody holding it: it stays in the queue", async () => {
    const { id } = await on.open();
    expect(await on.done("technician", "resume", { ticketId: id })).toMatchObject({ status: "OPEN", assignee: null });
    expect(await on.look(id, "queuePlace { inQueue }")).toEqual({ queuePlace: { inQueue: true } });
  });

  test("an open ticket waits for nothing, so there is nothing to take up", async () => {
    const { id } = await on.open();
    const { version } = await on.done("technician", "takeTicket", { ticketId: id });
    const { userErrors, accepts } = await on.act("technician", "resume", { ticketId: id });
    expect(userErrors).toMatchObject([{ code: "NOT_IN_THIS_STATUS" }]);
    expect(accepts).toContain("WAIT");
    expect(accepts).not.toContain("RESUME");
    expect((await on.look(id)).version).toBe(version);
  });
});
