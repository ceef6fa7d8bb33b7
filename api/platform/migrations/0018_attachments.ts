import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql, staffOnlySql } from "../tenancy.ts";

/**
 * Files that came with requests and messages: with their bytes, so that one backup has all and one transaction binds a file to
 * its message. Pictures are compressed already, and stored as they are, so that a stretch of one is read without the rest.
 * Whoever is confined to a partner's rows reads what is said of a file, never its bytes: those leave by a signed link alone.
 */
export class Migration0018Attachments extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table attachment (
        id uuid not null, partner_id uuid not null, uploaded_by uuid not null, actor_name varchar(255) not null,
        name varchar(255) not null, size int not null, sha256 varchar(64) not null, content_type varchar(255) not null,
        bytes bytea not null, created_at timestamptz(0) not null, forget_at timestamptz(0),
        ticket_id uuid, entry_id uuid, place int not null default 0, public boolean not null default false, primary key (id)
      );
      alter table attachment alter column bytes set storage external;
      create index attachment_forget_at_index on attachment (forget_at) where forget_at is not null;
      create index attachment_uploaded_by_index on attachment (uploaded_by) where forget_at is not null;
      create index attachment_partner_id_ticket_id_index on attachment (partner_id, ticket_id) where ticket_id is not null;
      create index attachment_partner_id_entry_id_index on attachment (partner_id, entry_id) where entry_id is not null;

      create table signing_key (name varchar(255) not null, secret varchar(255) not null, primary key (name));
      insert into signing_key select 'links', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    `);
    this.addSql(ownedByPartnerSql("attachment"));
    this.addSql(staffOnlySql("signing_key"));
    const told =
      "id, partner_id, uploaded_by, actor_name, name, size, sha256, content_type, created_at, forget_at, ticket_id, entry_id, place, public";
    this.addSql(`
      revoke delete on attachment from ${ROLES.staff};
      revoke select on attachment from ${ROLES.scoped};
      grant insert, select (${told}), update (forget_at, ticket_id, entry_id, place, public) on attachment to ${ROLES.scoped};
      revoke insert, update, delete on signing_key from ${ROLES.staff}, ${ROLES.worker};
      revoke select on signing_key from ${ROLES.worker};
      alter table attachment add constraint attachment_partner_id_foreign foreign key (partner_id) references partner (id)
        deferrable initially deferred;
      alter table attachment add constraint attachment_ticket_id_foreign foreign key (partner_id, ticket_id)
        references ticket (partner_id, id) deferrable initially deferred;
    `);
  }
}
