import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { toGlobalId } from "../platform/global-id.ts";
import { DateTime, instantText } from "../platform/scalars.ts";
import { CoverageDifference, CoverageWhatIf } from "./coverage-what-if.graphql.ts";
import { coverageWhatIf, MOST_LISTED, type Period, type WhatIf } from "./coverage-what-if.ts";
import type { Edit } from "./edit.ts";
import { PolicyDryRun } from "./policy.graphql.ts";

const DAY = 86_400;
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

@Resolver(() => PolicyDryRun)
export class DryRunCoverage {
  @FieldResolver(() => CoverageWhatIf, {
    nullable: true,
    description:
      "Of a plan: how it would have decided what was decided under that plan in `[from, until)`. Null for other edits.",
  })
  coverage(
    @Root() run: { asOf: Instant; edit: Edit },
    @Ctx() context: Context,
    @Arg("from", () => DateTime, {
      nullable: true,
      description: "From this instant on; without it, 90 days before `until`.",
    })
    from?: Instant,
    @Arg("until", () => DateTime, {
      nullable: true,
      description: "Before this instant; without it, until the dry run's. At most 366 days after `from`.",
    })
    until?: Instant,
  ): Promise<WhatIf> | null {
    const { edit } = run;
    if (edit.kind !== "PLAN") return null;
    const end = until ?? ((run.asOf + 1) as Instant);
    const period = periodOf(from ?? ((end - USUAL_DAYS * DAY) as Instant), end);
    return context.look(({ em }) => coverageWhatIf(em, edit.plan, period));
  }
}

function periodOf(from: Instant, until: Instant): Period {
  const refused = (message: string) =>
    new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", field: "until" } });
  if (until <= from) throw refused("`until` must be later than `from`.");
  if (until - from > MOST_DAYS * DAY) throw refused(`At most ${MOST_DAYS} days of decisions can be tried.`);
  return { from, until };
}

@Resolver(() => CoverageWhatIf)
export class WhatIfFields {
  @FieldResolver(() => DateTime, { description: "Decisions from this instant on." })
  from(@Root() { period }: WhatIf): Instant {
    return period.from;
  }

  @FieldResolver(() => DateTime, { description: "And before this one." })
  until(@Root() { period }: WhatIf): Instant {
    return period.until;
  }

  @FieldResolver(() => String, { description: "The same as a sentence." })
  sentence(@Root() { period, decisions, differ }: WhatIf): string {
    const day = (at: number) => instantText(at as Instant).slice(0, 10);
    const n = `${decisions.toLocaleString("en-GB")} decision${decisions === 1 ? "" : "s"}`;
    return `${day(period.from)} to ${day(period.until - 1)}: ${differ.toLocaleString("en-GB")} of ${n} would differ.`;
  }

  @FieldResolver(() => [CoverageDifference], {
    description: `Decisions that would differ, the newest first; the newest ${MOST_LISTED} can be listed.`,
  })
  tickets(
    @Root() { newest }: WhatIf,
    @Arg("first", () => Int, { defaultValue: 20, description: `How many, at most ${MOST_LISTED}.` }) first: number,
    @Arg("skip", () => Int, { defaultValue: 0, description: "How many to step over." }) skip: number,
  ): CoverageDifference[] {
    const start = Math.max(skip, 0);
    return newest.slice(start, start + Math.min(Math.max(first, 0), MOST_LISTED)).map(({ past, by, then }) => ({
      ticketId: toGlobalId("Ticket", past.ticketId),
      number: past.number,
      subject: past.subject,
      client: past.client,
      decidedAt: past.decidedAt,
      outcomeBefore: past.outcome,
      clauseBefore: by && { ...by },
      outcomeAfter: then.outcome,
      clauseAfter: then.clause && { ...then.clause },
    }));
  }
}
