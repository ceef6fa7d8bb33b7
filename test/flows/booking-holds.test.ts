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
  for (const day of ["02", "03", "04"])
    await planShift(desk, desk.cast.technician.id, `2026-12-${day}T14:00:00Z`, `2026-12-${day}T17:00:00Z`);
});
afterAll(() => desk.close());

const linked = async () => on.link((await on.open()).id);
const times = (days: { slots: { from: string }[] }[]) => days.flatMap((d) => d.slots.map((s) => s.from.slice(5, 16)));

describe("a slot that is held", () => {
  test("is lost by no refusal of another", async () => {
    const [mine, theirs] = [await linked(), await linked()];
    await on.book(theirs.token, "2026-12-02T16:00:00Z");
    await on.hold(mine.token, "2026-12-02T14:00:00Z");
    for (const other of ["2026-12-02T16:00:00Z", "2026-12-03T03:00:00Z", "2026-12-02T14:31:00Z"])
      expect((await on.hold(mine.token, other)).held).toBeNull();
    expect((await on.see(mine.token)).held).toMatchObject({ from: "2026-12-02T14:00:00Z" });
    expect((await on.book(theirs.token, "2026-12-02T14:00:00Z")).userErrors[0].code).toBe("ALREADY_EXISTS");
    const third = await linked();
    expect((await on.book(third.token, "2026-12-02T14:00:00Z")).userErrors[0].code).toBe("SLOT_TAKEN");
  });

  test("makes room for one that overlaps it, and is let go when nobody wants it any more", async () => {
    const [mine, theirs] = [await linked(), await linked()];
    await on.hold(mine.token, "2026-12-03T14:00:00Z");
    expect((await on.hold(mine.token, "2026-12-03T14:30:00Z")).held).toMatchObject({
      ...{ from: "2026-12-03T14:30:00Z", technicianName: "Tess Technician" },
    });
    expect(times((await on.see(theirs.token)).days)).not.toContain("12-03T14:30");
    expect((await on.release(mine.token)).userErrors).toEqual([]);
    expect((await on.release(mine.token)).userErrors).toEqual([]); // as good
    expect((await on.see(mine.token)).held).toBeNull();
    expect(times((await on.see(theirs.token)).days)).toContain("12-03T14:30");
  });

  test("may lie beside the appointment that it is to replace", async () => {
    const { token } = await linked();
    await on.book(token, "2026-12-04T14:00:00Z");
    expect((await on.hold(token, "2026-12-04T14:30:00Z")).userErrors).toEqual([]);
    expect((await on.move(token, "2026-12-04T14:30:00Z")).appointment).toMatchObject({ sequence: 1 });
    expect((await on.see(token)).held).toBeNull();
  });
});

describe("whoever finds no time", () => {
  test("says when it suits them: the ticket has it as theirs, and waits for them no longer", async () => {
    const ticket = await on.open();
    const { token } = await on.link(ticket.id);
    expect(await on.see(token)).toMatchObject({
      ...{ bookableUntil: "2027-01-26T15:00:00Z", asks: ["ANOTHER_TIME"], askedAt: null },
    });
    expect((await on.answer(token, "ANOTHER_TIME", " ")).userErrors[0]).toMatchObject({
      code: "INVALID",
      field: "body",
    });
    expect(await on.answer(token, "ANOTHER_TIME", "Fridays after four")).toEqual({ askedAt: NOW, userErrors: [] });
    expect(await on.look(ticket.id, "status waitingOn")).toEqual({ status: "OPEN", waitingOn: null });
    expect((await on.story(ticket.id, "technician")).at(-1)).toMatchObject({
      ...{ kind: "REQUESTER_MESSAGE", body: "Fridays after four", change: "Asked for another time" },
    });
    expect((await on.answer(token, "ANOTHER_TIME", "Or Mondays")).userErrors[0].code).toBe("TOO_SOON");
    expect((await on.see(token)).askedAt).toBe(NOW);
  });

  test("asks for a new link once theirs is over; one that was replaced asks for nothing", async () => {
    const ticket = await on.open();
    const old = await on.link(ticket.id);
    const { token } = await on.link(ticket.id);
    expect((await on.see(old.token)).asks).toEqual([]);
    expect((await on.answer(old.token, "ANOTHER_TIME", "Fridays")).userErrors[0].code).toBe("LINK_OVER");
    await desk.travel("2026-12-15T15:00:00Z");
    expect(await on.see(token)).toMatchObject({ asks: ["NEW_LINK"], days: [] });
    expect((await on.answer(token, "NEW_LINK")).userErrors).toEqual([]);
    expect((await on.story(ticket.id, "technician")).at(-1)).toMatchObject({ change: "Asked for a new booking link" });
  });
});
