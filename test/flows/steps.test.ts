import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const note = (step: string, text = `${step} was done`) => ({ step, note: text });
const firstThree = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => note(step));
const stepsDone = (ticket: { steps: { step: string; done: boolean }[] }) =>
  ticket.steps.filter((s) => s.done).map((s) => s.step);

describe("a step is documented", () => {
  test("by a note, under the name of whoever wrote it; the order is free", async () => {
    const { id } = await on.open();
    await on.done("technician", "completeStep", { ticketId: id, ...note("TEST", "Opened it five times") });
    const ticket = await on.done("manager", "completeStep", { ticketId: id, ...note("IDENTIFY_CAUSE", "A full disk") });
    expect(ticket.steps).toEqual([
      { step: "IDENTIFY_CAUSE", done: true, note: "A full disk", by: "Max Manager" },
      { step: "RESOLVE", done: false, note: null, by: null },
      { step: "TEST", done: true, note: "Opened it five times", by: "Tess Technician" },
      { step: "DOCUMENT", done: false, note: null, by: null },
    ]);
  });

  test("a second note of the same step replaces the first; the story keeps both", async () => {
    const { id } = await on.open();
    await on.done("technician", "completeStep", { ticketId: id, ...note("RESOLVE", "Restarted it") });
    const ticket = await on.done("technician", "completeStep", { ticketId: id, ...note("RESOLVE", "Replaced it") });
    expect(ticket.steps[1]).toMatchObject({ done: true, note: "Replaced it" });
    const story = (await on.story(id)).filter((line: { kind: string }) => line.kind === "STEP");
    expect(story.map((line: { body: string }) => line.body)).toEqual(["Restarted it", "Replaced it"]);
  });

  test("an empty note documents nothing and is refused", async () => {
    const { id, version } = await on.open();
    const { userErrors } = await on.act("technician", "completeStep", { ticketId: id, ...note("TEST", "  ") });
    expect(userErrors).toMatchObject([{ code: "INVALID", field: "note" }]);
    const ticket = await on.look(id);
    expect({ version: ticket.version, done: stepsDone(ticket) }).toEqual({ version, done: [] });
  });
});

describe("resolving", () => {
  test("with steps missing is refused: which ones, what the ticket accepts instead, and nothing has changed", async () => {
    const { id } = await on.open();
    const { version } = await on.done("technician", "completeStep", { ticketId: id, ...note("RESOLVE") });
    const refused = await on.act("technician", "resolve", { ticketId: id, message: "All done" });
    expect(refused).toMatchObject({
      ticket: null,
      current: { version, status: "NEW" },
      userErrors: [{ code: "STEPS_MISSING", message: "Resolving needs a note of IDENTIFY_CAUSE, TEST." }],
      missingSteps: ["IDENTIFY_CAUSE", "TEST"],
    });
    expect(refused.accepts).toEqual(expect.arrayContaining(["COMPLETE_STEP", "RESOLVE", "TAKE"]));
    expect(await on.look(id)).toMatchObject({ version, status: "NEW", resolvedAt: null });
    expect(await on.clock(id, "FIRST_RESPONSE"), "the message was not sent").toMatchObject({ verdict: null });
  });

  test("takes the missing notes in the same act, and the message is the first response", async () => {
    const { id } = await on.open();
    await on.done("technician", "completeStep", { ticketId: id, ...note("IDENTIFY_CAUSE") });
    const steps = [note("RESOLVE"), note("TEST")];
    const ticket = await on.done("technician", "resolve", { ticketId: id, steps, message: "It works again." });
    expect(ticket).toMatchObject({ status: "RESOLVED", resolvedAt: "2026-11-30T15:00:00Z", closedAt: null });
    expect(stepsDone(ticket)).toEqual(["IDENTIFY_CAUSE", "RESOLVE", "TEST"]);
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
    expect(await on.clock(id, "RESOLUTION")).toMatchObject({ verdict: "MET" });
    expect(JSON.stringify(await on.story(id, "requester"))).toContain("It works again.");
  });

  test("an empty note among those given counts as none", async () => {
    const { id, version } = await on.open();
    const steps = [note("IDENTIFY_CAUSE"), note("RESOLVE"), note("TEST", " ")];
    const { missingSteps } = await on.act("technician", "resolve", { ticketId: id, steps });
    expect(missingSteps).toEqual(["TEST"]);
    const after = await on.look(id);
    expect({ version: after.version, done: stepsDone(after) }).toEqual({ version, done: [] });
  });

  test("without a message the resolution, which the requester sees, is itself the response", async () => {
    const { id } = await on.open();
    await on.done("technician", "resolve", { ticketId: id, steps: firstThree });
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
    expect(await on.story(id, "requester")).toContainEqual(
      expect.objectContaining({ kind: "STATUS", public: true, change: "Resolved" }),
    );
  });
});

describe("closing", () => {
  test("needs the fourth step too", async () => {
    const { id } = await on.open();
    const { version } = await on.done("technician", "resolve", { ticketId: id, steps: firstThree });
    const refused = await on.act("technician", "close", { ticketId: id });
    expect(refused).toMatchObject({ userErrors: [{ code: "STEPS_MISSING" }], missingSteps: ["DOCUMENT"] });
    expect(await on.look(id)).toMatchObject({ version, status: "RESOLVED", closedAt: null });
    const ticket = await on.done("technician", "close", { ticketId: id, steps: [note("DOCUMENT")] });
    expect(ticket).toMatchObject({ status: "CLOSED", closedAt: "2026-11-30T15:00:00Z", closeReason: null });
  });

  test("a reason does not stand in for the steps of a covered ticket", async () => {
    const { id } = await on.open({ facts: { kindOfWork: "TROUBLESHOOTING" } });
    const refused = await on.act("technician", "close", { ticketId: id, reason: "They gave up" });
    expect(refused).toMatchObject({
      userErrors: [{ code: "STEPS_MISSING" }],
      missingSteps: ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"],
    });
    expect((await on.look(id)).status).toBe("NEW");
  });

  test("an excluded ticket closes with a reason, and not without one", async () => {
    const { id, version, coverage } = await on.open({ facts: { kindOfWork: "TRAINING" } });
    expect(coverage).toMatchObject({ outcome: "EXCLUDED", clause: { code: "training" } });
    const refused = await on.act("technician", "close", { ticketId: id, reason: " " });
    expect(refused.userErrors).toMatchObject([{ code: "REASON_REQUIRED" }]);
    expect(await on.look(id)).toMatchObject({ version, status: "NEW" });
    const ticket = await on.done("technician", "close", { ticketId: id, reason: "Training is not covered" });
    expect(ticket).toMatchObject({ status: "CLOSED", closeReason: "Training is not covered" });
  });

  test("an excluded ticket was owed its first response all the same", async () => {
    const { id } = await on.open({ facts: { kindOfWork: "TRAINING" } });
    await on.done("technician", "reply", { ticketId: id, body: "That is not covered." });
    await on.done("technician", "close", { ticketId: id, reason: "Not covered" });
    expect(await on.clock(id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
  });
});

describe("after reopening", () => {
  test("new notes are asked for, and the old ones are kept in the story", async () => {
    const { id } = await on.open();
    await on.done("technician", "resolve", { ticketId: id, steps: firstThree });
    const again = await on.done("requester", "reopen", { ticketId: id });
    expect({ status: again.status, done: stepsDone(again) }).toEqual({ status: "OPEN", done: [] });
    const refused = await on.act("technician", "resolve", { ticketId: id });
    expect(refused.missingSteps).toEqual(["IDENTIFY_CAUSE", "RESOLVE", "TEST"]);
    expect((await on.story(id)).filter((line: { kind: string }) => line.kind === "STEP")).toHaveLength(3);
    const ticket = await on.done("technician", "resolve", { ticketId: id, steps: firstThree });
    expect(ticket.status).toBe("RESOLVED");
  });
});
