import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context.ts";
import { SHARE } from "../../platform/pace.ts";
import { PATIENCE, SHAPE, SOCKETS } from "../../platform/shape-limits.ts";
import { ATTACHMENTS } from "../../tickets/attachments/limits.ts";
import {
  BYTES_PER_POINT,
  LIST,
  PAGE,
  QUESTION,
  READ_PER_POINT,
  REQUEST,
  THING,
  USUAL_ITEMS,
  VERB,
  weights,
} from "../cost/weights.ts";
import { REFUSALS_PER_SECOND } from "./constants.ts";
import { ApiLimits } from "./limits.graphql.ts";

const listed = (limits: { readonly [name: string]: number }) =>
  Object.entries(limits).map(([name, maximum]) => ({ name, maximum }));
const exceptions = Object.entries(weights).map(([field, { points = null, items = null }]) => ({
  field,
  points,
  items,
}));

@Resolver()
export class LimitsResolver {
  @Query(() => ApiLimits, {
    description: "The limits in force, and what of them you have left. Costs next to nothing.",
  })
  apiLimits(@Ctx() { house, viewer }: Context): ApiLimits {
    const { budgets } = house;
    return {
      operationCost: budgets.operationCost,
      throttle: house.throttle(viewer),
      keyReserve: budgets.reserve,
      partnerPool: budgets.pool,
      sourceBudget: budgets.source,
      personBudget: budgets.person,
      atOncePerKey: budgets.atOncePerKey,
      waitingPerKey: budgets.waitingPerKey,
      shareWhileOthersAsk: SHARE.of,
      refusalsPerSecond: REFUSALS_PER_SECOND,
      prices: {
        request: REQUEST,
        question: QUESTION,
        verb: VERB,
        thing: THING,
        page: PAGE,
        list: LIST,
        charactersReadPerPoint: READ_PER_POINT,
        usualItems: USUAL_ITEMS,
        uploadBytesPerPoint: BYTES_PER_POINT,
        exceptions,
      },
      shape: listed({ ...SHAPE, ...PATIENCE }),
      sockets: listed(SOCKETS),
      attachments: listed(ATTACHMENTS),
    };
  }
}
