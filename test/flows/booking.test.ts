import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookingOn } from "../support/booking.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let on: ReturnType<typeof bookingOn>;
/** A Tuesday, 10:00 in New York. */
const NOW = "2026-12-01T15:00:00Z";
beforeAll(async () => {
  desk = await startDesk({ at: NOW });
  on = bookingOn(desk);
  // the technician works on Wednesday, Thursday and Friday from 9:00 to 12:00
  for (const day of ["02", "03", "04"])
    await planShift(desk, desk.cast.technician.id, `2026-12-${day}T14:00:00Z`, `2026-12-${day}T17:00:00Z`);
});
afterAll(() => desk.close());

const times = (days: { slots: { from: string }[] }[]) => days.flatMap((d) => d.slots.map((s) => s.from.slice(5, 16)));

describe("from the link to the appointment", () => {
  test("the link is a response, the ticket waits for the requester, and the page knows all that it shows", async () => {
    const ticket = await on.open();
    const sent = await on.link(ticket.id);
    expect(sent.userErrors).toEqual([]);
    expect(sent.ticket).toMatchObject({ status: "WAITING", waitingOn: "REQUESTER" });
    expect(await on.clock(ticket.id, "FIRST_RESPONSE")).toMatchObject({ verdict: "MET", satisfiedAt: NOW });
    expect(await on.clock(ticket.id, "RESOLUTION")).toMatchObject({ state: "PAUSED", pausedReason: "REQUESTER" });
    const booking = await on.see(sent.token);
    expect(booking).toMatchObject({
      ticketNumber: ticket.number,
      subject: "Mail does not open",
      lengthSeconds: 1800,
      timeZone: "America/New_York",
      closedBecause: null,
      appointment: null,
    });
    expect(times(booking.days).slice(0, 7)).toEqual([
      ...["12-02T14:00", "12-02T14:30", "12-02T15:00", "12-02T15:30", "12-02T16:00", "12-02T16:30", "12-03T14:00"],
    ]);
  });

  test("a link sees its booking and nothing else of the desk", async () => {
    const { token } = await on.link((await on.open()).id);
    const { data } = await on.raw(token, "{ viewer { kind name } }");
    expect(data.viewer).toEqual({ kind: "BOOKING", name: "Robin Requester" });
    for (const query of ["{ tickets(first: 1) { edges { cursor } } }", "{ teams { id } }", "{ wall { asOf } }"])
      expect((await on.raw(token, query)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const other = await on.open();
    const asked = await on.raw(token, `{ booking(ticketId: "${other.id}") { subject } }`);
    expect(asked.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  });

  test("a slot is held for five minutes, booked, moved and called off; the ticket follows", async () => {
    const ticket = await on.open();
    const { token } = await on.link(ticket.id);
    const held = await on.hold(token, "2026-12-03T15:00:00Z");
    expect(held).toMatchObject({
      held: { from: "2026-12-03T15:00:00Z", heldUntil: "2026-12-01T15:05:00Z" },
      userErrors: [],
    });
    // whoever else looks does not see it, and neither what is too near to it
    const { token: theirs } = await on.link((await on.open()).id);
    expect(times((await on.see(theirs)).days)).not.toContain("12-03T15:00");
    expect(times((await on.see(theirs)).days)).not.toContain("12-03T14:30");

    const { appointment, userErrors } = await on.book(token, "2026-12-03T15:00:00Z");
    expect(userErrors).toEqual([]);
    expect(appointment).toMatchObject({
      from: "2026-12-03T15:00:00Z",
      until: "2026-12-03T15:30:00Z",
      status: "BOOKED",
      sequence: 0,
    });
    expect(await on.look(ticket.id, "status waitingOn")).toEqual({ status: "SCHEDULED", waitingOn: null });
    expect(await on.clock(ticket.id, "RESOLUTION")).toMatchObject({
      pausedReason: "APPOINTMENT",
      resumesAt: "2026-12-03T15:00:00Z",
    });
    expect((await on.book(token, "2026-12-03T16:00:00Z")).userErrors[0].code).toBe("ALREADY_EXISTS");

    // half an hour later: its own time does not stand in its way
    const moved = await on.move(token, "2026-12-03T15:30:00Z");
    expect(moved).toMatchObject({
      userErrors: [],
      appointment: { id: appointment.id, sequence: 1, from: "2026-12-03T15:30:00Z" },
    });
    expect(await on.clock(ticket.id, "RESOLUTION")).toMatchObject({ resumesAt: "2026-12-03T15:30:00Z" });
    expect((await on.move(token, "2026-12-03T15:30:00Z")).userErrors[0].code).toBe("INVALID");

    const off = await on.cancel(token, "We are closed that day");
    expect(off).toMatchObject({ userErrors: [], appointment: { status: "CANCELLED", sequence: 2 } });
    expect(await on.look(ticket.id, "status")).toEqual({ status: "OPEN" });
    expect((await on.cancel(token)).userErrors[0].code).toBe("NO_APPOINTMENT");
    const story = await on.story(ticket.id, "requester");
    expect(
      story.filter((e: { kind: string }) => e.kind === "APPOINTMENT").map((e: { change: string }) => e.change),
    ).toEqual([
      expect.stringMatching(/^Appointment on Thu 3 Dec 10:00 \(America\/New_York\) with /),
      expect.stringMatching(/^Appointment moved from Thu 3 Dec 10:00 to Thu 3 Dec 10:30 /),
      "Appointment of Thu 3 Dec 10:30 (America/New_York) called off: We are closed that day",
    ]);
    expect((await on.appointments(ticket.id)).map((a: { status: string }) => a.status)).toEqual(["CANCELLED"]);
  });

  test("beside an appointment others begin as its buffer is over; a half hour that somebody saw before is theirs all the same", async () => {
    const [first, second] = [await on.link((await on.open()).id), await on.link((await on.open()).id)];
    const thursday = async () => times((await on.see(second.token)).days).filter((time) => time.startsWith("12-03"));
    expect(await thursday()).toContain("12-03T15:00");
    await on.book(first.token, "2026-12-03T14:00:00Z");
    expect(await thursday()).toEqual(["12-03T14:40", "12-03T15:20", "12-03T16:00"]);
    expect((await on.book(second.token, "2026-12-03T15:00:00Z")).userErrors).toEqual([]);
    for (const { token } of [first, second]) await on.cancel(token);
  });

  test("a move to a time that is taken leaves the appointment where it is", async () => {
    const [one, two] = [await on.open(), await on.open()];
    const [first, second] = [await on.link(one.id), await on.link(two.id)];
    await on.book(first.token, "2026-12-04T14:00:00Z");
    await on.book(second.token, "2026-12-04T16:00:00Z");
    const refused = await on.move(second.token, "2026-12-04T14:00:00Z");
    expect(refused.userErrors[0].code).toBe("SLOT_TAKEN");
    expect(refused.nearest.map((s: { from: string }) => s.from)).toContain("2026-12-04T14:40:00Z"); // as the buffer of the one at nine is over
    expect(await on.appointments(two.id)).toMatchObject([
      { status: "BOOKED", sequence: 0, from: "2026-12-04T16:00:00Z" },
    ]);
    expect((await on.book(first.token, "2026-12-04T16:00:00Z")).userErrors[0].code).toBe("ALREADY_EXISTS");
  });
});

describe("whoever is signed in", () => {
  const invited = async (ticketId: string) =>
    (
      await on.ask("requester", "query($id: ID!) { booking(ticketId: $id) { expiresAt lengthSeconds } }", {
        id: ticketId,
      })
    ).booking;

  test("a requester sees that a time is asked for, and until when", async () => {
    const ticket = await on.open();
    expect((await invited(ticket.id)).expiresAt).toBeNull();
    const { link } = await on.link(ticket.id, { lengthSeconds: 2700 });
    expect(await invited(ticket.id)).toEqual({ expiresAt: link.expiresAt, lengthSeconds: 2700 });
  });

  test("staff see what was agreed in a stretch of time, and nobody else does", async () => {
    const ticket = await on.open();
    const { token } = await on.link(ticket.id);
    expect((await on.book(token, "2026-12-04T15:00:00Z")).userErrors).toEqual([]);
    const stretch = `{ appointments(from: "2026-12-04T14:30:00Z", until: "2026-12-04T16:00:00Z") {
      from ticketNumber technician { name } } }`;
    expect((await on.ask("manager", stretch)).appointments).toEqual([
      { from: "2026-12-04T15:00:00Z", ticketNumber: ticket.number, technician: { name: "Tess Technician" } },
    ]);
    await on.done("manager", "cancel", { ticketId: ticket.id, reason: "Settled by telephone" });
    await desk.travel(NOW); // what happened is heard
    expect((await on.ask("manager", stretch)).appointments).toEqual([]);
    const { errors } = await desk.gql("requester", stretch);
    expect(errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
  });
});

describe("what cannot be booked says why, and what can", () => {
  test.each([
    ["a time that has passed", "2026-12-01T14:30:00Z", "SLOT_PASSED"],
    ["a time that is too near", "2026-12-01T15:05:00Z", "SLOT_PASSED"],
    ["a time at night", "2026-12-03T03:00:00Z", "NOT_OFFERED"],
    ["a time at which nobody works", "2026-12-03T20:00:00Z", "NOT_OFFERED"],
    ["a time of years ago", "1971-01-01T09:00:00Z", "SLOT_PASSED"],
    ["a time in ten centuries", "3026-12-02T15:00:00Z", "NOT_OFFERED"],
    ["a time that no slot begins at", "2026-12-02T14:31:00Z", "NOT_OFFERED"],
  ])("%s", async (_, from, code) => {
    const { token } = await on.link((await on.open()).id);
    const { userErrors, nearest, appointment } = await on.book(token, from);
    expect(userErrors).toMatchObject([{ code, field: "from" }]);
    expect(appointment).toBeNull();
    expect(nearest.length > 0).toBe(!from.startsWith("3"));
  });

  test("a forged link opens nothing", async () => {
    const { errors } = await on.raw(`wd_booking_00000000_${"x".repeat(43)}`, "{ booking { subject } }");
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  test("a link that was replaced, one that is over, and one whose ticket has ended say so", async () => {
    const ticket = await on.open();
    const old = await on.link(ticket.id);
    const { token } = await on.link(ticket.id);
    expect((await on.see(old.token)).closedBecause).toBe("A newer link was sent in place of this one: use that.");
    expect((await on.book(old.token, "2026-12-02T14:00:00Z")).userErrors[0].code).toBe("LINK_OVER");
    await on.done("manager", "cancel", { ticketId: ticket.id, reason: "Settled by telephone" });
    expect(await on.see(token)).toMatchObject({
      closedBecause: "The ticket is cancelled: there is nothing left to agree on.",
      days: [],
    });
    expect((await on.book(token, "2026-12-02T14:00:00Z")).userErrors[0].code).toBe("NOT_IN_THIS_STATUS");
  });

  test("beside an appointment that stands a link moves it, and the ticket stays as it is; odd lengths are refused", async () => {
    const ticket = await on.open();
    const { token } = await on.link(ticket.id);
    await on.book(token, "2026-12-02T14:00:00Z");
    const other = await on.link(ticket.id);
    expect(other).toMatchObject({ userErrors: [], ticket: { status: "SCHEDULED", waitingOn: null } });
    expect((await on.see(other.token)).appointment).toMatchObject({ from: "2026-12-02T14:00:00Z" });
    expect((await on.cancel(other.token)).userErrors).toEqual([]);
    for (const lengthSeconds of [60, 1000, 90_000])
      expect((await on.link((await on.open()).id, { lengthSeconds })).userErrors[0]).toMatchObject({
        code: "INVALID",
        field: "lengthSeconds",
      });
  });
});

describe("what time alone does", () => {
  test("an unconfirmed slot is free again after five minutes; the appointment comes, is told of, and is missed without a session", async () => {
    const [one, two] = [await on.open(), await on.open()];
    const [first, second] = [await on.link(one.id), await on.link(two.id)];
    await on.hold(first.token, "2026-12-02T16:00:00Z");
    expect((await on.book(second.token, "2026-12-02T16:00:00Z")).userErrors[0].code).toBe("SLOT_TAKEN");
    await desk.travel("2026-12-01T15:05:00Z");
    expect((await on.book(second.token, "2026-12-02T16:00:00Z")).userErrors).toEqual([]);

    await desk.travel("2026-12-02T16:00:00Z");
    expect(await on.look(two.id, "status")).toEqual({ status: "OPEN" });
    expect((await on.move(second.token, "2026-12-03T14:00:00Z")).userErrors[0].code).toBe("SLOT_PASSED");
    await desk.travel("2026-12-02T16:30:00Z");
    expect(await on.appointments(two.id)).toMatchObject([{ status: "MISSED" }]);
    const { changes } = await on.ask(
      "manager",
      '{ changes(after: "0", first: 100, types: [APPOINTMENT_DRAWS_NEAR, APPOINTMENT_PASSED]) { changes { type at ticket { number } } } }',
    );
    const told = changes.changes.filter((c: { ticket: { number: number } }) => c.ticket.number === two.number);
    expect(told.map((c: { type: string; at: string }) => [c.type, c.at])).toEqual([
      ["APPOINTMENT_DRAWS_NEAR", "2026-12-02T15:00:00Z"],
      ["APPOINTMENT_PASSED", "2026-12-02T16:30:00Z"],
    ]);
  });

  test("a ticket that is settled otherwise gives its time back", async () => {
    const ticket = await on.open();
    const { token } = await on.link(ticket.id);
    await on
      .book(token, "2026-12-04T15:00:00Z")
      .then((b: { userErrors: object[] }) => expect(b.userErrors).toEqual([]));
    await on.done("manager", "cancel", { ticketId: ticket.id, reason: "Settled by telephone" });
    await desk.travel("2026-12-02T16:31:00Z");
    expect(await on.appointments(ticket.id)).toMatchObject([{ status: "CANCELLED" }]);
  });
});
