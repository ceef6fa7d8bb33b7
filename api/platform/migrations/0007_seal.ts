import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql } from "../tenancy.ts";

/**
 * A verdict is sealed by time: its row then carries the names of the time, and the database itself refuses to change it.
 * Revisions stand beside it.
 */
export class Migration0007Seal extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table sla_clock drop constraint if exists sla_clock_next_edge_check;
      alter table sla_clock add constraint sla_clock_next_edge_check check (next_edge in ('AT_RISK', 'BREACH', 'SEAL'));
      alter table sla_clock add column remaining_seconds int, add column sealed_names jsonb;

      create function name_sealed() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        select jsonb_build_object('client', k.name, 'clientCode', k.code, 'subject', t.subject,
                 'priority', coalesce(p.name, new.priority), 'priorityRank', p.rank, 'holder', holder.name)
          into new.sealed_names
          from ticket t
          join client k on k.partner_id = t.partner_id and k.id = t.client_id
          left join lateral (select e->>'name' as name, (e->>'rank')::int as rank
                               from plan, jsonb_array_elements(plan.terms->'priorities') e
                              where plan.id = t.plan_id and e->>'code' = new.priority limit 1) p on true
          left join lateral (select h.name from ticket_version v join technician h on h.id = v.assignee_id
                              where v.partner_id = t.partner_id and v.ticket_id = t.id and v.from_at <= new.breached_at
                                and (v.until_at is null or v.until_at > new.breached_at)
                              order by v.version desc limit 1) holder on true
         where t.partner_id = new.partner_id and t.id = new.ticket_id;
        return new;
      end $$;

      create function refuse_change_of_sealed() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        raise exception 'the verdict of clock % is sealed and never changes', old.id using errcode = 'restrict_violation';
      end $$;

      create trigger sla_clock_seals before insert or update on sla_clock for each row
        when (new.sealed_at is not null and new.sealed_names is null) execute function name_sealed();
      update sla_clock set sealed_at = sealed_at where sealed_at is not null;
      create trigger sla_clock_sealed before update on sla_clock for each row
        when (old.sealed_at is not null and (to_jsonb(new) - 'shown') is distinct from (to_jsonb(old) - 'shown'))
        execute function refuse_change_of_sealed();

      create table verdict_revision (
        id uuid not null, partner_id uuid not null, ticket_id uuid not null, clock_id uuid not null, verdict text not null,
        reason text not null, revised_by varchar(255) not null, at timestamptz(0) not null, primary key (id),
        constraint verdict_revision_verdict_check check (verdict in ('MET', 'MISSED', 'CANCELLED', 'MERGED'))
      );
      create index verdict_revision_clock_id_index on verdict_revision (clock_id);
      alter table verdict_revision add constraint verdict_revision_partner_id_foreign
        foreign key (partner_id) references partner (id) deferrable initially deferred;
      alter table verdict_revision add constraint verdict_revision_ticket_id_foreign
        foreign key (partner_id, ticket_id) references ticket (partner_id, id) deferrable initially deferred;
    `);
    this.addSql(ownedByPartnerSql("verdict_revision"));
    this.addSql(`revoke update, delete on verdict_revision from ${ROLES.staff}, ${ROLES.worker};`);
  }
}
