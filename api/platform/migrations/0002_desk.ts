import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";
import { ownedByPartnerSql, staffOnlySql } from "../tenancy.ts";

/** Tables of the provider's own, and tables whose rows belong to partners. */
const STAFF_ONLY = ["access_token", "calendar", "plan", "shift", "team", "team_member", "technician"];
const OWNED = [
  "client",
  "contact",
  "device",
  "contract",
  "add_on",
  "coverage_decision",
  "fair_use_day",
  "clock_fact",
  "sla_clock",
  "ticket",
  "ticket_version",
  "timeline_entry",
  "external_ref",
  "remote_session",
];
/**
 * child, its column, parent: every key leads with the partner, because a key looks through row-level security. Checked
 * at commit: the unit of work does not know them and writes tables in its own order.
 */
const KEYS: readonly [child: string, column: string, parent: string][] = [
  ["contact", "client_id", "client"],
  ["device", "client_id", "client"],
  ["contract", "client_id", "client"],
  ["add_on", "contract_id", "contract"],
  ["ticket", "client_id", "client"],
  ["ticket", "contract_id", "contract"],
  ["coverage_decision", "ticket_id", "ticket"],
  ["fair_use_day", "client_id", "client"],
  ["clock_fact", "ticket_id", "ticket"],
  ["sla_clock", "ticket_id", "ticket"],
  ["ticket_version", "ticket_id", "ticket"],
  ["timeline_entry", "ticket_id", "ticket"],
  ["external_ref", "ticket_id", "ticket"],
  ["remote_session", "ticket_id", "ticket"],
];

/** The desk: people, agreements, tickets, their clocks and sessions. */
export class Migration0002Desk extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table access_token (
        id uuid not null, hash varchar(64) not null, kind text not null, name varchar(255) not null,
        technician_id uuid, contact_id uuid, client_id uuid, partner_id uuid, lead boolean not null default false,
        created_at timestamptz(0) not null, revoked_at timestamptz(0), primary key (id)
      );
      alter table access_token add constraint access_token_hash_unique unique (hash);
      alter table access_token add constraint access_token_kind_check check (kind in ('PARTNER', 'TECHNICIAN', 'MANAGER', 'REQUESTER', 'WALL', 'MONITORING'));

      create table add_on (
        id uuid not null, partner_id uuid not null, contract_id uuid not null, kind text not null,
        from_at timestamptz(0) not null, until_at timestamptz(0), primary key (id)
      );
      create index add_on_partner_id_contract_id_index on add_on (partner_id, contract_id);
      alter table add_on add constraint add_on_kind_check check (kind in ('AFTER_HOURS', 'IMMEDIATE'));

      create table calendar (
        id uuid not null, code varchar(255) not null, version int not null, time_zone varchar(255) not null,
        definition jsonb not null, published_at timestamptz(0) not null, primary key (id)
      );
      alter table calendar add constraint calendar_code_version_unique unique (code, version);

      create table client (
        id uuid not null, partner_id uuid not null, name varchar(255) not null, code varchar(255) not null,
        time_zone varchar(255) not null, created_at timestamptz(0) not null, primary key (id)
      );
      alter table client add constraint client_partner_id_id_unique unique (partner_id, id);
      alter table client add constraint client_partner_id_code_unique unique (partner_id, code);

      create table clock_fact (
        id uuid not null, partner_id uuid not null, ticket_id uuid not null, seq int not null,
        kind varchar(255) not null, happened_at timestamptz(0) not null, recorded_at timestamptz(0) not null,
        detail jsonb not null, primary key (id)
      );
      alter table clock_fact add constraint clock_fact_partner_id_ticket_id_seq_unique unique (partner_id, ticket_id, seq);

      create table contact (
        id uuid not null, partner_id uuid not null, client_id uuid not null, name varchar(255) not null,
        email varchar(255), phone varchar(255), lead boolean not null default false,
        created_at timestamptz(0) not null, primary key (id)
      );
      create index contact_partner_id_client_id_index on contact (partner_id, client_id);

      create table contract (
        id uuid not null, partner_id uuid not null, client_id uuid not null, plan_code varchar(255) not null,
        calendar_code varchar(255) not null, from_date varchar(10) not null, until_date varchar(10),
        created_at timestamptz(0) not null, primary key (id)
      );
      create index contract_partner_id_client_id_index on contract (partner_id, client_id);
      alter table contract add constraint contract_partner_id_id_unique unique (partner_id, id);

      create table coverage_decision (
        id uuid not null, partner_id uuid not null, ticket_id uuid not null, outcome text not null,
        clause varchar(255), decision jsonb not null, facts jsonb not null, plan_version int not null,
        decided_at timestamptz(0) not null, primary key (id)
      );
      create index coverage_decision_partner_id_ticket_id_decided_at_index on coverage_decision (partner_id, ticket_id, decided_at);
      alter table coverage_decision add constraint coverage_decision_outcome_check check (outcome in ('COVERED', 'LIMITED', 'EXCLUDED', 'NEEDS_INFORMATION'));

      create table device (
        id uuid not null, partner_id uuid not null, client_id uuid not null, name varchar(255) not null,
        technology_kind text not null, product varchar(255), version varchar(255),
        created_at timestamptz(0) not null, primary key (id)
      );
      create index device_partner_id_client_id_index on device (partner_id, client_id);
      alter table device add constraint device_technology_kind_check check (technology_kind in ('OPERATING_SYSTEM', 'APPLICATION', 'BROWSER', 'SERVER', 'PERIPHERAL', 'PRINTER', 'NETWORK', 'OTHER'));

      create table external_ref (
        partner_id uuid not null, system varchar(255) not null, external_id varchar(255) not null,
        ticket_id uuid not null, primary key (partner_id, system, external_id)
      );
      create index external_ref_partner_id_ticket_id_index on external_ref (partner_id, ticket_id);

      create table fair_use_day (
        partner_id uuid not null, client_id uuid not null, date varchar(10) not null, used_seconds int not null,
        primary key (partner_id, client_id, date)
      );

      create table partner (
        id uuid not null, name varchar(255) not null, house boolean not null default false,
        created_at timestamptz(0) not null, primary key (id)
      );

      create table plan (
        id uuid not null, code varchar(255) not null, version int not null, name varchar(255) not null,
        terms jsonb not null, published_at timestamptz(0) not null, primary key (id)
      );
      alter table plan add constraint plan_code_version_unique unique (code, version);

      create table remote_session (
        id uuid not null, partner_id uuid not null, client_id uuid not null, ticket_id uuid not null,
        technician_id uuid not null, technician_name varchar(255) not null, started_at timestamptz(0) not null,
        last_heartbeat_at timestamptz(0) not null, ended_at timestamptz(0), ended_by text, primary key (id)
      );
      create index remote_session_partner_id_client_id_started_at_index on remote_session (partner_id, client_id, started_at);
      create index remote_session_partner_id_ticket_id_index on remote_session (partner_id, ticket_id);
      create index remote_session_running_index on remote_session (last_heartbeat_at) where ended_at is null;
      alter table remote_session add constraint remote_session_ended_by_check check (ended_by in ('TECHNICIAN', 'REQUESTER', 'VANISHED'));

      create table shift (
        id uuid not null, technician_id uuid not null, from_at timestamptz(0) not null,
        until_at timestamptz(0) not null, primary key (id)
      );
      create index shift_technician_id_from_at_index on shift (technician_id, from_at);

      create table sla_clock (
        id uuid not null, partner_id uuid not null, ticket_id uuid not null, metric text not null,
        cycle int not null, commitment text not null, priority varchar(255) not null, target_kind text not null,
        started_at timestamptz(0) not null, due_at timestamptz(0), at_risk_at timestamptz(0),
        satisfied_at timestamptz(0), ended_at timestamptz(0), breached_at timestamptz(0), paused_at timestamptz(0),
        paused_reason varchar(255), resumes_at timestamptz(0), no_due_reason varchar(255), verdict text,
        sealed_at timestamptz(0), elapsed_seconds int, late_seconds int, paused_seconds int not null default 0,
        shown boolean not null default false, at_risk_announced_for timestamptz(0),
        breach_announced_for timestamptz(0), next_edge_at timestamptz(0), next_edge text, plan_id uuid not null,
        calendar_id uuid not null, time_zone_data varchar(255) not null, primary key (id)
      );
      create index sla_clock_next_edge_at_index on sla_clock (next_edge_at) where next_edge_at is not null;
      create index sla_clock_partner_id_started_at_index on sla_clock (partner_id, started_at);
      alter table sla_clock add constraint sla_clock_partner_id_ticket_id_metric_cycle_unique unique (partner_id, ticket_id, metric, cycle);
      alter table sla_clock add constraint sla_clock_metric_check check (metric in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'));
      alter table sla_clock add constraint sla_clock_commitment_check check (commitment in ('CONTRACTUAL', 'INTERNAL'));
      alter table sla_clock add constraint sla_clock_target_kind_check check (target_kind in ('OPERATING_TIME', 'OPERATING_DAYS', 'ELAPSED'));
      alter table sla_clock add constraint sla_clock_verdict_check check (verdict in ('MET', 'MISSED', 'CANCELLED', 'MERGED'));
      alter table sla_clock add constraint sla_clock_next_edge_check check (next_edge in ('AT_RISK', 'BREACH'));

      create table team (
        id uuid not null, name varchar(255) not null, created_at timestamptz(0) not null, primary key (id)
      );
      alter table team add constraint team_name_unique unique (name);

      create table team_member (
        team_id uuid not null, technician_id uuid not null, primary key (team_id, technician_id)
      );

      create table technician (
        id uuid not null, name varchar(255) not null, email varchar(255), role text not null,
        created_at timestamptz(0) not null, primary key (id)
      );
      alter table technician add constraint technician_role_check check (role in ('TECHNICIAN', 'MANAGER'));

      create table ticket (
        id uuid not null, partner_id uuid not null, number int not null, client_id uuid not null,
        requester_id uuid, device_id uuid, contract_id uuid, plan_id uuid not null, calendar_id uuid not null,
        subject text not null, description text not null, channel text not null, facts jsonb not null,
        affected text, workaround boolean, could_be_urgent boolean not null default false,
        priority varchar(255) not null, priority_name varchar(255) not null, priority_rank int not null,
        priority_reason varchar(255), status text not null, waiting_on text, waiting_until timestamptz(0),
        steps jsonb not null, cycle int not null default 1, team_id uuid, assignee_id uuid,
        assignee_name varchar(255), coverage_outcome varchar(255) not null, coverage_clause varchar(255),
        merged_into_id uuid, close_reason text, fact_count int not null default 0, queue_key varchar(255),
        created_at timestamptz(0) not null, updated_at timestamptz(0) not null, resolved_at timestamptz(0),
        closed_at timestamptz(0), version int not null default 1, primary key (id)
      );
      create index ticket_partner_id_created_at_id_index on ticket (partner_id, created_at, id);
      create index ticket_created_at_id_index on ticket (created_at, id);
      create index ticket_updated_at_id_index on ticket (updated_at, id);
      create index ticket_queue_key_index on ticket (queue_key) where queue_key is not null;
      create index ticket_active_index on ticket (created_at, id) where status not in ('CLOSED', 'CANCELLED', 'MERGED');
      alter table ticket add constraint ticket_partner_id_id_unique unique (partner_id, id);
      alter table ticket add constraint ticket_number_unique unique (number);
      alter table ticket add constraint ticket_channel_check check (channel in ('PORTAL', 'EMAIL', 'PHONE', 'MONITORING', 'API'));
      alter table ticket add constraint ticket_affected_check check (affected in ('ONE', 'SEVERAL', 'ALL'));
      alter table ticket add constraint ticket_status_check check (status in ('NEW', 'OPEN', 'WAITING', 'SCHEDULED', 'RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED'));
      alter table ticket add constraint ticket_waiting_on_check check (waiting_on in ('REQUESTER', 'MANUFACTURER', 'PARTS', 'INTERNAL'));

      create table ticket_version (
        partner_id uuid not null, ticket_id uuid not null, version int not null, status text not null,
        assignee_id uuid, team_id uuid, affected text, priority varchar(255) not null,
        from_at timestamptz(0) not null, until_at timestamptz(0), primary key (partner_id, ticket_id, version)
      );
      create index ticket_version_from_at_until_at_index on ticket_version (from_at, until_at);
      alter table ticket_version add constraint ticket_version_status_check check (status in ('NEW', 'OPEN', 'WAITING', 'SCHEDULED', 'RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED'));
      alter table ticket_version add constraint ticket_version_affected_check check (affected in ('ONE', 'SEVERAL', 'ALL'));

      create table timeline_entry (
        id uuid not null, partner_id uuid not null, ticket_id uuid not null, kind text not null,
        public boolean not null, actor_kind varchar(255) not null, actor_name varchar(255) not null, body text,
        change text, step varchar(255), at timestamptz(0) not null, primary key (id)
      );
      create index timeline_entry_partner_id_ticket_id_id_index on timeline_entry (partner_id, ticket_id, id);
      alter table timeline_entry add constraint timeline_entry_kind_check check (kind in ('CREATED', 'REPLY', 'REQUESTER_MESSAGE', 'NOTE', 'STEP', 'FACTS', 'PRIORITY', 'COVERAGE', 'ASSIGNMENT', 'STATUS', 'CLOCK', 'SESSION', 'MERGE'));

      create sequence ticket_number start 1001;
      grant usage on sequence ticket_number to ${ROLES.staff}, ${ROLES.worker};

      -- busy rows: leave room on the page, so that an update of an unindexed column writes no index
      alter table ticket set (fillfactor = 80);
      alter table sla_clock set (fillfactor = 80);
    `);
    for (const table of STAFF_ONLY) this.addSql(staffOnlySql(table));
    for (const table of OWNED) this.addSql(ownedByPartnerSql(table));
    this.addSql(ownedByPartnerSql("partner", "id"));
    for (const [child, column, parent] of KEYS)
      this.addSql(
        `alter table ${child} add constraint ${child}_${column}_foreign
           foreign key (partner_id, ${column}) references ${parent} (partner_id, id) deferrable initially deferred`,
      );
    for (const table of OWNED)
      this.addSql(
        `alter table ${table} add constraint ${table}_partner_id_foreign foreign key (partner_id) references partner (id)
           deferrable initially deferred`,
      );
  }
}
