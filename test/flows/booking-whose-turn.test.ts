import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookingOn } from "../support/booking.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let on: ReturnType<typeof bookingOn>;
let [ada, zoe]: string[] = [];
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-01T15:00:00Z" }); // a Tuesday, 10:00 in New York
  on = bookingOn(desk);
});
afterAll(() => desk.close());

const hire = async (name: string) => {
  const query = "mutation($name: String!) { createTechnician(input: { name: $name }) { technician { id } } }";
  return (await on.ask("manager", query, { name })).createTechnician.technician.id as string;
};
const whoever = async (ticketId: string) => (await on.link(ticketId)).token;
const bookedWith = async (token: string, from: string) => (await on.book(token, from)).appointment.technicianName;

describe("whose time it is that is booked with whoever is free", () => {
  test("a manager's is not, while the desk plans no shifts and technicians work there", async () => {
    expect(await bookedWith(await whoever((await on.open()).id), "2026-12-02T14:00:00Z")).toBe("Tess Technician");
    const second = await on.book(await whoever((await on.open()).id), "2026-12-02T14:00:00Z");
    expect(second.userErrors[0].code).toBe("SLOT_TAKEN");
  });

  test("the owner's, then the least booked that week, then by name", async () => {
    ada = await hire("Ada Early");
    zoe = await hire("Zoe Late");
    for (const id of [ada, zoe])
      for (const day of ["03", "10"])
        await planShift(desk, id.slice(4), `2026-12-${day}T14:00:00Z`, `2026-12-${day}T19:00:00Z`);
    const at = (hour: number, day = "03") => `2026-12-${day}T${hour}:00:00Z`;
    expect(await bookedWith(await whoever((await on.open()).id), at(14))).toBe("Ada Early"); // by name
    expect(await bookedWith(await whoever((await on.open()).id), at(15))).toBe("Zoe Late"); // who has none
    const hers = await on.open();
    await on.done("manager", "assignTicket", { ticketId: hers.id, technicianId: zoe });
    expect(await bookedWith(await whoever(hers.id), at(16))).toBe("Zoe Late");
    expect(await bookedWith(await whoever((await on.open()).id), at(17))).toBe("Ada Early"); // who has one, and Zoe two
    expect(await bookedWith(await whoever((await on.open()).id), at(14, "10"))).toBe("Ada Early"); // another week
  });
});

test("a move stays with whoever has it, and says so where it cannot", async () => {
  const ticket = await on.open();
  const token = await whoever(ticket.id);
  await planShift(desk, (ada as string).slice(4), "2026-12-11T14:00:00Z", "2026-12-11T19:00:00Z");
  await planShift(desk, (zoe as string).slice(4), "2026-12-11T14:00:00Z", "2026-12-11T16:00:00Z");
  const with_ = await bookedWith(token, "2026-12-11T14:00:00Z");
  expect(with_).toBe("Zoe Late"); // Ada has one that week
  expect((await on.move(token, "2026-12-11T15:00:00Z")).appointment.technicianName).toBe("Zoe Late");
  expect((await on.hold(token, "2026-12-11T17:00:00Z")).held.technicianName).toBe("Ada Early");
  expect((await on.move(token, "2026-12-11T17:00:00Z")).appointment.technicianName).toBe("Ada Early");
  const story = (await on.story(ticket.id, "requester")).map((line: { change: string }) => line.change);
  expect(story.at(-1)).toBe(
    "Appointment moved from Fri 11 Dec 10:00 to Fri 11 Dec 12:00 (America/New_York) with Ada Early instead of Zoe Late",
  );
});
