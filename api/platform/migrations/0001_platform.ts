import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql } from "../tenancy.ts";

/** Desk time, the event log and its inbox. Has never heard of a ticket. */
export class Migration0001Platform extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      grant usage on schema public to ${ROLES.staff}, ${ROLES.worker}, ${ROLES.scoped};

      -- nullif: once a transaction-local setting has been used, it reads '' (not null) for the rest of the session
      create function app_partner() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.partner', true), '')::uuid;

      create table desk_clock (
        id int primary key default 1 check (id = 1),
        sandbox boolean not null default false,
        now timestamptz not null default now(),
        rate double precision not null default 1,
        anchored_at timestamptz not null default now()
      );
      insert into desk_clock default values;
      grant select, update on desk_clock to ${ROLES.staff}, ${ROLES.worker};
      grant select on desk_clock to ${ROLES.scoped};

      -- production reads the database's clock; a sandbox counts from its anchor at its rate
      create function desk_now() returns timestamptz language sql volatile parallel restricted as $$
        select date_trunc('second', case when sandbox
          then now + (clock_timestamp() - anchored_at) * rate else clock_timestamp() end) from desk_clock $$;

      create table event_inbox (
        ord bigint generated always as identity primary key,
        id uuid not null,
        partner_id uuid not null,
        ticket_id uuid,
        ticket_version int,
        type text not null,
        payload jsonb not null,
        actor jsonb not null,
        origin text,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp()
      ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
      ${ownedByPartnerSql("event_inbox")}
      grant insert on event_inbox to ${ROLES.scoped};

      create table event_counter (partner_id uuid primary key, last bigint not null);
      insert into event_counter values ('00000000-0000-0000-0000-000000000000', 0);
      grant select, insert, update on event_counter to ${ROLES.worker};
      grant select on event_counter to ${ROLES.staff}, ${ROLES.scoped};

      create table event (
        position bigint not null,
        partner_id uuid not null,
        partner_position bigint not null,
        id uuid not null,
        ticket_id uuid,
        ticket_version int,
        type text not null,
        payload jsonb not null,
        actor jsonb not null,
        origin text,
        at timestamptz not null,
        recorded_at timestamptz not null,
        primary key (position)
      ) partition by range (position);
      -- cannot be unique (the partition key is not in it): the counter row guards it
      create index event_partner_id_partner_position_index on event (partner_id, partner_position);
      create index event_partner_id_ticket_id_position_index on event (partner_id, ticket_id, position);
      create table event_p0 partition of event for values from (0) to (1000000);
      ${ownedByPartnerSql("event")}

      -- the leader makes the next partition ahead; it is no owner, so this runs with the owner's rights
      create function event_partition_for(upto bigint) returns void language plpgsql security definer
        set search_path = public as $$
      declare n bigint := upto / 1000000; name text;
      begin
        name := 'event_p' || n;
        if to_regclass(name) is null then
          execute format('create table %I partition of event for values from (%s) to (%s)', name, n * 1000000, (n + 1) * 1000000);
        end if;
      end $$;
      revoke execute on function event_partition_for(bigint) from public;
      grant execute on function event_partition_for(bigint) to ${ROLES.worker};

      create table desk_pulse (
        id int primary key default 1 check (id = 1),
        position bigint not null default 0,
        machine_at timestamptz not null default now(),
        waiting_seconds double precision not null default 0
      );
      insert into desk_pulse default values;
      grant select on desk_pulse to ${ROLES.staff}, ${ROLES.scoped};
      grant select, update on desk_pulse to ${ROLES.worker};
    `);
  }
}
