import { describe, expect, test } from "vitest";
import { parseInstant } from "../core/business-calendar/zone.ts";
import type { LetterFacts } from "./letter-facts.ts";
import { writeLetter } from "./write-letter.ts";

const about = { number: 4790, subject: "Mail does not open", name: "Dana Whitfield", zone: "Europe/Vienna" };
const from = { name: "Watchdesk", address: "support@desk.example" };
const to = { name: "Dana Whitfield", address: "dana@northgate.example" };
const links = { ticket: "https://desk.example/t/4790", own: "https://desk.example/book#secret" };
const write = (facts: LetterFacts) => writeLetter(facts, links, from, to);
const time = {
  appointmentId: "0198a6c2-0000-7000-8000-000000000001",
  technician: "Maya Okafor",
  from: parseInstant("2026-12-03T22:45:00Z"),
  until: parseInstant("2026-12-03T23:15:00Z"),
  sequence: 0,
  at: parseInstant("2026-12-01T15:00:00Z"),
};
const received = { kind: "ACKNOWLEDGEMENT", about, clause: null, dueAt: null, mailed: false } as const;

describe("an acknowledgement", () => {
  test("says what was received, whether it is covered, and by when there will be an answer, in the reader's zone", () => {
    const dueAt = parseInstant("2026-12-02T15:00:00Z");
    expect(write({ ...received, outcome: "COVERED", dueAt })).toMatchObject({
      subject: "[#4790] Mail does not open",
      automatic: "auto-replied",
      calendar: null,
      text: `Hello Dana Whitfield,

we have your request. It is ticket #4790, “Mail does not open”.

It is covered by your contract.

You hear from us by Wed 2 Dec 16:00 (Europe/Vienna).

Your ticket:
https://desk.example/t/4790
`,
    });
  });

  test("names what is missing, and leads to where it can be said", () => {
    const asks = "Please state what kind of work it is.";
    const facts = { ...received, outcome: "NEEDS_INFORMATION", asks };
    expect(write(facts).text).toContain(
      `once we know a little more. ${asks}\n\nYou can do so on your ticket:\nhttps://desk.example/t/4790\n`,
    );
    expect(write({ ...facts, mailed: true }).text).toContain(
      `${asks} You can do so on your ticket.\n\nAn e-mail never`,
    );
  });

  test.each([
    [
      "LIMITED",
      "printer",
      "Printers",
      "Your contract covers it in part: Printers (printer). We tell you what we can do.",
    ],
    [
      "EXCLUDED",
      "training",
      "Training",
      "Your contract does not cover it: Training (training). We answer all the same",
    ],
    ["NEEDS_INFORMATION", null, null, "Whether your contract covers it, we can say once we know a little more."],
  ])("of a request that is %s names the clause", (outcome, code, title, says) => {
    const clause = code && title ? { code, title } : null;
    expect(write({ ...received, outcome, clause }).text).toContain(says);
  });

  test("of an e-mail says that mail makes nothing urgent, and where to say what does", () => {
    expect(write({ ...received, outcome: "COVERED", mailed: true }).text).toContain(
      "An e-mail never makes a ticket urgent. If nobody can work and there is no way around it, say so on your ticket, and it will be:\nhttps://desk.example/t/4790",
    );
  });

  test("promises nothing where nothing is promised", () => {
    expect(write({ ...received, outcome: "COVERED" }).text).not.toContain("You hear from us");
  });
});

describe("a message of a person", () => {
  const body = "Try this:\n  <script>alert(1)</script> & “that”";
  test("is said as it was written, and as HTML does nothing", () => {
    const { text, html, subject, automatic } = write({ kind: "REPLY", about, from: "Maya Okafor", body });
    expect(text).toBe(`${body}\n\nMaya Okafor\n\nYour ticket:\nhttps://desk.example/t/4790\n`);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; “that”");
    expect(html).not.toContain("<script");
    expect([subject, automatic]).toEqual(["Re: [#4790] Mail does not open", null]);
  });

  test("with files says how many came along, and leads to them", () => {
    const facts = { kind: "REPLY", about, from: "Maya Okafor", body, files: 2 } as const;
    expect(write(facts).text).toBe(
      `${body}\n\nMaya Okafor\n\nAttached: 2 files, on your ticket:\nhttps://desk.example/t/4790\n`,
    );
    expect(write({ ...facts, files: 1 }).text).toContain("Attached: 1 file, on your ticket:");
    expect(writeLetter(facts, { ticket: null, own: null }, from, to).text).toMatch(/Attached: 2 files\.\n$/);
    expect(write({ ...received, outcome: "COVERED", files: 1 }).text).toContain(
      "“Mail does not open”. Attached: 1 file.",
    );
  });

  test("that brings a link says how long it is good; one that was replaced says so", () => {
    const facts = {
      kind: "BOOKING_LINK",
      about,
      from: "Maya",
      body: "When?",
      linkId: "x",
      expiresAt: time.until,
    } as const;
    expect(write(facts).text).toContain(
      "Choose a time here, until Fri 4 Dec 00:15 (Europe/Vienna):\nhttps://desk.example/book#secret",
    );
    expect(writeLetter(facts, { ...links, own: null }, from, to).text).toContain(
      "was replaced by a newer one, or is over",
    );
  });

  test("that resolves the ticket is a person's; a resolution without one is the desk's", () => {
    const facts = { kind: "RESOLVED", about, from: "Maya" } as const;
    expect(write({ ...facts, body: "Solved" }).automatic).toBeNull();
    expect(write({ ...facts, body: null })).toMatchObject({
      automatic: "auto-generated",
      text: expect.stringContaining("we have resolved ticket #4790"),
    });
  });
});

describe("a promise that moved", () => {
  const moved = (cause: string) =>
    write({ kind: "DUE_CHANGED", about, metric: "FIRST_RESPONSE", before: time.from, after: time.until, cause }).text;
  test.each([
    ["priority STANDARD → URGENT", "Why: its priority changed from standard to urgent."],
    ["reopened", "Why: it was reopened."],
    ["pause", "Why: it waited meanwhile."],
    ["Calendar provider, version 3.", "Why: Calendar provider, version 3."],
  ])("because of %s says so", (cause, says) => {
    expect(moved(cause)).toContain(
      "You hear from us by Fri 4 Dec 00:15 (Europe/Vienna) instead of Thu 3 Dec 23:45 (Europe/Vienna).",
    );
    expect(moved(cause)).toContain(says);
  });
});

describe("an appointment", () => {
  test("over the reader's midnight names both days, and comes as an invitation", () => {
    const { text, calendar } = write({ kind: "APPOINTMENT", about, time, before: null });
    expect(text).toContain("is agreed: Thu 3 Dec 23:45 to Fri 4 Dec 00:15 (Europe/Vienna).");
    expect(calendar?.method).toBe("REQUEST");
    const unfolded = calendar?.content.replace(/\r\n /g, "");
    expect(unfolded).toMatch(/ORGANIZER;CN="Watchdesk":mailto:support@desk\.example/i);
    expect(unfolded).toMatch(/ATTENDEE;[^\r]*mailto:dana@northgate\.example/i);
  });

  test("that was called off takes its entry out, with the same name", () => {
    const cancelled = { kind: "APPOINTMENT_CANCELLED", about, time, by: "TICKET_ENDED", reason: null } as const;
    const [on, off] = [write({ kind: "APPOINTMENT", about, time, before: null }), write(cancelled)];
    const uid = (content: string | undefined) => /UID:(.*)/.exec(content ?? "")?.[1];
    expect(off.calendar?.method).toBe("CANCEL");
    expect(uid(off.calendar?.content)).toBe(uid(on.calendar?.content));
    expect(off.text).toContain("The ticket has ended, so there is nothing left to meet for.");
  });

  test("that changed hands says who has no time; without a link of its own it is moved on the ticket", () => {
    const facts = { kind: "APPOINTMENT", about, time, before: time.from, insteadOf: "Una Also" } as const;
    const { text } = writeLetter(facts, { ...links, own: null }, from, to);
    expect(text).toContain("; Una Also, with whom it was, has no time then.");
    expect(text).toContain("To move it or call it off, tell us on your ticket:");
  });

  test("that nobody came to can be had again, by a link or on the ticket", () => {
    const facts = { kind: "APPOINTMENT_MISSED", about, time } as const;
    expect(write(facts).text).toContain(`Choose another time here:\n${links.own}`);
    expect(writeLetter(facts, { ...links, own: null }, from, to).text).toContain(
      "Tell us on your ticket when it suits you:",
    );
  });

  test("that comes soon brings no file: the entry is there", () => {
    expect(write({ kind: "REMINDER", about, time }).calendar).toBeNull();
  });
});

test("coverage that was decided anew names what holds now, the clause and the next step", () => {
  const clause = { code: "project", title: "Project or maintenance work" };
  const nextStep = { label: "Ask for a quote.", url: null };
  const { text, automatic } = write({
    ...({ kind: "COVERAGE_CHANGED", about, before: "COVERED", outcome: "EXCLUDED", clause, nextStep } as const),
  });
  expect(automatic).toBe("auto-generated");
  expect(text).toBe(`Hello Dana Whitfield,

whether ticket #4790, “Mail does not open”, is covered by your contract was decided anew.

It is not covered now: Project or maintenance work (project). Until now it was covered.

Ask for a quote.

Your ticket:
https://desk.example/t/4790
`);
});

describe("a letter to somebody who works here", () => {
  const facts = { kind: "SET_PASSWORD_LINK", name: "Nia Night", by: "Max\nManager", linkId: "1" } as const;
  const own = { ticket: null, own: "https://desk.example/sign-in/password#link=secret" };
  test("invites them, or lets them set a new password, by the link alone", () => {
    const [invited, forgot] = [true, false].map((yes) => writeLetter({ ...facts, invited: yes }, own, from, to));
    expect(invited).toMatchObject({
      subject: "You are invited to the desk",
      automatic: "auto-generated",
      calendar: null,
    });
    expect(invited?.text).toBe(`Hello Nia Night,

Max Manager invites you to work at this desk. You sign in with the address to which this letter goes, and a password.

By this link you set your password. It works once, for 24 hours:
https://desk.example/sign-in/password#link=secret

If you do not know what this is about, you need do nothing: without the link nobody gets in.
`);
    expect(forgot?.subject).toBe("Your link to set a password");
    expect(forgot?.text).toContain("The old one goes on until you use it.");
  });
});

test("nothing that somebody wrote begins a line of the head", () => {
  const evil = "a\r\nBcc: b@c.example\u2028x\u0000";
  const { subject } = write({ ...received, outcome: "COVERED", about: { ...about, subject: evil } });
  expect(subject).toBe("[#4790] a Bcc: b@c.example x");
  expect(write({ kind: "REPLY", about, from: evil, body: "a\u0000b\r\nc" }).text).toContain(
    "ab\nc\n\na Bcc: b@c.example x\n",
  );
});

test("equal facts, equal letter", () => {
  const facts = { kind: "APPOINTMENT", about, time, before: null } as const;
  expect(write(facts)).toEqual(write(facts));
});
