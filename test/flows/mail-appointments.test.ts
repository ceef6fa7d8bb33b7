import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { ADDRESS, mailDesk } from "../support/mail-desk.ts";
import { type Arrived, textOf } from "../support/mail-server.ts";
import { planShift } from "../support/shifts.ts";

/** A Tuesday, 10:00 in New York. */
const made = mailDesk("2026-12-01T15:00:00Z");
beforeAll(async () => {
  await planShift(made.desk, made.desk.cast.technician.id, "2026-12-03T14:00:00Z", "2026-12-03T17:00:00Z");
});

/** A calendar of somebody else: what it holds after it was given a mail, by the rules for invitations (RFC 5546). */
class Calendar {
  readonly entries = new Map<string, { sequence: number; start: string; status: string }>();

  take(mail: Arrived): string {
    const file = mail.attachments.find(
      (a) => a.mimeType.startsWith("text/calendar") || a.filename === "appointment.ics",
    );
    const content = typeof file?.content === "string" ? file.content : new TextDecoder().decode(file?.content);
    const calendar = new ICAL.Component(ICAL.parse(content));
    const method = calendar.getFirstPropertyValue("method") as string;
    const component = calendar.getFirstSubcomponent("vevent") as ICAL.Component;
    const event = new ICAL.Event(component);
    expect(String(component.getFirstPropertyValue("organizer")).toLowerCase()).toBe("mailto:support@desk.example");
    expect(String(component.getFirstPropertyValue("attendee")).toLowerCase()).toBe(`mailto:${ADDRESS}`);
    const known = this.entries.get(event.uid);
    if (known && known.sequence >= event.sequence) return "old news";
    const status = method === "CANCEL" ? "CANCELLED" : "CONFIRMED";
    this.entries.set(event.uid, { sequence: event.sequence, start: event.startDate.toString(), status });
    return known ? (method === "CANCEL" ? "taken out" : "moved") : "put in";
  }
}

describe("an appointment comes into the requester's calendar by mail", () => {
  test("is put in, moved in place, reminded of, and taken out", async () => {
    const { on, arrived } = made;
    const ticket = await on.open({ subject: "Printer, again; 🖨️" });
    const { token } = await on.link(ticket.id);
    const calendar = new Calendar();
    await on.book(token, "2026-12-03T15:00:00Z");
    const agreed = (await arrived(ticket.number, 3))[2]!;
    expect(agreed.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(textOf(agreed)).toContain("is agreed: Thu 3 Dec 10:00 to 10:30 (America/New_York).");
    expect(calendar.take(agreed)).toBe("put in");

    await on.move(token, "2026-12-03T16:00:00Z");
    const moved = (await arrived(ticket.number, 4))[3]!;
    expect(textOf(moved)).toContain("It is Thu 3 Dec 11:00 to 11:30 (America/New_York), instead of Thu 3 Dec 10:00");
    expect(calendar.take(moved)).toBe("moved");
    expect(calendar.take(agreed), "an old mail that is opened again").toBe("old news");
    expect([...calendar.entries.values()]).toEqual([
      { sequence: 1, start: "2026-12-03T16:00:00Z", status: "CONFIRMED" },
    ]);

    await made.desk.travel("2026-12-03T15:00:00Z");
    const reminder = (await arrived(ticket.number, 5))[4]!;
    expect(textOf(reminder)).toContain("comes soon: Thu 3 Dec 11:00 to 11:30 (America/New_York).");
    expect(reminder.attachments).toEqual([]);

    await on.cancel(token, "We are\r\nclosed");
    const off = (await arrived(ticket.number, 6))[5]!;
    expect(off.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
    expect(textOf(off)).toContain("was called off as you wished.\n\nWhy: We are closed");
    expect(calendar.take(off)).toBe("taken out");
    expect([...calendar.entries.values()]).toEqual([
      { sequence: 2, start: "2026-12-03T16:00:00Z", status: "CANCELLED" },
    ]);
  });

  test("brings a link of its own, by which it is moved; where nobody met, another to book again by", async () => {
    const { on, arrived, desk } = made;
    await planShift(desk, desk.cast.technician.id, "2026-12-03T18:00:00Z", "2026-12-03T21:00:00Z");
    const ticket = await on.open();
    const sent = await on.link(ticket.id);
    const [, invited] = await arrived(ticket.number, 2);
    expect(textOf(invited!)).toMatch(/until Thu 17 Dec 10:\d\d \(America/); // by the minute
    await on.book(sent.token, "2026-12-03T18:00:00Z");
    const tokenIn = (mail: Arrived) => /\/book#(\S+)/.exec(textOf(mail))?.[1] as string;
    const agreed = (await arrived(ticket.number, 3))[2]!;
    expect(textOf(agreed)).toContain("To move it or call it off:");
    expect((await on.move(tokenIn(agreed), "2026-12-03T19:00:00Z")).userErrors).toEqual([]);
    await arrived(ticket.number, 4);
    await desk.travel("2026-12-03T19:30:00Z");
    const missed = (await arrived(ticket.number, 5))[4]!;
    expect(textOf(missed)).toContain("nobody was connected at the time that was agreed, Thu 3 Dec 14:00 to 14:30");
    expect((await on.book(tokenIn(missed), "2026-12-03T20:00:00Z")).userErrors).toEqual([]);
  });

  test("a reminder of what was called off meanwhile is not sent, however late the server comes back", async () => {
    const { on, server, desk, later, stand } = made;
    await planShift(desk, desk.cast.technician.id, "2026-12-04T14:00:00Z", "2026-12-04T17:00:00Z");
    const ticket = await on.open();
    const { token } = await on.link(ticket.id);
    await on.book(token, "2026-12-04T15:00:00Z");
    await stand(ticket.number, ["SENT", "SENT", "SENT"]);
    await server.down();
    await desk.travel("2026-12-04T14:00:00Z");
    await stand(ticket.number, ["SENT", "SENT", "SENT", "QUEUED"]);
    await on.cancel(token);
    await stand(ticket.number, ["SENT", "SENT", "SENT", "QUEUED", "QUEUED"]);
    await server.up();
    await later(3_600);
    const letters = await stand(ticket.number, ["SENT", "SENT", "SENT", "DROPPED", "SENT"]);
    expect(letters.map((l) => l.kind).slice(3)).toEqual(["REMINDER", "APPOINTMENT_CANCELLED"]);
  });
});
