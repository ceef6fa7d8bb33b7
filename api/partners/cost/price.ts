import { fromGlobalId } from "../../platform/global-id.ts";
import { holds, type Variables } from "./conditions.ts";
import { itemsIn, valueIn } from "./size.ts";
import type { Step } from "./step.ts";
import { REQUEST } from "./weights.ts";

/** The most that an operation can cost with these variables: known before anything is read. */
export const requestedPoints = (steps: readonly Step[], variables: Variables): number =>
  REQUEST + most(steps, variables);

const isThere = (step: Step, variables: Variables) => step.when.some((when) => holds(when, variables));

/** By what it is asked with, and whatever comes of it. */
const extra = ({ given }: Step, variables: Variables): number =>
  given.reduce((all, { points, variable }) => all + (variable === null || variables[variable] != null ? points : 0), 0);

function most(steps: readonly Step[], variables: Variables): number {
  let points = 0;
  for (const step of steps) {
    if (!isThere(step, variables)) continue;
    points += extra(step, variables);
    const inside = step.inside.map((each) => most(each, variables));
    const dearest = Math.max(0, ...inside);
    if (step.ids) points += mostByIds(step, step.ids, variables, inside, dearest);
    else points += (step.items ? itemsIn(step.items, variables) : 1) * (step.points + dearest);
  }
  return points;
}

/** An id says of which type its thing is, so that nothing else need be reckoned with; one that is none finds nothing. */
function mostByIds(step: Step, ids: NonNullable<Step["ids"]>, variables: Variables, inside: number[], dearest: number) {
  const value = valueIn(ids.said, variables);
  const many = Array.isArray(value) ? value.slice(0, step.items?.most ?? 1) : [value];
  let points = 0;
  for (const id of many) {
    const type = typeof id === "string" && id !== "" ? fromGlobalId(id)?.type : undefined;
    points +=
      step.points + (typeof id === "string" && id !== "" ? (inside[ids.types.indexOf(type ?? "")] ?? 0) : dearest);
  }
  return points;
}

/** What an operation did cost, by what really came back. Never more than `requestedPoints`. */
export const actualPoints = (steps: readonly Step[], variables: Variables, data: unknown): number =>
  REQUEST + came(steps, variables, (data ?? {}) as Answered);

type Answered = { readonly [key: string]: unknown };

function came(steps: readonly Step[], variables: Variables, parent: Answered): number {
  let points = 0;
  for (const step of steps) {
    if (!isThere(step, variables)) continue;
    const value = parent[step.key];
    if (step.asked || value != null) points += extra(step, variables);
    if (step.items) {
      if (Array.isArray(value)) points += cameInList(step, variables, value, itemsIn(step.items, variables));
    } else if (value !== null && value !== undefined) points += step.points + cameInside(step, variables, value);
    else if (step.asked) points += step.points;
  }
  return points;
}

/** More items than were counted for are not charged: each then costs what the dearest ones did. */
function cameInList(step: Step, variables: Variables, list: readonly unknown[], counted: number): number {
  const each: number[] = [];
  for (const item of list) if (item !== null) each.push(step.points + cameInside(step, variables, item));
  if (each.length > counted) each.sort((a, b) => b - a).length = counted;
  return each.reduce((sum, points) => sum + points, 0);
}

/** Lists of what costs nothing by itself are looked into only where something inside does. */
function cameInside(step: Step, variables: Variables, value: unknown): number {
  if (typeof value !== "object" || step.inside.every((steps) => steps.length === 0)) return 0;
  const item = Array.isArray(value) ? null : (value as Answered);
  if (!item) return 0;
  return Math.max(0, ...step.inside.map((steps) => came(steps, variables, item)));
}
