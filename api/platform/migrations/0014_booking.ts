import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql } from "../tenancy.ts";

/**
 * Appointments, and links to book them by. That nobody is promised to two people at once is a constraint: of two
 * transactions that want the same time of a technician one waits for the other and then finds it taken.
 */
export class Migration0014Booking extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create extension if not exists btree_gist;

      create table appointment (
        id uuid not null, partner_id uuid not null, client_id uuid not null, ticket_id uuid not null,
        technician_id uuid not null, technician_name varchar(255) not null, from_at timestamptz(0) not null,
        until_at timestamptz(0) not null, busy_until timestamptz(0) not null, status text not null,
        held_until timestamptz(0), consent_by varchar(255), sequence int not null default 0, remind_at timestamptz(0), look_at timestamptz(0),
        reason text, created_at timestamptz(0) not null, created_by varchar(255) not null, primary key (id)
      );
      alter table appointment add constraint appointment_partner_id_id_unique unique (partner_id, id);
      alter table appointment add constraint appointment_status_check
        check (status in ('HELD', 'LAPSED', 'BOOKED', 'CANCELLED', 'KEPT', 'MISSED'));
      alter table appointment add constraint appointment_technician_free
        exclude using gist (technician_id with =, tstzrange(from_at, busy_until) with &&) where (status in ('HELD', 'BOOKED'));
      create index appointment_partner_id_ticket_id_index on appointment (partner_id, ticket_id);
      create unique index appointment_one_for_a_ticket on appointment (partner_id, ticket_id) where status = 'BOOKED';
      create unique index appointment_one_held_for_a_ticket on appointment (partner_id, ticket_id) where status = 'HELD';
      create index appointment_held_until_index on appointment (held_until) where held_until is not null;
      create index appointment_remind_at_index on appointment (remind_at) where remind_at is not null;
      create index appointment_look_at_index on appointment (look_at) where look_at is not null;
      alter table appointment add constraint appointment_ticket_id_foreign foreign key (partner_id, ticket_id)
        references ticket (partner_id, id) deferrable initially deferred;

      create table booking_link (
        id uuid not null, partner_id uuid not null, ticket_id uuid not null, technician_id uuid, length_seconds int not null,
        created_at timestamptz(0) not null, created_by varchar(255) not null, expires_at timestamptz(0) not null,
        replaced_at timestamptz(0), primary key (id)
      );
      create index booking_link_partner_id_ticket_id_index on booking_link (partner_id, ticket_id);
      alter table booking_link add constraint booking_link_ticket_id_foreign foreign key (partner_id, ticket_id)
        references ticket (partner_id, id) deferrable initially deferred;

      alter table remote_session add column appointment_id uuid, add column consent_how text, add column consent_by varchar(255),
        add column summary text, add column closes_at timestamptz(0);
      alter table remote_session add constraint remote_session_consent_how_check check (consent_how in ('SPOKEN', 'ONLINE'));
      alter table remote_session drop constraint remote_session_ended_by_check;
      alter table remote_session add constraint remote_session_ended_by_check
        check (ended_by in ('TECHNICIAN', 'REQUESTER', 'VANISHED', 'DESK_CLOSED'));
      create index remote_session_closes_at_index on remote_session (closes_at) where closes_at is not null and ended_at is null;

      alter table access_token add column ticket_id uuid;
      alter table access_token drop constraint access_token_kind_check;
      alter table access_token add constraint access_token_kind_check
        check (kind in ('PARTNER', 'TECHNICIAN', 'MANAGER', 'REQUESTER', 'WALL', 'MONITORING', 'BOOKING'));
      alter table timeline_entry drop constraint timeline_entry_kind_check;
      alter table timeline_entry add constraint timeline_entry_kind_check check (kind in ('CREATED', 'REPLY', 'REQUESTER_MESSAGE',
        'NOTE', 'STEP', 'FACTS', 'PRIORITY', 'COVERAGE', 'ASSIGNMENT', 'STATUS', 'CLOCK', 'SESSION', 'MERGE', 'APPOINTMENT'));
    `);
    // a plan of shifts is replaced as a whole
    this.addSql(`grant delete on shift to ${ROLES.staff}`);
    for (const table of ["appointment", "booking_link"]) {
      this.addSql(ownedByPartnerSql(table));
      this.addSql(`revoke delete on ${table} from ${ROLES.staff}, ${ROLES.worker}`);
      this.addSql(
        `alter table ${table} add constraint ${table}_partner_id_foreign foreign key (partner_id) references partner (id)
         deferrable initially deferred`,
      );
    }
  }
}
