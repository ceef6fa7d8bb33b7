import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let other: { id: string };
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
  await allowImmediate(desk);
  other = await on.open({ subject: "Stays beside" });
});
afterAll(() => desk.close());

/** Every verb of a ticket with something it would accept, and who may do it. */
const everyVerb: [verb: string, who: Who, input: () => object][] = [
  ["stateFacts", "technician", () => ({ affected: "SEVERAL" })],
  ["setPriority", "manager", () => ({ priority: "URGENT", reason: "Payroll" })],
  ["reply", "technician", () => ({ body: "Hello" })],
  ["addNote", "technician", () => ({ body: "Hello" })],
  ["completeStep", "technician", () => ({ step: "TEST", note: "Tested" })],
  ["takeTicket", "technician", () => ({})],
  ["assignTicket", "manager", () => ({ technicianId: toGlobalId("Technician", desk.cast.technician.id) })],
  ["waitOn", "technician", () => ({ on: "PARTS" })],
  ["resume", "technician", () => ({})],
  ["resolve", "technician", () => ({ steps: ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map(noted) })],
  ["close", "technician", () => ({ steps: ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map(noted) })],
  ["cancel", "technician", () => ({ reason: "Not wanted" })],
  ["mergeTickets", "technician", () => ({ intoTicketId: other.id })],
  ["startSession", "technician", () => ({ consentBy: "Robin" })],
];
const noted = (step: string) => ({ step, note: "Written down" });

/** All that could have been changed: the ticket, its clocks, its story. */
const whole = async (id: string) => ({
  ticket: await on.look(id),
  clocks: await on.look(id, "slaClocks { metric cycle state verdict dueAt target { amountSeconds } }"),
  story: await on.story(id),
});

describe("every verb on a new ticket", () => {
  test.each(everyVerb)("%s: done, the ticket is at its next version", async (verb, who, input) => {
    const { id, version } = await on.open();
    const ticket = await on.done(who, verb, { ticketId: id, expectedVersion: version, ...input() });
    expect(ticket.version).toBe(version + 1);
    expect(await on.look(id)).toEqual(ticket);
  });

  test.each(everyVerb)(
    "%s: meant for another version, it is refused with the ticket as it stands",
    async (verb, who, input) => {
      const { id, version } = await on.open();
      await on.done("manager", "addNote", { ticketId: id, body: "Somebody was here meanwhile" });
      const before = await whole(id);
      const refused = await on.act(who, verb, { ticketId: id, expectedVersion: version, ...input() });
      expect(refused).toMatchObject({
        ticket: null,
        current: { id, version: version + 1 },
        userErrors: [{ code: "STALE_VERSION", field: "expectedVersion" }],
      });
      expect(await whole(id)).toEqual(before);
    },
  );

  test.each(everyVerb)("%s: on a ticket that is not there, it says so", async (verb, who, input) => {
    const nowhere = toGlobalId("Ticket", "00000000-0000-7000-8000-000000000000");
    const refused = await on.act(who, verb, { ticketId: nowhere, ...input() });
    expect(refused).toMatchObject({
      ticket: null,
      current: null,
      userErrors: [{ code: "NOT_FOUND", field: "ticketId" }],
    });
  });
});

describe("every verb on a cancelled ticket", () => {
  test.each(everyVerb.filter(([verb]) => verb !== "addNote"))(
    "%s: refused for good, and nothing has changed",
    async (verb, who, input) => {
      const { id } = await on.open();
      await on.done("technician", "cancel", { ticketId: id, reason: "Not wanted" });
      const before = await whole(id);
      const refused = await on.act(who, verb, { ticketId: id, ...input() });
      expect(refused).toMatchObject({ ticket: null, accepts: ["NOTE"], userErrors: [{ code: "FINAL_STATUS" }] });
      expect(await whole(id)).toEqual(before);
    },
  );

  test("a note may still be written", async () => {
    const { id } = await on.open();
    await on.done("technician", "cancel", { ticketId: id, reason: "Not wanted" });
    expect((await on.done("technician", "addNote", { ticketId: id, body: "It was a misdial" })).status).toBe(
      "CANCELLED",
    );
  });
});

describe("a stranger's ticket", () => {
  const theirs: [string, object][] = [
    ["stateFacts", { affected: "ALL" }],
    ["reply", { body: "Hello" }],
    ["cancel", { reason: "Not wanted" }],
    ["reopen", { reason: "Wanted" }],
  ];
  test.each(theirs)("%s by another partner answers exactly as for an unknown one", async (verb, input) => {
    const { id } = await on.open();
    const before = await whole(id);
    const nowhere = toGlobalId("Ticket", "00000000-0000-7000-8000-000000000000");
    const [foreign, unknown] = [
      await on.act("otherPartner", verb, { ticketId: id, ...input }),
      await on.act("otherPartner", verb, { ticketId: nowhere, ...input }),
    ];
    expect(foreign).toEqual(unknown);
    expect(foreign.userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await whole(id)).toEqual(before);
  });
});

test("of two who change the same version in the same moment, one is told that it is stale", async () => {
  const { id, version } = await on.open();
  const answers = await Promise.all(
    (["technician", "manager"] as const).map((who) =>
      on.act(who, "addNote", { ticketId: id, expectedVersion: version, body: `From the ${who}` }),
    ),
  );
  expect(answers.map((a) => a.userErrors[0]?.code ?? "done").sort()).toEqual(["STALE_VERSION", "done"]);
  expect(await on.look(id)).toMatchObject({ version: version + 1 });
});
