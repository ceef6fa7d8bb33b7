import type { Fault } from "./condition-faults.ts";
import { type UsualMinutes, workKinds } from "./facts.ts";

/**
 * What is wrong with the minutes that kinds of work usually take. None is above the limit of one request: what is only
 * presumed must not be what limits a request.
 */
export function usualMinutesFaults(usual: UsualMinutes, limit: number): Fault[] {
  return workKinds.flatMap((kind): Fault[] => {
    const minutes = usual[kind];
    if (minutes == null) return [];
    const fault = (message: string): Fault[] => [{ field: `usualMinutes.${kind}`, message }];
    if (!Number.isInteger(minutes) || minutes < 1)
      return fault(`expected a whole number of minutes from 1, got ${minutes}`);
    return minutes > limit
      ? fault(
          `${kind} is presumed to take ${minutes} minutes, and one request may take ${limit}: all of them would be limited`,
        )
      : [];
  });
}

/** The same minutes within a limit: what nobody stated for this plan is no reason to refuse it. */
export const within = (usual: UsualMinutes, limit: number): UsualMinutes =>
  Object.fromEntries(Object.entries(usual).map(([kind, minutes]) => [kind, minutes && Math.min(minutes, limit)]));
