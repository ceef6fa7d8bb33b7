import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";

/**
 * Each login has what it uses and no more. Nothing of a desk is ever deleted, except from the inbox by the one who moves
 * it; the log is insert-only, for its mover alone; a scoped login only reads, and of the counters only its partner's.
 */
export class Migration0003LeastRights extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      revoke delete on all tables in schema public from ${ROLES.staff}, ${ROLES.worker};
      revoke update on event_inbox from ${ROLES.staff}, ${ROLES.worker};
      grant delete on event_inbox to ${ROLES.worker};
      revoke insert, update on event from ${ROLES.staff};
      revoke update on event from ${ROLES.worker};
      revoke update on desk_clock from ${ROLES.staff};
      revoke all on event_inbox, desk_pulse from ${ROLES.scoped};

      alter table event_counter enable row level security;
      alter table event_counter force row level security;
      create policy event_counter_own on event_counter to ${ROLES.scoped} using (partner_id = (select app_partner()));
      create policy event_counter_all on event_counter to ${ROLES.owner}, ${ROLES.staff}, ${ROLES.worker}
        using (true) with check (true);

      -- temporary tables come last, so that nobody's may stand for the desk's own inside a function of the owner
      alter function event_partition_for(bigint) set search_path = public, pg_temp;
    `);
  }
}
