import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { DateTime } from "../platform/scalars.ts";
import { MetricEnum } from "../sla/sla.graphql.ts";

@ObjectType({
  description: "A ticket that nobody holds and that breaches if everybody goes on taking the first of the queue.",
})
export class ForecastBreach {
  @Field(() => ID, { description: "The ticket." })
  ticketId!: string;
  @Field(() => Int, { description: "Its number." })
  number!: number;
  @Field(() => String, { description: "Name of the client." })
  client!: string;
  @Field(() => String, { description: "Code of the client, for walls that face windows." })
  clientCode!: string;
  @Field(() => MetricEnum, { description: "What would be broken: the clock that its row shows." })
  metric!: string;
  @Field(() => DateTime, { description: "Last instant in time." })
  dueAt!: Instant;
  @Field(() => DateTime, {
    description:
      "Last instant at which somebody who takes it out of turn still answers in time, at a pace that three of four first responses keep: `dueAt` less that. Before `asOf`: even now would be late.",
  })
  takeBy!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description: "When its turn in the queue leads to an answer; null: not by `horizonUntil`.",
  })
  expectedAt!: Instant | null;
}

@ObjectType({
  description:
    "Which promises will be broken, and what would save them. The queue is played forward: whoever is free first on shift takes the first of the queue, needs the pace of the last four weeks, and takes the next. What usually arrives meanwhile, as at the same time of day in those weeks, the same weekday before others, and stands before a ticket is taken before it. It is what is to be expected, neither the best nor the worst; what is breached already is not in it.",
})
export class BreachForecast {
  @Field(() => DateTime, { description: "The instant it speaks of, in desk time." })
  asOf!: Instant;
  @Field(() => DateTime, {
    description: "It looks one operating day ahead, to here: what is due later is not in it.",
  })
  horizonUntil!: Instant;
  @Field(() => [ForecastBreach], {
    description: "Those that must be taken first, by `takeBy`: at most 5 on a wall, at most 50 of a queue.",
  })
  breaches!: ForecastBreach[];
  @Field(() => Int, { description: "Of how many." })
  total!: number;
  @Field(() => Int, { description: "Technicians on shift at `asOf`." })
  techniciansOnShift!: number;
  @Field(() => Boolean, {
    description:
      "True: the desk has no shifts on record, of the last four weeks or ahead, so that every technician is presumed to work while the desk is open.",
  })
  shiftsPresumed!: boolean;
  @Field(() => Int, {
    description:
      "Seconds from taking a ticket to its first response, as the forecast reckons: three of four take no longer.",
  })
  responseSeconds!: number;
  @Field(() => Boolean, {
    description:
      "True: too few first responses were seen in four weeks (fewer than five), so that the service's own 15 minutes are presumed.",
  })
  responsePresumed!: boolean;
}
