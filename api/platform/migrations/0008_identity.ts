import { Migration } from "@mikro-orm/migrations";

/** Who asks, and with what right: keys with scopes. */
export class Migration0008Identity extends Migration {
  override up(): void {
    this.addSql("alter table access_token add column scopes text[]");
  }
}
