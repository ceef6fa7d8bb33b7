import { Migration } from "@mikro-orm/migrations";

/**
 * What technicians are good at: whoever has none here does everything, as all did before. And letters to the desk's own
 * people, which belong to the provider: a letter is to somebody at a client, or to somebody who works here.
 */
export class Migration0017Skills extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table technician add column skills text[] not null default '{}';
      alter table mail alter column contact_id drop not null, add column technician_id uuid;
      alter table mail add constraint mail_somebody_check check ((contact_id is null) <> (technician_id is null));
      create index mail_technician_id_id_index on mail (technician_id, id) where technician_id is not null;
    `);
  }
}
