import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql, staffOnlySql } from "../tenancy.ts";

/**
 * Letters to the people at clients. Whoever is confined to a partner's rows sees of a letter how it is on its way, and neither
 * what it says nor to whom; the places where answers are received it does not see at all. Letters begin with what happens from
 * here on: nobody is written about the past.
 */
export class Migration0015Mail extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table mail (
        id uuid not null, partner_id uuid not null, kind varchar(255) not null, recipient text not null,
        recipient_name varchar(255) not null, contact_id uuid not null, ticket_id uuid, event_id uuid, entry_id uuid,
        facts jsonb not null, root_id uuid not null, message_id text, state text not null, tries int not null default 0,
        next_at timestamptz(0), ready_at timestamptz(0), leased_until timestamptz(0), created_at timestamptz(0) not null,
        state_at timestamptz(0) not null, error text, primary key (id)
      );
      alter table mail add constraint mail_state_check check (state in ('QUEUED', 'SENT', 'FAILED', 'BOUNCED', 'DROPPED'));
      alter table mail add constraint mail_partner_id_event_id_kind_recipient_unique
        unique (partner_id, event_id, kind, recipient);
      create index mail_next_at_index on mail (next_at) where next_at is not null;
      create index mail_ready_at_index on mail (ready_at, id) where ready_at is not null;
      create index mail_partner_id_ticket_id_id_index on mail (partner_id, ticket_id, id);
      create index mail_partner_id_entry_id_index on mail (partner_id, entry_id) where entry_id is not null;

      create table reply_address (
        partner_id uuid not null, ticket_id uuid not null, secret varchar(255) not null, created_at timestamptz(0) not null,
        primary key (partner_id, ticket_id)
      );

      create table log_reader (name varchar(255) not null, position bigint not null, primary key (name));
      insert into log_reader select 'letters', last from event_counter
        where partner_id = '00000000-0000-0000-0000-000000000000';

      drop table outgoing_mail;

      alter table timeline_entry drop constraint timeline_entry_kind_check;
      alter table timeline_entry add constraint timeline_entry_kind_check check (kind in ('CREATED', 'REPLY', 'REQUESTER_MESSAGE',
        'NOTE', 'STEP', 'FACTS', 'PRIORITY', 'COVERAGE', 'ASSIGNMENT', 'STATUS', 'CLOCK', 'SESSION', 'MERGE', 'APPOINTMENT', 'MAIL'));
    `);
    for (const table of ["mail", "reply_address"]) {
      this.addSql(ownedByPartnerSql(table));
      this.addSql(
        `revoke delete on ${table} from ${ROLES.staff}, ${ROLES.worker};
         revoke select on ${table} from ${ROLES.scoped};
         alter table ${table} add constraint ${table}_partner_id_foreign foreign key (partner_id) references partner (id)
           deferrable initially deferred;
         alter table ${table} add constraint ${table}_ticket_id_foreign foreign key (partner_id, ticket_id)
           references ticket (partner_id, id) deferrable initially deferred;`,
      );
    }
    this.addSql(`
      grant select (partner_id, ticket_id, entry_id, state, next_at, state_at, error) on mail to ${ROLES.scoped};
      revoke update on reply_address from ${ROLES.staff}, ${ROLES.worker};
    `);
    this.addSql(staffOnlySql("log_reader"));
    this.addSql(`revoke insert, delete on log_reader from ${ROLES.staff}, ${ROLES.worker}`);
  }
}
