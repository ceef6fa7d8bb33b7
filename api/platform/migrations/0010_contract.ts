import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql } from "../tenancy.ts";

/** What the contract promises about repetition: effects are kept under the key that a client gave them. */
export class Migration0010Contract extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table idempotency_record (
        partner_id uuid not null, viewer_id uuid not null, key varchar(255) not null, slot int not null,
        fingerprint varchar(64) not null, outcome jsonb, answer text, kept_until timestamptz(0) not null,
        primary key (partner_id, viewer_id, key, slot)
      );
      create index idempotency_record_kept_until_index on idempotency_record (kept_until);
      alter table idempotency_record add constraint idempotency_record_partner_id_foreign
        foreign key (partner_id) references partner (id) deferrable initially deferred;
    `);
    this.addSql(ownedByPartnerSql("idempotency_record"));
    this.addSql(`
      revoke delete on idempotency_record from ${ROLES.staff};
      grant insert, update on idempotency_record to ${ROLES.scoped};
    `);
  }
}
