import { describe, expect, test } from "vitest";
import { deskCommand } from "../support/desk-command.ts";
import { eventually } from "../support/eventually.ts";
import { ADDRESS, mailDesk } from "../support/mail-desk.ts";

/** A Tuesday, 10:00 in New York. */
const made = mailDesk("2026-12-01T15:00:00Z");

const NO_SUCH_USER = "550 5.1.1 no such user here";
const refused = { rcpt: () => NO_SUCH_USER };
/** How the messages of a ticket are on their way, as its page shows it. */
const deliveries = async (id: string, who: "technician" | "requester" | "partner" = "technician") => {
  const what = "timeline(first: 100) { edges { node { kind body change delivery { state at nextAt error } } } }";
  const { timeline } = await made.on.look(id, what, who);
  return timeline.edges.map((e: { node: object }) => e.node) as {
    kind: string;
    body: string | null;
    change: string | null;
    delivery: { state: string; at: string; nextAt: string | null; error: string | null } | null;
  }[];
};
const ofReply = async (id: string) => (await deliveries(id)).find((line) => line.kind === "REPLY")?.delivery;
/** What the log has of a ticket. */
const news = async (id: string) => {
  const { rows } = await made.owner.query<{ type: string }>(
    "select type from event where ticket_id = $1::text::uuid order by position",
    [id.replace("tkt_", "")],
  );
  return rows.map((row) => row.type);
};
/** The same once something has come into it. */
const newsWith = (id: string, type: string) =>
  eventually(
    () => news(id),
    (types) => types.includes(type),
  );

describe("while the mail server is down", () => {
  test("nothing is lost: the booking stands, letters wait in their order, and arrive once when it is back", async () => {
    const { on, server, later, stand, arrived } = made;
    await server.down();
    const ticket = await on.open();
    await stand(ticket.number, ["QUEUED"]);
    const { token } = await on.link(ticket.id, { body: "Choose a time" });
    expect((await on.see(token)).closedBecause).toBeNull();
    await on.done("technician", "reply", { ticketId: ticket.id, body: "Are you there?" });
    const waiting = await eventually(
      () => deliveries(ticket.id),
      (lines) => lines.filter((l) => l.delivery?.nextAt).length === 2,
    );
    expect(waiting.filter((l) => l.delivery).map((l) => l.delivery?.state)).toEqual(["QUEUED", "QUEUED"]);
    expect(waiting.find((l) => l.delivery)?.delivery?.error).toContain("ECONNREFUSED");
    expect((await deliveries(ticket.id, "requester")).filter((l) => l.delivery)).toHaveLength(2);

    await server.up();
    await later(300);
    await stand(ticket.number, ["SENT", "SENT", "SENT"]);
    const mails = await arrived(ticket.number, 3);
    expect(mails).toHaveLength(3);
    expect(new Set(mails.map((m) => m.messageId)).size).toBe(3);
    expect((await deliveries(ticket.id)).filter((l) => l.delivery).map((l) => l.delivery?.state)).toEqual([
      "SENT",
      "SENT",
    ]);
  });
});

describe("a letter that comes back", () => {
  test("within the settling time is no response: the promise is owed again, and the ticket is taken up again", async () => {
    const { on, server, stand } = made;
    const ticket = await on.open();
    await stand(ticket.number, ["SENT"]);
    server.mood = refused;
    await on.link(ticket.id);
    await stand(ticket.number, ["SENT", "BOUNCED"]);
    expect(await on.look(ticket.id, "status waitingOn")).toEqual({ status: "OPEN", waitingOn: null });
    expect(await on.clock(ticket.id, "FIRST_RESPONSE")).toMatchObject({ state: "RUNNING", verdict: null });
    expect(await ofReply(ticket.id)).toMatchObject({ state: "BOUNCED", error: NO_SUCH_USER });
    const lines = (await deliveries(ticket.id)).filter((l) => l.kind === "MAIL");
    expect(lines).toMatchObject([{ change: `What was written to ${ADDRESS} came back undelivered: ${NO_SUCH_USER}` }]);
    const told = await newsWith(ticket.id, "MailBounced");
    expect(told.filter((type) => /^(MailBounced|SlaMet.*)$/.test(type))).toEqual([
      ...["SlaMet", "MailBounced", "SlaMetWithdrawn"],
    ]);
    // said again to an address that works, it is a response
    server.mood = {};
    await on.done("technician", "reply", { ticketId: ticket.id, body: "Again" });
    await stand(ticket.number, ["SENT", "BOUNCED", "SENT"]);
    expect(await on.clock(ticket.id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
  });

  test("a promise that was broken meanwhile is told as broken", async () => {
    const { on, server, later, stand } = made;
    const ticket = await on.open({ affected: "ALL", workaround: false });
    await later(3_500);
    await stand(ticket.number, ["SENT"]);
    await server.down();
    await on.done("technician", "reply", { ticketId: ticket.id, body: "In the last minute" });
    expect(await on.clock(ticket.id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
    await eventually(
      () => ofReply(ticket.id),
      (d) => d?.nextAt != null,
    );
    server.mood = refused;
    await server.up();
    await later(600);
    await stand(ticket.number, ["SENT", "BOUNCED"]);
    expect(await on.clock(ticket.id, "FIRST_RESPONSE")).toMatchObject({ state: "RUNNING", standing: "BREACHED" });
    await newsWith(ticket.id, "SlaBreached");
  });

  test("after the settling time changes nothing, and is shown", async () => {
    const { on, server, later, stand } = made;
    const ticket = await on.open();
    await stand(ticket.number, ["SENT"]);
    await server.down();
    await on.done("technician", "reply", { ticketId: ticket.id, body: "We look into it" });
    await eventually(
      () => ofReply(ticket.id),
      (d) => d?.nextAt != null,
    );
    const clock = "slaClock(metric: FIRST_RESPONSE) { verdict sealedAt satisfiedAt afterSeal { verdict satisfiedAt } }";
    expect((await on.look(ticket.id, clock)).slaClock).toMatchObject({ verdict: "MET", sealedAt: null });
    await later(1_800);
    expect((await on.look(ticket.id, clock)).slaClock.sealedAt).not.toBeNull();
    server.mood = refused;
    await server.up();
    await later(7_200);
    await stand(ticket.number, ["SENT", "BOUNCED"]);
    const { slaClock } = await on.look(ticket.id, clock);
    expect(slaClock).toMatchObject({ verdict: "MET", afterSeal: { verdict: null, satisfiedAt: null } });
    expect((await deliveries(ticket.id)).filter((l) => l.kind === "MAIL")).toHaveLength(1);
    expect(await news(ticket.id)).not.toContain("SlaMetWithdrawn");
  });

  test("that the desk wrote by itself is shown, and takes nothing back", async () => {
    const { on, server, stand } = made;
    server.mood = { data: () => "554 5.7.1 looks like spam" };
    const ticket = await on.open();
    await stand(ticket.number, ["BOUNCED"]);
    const lines = (await deliveries(ticket.id)).filter((l) => l.kind === "MAIL");
    expect(lines).toMatchObject([
      { change: `A letter to ${ADDRESS} came back undelivered: 554 5.7.1 looks like spam` },
    ]);
    expect(await on.look(ticket.id, "status")).toEqual({ status: "NEW" });
  });

  test("leaves a ticket that waits for the answer to a later message where it is", async () => {
    const { on, server, stand } = made;
    const ticket = await on.open();
    await stand(ticket.number, ["SENT"]);
    await server.down();
    await on.done("technician", "reply", { ticketId: ticket.id, body: "First" });
    await eventually(
      () => ofReply(ticket.id),
      (d) => d?.nextAt != null,
    );
    await server.up();
    await on.done("technician", "reply", { ticketId: ticket.id, body: "Second" });
    await on.done("technician", "waitOn", { ticketId: ticket.id, on: "REQUESTER" });
    await stand(ticket.number, ["SENT", "QUEUED", "SENT"]);
    server.mood = refused;
    await made.later(120);
    await stand(ticket.number, ["SENT", "BOUNCED", "SENT"]);
    expect(await on.look(ticket.id, "status waitingOn")).toEqual({ status: "WAITING", waitingOn: "REQUESTER" });
    expect(await on.clock(ticket.id, "FIRST_RESPONSE"), "the second one answered").toMatchObject({ verdict: "MET" });
  });
});

describe("what came back, and what others make of it", () => {
  test("a duplicate's answer that comes back is none of the ticket's either that took it in", async () => {
    const { on, server, stand } = made;
    const [parent, child] = [await on.open(), await on.open()];
    await stand(child.number, ["SENT"]);
    await server.down();
    await on.done("technician", "reply", { ticketId: child.id, body: "We look into it" });
    await eventually(
      () => ofReply(child.id),
      (d) => d?.nextAt != null,
    );
    await on.done("technician", "mergeTickets", { ticketId: child.id, intoTicketId: parent.id });
    expect(await on.clock(parent.id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
    server.mood = refused;
    await server.up();
    await made.later(120);
    await stand(child.number, ["SENT", "BOUNCED"]);
    expect(await on.clock(parent.id, "FIRST_RESPONSE")).toMatchObject({ verdict: null });
    expect(await on.look(child.id, "status")).toEqual({ status: "MERGED" });
  });

  test("every clock still says what its facts say", async () => {
    await made.told();
    const { code, out } = await deskCommand(["rebuild-clocks"], made.desk.urls.owner);
    expect(out).toMatch(/^\d+ clocks of \d+ tickets read from their facts: no difference\.\n$/);
    expect(code).toBe(0);
  });

  test("the doctor says what waits, for how long, and what became of it, wherever it is asked", async () => {
    await made.server.down();
    const ticket = await made.on.open();
    await made.stand(ticket.number, ["QUEUED"]);
    await made.later(3_601);
    const { code, out } = await deskCommand(["doctor"], made.desk.urls.owner); // SMTP_URL is the desk's, not the command's
    expect(out).toMatch(
      /! mail: \d+ letters? waits?, one for 1 h: look at the mail server, which said “.*ECONNREFUSED/,
    );
    expect(code).toBe(1);
    await made.server.up();
    await made.later(7_200);
    await made.stand(ticket.number, ["SENT"]);
  });
});

/** The last, for days go by. */
describe("a letter that no server takes", () => {
  test("for two days, a letter is given up, and the ticket says so once", async () => {
    const { on, server, desk, stand } = made;
    const ticket = await on.open();
    await stand(ticket.number, ["SENT"]);
    server.mood = { rcpt: () => "451 4.7.1 greylisted, come back later" };
    await on.done("technician", "reply", { ticketId: ticket.id, body: "We look into it" });
    const said = await on.look(ticket.id, "updatedAt");
    const afterATry = () =>
      eventually(
        () => ofReply(ticket.id),
        (d) => d?.state === "FAILED" || d?.nextAt != null,
      );
    let delivery = await afterATry();
    while (delivery?.nextAt) {
      await desk.travel(delivery.nextAt);
      delivery = await afterATry();
    }
    const hours = (Date.parse(delivery?.at as string) - Date.parse(said.updatedAt)) / 3_600_000;
    expect(hours).toBeGreaterThan(36);
    expect(hours).toBeLessThan(60);
    expect(delivery).toMatchObject({ state: "FAILED", nextAt: null, error: "451 4.7.1 greylisted, come back later" });
    const lines = (await deliveries(ticket.id)).filter((l) => l.kind === "MAIL");
    expect(lines).toMatchObject([
      { change: `A letter to ${ADDRESS} could not be sent for two days: 451 4.7.1 greylisted, come back later` },
    ]);
    expect((await newsWith(ticket.id, "MailFailed")).filter((type) => type.startsWith("Mail"))).toEqual(["MailFailed"]);
    // it was a response all the same: it could be read in the portal
    expect(await on.clock(ticket.id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET" });
  });
});
