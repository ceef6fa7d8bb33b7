import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import type { BoardFilter } from "./board-view.ts";
import { BreachForecast } from "./forecast.graphql.ts";
import { forecastNow } from "./forecast.ts";
import { WallDelta, WallHeartbeat } from "./messages.graphql.ts";
import { Queue, Wall } from "./queue.graphql.ts";
import { OF_A_QUEUE, showForecast } from "./show-forecast.ts";

type Shown = ReturnType<typeof showForecast>;

@Resolver(() => Wall)
export class WallForecast {
  @FieldResolver(() => BreachForecast, { description: "Which tickets breach unless somebody takes them in time." })
  async forecast(@Root() { asOf, forecast }: { asOf: Instant; forecast?: Shown }, @Ctx() { house }: Context) {
    return forecast ?? showForecast(await forecastNow(house, asOf)); // an open wall was told of it with all the rest
  }
}

const AGAIN = "Foreseen again: which tickets breach unless somebody takes them in time.";

@Resolver(() => WallDelta)
export class WallDeltaForecast {
  @FieldResolver(() => BreachForecast, { description: AGAIN })
  forecast(@Root() told: { forecast: Shown }): Shown {
    return told.forecast;
  }
}

@Resolver(() => WallHeartbeat)
export class WallHeartbeatForecast {
  @FieldResolver(() => BreachForecast, { description: AGAIN })
  forecast(@Root() told: { forecast: Shown }): Shown {
    return told.forecast;
  }
}

@Resolver(() => Queue)
export class QueueForecast {
  @FieldResolver(() => BreachForecast, {
    nullable: true,
    description:
      "Which of the filtered tickets breach unless somebody takes them in time, reckoned with the whole queue; null for a queue of the past.",
  })
  async forecast(@Root() { asOf, ahead }: { asOf: Instant; ahead: BoardFilter | null }, @Ctx() { house }: Context) {
    return ahead && showForecast(await forecastNow(house, asOf), OF_A_QUEUE, ahead);
  }
}
