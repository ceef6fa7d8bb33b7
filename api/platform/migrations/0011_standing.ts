import { Migration } from "@mikro-orm/migrations";
import { ROLES } from "../roles.ts";

/** A process that serves may see whether the schema is the one it was built for. */
export class Migration0011Standing extends Migration {
  override up(): void {
    this.addSql(`grant select on schema_migration to ${ROLES.staff}`);
  }
}
