import { at, workingWeek } from "../time/as-on-the-wall.ts";
import type { ClockShown } from "./documents.ts";

const text = (wall: string): string => new Date(at(wall) * 1_000).toISOString().replace(".000Z", "Z");

type Said = Partial<Omit<ClockShown, "segments">> & {
  segments?: readonly (readonly [from: string, until: string, kind: "COUNTED" | "CLOSED" | "PAUSED"])[];
};

/** For tests: a clock that started Monday 13:38 with an hour to answer, as of 14:32; times as on the wall. */
export function clock({ segments, ...said }: Said = {}): ClockShown {
  return {
    ...{ id: "c", metric: "FIRST_RESPONSE", cycle: 1, commitment: "CONTRACTUAL", state: "RUNNING" },
    ...{ standing: "ON_TRACK", verdict: null, pausedReason: null, pausedAt: null, resumesAt: null, noDueReason: null },
    ...{ startedAt: text("Mon 13:38"), dueAt: text("Mon 14:38"), atRiskAt: text("Mon 14:23") },
    ...{ satisfiedAt: null, breachedAt: null, endedAt: null, elapsedSeconds: 3_240, remainingSeconds: 360 },
    ...{ asOf: text("Mon 14:32"), timeZone: "UTC", policyVersion: 7, calendarVersion: 1 },
    target: {
      ...{ kind: "OPERATING_TIME", amountSeconds: 3_600, amountDays: null },
      ...{ satisfiedBy: "PUBLIC_REPLY", atRiskBeforeSeconds: 900 },
    },
    openPeriods: workingWeek.map(({ from, until }) => ({
      from: new Date(from * 1_000).toISOString(),
      until: new Date(until * 1_000).toISOString(),
    })),
    ...said,
    segments: (segments ?? [["Mon 13:38", "Mon 14:32", "COUNTED"]]).map(([from, until, kind]) => ({
      ...{ from: text(from), until: text(until), kind, cause: "" },
    })),
  };
}

export const wall = text;
