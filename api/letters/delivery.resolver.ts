import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { type AccountRow, StaffAccount } from "../people/staff.resolver.ts";
import type { Context } from "../platform/context.ts";
import { enumOf } from "../platform/enums.ts";
import { DateTime } from "../platform/scalars.ts";
import { TimelineEntry } from "../tickets/ticket.graphql.ts";
import type { TimelineRow } from "../tickets/timeline.sql.ts";

export const MailStateEnum = enumOf("MailState", "How a letter is on its way.", {
  QUEUED: "It waits to be sent, for the first time or again.",
  SENT: "A mail server has it.",
  FAILED: "No mail server took it for two days; it is not tried any more.",
  BOUNCED: "A mail server refused it for good.",
});

@ObjectType({ description: "How a letter is on its way." })
export class MailDelivery {
  @Field(() => MailStateEnum, { description: "How it stands." })
  state!: string;
  @Field(() => DateTime, { description: "Since when, in desk time." })
  at!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it is tried again; null: at once, or not any more." })
  nextAt!: Instant | null;
  @Field(() => String, { nullable: true, description: "Why the last try failed, in the mail server's words." })
  error!: string | null;
}
/** As columns of `mail m` say it. */
const columns = 'm.state, m.state_at as at, m.next_at as "nextAt", m.error';
type Row = MailDelivery & { entryId: string };

@Resolver(() => TimelineEntry)
export class EntryDelivery {
  @FieldResolver(() => MailDelivery, {
    nullable: true,
    description: "The letter that carries it; null for what goes out by no mail, or is not in the outbox yet.",
  })
  delivery(@Root() entry: TimelineRow, @Ctx() context: Context): Promise<MailDelivery | null> | null {
    if (entry.kind !== "REPLY") return null;
    return context.load("delivery-of-entry", entry.id, async (ids) => {
      const rows = await context.read<Row>({
        name: "deliveries-of-entries",
        text: `select distinct on (m.entry_id) m.entry_id as "entryId", ${columns}
                 from timeline_entry e join mail m on m.partner_id = e.partner_id and m.entry_id = e.id
                where e.id = any($1) and m.state <> 'DROPPED' order by m.entry_id, m.state_at desc`,
        values: [ids],
      });
      return new Map(rows.map((row) => [row.entryId, row]));
    });
  }
}

@Resolver(() => StaffAccount)
export class AccountLetter {
  @FieldResolver(() => MailDelivery, {
    nullable: true,
    description:
      "The last letter that brought them a link to set a password; null where there was none, or where it was not sent because its link worked no more.",
  })
  async letter(@Root() { id }: AccountRow, @Ctx() context: Context): Promise<MailDelivery | null> {
    return context.load("letter-of-account", id, async (ids) => {
      const rows = await context.house.readAsDesk<MailDelivery & { technicianId: string }>({
        name: "letters-of-accounts",
        text: `select distinct on (m.technician_id) m.technician_id as "technicianId", ${columns}
                 from mail m where m.technician_id = any($1) order by m.technician_id, m.id desc`,
        values: [ids],
      });
      return new Map(rows.filter(({ state }) => state !== "DROPPED").map((row) => [row.technicianId, row]));
    });
  }
}
