import type { SqlEntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { newestCalendarAsDesk } from "../../clients/read-agreements.ts";
import type { Instant } from "../../core/time.ts";
import { leaveThePast } from "../../letters/leave-the-past.ts";
import { Technician } from "../../people/people.entity.ts";
import type { Orm } from "../../platform/database.ts";
import type { Viewer } from "../../platform/viewer.ts";
import { heartbeat } from "../../sessions/run-session.ts";
import { composeHours } from "../../sla/operating-hours.ts";
import type { Composed } from "../compose.ts";
import type { TimeMachine } from "../set-clock.ts";
import type { Cast } from "../sign-ins.ts";
import { acts, perform } from "./act.ts";
import { connecting, type DemoPeople, findPeople } from "./cast.ts";
import { demoManager } from "./clients.ts";
import { History } from "./history.ts";
import { createPeople } from "./people.ts";
import { Dice } from "./random.ts";
import { planShifts } from "./shifts.ts";
import { MAY_CONNECT } from "./step.ts";

/** Whose tickets a ready-made sign-in sees; on the first start, everything that they are about. */
export async function demoCast(composed: Composed, orm: Orm, workerUrl: string, machine: TimeMachine): Promise<Cast> {
  const em = () => orm.em.fork() as SqlEntityManager;
  if (!(await em().findOne(Technician, { name: demoManager, role: "MANAGER" })))
    await tell(composed, orm, workerUrl, machine);
  const people = await findPeople(em());
  const now = (await composed.house.now()) as Instant;
  const staff = people.staff.flatMap((s) => (s.technicianId ? [s.technicianId] : []));
  const hours = composeHours(await newestCalendarAsDesk(composed));
  await em().transactional((tx) => planShifts(tx as SqlEntityManager, staff, hours, now));
  const client =
    people.clients.find((c) => c.name === "Lumen Law") ?? (people.clients[0] as DemoPeople["clients"][number]);
  const [partner, otherPartner] = people.partners as [{ id: string; name: string }, { id: string; name: string }];
  const named = ({ technicianId, contactId, name }: Viewer) => ({ id: (technicianId ?? contactId) as string, name });
  return {
    technician: named(people.staff[0] as Viewer),
    manager: named(people.manager),
    partner: people.partners.find((p) => p.id === client.partnerId) ?? partner,
    otherPartner: people.partners.find((p) => p.id !== client.partnerId) ?? otherPartner,
    client,
    requester: named(client.people[0] as Viewer),
  };
}

/**
 * Lets the demo's past happen: the clock of this fresh database is taken back, walks through some months of desk life by
 * the very verbs of the product, edges included, and is set free at the present.
 */
async function tell({ house }: Composed, orm: Orm, workerUrl: string, machine: TimeMachine): Promise<void> {
  const client = new pg.Client({ connectionString: workerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ now: Instant }>("select extract(epoch from desk_now())::float8 as now");
    const now = (rows[0] as { now: Instant }).now;
    const calendar = await newestCalendarAsDesk({ house });
    const begin = now - 120 * 86_400;
    await client.query(
      "update desk_clock set sandbox = true, rate = 0, now = to_timestamp($1), anchored_at = clock_timestamp()",
      [begin],
    );
    await (orm.em.fork() as SqlEntityManager).transactional((tx) => createPeople(tx as SqlEntityManager, now));
    const people = await findPeople(orm.em.fork() as SqlEntityManager);
    const hours = composeHours(calendar);
    const history = new History({ acts: acts(orm), orm, people, dice: new Dice(2026), hours, now });
    const minutes12 = (now - 12 * 60) as Instant;
    for (const { at, act } of history.happenings.filter((h) => h.at <= minutes12)) {
      await machine.set(at, null);
      await act();
    }
    await lastMinutes(
      orm,
      people,
      machine,
      now,
      history.happenings.filter((h) => h.at > minutes12),
    );
    await machine.set(now, null); // what happened has its place in the log
    await leaveThePast(client);
  } finally {
    await client.query("update desk_clock set sandbox = false, rate = 1");
    await client.end();
    machine.forget();
  }
}

/** The last twelve minutes, with three remote sessions that beat all the way to the present. */
async function lastMinutes(
  orm: Orm,
  people: DemoPeople,
  machine: TimeMachine,
  now: Instant,
  happenings: readonly { at: Instant; act: () => Promise<unknown> }[],
): Promise<void> {
  const rest = [...happenings];
  const running: { who: Viewer; session: string }[] = [];
  const begins = [12 * 60, 6 * 60 + 20, 2 * 60 + 10];
  for (let left = 12 * 60; left >= 0; left -= 40) {
    const at = (now - left) as Instant;
    while (rest[0] && rest[0].at <= at) {
      const happening = rest.shift() as (typeof rest)[number];
      await machine.set(happening.at, null);
      await happening.act();
    }
    await machine.set(at, null);
    for (const { who, session } of running) await perform(orm, who, (desk) => heartbeat(desk, session));
    if (begins[running.length] !== undefined && left <= (begins[running.length] as number)) {
      const who = connecting(people)[running.length] as Viewer;
      const [held] = await (orm.em.fork() as SqlEntityManager).execute<{ id: string }[]>(
        `select id from ticket t where assignee_id = ? and status in ('NEW', 'OPEN') and ${MAY_CONNECT} order by created_at desc limit 1`,
        [who.technicianId],
      );
      const done = held ? await acts(orm).connect(who, held.id) : null;
      if (done?.kind === "changed") running.push({ who, session: done.session.id });
      else begins.splice(running.length, 1);
    }
  }
}
