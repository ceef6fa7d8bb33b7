import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingOn } from "../support/booking.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let on: ReturnType<typeof bookingOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-01T15:00:00Z" }); // a Tuesday, 10:00 in New York
  on = bookingOn(desk);
  await planShift(desk, desk.cast.technician.id, "2026-12-03T14:00:00Z", "2026-12-03T17:00:00Z");
});
afterAll(() => desk.close());

test("of tickets that are merged the appointment goes on, unless the other has one", async () => {
  const [child, parent, third] = [await on.open(), await on.open(), await on.open()];
  const [mine, theirs] = [await on.link(child.id), await on.link(third.id)];
  const { appointment } = await on.book(mine.token, "2026-12-03T14:00:00Z");
  await on.book(theirs.token, "2026-12-03T16:00:00Z");
  await on.done("technician", "mergeTickets", { ticketId: child.id, intoTicketId: parent.id });
  await desk.travel("2026-12-01T15:00:01Z");
  expect(await on.appointments(parent.id)).toMatchObject([
    { id: appointment.id, status: "BOOKED", sequence: 1, from: "2026-12-03T14:00:00Z" },
  ]);
  expect(await on.look(parent.id, "status")).toEqual({ status: "SCHEDULED" });
  expect((await on.story(parent.id, "requester")).at(-1).change).toMatch(/^Appointment of #\d+, on Thu 3 Dec 09:00 /);
  await on.done("technician", "mergeTickets", { ticketId: parent.id, intoTicketId: third.id });
  await desk.travel("2026-12-01T15:00:02Z");
  expect(await on.appointments(parent.id)).toMatchObject([{ id: appointment.id, status: "CANCELLED" }]);
  expect(await on.appointments(third.id)).toMatchObject([{ status: "BOOKED", from: "2026-12-03T16:00:00Z" }]);
});
