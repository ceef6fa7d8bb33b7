import type { Condition } from "../core/coverage-policy/conditions.ts";
import type { PlanClause } from "../core/coverage-policy/terms.ts";
import type { ClauseInput, Condition as Sent } from "./condition.graphql.ts";

/** A clause as somebody sent it: whatever was left out is absent, and nothing is known to be right. */
export const clauseOf = ({ when, ...line }: ClauseInput): PlanClause =>
  ({ ...stated(line), ...(when && { when: conditionOf(when) }) }) as PlanClause;

function conditionOf({ all, any, ...test }: Sent): Condition {
  const groups = { all: all?.map(conditionOf), any: any?.map(conditionOf) };
  return { ...stated(groups), ...stated(test) } as unknown as Condition;
}

const stated = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
