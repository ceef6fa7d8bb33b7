import { afterAll, beforeAll, expect, test } from "vitest";
import { formatInstant, parseInstant } from "../../api/core/business-calendar/zone.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openTickets } from "../support/timers.ts";

/** Lets everybody else have their turn. */
const turn = () => new Promise((done) => setImmediate(done));

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", worker: false });
});
afterAll(() => desk.close());

test("whoever asks for the time while the clock is being set goes by the new time afterwards", async () => {
  await openTickets(desk, 10, "2026-11-30T15:00:00Z");
  const { house } = desk.composed;
  for (const day of [1, 2, 3, 4]) {
    const to = parseInstant(`2026-12-0${day}T20:00:00Z`);
    let set = false;
    const setting = house.setClock(to, null).then((done) => {
      set = true;
      return done;
    });
    // as walls and verbs do: again and again, all along the way
    for (; !set; await turn()) await house.deskClock();
    expect(await setting).toMatchObject({ kind: "set", clock: { now: to } });
    expect(formatInstant((await house.deskClock()).now)).toBe(formatInstant(to));
    expect(await house.now()).toBe(to);
  }
});
