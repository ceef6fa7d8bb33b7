import { Migration } from "@mikro-orm/migrations";

/** Tickets that wait until an instant are found by it: the timer looks every second. */
export class Migration0004Waits extends Migration {
  override up(): void {
    this.addSql("create index ticket_waiting_until_index on ticket (waiting_until) where waiting_until is not null");
  }
}
