import { Migration } from "@mikro-orm/migrations";

/** What was read from a mail is kept apart from what somebody stated. */
export class Migration0005Proof extends Migration {
  override up(): void {
    this.addSql(`
      alter table ticket add column affected_mailed boolean not null default false,
                         add column workaround_mailed boolean not null default false;
      update ticket set affected_mailed = affected is not null, workaround_mailed = workaround is not null
       where channel = 'EMAIL'`);
  }
}
