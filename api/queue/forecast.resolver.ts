import { type GraphQLResolveInfo, OperationTypeNode } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { toGlobalId } from "../platform/global-id.ts";
import { type BoardFilter, passes } from "./board-view.ts";
import { BreachForecast } from "./forecast.graphql.ts";
import { type Forecast, forecastNow, forecastOf } from "./forecast.ts";
import { Queue, Wall } from "./queue.graphql.ts";

const ON_A_WALL = 5;
const OF_A_QUEUE = 50;

/** A forecast as the contract shows it: of the tickets that pass, the first few. */
export function showForecast({ breaches, ...rest }: Forecast, most = ON_A_WALL, filter: BoardFilter = {}) {
  const own = breaches.filter(({ ticket }) => passes({ ...ticket, assigneeId: null }, filter));
  const shown = own.slice(0, most).map(({ ticket: { id, number, client, clientCode, metric }, ...breach }) => ({
    ...{ ticketId: toGlobalId("Ticket", id), number, client, clientCode, metric },
    ...{ dueAt: breach.dueAt, takeBy: breach.takeBy, expectedAt: breach.expectedAt },
  }));
  return { ...rest, breaches: shown, total: own.length };
}

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
