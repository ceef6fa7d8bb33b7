import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn, type Move } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

const TICKETS = 240;
const WRITERS = 8;

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let edits: ReturnType<typeof editsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T14:00:00Z" });
  on = verbsOn(desk);
  edits = editsOn(desk);
});
afterAll(() => desk.close());

const nameOf = (move: Pick<Move, "number" | "metric" | "cycle">) => `${move.number} ${move.metric} ${move.cycle}`;

/** What the log says that an application moved, clock by clock. */
async function movedBy(applicationId: string): Promise<Map<string, { from: string; to: string }>> {
  const rows = await desk.composed.house.readAsDesk<{ number: number; payload: any }>({
    text: `select t.number, e.payload from event e join ticket t on t.partner_id = e.partner_id and t.id = e.ticket_id
            where e.type = 'SlaDueChanged' and e.payload->>'applicationId' is not null order by e.position`,
    values: [],
  });
  const own = rows.filter((row) => `app_${row.payload.applicationId.replaceAll("-", "")}` === applicationId);
  const text = (seconds: number) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
  return new Map(
    own.map(({ number, payload: { metric, cycle, dueAt } }) => [
      nameOf({ number, metric, cycle }),
      { from: text(dueAt.from), to: text(dueAt.to) },
    ]),
  );
}

test("a calendar is applied exactly as its dry run said, beside eight writers: whatever differs is named with its event", async () => {
  const tickets: { id: string; number: number }[] = [];
  for (let n = 0; n < TICKETS; n += 40) {
    const urgent = n % 80 === 0 ? { affected: "ALL", workaround: false } : {};
    tickets.push(...(await Promise.all(Array.from({ length: 40 }, () => on.open(urgent)))));
  }
  for (const { id } of tickets.slice(0, 20)) await on.done("technician", "waitOn", { ticketId: id, on: "REQUESTER" });
  await desk.travel("2026-11-23T14:20:00Z");

  const calendar = {
    ...(await edits.calendarInput()),
    exceptions: [{ date: "2026-11-23", name: "Storm", windows: [{ from: "08:30", until: "09:30" }] }],
    reason: "Storm",
  };
  const { dryRun } = await edits.dryRun({ calendar });
  expect(dryRun).toMatchObject({ tickets: TICKETS, wouldBreach: 0 });
  expect(dryRun.moved).toBeGreaterThan(100);

  // from here on eight people work, while the calendar is published and applied page by page
  let over = false;
  const work = tickets.slice(100);
  const writers = Array.from({ length: WRITERS }, async (_, w) => {
    for (let n = w; !over && n < work.length; n += WRITERS) {
      const ticketId = (work[n] as { id: string }).id;
      if (n % 3 === 0) await on.act("technician", "reply", { ticketId, body: "We are on it." });
      else if (n % 3 === 1) await on.act("technician", "waitOn", { ticketId, on: "REQUESTER" });
      else await on.act("requester", "stateFacts", { ticketId, affected: "ALL", workaround: false });
    }
  });
  const { application } = await edits.make("publishCalendar", calendar, "calendar { version }");
  over = true;
  await Promise.all(writers);

  const done = await edits.application(application.id, dryRun.position);
  expect(done).toMatchObject({ ticketsTotal: TICKETS, ticketsDone: TICKETS, finishedAt: "2026-11-23T14:20:00Z" });
  const moved = await movedBy(application.id);
  const disturbed = new Set(done.disturbedSince.map((d: { number: number }) => d.number));
  const quiet = dryRun.moves.filter((m: Move) => !disturbed.has(m.number));
  expect(quiet.length, "many were left alone").toBeGreaterThan(50);
  expect(disturbed.size, "and some were not").toBeGreaterThan(0);
  for (const move of quiet as Move[])
    expect(moved.get(nameOf(move)), nameOf(move)).toEqual({ from: move.dueBefore, to: move.dueAfter });
  const foretold = new Set(dryRun.moves.map(nameOf));
  for (const name of moved.keys())
    if (!foretold.has(name)) expect(disturbed.has(Number(name.split(" ")[0])), `${name} was not foretold`).toBe(true);
});

test("a ticket that is created while a calendar is published is counted by it, however the two interleave", async () => {
  const calendar = { ...(await edits.calendarInput()), reason: "Once more" };
  const holiday = { ...calendar, holidays: [...calendar.holidays, { date: "2026-11-24", name: "Strike" }] };
  const create = () => on.open({ affected: "ALL", workaround: false });
  const before = Promise.all(Array.from({ length: 12 }, create));
  const published = edits.act("publishCalendar", holiday);
  const after = Promise.all(Array.from({ length: 12 }, create));
  await Promise.all([before, published, after]);
  await desk.travel("2026-11-23T14:20:00Z");
  for (const { id } of [...(await before), ...(await after)]) {
    const { slaClock } = await on.look(id, "slaClock(metric: FIRST_RESPONSE) { dueAt calendarVersion }");
    expect(slaClock).toEqual({ dueAt: "2026-11-25T14:20:00Z", calendarVersion: 3 });
  }
});
