import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" }); // Monday 10:00 in New York
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const lines = async (id: string, kind: string) =>
  (await on.story(id)).filter((line: { kind: string }) => line.kind === kind);

describe("facts are stated later", () => {
  test("all users without a workaround makes a standard ticket urgent, due one hour after it was said", async () => {
    const { id } = await on.open();
    await desk.travel("2026-11-30T15:20:00Z");
    const ticket = await on.done("technician", "stateFacts", { ticketId: id, affected: "ALL", workaround: false });
    expect(ticket).toMatchObject({ priority: { code: "URGENT" }, affected: "ALL", workaround: false, version: 2 });
    expect((await on.clock(id, "FIRST_RESPONSE")).dueAt).toBe("2026-11-30T16:20:00Z");
    expect(await lines(id, "PRIORITY")).toMatchObject([{ change: "Priority STANDARD → URGENT, from the facts" }]);
  });

  test("an unknown workaround could be urgent; once there is one, it no longer could", async () => {
    const { id, couldBeUrgent, priority } = await on.open({ affected: "ALL" });
    expect({ couldBeUrgent, priority }).toEqual({ couldBeUrgent: true, priority: { code: "STANDARD" } });
    const ticket = await on.done("requester", "stateFacts", { ticketId: id, workaround: true });
    expect(ticket).toMatchObject({ couldBeUrgent: false, priority: { code: "STANDARD" } });
  });

  test("the kind of work decides the coverage again, and the old decision is kept", async () => {
    const { id, coverage } = await on.open();
    expect(coverage.outcome).toBe("NEEDS_INFORMATION");
    const ticket = await on.done("technician", "stateFacts", { ticketId: id, facts: { kindOfWork: "TRAINING" } });
    expect(ticket.coverage).toEqual({ outcome: "EXCLUDED", clause: { code: "training" } });
    const { coverageHistory } = await on.look(id, "coverageHistory { outcome }");
    expect(coverageHistory).toEqual([{ outcome: "NEEDS_INFORMATION" }, { outcome: "EXCLUDED" }]);
  });

  test("what was known already is no news", async () => {
    const { id, version } = await on.open();
    const { userErrors, current } = await on.act("technician", "stateFacts", { ticketId: id, affected: "ONE" });
    expect(userErrors).toMatchObject([{ code: "INVALID", message: "Nothing new was stated." }]);
    expect(current.version).toBe(version);
  });
});

describe("a priority is set by hand", () => {
  test("by a manager, with a reason that is shown; facts stated later leave it alone", async () => {
    const { id } = await on.open();
    const input = { ticketId: id, priority: "URGENT", reason: "Payroll runs tonight" };
    expect(await on.done("manager", "setPriority", input)).toMatchObject({
      priority: { code: "URGENT" },
      priorityReason: "Payroll runs tonight",
    });
    const after = await on.done("technician", "stateFacts", { ticketId: id, affected: "SEVERAL" });
    expect(after).toMatchObject({ priority: { code: "URGENT" }, affected: "SEVERAL" });
  });

  test("not by a technician, not without a reason, and not to a priority that the plan does not know", async () => {
    const { id, version } = await on.open();
    const code = async (who: "technician" | "manager", more: object) =>
      (await on.act(who, "setPriority", { ticketId: id, priority: "URGENT", ...more })).userErrors[0];
    expect(await code("technician", { reason: "I think so" })).toMatchObject({ code: "STAFF_ONLY" });
    expect(await code("manager", { reason: "  " })).toMatchObject({ code: "REASON_REQUIRED", field: "reason" });
    expect(await code("manager", { reason: "Why not", priority: "HUGE" })).toMatchObject({
      code: "INVALID",
      field: "priority",
      message: "This plan knows URGENT, STANDARD.",
    });
    expect(await on.look(id)).toMatchObject({ version, priority: { code: "STANDARD" }, priorityReason: null });
  });
});

describe("something is said", () => {
  test("a technician's reply is the first response, and met", async () => {
    const { id } = await on.open();
    await on.done("technician", "reply", { ticketId: id, body: "We are looking into it." });
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({ state: "ENDED", verdict: "MET" });
    expect(await lines(id, "REPLY")).toMatchObject([{ public: true, body: "We are looking into it." }]);
  });

  test("an internal note is no response, and the requester does not read it", async () => {
    const { id } = await on.open();
    await on.done("technician", "addNote", { ticketId: id, body: "Looks like the proxy." });
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({ state: "RUNNING", verdict: null });
    expect(await lines(id, "NOTE")).toMatchObject([{ public: false, body: "Looks like the proxy." }]);
    expect(JSON.stringify(await on.story(id, "requester"))).not.toContain("proxy");
  });

  test("the requester's message is no response either, and starts the next-response clock once we had answered", async () => {
    const { id } = await on.open();
    await on.done("requester", "reply", { ticketId: id, body: "It is still broken." });
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({ state: "RUNNING" });
    await on.done("technician", "reply", { ticketId: id, body: "Which version?" });
    await on.done("requester", "reply", { ticketId: id, body: "The newest." });
    expect(await on.clock(id, "NEXT_RESPONSE")).toMatchObject({ state: "RUNNING", verdict: null });
    await on.done("technician", "reply", { ticketId: id, body: "Thank you." });
    expect(await on.clock(id, "NEXT_RESPONSE")).toMatchObject({ state: "ENDED", verdict: "MET" });
  });

  test("an empty reply or note is refused, and nothing is kept", async () => {
    const { id, version } = await on.open();
    for (const verb of ["reply", "addNote"])
      expect((await on.act("technician", verb, { ticketId: id, body: " \n" })).userErrors).toMatchObject([
        { code: "INVALID", field: "body" },
      ]);
    expect((await on.look(id)).version).toBe(version);
    expect(await on.story(id)).toHaveLength(1);
  });
});
