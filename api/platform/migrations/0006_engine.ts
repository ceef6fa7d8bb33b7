import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { staffOnlySql } from "../tenancy.ts";

/**
 * A ticket's first fact says by which hours it counts, so that its clocks are read from facts alone, whatever its
 * contract says later; a clock's row names the versions that it was read with.
 */
export class Migration0006Engine extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      update clock_fact f
         set detail = f.detail || jsonb_build_object('hours', jsonb_build_object('id', k.id, 'code', k.code, 'version', k.version)
             || case when a.stretches is null then '{}' else jsonb_build_object('afterHours', a.stretches) end)
        from ticket t
        join calendar k on k.id = t.calendar_id
        left join lateral (select jsonb_agg(jsonb_build_object('from', extract(epoch from from_at)::bigint,
                                  'until', extract(epoch from until_at)::bigint) order by from_at, id) as stretches
                             from add_on where contract_id = t.contract_id and kind = 'AFTER_HOURS') a on true
       where f.kind = 'CREATED' and t.partner_id = f.partner_id and t.id = f.ticket_id;

      alter table sla_clock add column policy_version int, add column calendar_version int;
      update sla_clock c set policy_version = p.version, calendar_version = k.version
        from plan p, calendar k where p.id = c.plan_id and k.id = c.calendar_id;
      alter table sla_clock alter column policy_version set not null, alter column calendar_version set not null,
        drop column plan_id, drop column calendar_id, drop column paused_seconds;

      create table policy_application (
        id uuid not null, kind text not null, version_id uuid, contract_id uuid, from_at timestamptz(0) not null,
        applied_at timestamptz(0) not null, applied_by varchar(255) not null, cause text not null, detail jsonb not null,
        after_id uuid, tickets_total int not null, tickets_done int not null default 0,
        clocks_moved int not null default 0, clocks_breached int not null default 0, finished_at timestamptz(0),
        end_position bigint, next_at timestamptz(0), primary key (id)
      );
      create index policy_application_next_at_index on policy_application (next_at) where next_at is not null;
      alter table policy_application add constraint policy_application_kind_check check (kind in ('PLAN', 'CALENDAR', 'ADD_ON'));
    `);
    this.addSql(staffOnlySql("policy_application"));
    this.addSql(`revoke delete on policy_application from ${ROLES.staff}, ${ROLES.worker};`);
  }
}
