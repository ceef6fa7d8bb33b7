import { describe, expect, test } from "vitest";
import { ADDRESS, mailDesk, pageOf } from "../support/mail-desk.ts";
import { header, textOf } from "../support/mail-server.ts";
import { upload } from "../support/upload.ts";

/** A Tuesday, 10:00 in New York. */
const made = mailDesk("2026-12-01T15:00:00Z");

describe("a requester hears by mail", () => {
  test("that we have the request, whether it is covered, and by when they hear from us", async () => {
    const { on, arrived } = made;
    const ticket = await on.open();
    const [mail] = await arrived(ticket.number, 1);
    expect(mail?.subject).toBe(`[#${ticket.number}] Mail does not open`);
    expect(mail?.rcpt).toEqual([ADDRESS]);
    expect(mail?.from).toMatchObject({ name: "Watchdesk", address: "support@desk.example" });
    const text = textOf(mail!);
    expect(text).toContain(`Hello Robin Requester,\n\nwe have your request. It is ticket #${ticket.number}`);
    expect(text).toContain("Whether your contract covers it, we can say once we know a little more.");
    expect(text).toContain("You hear from us by Wed 2 Dec 10:00 (America/New_York).");
    expect(text).toContain(pageOf(ticket.number));
    expect(text).not.toContain("An e-mail never makes a ticket urgent");
    expect(header(mail!, "auto-submitted")).toBe("auto-replied");
    expect(header(mail!, "x-auto-response-suppress")).toBe("All");
    expect(mail?.replyTo?.[0]?.address).toMatch(
      new RegExp(`^reply\\+${ticket.number}-[a-z2-9]{16}@in\\.desk\\.example$`),
    );
  });

  test("that an e-mail never makes a ticket urgent, and where the facts can be stated", async () => {
    const { on, arrived } = made;
    const ticket = await on.open({ channel: "EMAIL", affected: "ALL", subject: "URGENT!!!" }, "technician");
    const input = { clientId: made.desk.clientId, subject: "URGENT!!!", affected: "ALL", channel: "EMAIL" };
    const mine = await on.done("technician", "createTicket", {
      ...input,
      requesterId: (await on.look((await on.open()).id, "requester { id }")).requester.id,
    });
    const [mail] = await arrived(mine.number, 1);
    expect(textOf(mail!)).toContain(
      `An e-mail never makes a ticket urgent. If nobody can work and there is no way around it, say so on your ticket, and it will be:\n${pageOf(mine.number)}`,
    );
    expect(await made.letters(ticket.number), "nobody asked: nobody is written to").toEqual([]);
  });

  test("what a person writes, in the thread of the ticket, and never what is noted within the desk", async () => {
    const { on, arrived } = made;
    const ticket = await on.open();
    await on.done("technician", "addNote", { ticketId: ticket.id, body: "The requester is <difficult>" });
    await on.done("technician", "reply", { ticketId: ticket.id, body: "Please try <b>this</b> & tell us.\n\nMaya" });
    const [first, reply] = await arrived(ticket.number, 2);
    expect(reply?.subject).toBe(`Re: [#${ticket.number}] Mail does not open`);
    expect(reply?.inReplyTo).toBe(first?.messageId);
    expect(reply?.references).toBe(first?.messageId);
    expect(textOf(reply!)).toContain("Please try <b>this</b> & tell us.\n\nMaya\n\nTess Technician");
    expect(reply?.html).toContain("Please try &lt;b&gt;this&lt;/b&gt; &amp; tell us.");
    expect(header(reply!, "auto-submitted"), "a person wrote it").toBeUndefined();
    expect(made.server.mails.map((mail) => mail.raw).join()).not.toContain("difficult");
    expect(reply?.replyTo).toEqual(first?.replyTo);
  });

  test("how many files came with it, and where they are: a letter carries none", async () => {
    const { on, arrived, desk } = made;
    const mine = await on.open({ attachmentIds: [await upload(desk, "requester", "shown.png")] });
    const attachmentIds = [await upload(desk, "technician", "how.txt", "so"), await upload(desk, "technician")];
    await on.done("technician", "reply", { ticketId: mine.id, body: "Like this.", attachmentIds });
    const [received, reply] = await arrived(mine.number, 2);
    expect(textOf(received!)).toContain("Attached: 1 file.");
    expect(textOf(reply!)).toContain(`Attached: 2 files, on your ticket:\n${pageOf(mine.number)}`);
    expect(reply?.attachments).toEqual([]);
  });

  test("nothing of what was sent by other means, and nothing of what they wrote themselves", async () => {
    const { on, stand } = made;
    const ticket = await on.open();
    await made.later(120);
    const { createdAt } = await on.look(ticket.id, "createdAt");
    await on.done("technician", "reply", { ticketId: ticket.id, body: "Said by telephone", sentAt: createdAt });
    await on.done("requester", "reply", { ticketId: ticket.id, body: "Thank you" });
    await on.done("technician", "reply", { ticketId: ticket.id, body: "You are welcome" });
    const letters = await stand(ticket.number, ["SENT", "SENT"]);
    expect(letters.map((l) => l.kind)).toEqual(["ACKNOWLEDGEMENT", "REPLY"]);
  });

  test("that what we promised has moved, from when to when, and why", async () => {
    const { on, arrived } = made;
    const ticket = await on.open({ affected: "ALL" });
    await on.done("requester", "stateFacts", { ticketId: ticket.id, workaround: false });
    const [, moved] = await arrived(ticket.number, 2);
    const text = textOf(moved!);
    expect(text).toMatch(
      /You hear from us by Tue 1 Dec 11:\d\d(:\d\d)? \(America\/New_York\) instead of Wed 2 Dec 10:\d\d/,
    );
    expect(text).toContain("Why: its priority changed from standard to urgent.");
    expect(header(moved!, "auto-submitted")).toBe("auto-generated");
  });

  test("that it is resolved, what was done, and how to reopen it: one letter, with what was said", async () => {
    const { on, arrived, stand } = made;
    const ticket = await on.open();
    await on.done("technician", "takeTicket", { ticketId: ticket.id });
    const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => ({ step, note: `${step}: within the desk` }));
    await on.done("technician", "resolve", {
      ticketId: ticket.id,
      steps,
      message: "The driver was old. It is new now.",
    });
    const [, mail] = await arrived(ticket.number, 2);
    expect(textOf(mail!)).toContain("The driver was old. It is new now.\n\nTess Technician\n\nWith this, ticket #");
    expect(textOf(mail!)).toContain(`If it is not solved, or comes back, reopen it here:\n${pageOf(ticket.number)}`);
    expect(mail?.raw).not.toContain("within the desk");
    expect((await stand(ticket.number, ["SENT", "SENT"])).map((l) => l.kind)).toEqual(["ACKNOWLEDGEMENT", "RESOLVED"]);
  });

  test("a link to choose a time by, which works, and of which nothing is kept", async () => {
    const { on, arrived, owner } = made;
    const ticket = await on.open();
    const sent = await on.link(ticket.id, { body: "When would it suit you?" });
    const [, mail] = await arrived(ticket.number, 2);
    expect(textOf(mail!)).toContain("When would it suit you?\n\nChoose a time here, until ");
    const token = /https:\/\/desk\.example\/book#(\S+)/.exec(textOf(mail!))?.[1] as string;
    expect(token).not.toBe(sent.token);
    expect(await on.see(token)).toMatchObject({ ticketNumber: ticket.number, closedBecause: null });
    const { rows } = await owner.query(
      "select m::text as row from mail m union all select b::text from booking_link b",
    );
    expect(rows.map((r) => r.row).join()).not.toContain(token.split("_").slice(3).join("_"));
    // a newer link takes this one's place too
    await on.link(ticket.id);
    expect((await on.see(token)).closedBecause).toBe("A newer link was sent in place of this one: use that.");
  });
});

describe("what somebody wrote stays where it belongs", () => {
  test.each([
    ["emoji and other scripts", "Drucker 🖨️ druckt nicht – 印刷できません 👩‍💻"],
    ["commas and quotes", 'Mail, "calendar"; and <contacts>, too'],
    ["300 characters", "a long story about a printer ".repeat(11).slice(0, 300).trim()],
  ])("a subject with %s arrives as it is", async (_, subject) => {
    const ticket = await made.on.open({ subject });
    const [mail] = await made.arrived(ticket.number, 1);
    expect(mail?.subject).toBe(`[#${ticket.number}] ${subject}`);
    for (const line of mail!.raw.split("\r\n\r\n")[0]!.split("\r\n")) expect(line.length).toBeLessThan(998);
  });

  test("a line break in a subject or a name begins no line of the head", async () => {
    const { on, owner, desk, arrived } = made;
    const evil = "x\r\nBcc: victim@elsewhere.example\r\n\r\nbody";
    await owner.query("update contact set name = $1 where id = $2", [evil, desk.cast.requester.id]);
    const ticket = await on.open({ subject: `Help ${evil}` });
    await on.done("technician", "reply", {
      ticketId: ticket.id,
      body: ".\r\n.\r\nQUIT\r\nBcc: victim@elsewhere.example",
    });
    const [first, reply] = await arrived(ticket.number, 2);
    for (const mail of [first!, reply!]) {
      expect(mail.rcpt).toEqual([ADDRESS]);
      expect(mail.bcc).toBeUndefined();
      expect(mail.headers.map((h) => h.key)).not.toContain("bcc");
      expect(mail.subject).toContain("Help x Bcc: victim@elsewhere.example body");
    }
    expect(textOf(reply!)).toContain(".\n.\nQUIT\nBcc: victim@elsewhere.example");
    await owner.query("update contact set name = 'Robin Requester' where id = $1", [desk.cast.requester.id]);
  });

  test.each([
    "mailer-daemon@first.example",
    "no-reply@first.example",
    "support@desk.example",
    "reply+1-x@in.desk.example",
  ])("nobody writes to %s: machines would answer machines", async (address) => {
    const { on, owner, desk, told } = made;
    await owner.query("update contact set email = $1 where id = $2", [address, desk.cast.requester.id]);
    const ticket = await on.open();
    await told();
    expect(await made.letters(ticket.number)).toEqual([]);
    await owner.query("update contact set email = $1 where id = $2", [ADDRESS, desk.cast.requester.id]);
  });
});
