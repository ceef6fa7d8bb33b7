import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookingOn } from "../support/booking.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";

let desk: TestDesk;
let on: ReturnType<typeof bookingOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-01T15:00:00Z" });
  on = bookingOn(desk);
  // two who work on Wednesday and Thursday from 9:00 to 14:00
  const created =
    'mutation { done: createTechnician(input: { name: "Una Also" }) { technician { id } userErrors { message } } }';
  await on.ask("manager", created);
  const { technicians } = await on.ask("manager", "{ technicians { id name } }");
  const una = technicians.find((t: { name: string }) => t.name === "Una Also").id.slice(4);
  for (const id of [desk.cast.technician.id, una])
    for (const day of ["02", "03"]) await planShift(desk, id, `2026-12-${day}T14:00:00Z`, `2026-12-${day}T19:00:00Z`);
});
afterAll(() => desk.close());

test("fifty race for ten slots: ten win, forty are offered others, and the database has promised nobody twice", async () => {
  const wanted = ["14:00", "15:00", "16:00", "17:00", "18:00"].map((time) => `2026-12-02T${time}:00Z`);
  const links: { token: string }[] = [];
  for (let i = 0; i < 50; i += 1) links.push(await on.link((await on.open({ subject: `Trouble ${i}` })).id));
  const answers = await Promise.all(links.map(({ token }, i) => on.book(token, wanted[i % 5] as string)));
  const won = answers.filter(({ appointment }) => appointment !== null);
  const lost = answers.filter(({ appointment }) => appointment === null);
  expect([won.length, lost.length]).toEqual([10, 40]);
  for (const answer of lost) {
    const { userErrors, nearest } = answer;
    expect(userErrors).toMatchObject([{ code: "SLOT_TAKEN", field: "from" }]);
    expect(nearest.length).toBeGreaterThan(0);
    // others: of those that all want, some were free still when a loser was answered
    for (const { from } of nearest) expect(from).not.toBe(wanted[answers.indexOf(answer) % 5]);
  }
  // whoever lost takes what was offered; again some are faster than others, and nobody is promised twice
  await Promise.all(
    lost.map(({ nearest }, i) => on.book(links[answers.indexOf(lost[i])]?.token as string, nearest[0].from)),
  );

  const client = new pg.Client(desk.urls.staff);
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as booked, count(distinct (technician_id, from_at))::int as times,
            (select count(*)::int from appointment a join appointment b on a.technician_id = b.technician_id and a.id < b.id
              and tstzrange(a.from_at, a.busy_until) && tstzrange(b.from_at, b.busy_until)
              where a.status = 'BOOKED' and b.status = 'BOOKED') as twice
       from appointment where status = 'BOOKED'`,
  );
  expect(rows[0].twice).toBe(0);
  expect(rows[0].times).toBe(rows[0].booked);
  expect(rows[0].booked).toBeGreaterThan(10);

  // and not by a check of ours: the same by hand is refused by the constraint
  const again = client.query(
    `insert into appointment (id, partner_id, client_id, ticket_id, technician_id, technician_name, from_at, until_at, busy_until,
                              status, held_until, created_at, created_by)
     select gen_random_uuid(), partner_id, client_id,
            (select id from ticket other where other.id <> appointment.ticket_id and other.partner_id = appointment.partner_id
               and not exists (select from appointment a where a.ticket_id = other.id) limit 1), technician_id, technician_name, from_at + interval '5 minutes',
            until_at, busy_until, 'HELD', now(), created_at, created_by from appointment where status = 'BOOKED' limit 1`,
  );
  await expect(again).rejects.toMatchObject({ code: "23P01", constraint: "appointment_technician_free" });
  await client.end();
});
