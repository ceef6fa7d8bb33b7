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

const all = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map((step) => ({ step, note: "Written down" }));
const resolved = async () => on.done("technician", "resolve", { ticketId: (await on.open()).id, steps: all });
const closed = async () => on.done("technician", "close", { ticketId: (await on.open()).id, steps: all });
const fault = async (who: Parameters<typeof on.act>[0], verb: string, input: object) =>
  (await on.act(who, verb, input)).userErrors[0];

describe("a ticket is cancelled", () => {
  test("with a reason; its clocks end neither met nor missed, and it stays so", async () => {
    const { id } = await on.open();
    const ticket = await on.done("requester", "cancel", { ticketId: id, reason: "It was the cable" });
    expect(ticket).toMatchObject({ status: "CANCELLED", closeReason: "It was the cable" });
    for (const metric of ["FIRST_RESPONSE", "RESOLUTION"])
      expect(await on.clock(id, metric)).toMatchObject({ state: "ENDED", verdict: "CANCELLED", satisfiedAt: null });
    const late = await on.act("manager", "reopen", { ticketId: id, reason: "It was not" });
    expect(late).toMatchObject({ userErrors: [{ code: "FINAL_STATUS" }], accepts: ["NOTE"] });
    expect(await on.look(id)).toMatchObject({ status: "CANCELLED", version: ticket.version });
  });

  test("not without a reason", async () => {
    const { id, version } = await on.open();
    expect(await fault("technician", "cancel", { ticketId: id, reason: " " })).toMatchObject({
      code: "REASON_REQUIRED",
    });
    expect(await on.look(id)).toMatchObject({ status: "NEW", version });
  });
});

describe("a ticket is reopened", () => {
  test("when resolved, by the requester, without a reason; what was judged stays, and a new cycle begins", async () => {
    const { id } = await resolved();
    await desk.travel("2026-11-30T16:00:00Z");
    const ticket = await on.done("requester", "reopen", { ticketId: id });
    expect(ticket).toMatchObject({ status: "OPEN", resolvedAt: null });
    const { slaClocks } = await on.look(id, "slaClocks { metric cycle verdict state }");
    expect(slaClocks.filter((c: { metric: string }) => c.metric === "RESOLUTION")).toEqual([
      { metric: "RESOLUTION", cycle: 1, verdict: "MET", state: "ENDED" },
      { metric: "RESOLUTION", cycle: 2, verdict: null, state: "RUNNING" },
    ]);
  });

  test("when closed, by a technician with a reason only", async () => {
    const { id, version } = await closed();
    expect(await fault("requester", "reopen", { ticketId: id, reason: "Broken again" })).toMatchObject({
      code: "STAFF_ONLY",
    });
    expect(await fault("technician", "reopen", { ticketId: id, reason: "" })).toMatchObject({
      code: "REASON_REQUIRED",
    });
    expect(await on.look(id)).toMatchObject({ status: "CLOSED", version });
    const ticket = await on.done("technician", "reopen", { ticketId: id, reason: "They called" });
    expect(ticket).toMatchObject({ status: "OPEN", closedAt: null, closeReason: null });
  });

  test("within fourteen days of closing, to the second; a second later a new ticket is due", async () => {
    await desk.travel("2026-11-30T17:00:00Z");
    const [one, other] = [await closed(), await closed()];
    await desk.travel("2026-12-14T17:00:00Z");
    const reason = "Broken again";
    expect(await on.done("technician", "reopen", { ticketId: one.id, reason })).toMatchObject({ status: "OPEN" });
    await desk.travel("2026-12-14T17:00:01Z");
    expect(await fault("technician", "reopen", { ticketId: other.id, reason })).toMatchObject({
      code: "REOPEN_PERIOD_OVER",
      message: "It was closed more than 14 days ago: create a new ticket.",
    });
    expect(await on.look(other.id)).toMatchObject({ status: "CLOSED", version: other.version });
  });
});

describe("a duplicate is merged", () => {
  test("it ends merged, neither met nor missed, and names the ticket that stays", async () => {
    const [parent, child] = [await on.open(), await on.open()];
    const ticket = await on.done("technician", "mergeTickets", { ticketId: child.id, intoTicketId: parent.id });
    expect(ticket).toMatchObject({ status: "MERGED", mergedInto: { number: parent.number } });
    for (const metric of ["FIRST_RESPONSE", "RESOLUTION"])
      expect(await on.clock(child.id, metric)).toMatchObject({ verdict: "MERGED", satisfiedAt: null });
    expect(await on.clock(parent.id, "FIRST_RESPONSE"), "the one that stays goes on").toMatchObject({ verdict: null });
    const told = (await on.story(parent.id)).map((line: { change: string | null }) => line.change);
    expect(told).toContain(`#${child.number} was merged into this ticket`);
  });

  test("the ticket that stays keeps the earliest creation and the first response of both", async () => {
    const child = await on.open({ subject: "Asked first" });
    await on.done("technician", "reply", { ticketId: child.id, body: "We have seen it." });
    await desk.travel("2026-12-14T17:05:00Z");
    const parent = await on.open({ subject: "Asked again" });
    await on.done("technician", "mergeTickets", { ticketId: child.id, intoTicketId: parent.id });
    expect(await on.look(parent.id)).toMatchObject({ status: "NEW", createdAt: child.createdAt });
    expect(await on.clock(parent.id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
  });

  test("an answer that was sent before the ticket that stays was there answers it from its beginning", async () => {
    const child = await on.open({ subject: "Asked first" });
    await desk.travel("2026-12-14T17:30:00Z");
    const parent = await on.open({ subject: "Asked again" });
    await on.done("technician", "mergeTickets", { ticketId: child.id, intoTicketId: parent.id });
    await desk.travel("2026-12-14T17:40:00Z");
    await on.done("technician", "reply", { ticketId: parent.id, body: "By mail.", sentAt: "2026-12-14T17:20:00Z" });
    expect(await on.clock(parent.id, "FIRST_RESPONSE")).toMatchObject({
      verdict: "MET",
      satisfiedAt: "2026-12-14T17:30:00Z",
    });
  });

  test("merging an old ticket into a new one never breaks the new one's promise at once", async () => {
    const child = await on.open({ subject: "Long waiting", affected: "ALL", workaround: false });
    await desk.travel("2026-12-14T19:00:00Z");
    expect(await on.clock(child.id, "FIRST_RESPONSE")).toMatchObject({ standing: "BREACHED" });
    const parent = await on.open({ subject: "Fresh", affected: "ALL", workaround: false });
    const before = await on.clock(parent.id, "FIRST_RESPONSE");
    await on.done("technician", "mergeTickets", { ticketId: child.id, intoTicketId: parent.id });
    expect(await on.clock(parent.id, "FIRST_RESPONSE")).toEqual(before);
    expect(before).toMatchObject({ standing: "ON_TRACK", dueAt: "2026-12-14T20:00:00Z" });
  });

  test("not into itself, an unknown one, one that has ended, or another client's", async () => {
    const [ended, stays] = [await closed(), await on.open()];
    const elsewhere = await on.ask(
      "manager",
      `mutation { createClient(input: { name: "Elsewhere", code: "ELSE", timeZone: "America/New_York", planCode: "standard", calendarCode: "provider", contractFrom: "2026-01-01" })
        { client { id } userErrors { message } } }`,
    );
    const foreign = await on.open({ clientId: elsewhere.createClient.client.id }, "manager");
    const into = (intoTicketId: string) => fault("technician", "mergeTickets", { ticketId: stays.id, intoTicketId });
    expect(await into(stays.id)).toMatchObject({ code: "INVALID", field: "intoTicketId" });
    expect(await into(`${stays.id.slice(0, -8)}00000000`)).toMatchObject({ code: "NOT_FOUND", field: "intoTicketId" });
    expect(await into(ended.id)).toMatchObject({
      code: "INVALID",
      message: `#${ended.number} is CLOSED: it takes nothing in.`,
    });
    expect(await into(foreign.id)).toMatchObject({
      code: "INVALID",
      message: "Only tickets of one client can be merged.",
    });
    for (const ticket of [ended, stays, foreign])
      expect(await on.look(ticket.id)).toMatchObject({ status: ticket.status, version: ticket.version });
  });

  test("two that are merged into one another at the same moment: one of them stays", async () => {
    const [a, b] = [await on.open(), await on.open()];
    const answers = await Promise.all([
      on.act("technician", "mergeTickets", { ticketId: a.id, intoTicketId: b.id }),
      on.act("manager", "mergeTickets", { ticketId: b.id, intoTicketId: a.id }),
    ]);
    expect(answers.filter((answer) => answer.ticket)).toHaveLength(1);
    const after = [await on.look(a.id), await on.look(b.id)].map((t) => t.status).sort();
    expect(after).toEqual(["MERGED", "NEW"]);
  });
});
