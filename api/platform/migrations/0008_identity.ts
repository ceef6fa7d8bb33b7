import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { staffOnlySql } from "../tenancy.ts";

/** All of the provider's own: no scoped login reads who may enter, and how. */
const STAFF_ONLY = ["audit_entry", "one_time_link", "outgoing_mail", "staff_account", "wall_device", "wall_pairing"];

/** Who asks, by what proof and with what right; and what is kept of it for good. */
export class Migration0008Identity extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table access_token
        add column carrier text not null default 'BEARER', add column ready_made boolean not null default false,
        add column prefix varchar(40), add column scopes text[], add column expires_at timestamptz(0),
        add column idle_seconds int, add column last_used_at timestamptz(0), add column created_by varchar(255),
        add column replaced_by uuid, add column device_id uuid;
      alter table access_token add constraint access_token_carrier_check check (carrier in ('BEARER', 'COOKIE'));
      create index access_token_partner_id_id_index on access_token (partner_id, id);
      create index access_token_technician_id_index on access_token (technician_id);
      create index access_token_contact_id_index on access_token (contact_id);
      create index access_token_device_id_index on access_token (device_id);
      -- until now there were only the ready-made ones
      update access_token set ready_made = true;

      create table staff_account (
        technician_id uuid not null, email varchar(255) not null, password_hash varchar(255), oidc_subject varchar(255),
        suspended_at timestamptz(0), created_at timestamptz(0) not null, primary key (technician_id)
      );
      alter table staff_account add constraint staff_account_email_unique unique (email);
      alter table staff_account add constraint staff_account_oidc_subject_unique unique (oidc_subject);

      create table one_time_link (
        id uuid not null, hash varchar(64) not null, purpose text not null, technician_id uuid, contact_id uuid,
        created_at timestamptz(0) not null, expires_at timestamptz(0) not null, used_at timestamptz(0),
        created_by varchar(255) not null, primary key (id)
      );
      alter table one_time_link add constraint one_time_link_hash_unique unique (hash);
      create index one_time_link_technician_id_index on one_time_link (technician_id);
      alter table one_time_link add constraint one_time_link_purpose_check check (purpose in ('SET_PASSWORD', 'SIGN_IN'));

      create table outgoing_mail (
        id uuid not null, kind text not null, contact_id uuid not null, created_at timestamptz(0) not null,
        taken_at timestamptz(0), primary key (id)
      );
      alter table outgoing_mail add constraint outgoing_mail_kind_check check (kind in ('SIGN_IN_LINK'));

      create table wall_device (
        id uuid not null, name varchar(255) not null, paired_by varchar(255) not null,
        created_at timestamptz(0) not null, revoked_at timestamptz(0), primary key (id)
      );
      create table wall_pairing (
        id uuid not null, code varchar(6) not null, secret_hash varchar(64) not null, address varchar(45) not null,
        created_at timestamptz(0) not null, expires_at timestamptz(0) not null, device_id uuid,
        claimed_at timestamptz(0), primary key (id)
      );
      create index wall_pairing_code_index on wall_pairing (code);
      alter table wall_pairing add constraint wall_pairing_secret_hash_unique unique (secret_hash);

      create table audit_entry (
        id uuid not null, at timestamptz(0) not null, action varchar(255) not null, actor_kind varchar(255) not null,
        actor_id uuid, actor_name varchar(255) not null, about_type varchar(255), about_id uuid,
        about_name varchar(255), address varchar(45), detail jsonb not null, primary key (id)
      );
      create index audit_entry_at_id_index on audit_entry (at, id);
      create index audit_entry_about_id_index on audit_entry (about_id);

      create function refuse_change_of_audit() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        raise exception 'what was recorded is never changed or deleted' using errcode = 'restrict_violation';
      end $$;
      create trigger audit_entry_stays before update or delete on audit_entry for each row
        execute function refuse_change_of_audit();
      create trigger audit_entry_stays_whole before truncate on audit_entry for each statement
        execute function refuse_change_of_audit();
    `);
    for (const table of STAFF_ONLY) {
      this.addSql(staffOnlySql(table));
      this.addSql(`revoke delete on ${table} from ${ROLES.staff}, ${ROLES.worker};`);
    }
    this.addSql(/* sql */ `
      revoke update on audit_entry from ${ROLES.staff}, ${ROLES.worker};
      -- the worker ends sessions that vanished, and will send letters; how people enter is none of its business
      revoke select on audit_entry from ${ROLES.worker};
      revoke all on staff_account, wall_device, wall_pairing from ${ROLES.worker};
    `);
  }
}
