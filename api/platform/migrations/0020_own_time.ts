import { Migration } from "@mikro-orm/migrations";

/**
 * What a ticket has, or holds, stands in everybody's way but its own: whoever moves an appointment by half an hour first holds the
 * new time beside the old. And a link says when its holder asked for something else than the times it offers.
 */
export class Migration0020OwnTime extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table appointment drop constraint appointment_technician_free;
      alter table appointment add constraint appointment_technician_free
        exclude using gist (technician_id with =, ticket_id with <>, tstzrange(from_at, busy_until) with &&)
        where (status in ('HELD', 'BOOKED'));
      alter table booking_link add column answered_at timestamptz(0);
    `);
  }
}
