import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Orm } from "../../platform/database.ts";
import type { Viewer } from "../../platform/viewer.ts";
import { endSession, heartbeat } from "../../sessions/run-session.ts";
import { type Acts, acts, CONSENT_BY, perform } from "./act.ts";
import { connecting, type DemoPeople } from "./cast.ts";
import type { Dice } from "./random.ts";
import { standard } from "./standard-stories.ts";
import { urgent } from "./urgent-stories.ts";

type Seen = {
  id: string;
  subject: string;
  status: string;
  waitingOn: string | null;
  assigneeId: string | null;
  requesterId: string | null;
  answered: boolean;
  minutesLeft: number | null;
  quietMinutes: number;
  /** A promise that its row shows is broken, and nobody else is waited for. */
  broken: boolean;
};
const WANTED = 40;
/** As many red rows are believable; a wall of red is not. */
const MOST_LATE = 2;
/** After days off: so many are settled in one step, longest overdue first, and the wall is itself again in minutes. */
const MOST_CAUGHT_UP = 4;

/** One small step of desk life: sessions beat, the most pressing ticket is worked, now and then somebody asks. */
export async function step(orm: Orm, people: DemoPeople, dice: Dice): Promise<void> {
  const em = orm.em.fork() as SqlEntityManager;
  const act = acts(orm);
  await beat(orm, em, people, dice, act);
  const open = await em.execute<Seen[]>(
    `select t.id, t.subject, t.status, t.waiting_on as "waitingOn", t.assignee_id as "assigneeId",
            t.requester_id as "requesterId", f.satisfied_at is not null as answered,
            extract(epoch from f.due_at - desk_now())::float8 / 60 as "minutesLeft",
            extract(epoch from desk_now() - t.updated_at)::float8 / 60 as "quietMinutes",
            coalesce(c.due_at < desk_now() and c.paused_at is null, false) as broken
       from ticket t
       left join sla_clock c on c.partner_id = t.partner_id and c.ticket_id = t.id and c.shown and c.ended_at is null
       left join sla_clock f on f.partner_id = t.partner_id and f.ticket_id = t.id and f.metric = 'FIRST_RESPONSE' and f.cycle = 1
      where t.status not in ('CLOSED', 'CANCELLED', 'MERGED') order by f.due_at nulls last`,
  );
  const late = open.filter((t) => t.broken);
  if (late.length > MOST_LATE) {
    for (const ticket of late.slice(0, Math.min(late.length - MOST_LATE, MOST_CAUGHT_UP)))
      await settle(ticket, people, dice, act);
    return;
  }
  if (late.length > 0 && dice.chance(0.05)) return settle(late[0] as Seen, people, dice, act);
  const pressing = open.find((t) => !t.answered && (t.minutesLeft ?? 99) < 12);
  if (pressing && dice.chance(0.35)) return answer(pressing, people, dice, act);
  if (!dice.chance(0.2)) return;
  if (open.length < WANTED && dice.chance(0.6)) return ask(people, dice, act);
  const worked = open.filter((t) => t.answered || t.assigneeId !== null);
  if (worked.length > 0 && dice.chance(open.length > WANTED ? 0.9 : 0.6))
    return work(dice.pick(worked), people, dice, act);
  const unanswered = open.filter((t) => !t.answered);
  if (unanswered.length > 8) await answer(dice.pick(unanswered), people, dice, act);
}

const holderOf = (ticket: Seen, people: DemoPeople, dice: Dice): Viewer =>
  people.staff.find((s) => s.technicianId === ticket.assigneeId) ?? dice.pick(people.staff);

async function answer(ticket: Seen, people: DemoPeople, dice: Dice, act: Acts): Promise<void> {
  const who = holderOf(ticket, people, dice);
  if (ticket.assigneeId === null) await act.take(who, ticket.id);
  await act.answer(who, ticket.id, `Hello, this is ${who.name.split(" ")[0]}. I am on it.`);
}

/** Ends what made a ticket late: the first answer where that is owed, else the work itself. */
async function settle(ticket: Seen, people: DemoPeople, dice: Dice, act: Acts): Promise<void> {
  if (!ticket.answered) return answer(ticket, people, dice, act);
  const who = holderOf(ticket, people, dice);
  if (ticket.status === "RESOLVED")
    return void (await act.close(who, ticket.id, "Not part of the plan; the requester knows"));
  await act.resolve(who, ticket.id, storyOf(ticket, dice));
}

const storyOf = (ticket: Seen, dice: Dice) =>
  [...urgent, ...standard].find((s) => s.subject === ticket.subject) ?? dice.pick(standard);

async function ask(people: DemoPeople, dice: Dice, act: Acts): Promise<void> {
  const client = dice.pick(people.clients);
  await act.ask(dice.pick(client.people), dice.chance(0.12) ? dice.pick(urgent) : dice.pick(standard));
}

/** What comes next for a ticket that somebody holds. */
async function work(ticket: Seen, people: DemoPeople, dice: Dice, act: Acts): Promise<void> {
  const who = holderOf(ticket, people, dice);
  if (!ticket.answered) return answer(ticket, people, dice, act);
  if (ticket.status === "RESOLVED")
    return void (await act.close(who, ticket.id, "Not part of the plan; the requester knows"));
  if (ticket.status === "WAITING" && ticket.waitingOn === "REQUESTER") {
    const requester = people.clients.flatMap((c) => c.people).find((p) => p.contactId === ticket.requesterId);
    if (requester && dice.chance(0.5))
      await act.answer(requester, ticket.id, "It is the newest release, and it still happens.");
    return;
  }
  if (ticket.status === "WAITING" && ticket.quietMinutes < 60) return;
  if (dice.chance(0.6)) return void (await act.resolve(who, ticket.id, storyOf(ticket, dice)));
  if (dice.chance(0.5))
    return void (await act.wait(who, ticket.id, dice.pick(["REQUESTER", "MANUFACTURER", "PARTS"] as const)));
  if (connecting(people).includes(who)) await act.connect(who, ticket.id);
}

/** Of tickets `t`, those of clients who bought immediate support: all others connect by appointment. */
export const MAY_CONNECT =
  "exists (select 1 from add_on a where a.contract_id = t.contract_id and a.kind = 'IMMEDIATE' and a.until_at is null)";
const LONGEST_MINUTES = 24;

/**
 * The cast's sessions live by their heartbeats, and end after a while; there are always a few. Whoever looks at the demo
 * keeps their own alive, or loses them, as on any desk: theirs are let be.
 */
export async function beat(
  orm: Orm,
  em: SqlEntityManager,
  people: DemoPeople,
  dice: Dice,
  act: Pick<Acts, "connect">,
): Promise<void> {
  const sessions = await em.execute<{ id: string; technicianId: string; minutes: number }[]>(
    `select id, technician_id as "technicianId", extract(epoch from desk_now() - started_at)::float8 / 60 as minutes
       from remote_session where ended_at is null and consent_by = ?`,
    [CONSENT_BY],
  );
  for (const { id, technicianId, minutes } of sessions) {
    const who = connecting(people).find((s) => s.technicianId === technicianId);
    if (!who) continue;
    const over = minutes > LONGEST_MINUTES || (minutes > 8 && dice.chance(0.01));
    await perform(orm, who, (desk) => (over ? endSession(desk, id) : heartbeat(desk, id)));
  }
  if (sessions.length >= 3 || !dice.chance(0.25)) return;
  const [free] = await em.execute<{ id: string; technicianId: string }[]>(
    `select t.id, t.assignee_id as "technicianId" from ticket t
      where t.status = 'OPEN' and t.assignee_id is not null and ${MAY_CONNECT}
        and not exists (select 1 from remote_session s where s.ended_at is null and s.technician_id = t.assignee_id)
      and t.assignee_id in (?) order by t.updated_at limit 1`,
    [connecting(people).map((s) => s.technicianId)],
  );
  const who = connecting(people).find((s) => s.technicianId === free?.technicianId);
  if (free && who) await act.connect(who, free.id);
}
