import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Period } from "../clients/clients.graphql.ts";
import { openPeriods } from "../core/business-calendar/arithmetic.ts";
import { sentenceOf } from "../core/sla-clock/explain.ts";
import type { ClockReading } from "../core/sla-clock/read-clock.ts";
import { wouldBeDue } from "../core/sla-clock/would-be-due.ts";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { revisionsByClock } from "./read-revisions.ts";
import { segmentsOf, type showClock } from "./show-clock.ts";
import { ClockSegment, SlaClock, VerdictRevision, WouldBeDue } from "./sla.graphql.ts";

const TWO_WEEKS = 14 * 86_400;

@Resolver(() => SlaClock)
export class SlaClockFields {
  @FieldResolver(() => [ClockSegment], {
    description:
      "Every stretch from the start to `asOf` or the end, with its cause. The counted ones sum to `elapsedSeconds`.",
  })
  segments(@Root() clock: ReturnType<typeof showClock>): ClockSegment[] {
    return segmentsOf(clock.of);
  }

  @FieldResolver(() => String, {
    description:
      "The clock in one sentence to read out: what was promised, what was counted and what not, by when, and how it stands. Read from its facts; wall times are those of its calendar.",
  })
  sentence(@Root() clock: ReturnType<typeof showClock>): string {
    return sentenceOf(clock.of.reading, segmentsOf(clock.of) as never);
  }

  @FieldResolver(() => [WouldBeDue], { description: "When it would be due if one thing were otherwise." })
  wouldBeDue(@Root() clock: ReturnType<typeof showClock>): WouldBeDue[] {
    const { facts, terms, reading, asOf } = clock.of;
    const alternatives = wouldBeDue(facts, terms.policy, terms.hours, reading, asOf, terms.versions);
    return alternatives.map((alternative) => ({ ...alternative }));
  }

  @FieldResolver(() => [VerdictRevision], {
    description: "What managers appended to the sealed verdict by `asOf`, oldest first.",
  })
  async revisions(@Root() clock: ReturnType<typeof showClock>, @Ctx() context: Context): Promise<VerdictRevision[]> {
    const all = await context.load("verdict-revisions", clock.id, (ids) => revisionsByClock(context, ids));
    return (all ?? []).filter((revision) => revision.at <= clock.asOf).map((revision) => ({ ...revision }));
  }

  @FieldResolver(() => [Period], {
    description:
      "Stretches from `asOf` on in which it counts: what a countdown needs to stop and start by itself. Two weeks at most.",
  })
  openPeriods(
    @Root() clock: ReturnType<typeof showClock>,
    @Arg("first", () => Int, { defaultValue: 5, description: "How many, at most 50." }) first: number,
  ): Period[] {
    const { reading, asOf } = clock.of;
    const until = (asOf + TWO_WEEKS) as Instant;
    const always = reading.target?.amount.kind === "ELAPSED";
    const ahead = always ? everySecond(reading, asOf, until) : openPeriods(reading.hours, asOf, until);
    return ahead.slice(0, Math.min(Math.max(first, 0), 50)).map((p) => ({ ...p }));
  }
}

/** Where every second counts, only the wait for the opening that its end is rolled to does not. */
function everySecond({ dueAt, remaining }: ClockReading, asOf: Instant, until: Instant): Period[] {
  if (dueAt === null || dueAt <= asOf) return [{ from: asOf, until }];
  const runsOut = (asOf + remaining) as Instant;
  const counted = [
    { from: asOf, until: Math.min(runsOut, until) as Instant },
    { from: dueAt, until },
  ];
  return counted.filter((stretch) => stretch.from < stretch.until);
}
