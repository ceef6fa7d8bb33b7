import { Migration } from "@mikro-orm/migrations";

/** When a decision is good no longer that rests on the minutes of a day; and sessions whose ticket came to an end. */
export class Migration0021EachDay extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table ticket add column coverage_look_at timestamptz(0);
      create index ticket_coverage_look_at_index on ticket (coverage_look_at) where coverage_look_at is not null;
      update ticket set coverage_look_at = desk_now() where coverage_clause = 'fair-use' and status not in ('CLOSED', 'CANCELLED', 'MERGED');

      alter table remote_session drop constraint remote_session_ended_by_check;
      alter table remote_session add constraint remote_session_ended_by_check
        check (ended_by in ('TECHNICIAN', 'REQUESTER', 'VANISHED', 'DESK_CLOSED', 'TICKET_ENDED'));
    `);
  }
}
