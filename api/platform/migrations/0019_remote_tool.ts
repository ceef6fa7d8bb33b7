import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { staffOnlySql } from "../tenancy.ts";

/** Addresses by which technicians connect, made and withdrawn at the remote tool; and how that tool knows a machine. */
export class Migration0019RemoteTool extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table join_link (
        session_id uuid not null, state text not null, url text, ref text, note text, tries int not null default 0,
        next_at timestamptz(0) not null, leased_until timestamptz(0), withdrawn_at timestamptz(0), primary key (session_id)
      );
      alter table join_link add constraint join_link_state_check check (state in ('PREPARING', 'READY', 'FAILED', 'WITHDRAWN'));
      create index join_link_at_work_index on join_link (next_at) where state <> 'WITHDRAWN';

      alter table device add column remote_access_id varchar(255);
    `);
    this.addSql(staffOnlySql("join_link"));
    this.addSql(`revoke delete on join_link from ${ROLES.staff}, ${ROLES.worker};
      revoke insert on join_link from ${ROLES.worker};`);
  }
}
