import { Migration } from "@mikro-orm/migrations";

/**
 * What a coverage decision knew beside its facts, and who made it. A decision by hand stands over the engine's: both are
 * kept, and so is every later one of the engine's that it stands over. Rows of before are the engine's, in force.
 */
export class Migration0012Coverage extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table coverage_decision add column kind text not null default 'RULES';
      alter table coverage_decision add column in_force boolean not null default true;
      alter table coverage_decision add column overrides_id uuid;
      alter table coverage_decision add column reason text;
      alter table coverage_decision add column decided_by jsonb;
      alter table coverage_decision add column context jsonb;
      alter table coverage_decision add constraint coverage_decision_kind_check check (kind in ('RULES', 'OVERRIDE', 'RESTORED'));
      create index coverage_decision_decided_at_id_index on coverage_decision (decided_at, id);
      alter table ticket add column coverage_overridden boolean not null default false;
    `);
  }
}
