import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql } from "../tenancy.ts";

const OWNED = ["webhook_endpoint", "webhook_secret", "webhook_delivery", "webhook_try", "bulk_export"];
const KEYS = [
  ["webhook_secret", "endpoint_id", "webhook_endpoint"],
  ["webhook_delivery", "endpoint_id", "webhook_endpoint"],
  ["webhook_try", "delivery_id", "webhook_delivery"],
] as const;

/**
 * Webhooks and bulk exports. Secrets stand in a table of their own, which a scoped login puts into and never reads. Clock events say to
 * whom their clock promises, so that a feed is filtered by the event alone. Names that other systems gave may be taken
 * away again: the only rows of a desk that are.
 */
export class Migration0009Sync extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      update event e set payload = e.payload || jsonb_build_object('commitment', c.commitment)
        from sla_clock c
       where e.payload ? 'clockId' and not e.payload ? 'commitment'
         and c.partner_id = e.partner_id and c.id = (e.payload->>'clockId')::uuid;
      update event_inbox e set payload = e.payload || jsonb_build_object('commitment', c.commitment)
        from sla_clock c
       where e.payload ? 'clockId' and not e.payload ? 'commitment'
         and c.partner_id = e.partner_id and c.id = (e.payload->>'clockId')::uuid;

      create table webhook_endpoint (
        id uuid not null, partner_id uuid not null, name varchar(255) not null, url text not null, types jsonb,
        exclude_own boolean not null default false, with_contacts boolean not null default false, status text not null, disabled_reason text,
        disabled_at timestamptz(0), position bigint not null, quiet_until timestamptz(0), leased_until timestamptz(0),
        created_at timestamptz(0) not null, created_by varchar(255) not null, version int not null default 1, primary key (id)
      );
      alter table webhook_endpoint add constraint webhook_endpoint_partner_id_id_unique unique (partner_id, id);
      create index webhook_endpoint_quiet_until_index on webhook_endpoint (quiet_until) where quiet_until is not null;
      alter table webhook_endpoint add constraint webhook_endpoint_status_check check (status in ('ENABLED', 'DISABLED', 'DELETED'));

      create table webhook_secret (
        id uuid not null, partner_id uuid not null, endpoint_id uuid not null, secret varchar(255) not null,
        older_until timestamptz(0), created_at timestamptz(0) not null, primary key (id)
      );
      create index webhook_secret_partner_id_endpoint_id_index on webhook_secret (partner_id, endpoint_id);

      create table webhook_delivery (
        id uuid not null, partner_id uuid not null, endpoint_id uuid not null, event_id uuid, position bigint,
        type varchar(255) not null, state text not null, tries int not null default 0, budget int not null,
        next_at timestamptz(0), ready_at timestamptz(0), created_at timestamptz(0) not null,
        finished_at timestamptz(0), primary key (id)
      );
      alter table webhook_delivery add constraint webhook_delivery_partner_id_id_unique unique (partner_id, id);
      alter table webhook_delivery add constraint webhook_delivery_partner_id_endpoint_id_event_id_unique unique (partner_id, endpoint_id, event_id);
      create index webhook_delivery_next_at_index on webhook_delivery (next_at) where next_at is not null;
      create index webhook_delivery_ready_at_index on webhook_delivery (partner_id, endpoint_id, ready_at) where ready_at is not null;
      create index webhook_delivery_partner_id_endpoint_id_id_index on webhook_delivery (partner_id, endpoint_id, id);
      alter table webhook_delivery add constraint webhook_delivery_state_check check (state in ('READY', 'WAITING', 'DELIVERED', 'FAILED'));

      create table webhook_try (
        id uuid not null, partner_id uuid not null, delivery_id uuid not null, n int not null, at timestamptz(0) not null,
        ms int not null, status int, error varchar(255), excerpt text, primary key (id)
      );
      create index webhook_try_partner_id_delivery_id_n_index on webhook_try (partner_id, delivery_id, n);

      create table bulk_export (
        id uuid not null, partner_id uuid not null, asked_by varchar(255) not null, origin varchar(255),
        parts jsonb not null, state text not null, error text, lines_done int not null default 0, lines_total int,
        position bigint, manifest jsonb, attempts int not null default 0, downloads int not null default 0,
        created_at timestamptz(0) not null, finished_at timestamptz(0), expires_at timestamptz(0),
        next_at timestamptz(0), ready_at timestamptz(0), leased_until timestamptz(0), primary key (id)
      );
      create index bulk_export_next_at_index on bulk_export (next_at) where next_at is not null;
      create index bulk_export_ready_at_index on bulk_export (ready_at) where ready_at is not null;
      create index bulk_export_partner_id_id_index on bulk_export (partner_id, id);
      alter table bulk_export add constraint bulk_export_state_check check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED'));
    `);
    for (const table of OWNED) {
      this.addSql(ownedByPartnerSql(table));
      this.addSql(
        `revoke delete on ${table} from ${ROLES.staff}, ${ROLES.worker};
         alter table ${table} add constraint ${table}_partner_id_foreign foreign key (partner_id) references partner (id)
           deferrable initially deferred;`,
      );
    }
    for (const [child, column, parent] of KEYS)
      this.addSql(
        `alter table ${child} add constraint ${child}_${column}_foreign
           foreign key (partner_id, ${column}) references ${parent} (partner_id, id) deferrable initially deferred`,
      );
    // what was tried, and what messages were signed with, is never rewritten
    this.addSql(`revoke update on webhook_try, webhook_secret from ${ROLES.staff}, ${ROLES.worker};
      grant delete on external_ref to ${ROLES.staff};`);
    this.letPartnersWrite();
  }

  /** What verbs of partners write, who act on the scoped login: no more than they write, within their own rows. */
  private letPartnersWrite(): void {
    this.addSql(`
      revoke select on webhook_secret from ${ROLES.scoped};
      grant insert on webhook_secret, bulk_export to ${ROLES.scoped};
      grant update (downloads) on bulk_export to ${ROLES.scoped};
      grant insert, update on webhook_endpoint, webhook_delivery to ${ROLES.scoped};
      grant delete on external_ref to ${ROLES.scoped};
    `);
  }
}
