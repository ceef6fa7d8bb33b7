import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { spokenKind } from "../platform/viewer.ts";
import type { Ticket, TimelineEntry } from "./ticket.entity.ts";

/** One line for the ticket's story. */
export type Entry = {
  /** Given where news names the line: a reader of the event finds it. */
  id?: string;
  kind: TimelineEntry["kind"];
  public?: boolean;
  body?: string | null;
  change?: string | null;
  step?: string | null;
};

const instantOf = (desk: Desk) => new Date(desk.now * 1000).toISOString();

/** What people and the desk did, told by the viewer of this verb. */
export function appendTimeline(desk: Desk, ticket: Pick<Ticket, "id" | "partnerId">, entries: readonly Entry[]): void {
  const at = instantOf(desk);
  desk.append(
    `insert into timeline_entry (id, partner_id, ticket_id, kind, public, actor_kind, actor_name, body, change, step, at)
     values ${entries.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").join(", ")}`,
    entries.flatMap((e) => [
      ...[
        e.id ?? uuidv7(),
        ticket.partnerId,
        ticket.id,
        e.kind,
        e.public ?? false,
        spokenKind(desk.viewer),
        desk.viewer.name,
      ],
      ...[e.body ?? null, e.change ?? null, e.step ?? null, at],
    ]),
  );
}

/** Ends the standing version and begins the next. */
export function appendVersion(desk: Desk, t: Ticket): void {
  const at = instantOf(desk);
  desk.append("update ticket_version set until_at = ? where partner_id = ? and ticket_id = ? and until_at is null", [
    at,
    t.partnerId,
    t.id,
  ]);
  desk.append(
    `insert into ticket_version (partner_id, ticket_id, version, status, assignee_id, team_id, affected, priority, from_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [t.partnerId, t.id, t.version, t.status, t.assigneeId, t.teamId, t.affected, t.priority, at],
  );
}
