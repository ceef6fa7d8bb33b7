import { describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { allowImmediate } from "../support/immediate.ts";
import { mailDesk, pageOf } from "../support/mail-desk.ts";
import { textOf } from "../support/mail-server.ts";

/** A Tuesday, 10:00 in New York. */
const made = mailDesk("2026-12-01T15:00:00Z");
const TROUBLE = { kindOfWork: "TROUBLESHOOTING" };
const kinds = async (number: number) => {
  await made.told();
  return (await made.letters(number)).map(({ kind }) => kind);
};
const decide = (ticketId: string, outcome: string, clause?: string) =>
  made.on.done("technician", "overrideCoverage", { ticketId, outcome, clause, reason: "Our boss said so" });

describe("what is missing to say whether it is covered", () => {
  test("is named in the acknowledgement, which leads to where it can be said", async () => {
    const ticket = await made.on.open();
    const [mail] = await made.arrived(ticket.number, 1);
    expect(textOf(mail!)).toMatch(/once we know a little more\. Please state [^.]*kind of work[^.]*\./);
    expect(textOf(mail!)).toContain(`You can do so on your ticket:\n${pageOf(ticket.number)}`);
  });

  test("is not asked where nothing is", async () => {
    const ticket = await made.on.open({ facts: TROUBLE });
    const [mail] = await made.arrived(ticket.number, 1);
    expect(textOf(mail!)).not.toContain("Please state");
  });

  test("of a mail is said on its ticket, and what makes it urgent too: then it is", async () => {
    const { on, desk, arrived } = made;
    const requesterId = toGlobalId("Contact", desk.cast.requester.id);
    const ticket = await on.open({ channel: "EMAIL", affected: "ALL", workaround: false, requesterId }, "technician");
    expect(ticket).toMatchObject({ priority: { code: "STANDARD" }, couldBeUrgent: true });
    const [mail] = await arrived(ticket.number, 1);
    expect(textOf(mail!)).toContain("Please state the kind of work. You can do so on your ticket.\n\n");
    expect(textOf(mail!)).toContain(`say so on your ticket, and it will be:\n${pageOf(ticket.number)}`);
    const said = { affected: "ALL", workaround: false, facts: TROUBLE };
    const after = await on.done("requester", "stateFacts", { ticketId: ticket.id, ...said });
    expect(after).toMatchObject({ priority: { code: "URGENT" }, coverage: { outcome: "COVERED" } });
    expect(await kinds(ticket.number), "they know what they said").toEqual(["ACKNOWLEDGEMENT", "DUE_CHANGED"]);
  });
});

describe("a requester hears by mail that coverage has changed", () => {
  test("by hand and back again, with the clause and the next step, and never why within the desk", async () => {
    const { on, arrived } = made;
    const ticket = await on.open({ facts: TROUBLE });
    await decide(ticket.id, "EXCLUDED", "project");
    await on.done("technician", "withdrawOverride", { ticketId: ticket.id, reason: "Our boss was wrong" });
    const [, out, back] = await arrived(ticket.number, 3);
    expect(textOf(out!)).toMatch(/It is not covered now: .+ \(project\)\. Until now it was covered\.\n\n\S/);
    expect(textOf(out!)).toContain(pageOf(ticket.number));
    expect(textOf(back!)).toContain("It is covered now. Until now it was not covered.");
    for (const mail of [out!, back!]) {
      expect(mail.subject).toBe(`Re: [#${ticket.number}] Mail does not open`);
      expect(mail.raw).not.toContain("boss");
    }
  });

  test("by what a technician stated for them", async () => {
    const ticket = await made.on.open();
    await made.on.done("technician", "stateFacts", { ticketId: ticket.id, facts: TROUBLE });
    const [, mail] = await made.arrived(ticket.number, 2);
    expect(textOf(mail!)).toContain("It is covered now. Until now it was not yet known.");
  });

  test("not by what they stated themselves, nor where another clause gives the same answer", async () => {
    const { on } = made;
    const ticket = await on.open();
    await on.done("requester", "stateFacts", { ticketId: ticket.id, facts: { kindOfWork: "PROJECT" } });
    await on.done("technician", "stateFacts", { ticketId: ticket.id, facts: { kindOfWork: "TRAINING" } });
    expect(await kinds(ticket.number)).toEqual(["ACKNOWLEDGEMENT"]);
  });

  test("not where the rules say something else beneath a decision that stands", async () => {
    const { on } = made;
    const ticket = await on.open({ facts: TROUBLE });
    await decide(ticket.id, "LIMITED");
    await on.done("technician", "stateFacts", { ticketId: ticket.id, facts: { kindOfWork: "PROJECT" } });
    expect(await kinds(ticket.number)).toEqual(["ACKNOWLEDGEMENT", "COVERAGE_CHANGED"]);
  });

  test("not in the middle of a session that uses the day's minutes up, nor when a new day gives them back", async () => {
    const { on, desk } = made;
    await desk.travel("2026-12-02T15:00:00Z");
    await allowImmediate(desk);
    const ticket = await on.open({ facts: TROUBLE });
    const start = `mutation { startSession(input: { ticketId: "${ticket.id}", consentBy: "Robin" }) { session { id } } }`;
    const { id } = (await on.ask("technician", start)).startSession.session;
    for (let s = 50; s <= 1_850; s += 50) {
      await desk.travel(new Date(Date.UTC(2026, 11, 2, 15) + s * 1_000).toISOString());
      await on.ask("technician", `mutation { heartbeat(input: { sessionId: "${id}" }) { userErrors { code } } }`);
    }
    expect((await on.look(ticket.id)).coverage).toEqual({ outcome: "LIMITED", clause: { code: "fair-use" } });
    await on.ask("technician", `mutation { endSession(input: { sessionId: "${id}" }) { userErrors { code } } }`);
    await desk.travel("2026-12-03T05:01:00Z"); // past midnight in New York
    expect((await on.look(ticket.id)).coverage.outcome).toBe("COVERED");
    expect(await kinds(ticket.number)).toEqual(["ACKNOWLEDGEMENT"]);
  });
});
