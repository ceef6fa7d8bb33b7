import { GraphQLError } from "graphql";
import { Field, ObjectType } from "type-graphql";
import { wallTime } from "../core/business-calendar/zone.ts";
import { readClocks } from "../core/sla-clock/read-clock.ts";
import type { Instant } from "../core/time.ts";
import { CoverageDecision } from "../coverage/coverage.graphql.ts";
import { ofRules, showDecision } from "../coverage/show-decision.ts";
import type { Context } from "../platform/context.ts";
import { DateTime } from "../platform/scalars.ts";
import { afterHoursOf, composeHours } from "../sla/operating-hours.ts";
import { slaPolicy } from "../sla/sla-policy.ts";
import { assessRequest, type Request } from "./assess-request.ts";
import { Priority } from "./ticket.graphql.ts";

@ObjectType({ description: "What would be promised if the request were made now." })
export class TicketPreview {
  @Field(() => Priority, { description: "The priority its facts give." })
  priority!: Priority;
  @Field(() => Boolean, { description: "Whether a fact that is still open could make it urgent." })
  couldBeUrgent!: boolean;
  @Field(() => DateTime, {
    nullable: true,
    description: "By when the first response would be due; null: not promised, or given already.",
  })
  dueAt!: Instant | null;
  @Field(() => CoverageDecision, { description: "Whether it is covered." })
  coverage!: CoverageDecision;
  @Field(() => String, { description: "The promise as a sentence." })
  sentence!: string;
}

/** Asks the very code that creating a ticket runs, and keeps nothing. */
export async function previewTicket(context: Context, request: Request): Promise<TicketPreview> {
  return context.verb(async (desk) => {
    const assessed = await assessRequest(desk, request);
    if (assessed.kind === "refused")
      throw new GraphQLError(assessed.message, {
        extensions: { code: assessed.code === "NOT_FOUND" ? "NOT_FOUND" : "BAD_USER_INPUT", field: assessed.field },
      });
    const { agreement, priority, couldBeUrgent, decided } = assessed;
    const { plan, calendar, addOns, client } = agreement;
    const hours = composeHours(calendar, afterHoursOf(addOns));
    const created = {
      kind: "CREATED",
      priority: priority.code,
      seq: 1,
      happenedAt: desk.now,
      recordedAt: desk.now,
    } as const;
    const clock = readClocks([created], slaPolicy(plan), hours, desk.now).find((c) => c.metric === "FIRST_RESPONSE");
    const dueAt = clock?.dueAt ?? null;
    return {
      priority: { ...priority },
      couldBeUrgent,
      dueAt,
      coverage: showDecision(decided.decision, {
        ...ofRules,
        id: null,
        planVersion: plan.version,
        decidedAt: desk.now,
      }),
      sentence: promiseSaid(priority.name, dueAt, client.timeZone),
    };
  });
}

export const promiseSaid = (priority: string, dueAt: Instant | null, zone: string): string =>
  dueAt === null
    ? `${priority}: no response time is promised.`
    : `${priority}: we reply by ${wallTime(zone, dueAt)} (${zone}).`;
