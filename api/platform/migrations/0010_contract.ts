import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql, publishedSql } from "../tenancy.ts";

/**
 * What the contract promises: effects are kept under the key that a client gave them, and whoever filters or walks through
 * tickets is served by an index, also within one partner.
 */
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

      create index ticket_partner_id_number_index on ticket (partner_id, number);
      create index ticket_partner_id_updated_at_id_index on ticket (partner_id, updated_at, id);
      create index ticket_client_id_number_index on ticket (client_id, number);
      create index ticket_requester_id_number_index on ticket (requester_id, number);
      create index ticket_assignee_id_number_index on ticket (assignee_id, number) where assignee_id is not null;
      create index ticket_team_id_number_index on ticket (team_id, number) where team_id is not null;
      create index event_id_index on event (id); -- a line of a ticket's story that is an event, by its id
      create index sla_clock_metric_verdict_index on sla_clock (metric, verdict, partner_id, ticket_id);
    `);
    this.addSql(ownedByPartnerSql("idempotency_record"));
    this.addSql(`
      revoke delete on idempotency_record from ${ROLES.staff};
      grant insert, update on idempotency_record to ${ROLES.scoped};
    `);
    this.letPartnersWrite();
  }

  /**
   * Partners, requesters and monitoring sources write on the scoped login, within their partner's rows: what their verbs
   * write, and no more. Plans, calendars and teams are the provider's, and read by all whose requests are judged by them.
   */
  private letPartnersWrite(): void {
    this.addSql(`
      grant insert, update on ticket, ticket_version, sla_clock to ${ROLES.scoped};
      grant insert on timeline_entry, clock_fact, coverage_decision, external_ref, event_inbox to ${ROLES.scoped};
      grant usage on sequence ticket_number to ${ROLES.scoped};
    `);
    for (const table of ["plan", "calendar", "team"]) this.addSql(publishedSql(table));
    // the names of the time include a technician's, whoever's act seals the verdict
    this.addSql("alter function name_sealed() security definer");
  }
}
