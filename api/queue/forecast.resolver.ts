import { type GraphQLResolveInfo, OperationTypeNode } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import type { BoardFilter } from "./board-view.ts";
import { BreachForecast } from "./forecast.graphql.ts";
import { forecastNow, forecastOf } from "./forecast.ts";
import { Queue, Wall } from "./queue.graphql.ts";
import { OF_A_QUEUE, showForecast } from "./show-forecast.ts";

const watches = ({ operation }: GraphQLResolveInfo) => operation.operation === OperationTypeNode.SUBSCRIPTION;

@Resolver(() => Wall)
export class WallForecast {
  @FieldResolver(() => BreachForecast, { description: "Which tickets breach unless somebody takes them in time." })
  async forecast(@Root() { asOf }: { asOf: Instant }, @Ctx() { house }: Context, @Info() info: GraphQLResolveInfo) {
    return showForecast(await (watches(info) ? forecastOf : forecastNow)(house, asOf));
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
