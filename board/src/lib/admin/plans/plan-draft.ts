import type { Fault } from "../faults.ts";
import { pauseReasons } from "../imagined.ts";
import { lengthText, type Read, readDays, readLength, valueRead } from "../length.ts";
import { type ClauseDraft, clauseDrafts, readClauses } from "./clause-draft.ts";
import type { Metric, PlanInput, PlanShown, TargetInput } from "./documents.ts";
import {
  type MinimumDraft,
  minimumDrafts,
  readMinimums,
  readUsual,
  type UsualDraft,
  usualDraft,
} from "./versions-draft.ts";

/** A promise as it is typed: lengths are text until they are sent. */
export type TargetDraft = Omit<
  TargetInput,
  "priority" | "amountSeconds" | "amountDays" | "atRiskBeforeSeconds" | "pausesOn" | "countsWhileSatisfied"
> & {
  /** Key of its priority's row: a code may be typed anew without losing what is promised for it. */
  priority: number;
  amount: string;
  atRisk: string;
  pausesOn: TargetInput["pausesOn"][number][];
  countsWhileSatisfied: boolean;
};
type PriorityDraft = { key: number; code: string; name: string; rank: string };

/** A plan as it is typed. */
export type PlanDraft = {
  /** The version that it began from; 0: it is new. */
  basedOn: number;
  code: string;
  name: string;
  historical: boolean;
  statedPriorities: boolean;
  priorities: PriorityDraft[];
  targets: TargetDraft[];
  requiredSteps: PlanShown["requiredSteps"][number][];
  /** Null: no limit. */
  reopenDays: string | null;
  settling: string;
  fairUse: string;
  minutesLimit: string;
  minimums: MinimumDraft[];
  graceDays: string;
  usual: UsualDraft;
  clauses: ClauseDraft[];
};

export const metrics: readonly Metric[] = ["FIRST_RESPONSE", "NEXT_RESPONSE", "RESOLUTION"];
export const steps: readonly PlanDraft["requiredSteps"][number][] = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"];
/** Ticks are a set: they are sent in one order, however they were ticked. */
const inOrder = <T>(all: readonly T[], chosen: readonly T[]): T[] => all.filter((one) => chosen.includes(one));

export function draftOf(plan: PlanShown): PlanDraft {
  const { code, name, historical, statedPriorities, reopenDays } = plan;
  return {
    ...{ basedOn: plan.version, code, name, historical, statedPriorities },
    priorities: plan.priorities.map((p, key) => ({ key, code: p.code, name: p.name, rank: String(p.rank) })),
    targets: plan.targets.map(({ amountSeconds, amountDays, atRiskBeforeSeconds, ...target }) => ({
      ...target,
      priority: plan.priorities.findIndex((p) => p.code === target.priority),
      amount: target.kind === "OPERATING_DAYS" ? String(amountDays) : lengthText(amountSeconds ?? 0),
      atRisk: lengthText(atRiskBeforeSeconds),
      pausesOn: inOrder(pauseReasons, target.pausesOn),
    })),
    requiredSteps: inOrder(steps, plan.requiredSteps),
    reopenDays: reopenDays == null ? null : String(reopenDays),
    settling: lengthText(plan.settlingSeconds),
    fairUse: lengthText(plan.fairUseSecondsPerDay),
    minutesLimit: String(plan.minutesLimit),
    minimums: minimumDrafts(plan.minimumVersions),
    graceDays: String(plan.currentGraceDays),
    usual: usualDraft(plan.usualMinutes),
    clauses: clauseDrafts(plan.clauses),
  };
}

const rankOf = (text: string): Read =>
  /^-?\d{1,6}$/.test(text.trim()) ? { value: Number(text) } : { fault: "Write a whole number; 1 is taken first." };

const readMinutes = (text: string): Read =>
  /^\d{1,4}$/.test(text.trim()) ? { value: Number(text) } : { fault: "Write a whole number of minutes." };

/** What a draft would be sent as; null while something in it cannot be read, which is then told at its field. */
export function readDraft(draft: PlanDraft): { readonly input: PlanInput | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const take = (field: string, read: Read): number => {
    if ("fault" in read) faults.push({ field, message: read.fault });
    return valueRead(read) ?? 0;
  };
  const input: PlanInput = {
    ...{ code: draft.code, name: draft.name, historical: draft.historical, statedPriorities: draft.statedPriorities },
    priorities: draft.priorities.map(({ code, name, rank }, i) => ({
      ...{ code, name, rank: take(`priorities[${i}].rank`, rankOf(rank)) },
    })),
    targets: draft.targets.map(({ amount, atRisk, priority, pausesOn, ...target }, i) => ({
      ...target,
      priority: draft.priorities.find(({ key }) => key === priority)?.code ?? "",
      ...(target.kind === "OPERATING_DAYS"
        ? { amountDays: take(`targets[${i}].amountDays`, readDays(amount)) }
        : { amountSeconds: take(`targets[${i}].amountSeconds`, readLength(amount)) }),
      pausesOn: inOrder(pauseReasons, pausesOn),
      atRiskBeforeSeconds: take(`targets[${i}].atRiskBeforeSeconds`, readLength(atRisk)),
    })),
    requiredSteps: inOrder(steps, draft.requiredSteps),
    reopenDays: draft.reopenDays === null ? null : take("reopenDays", readDays(draft.reopenDays)),
    settlingSeconds: take("settlingSeconds", readLength(draft.settling)),
    fairUseSecondsPerDay: take("fairUseSecondsPerDay", readLength(draft.fairUse)),
    minutesLimit: take("minutesLimit", readMinutes(draft.minutesLimit)),
    minimumVersions: readMinimums(draft.minimums),
    currentGraceDays: take("currentGraceDays", readDays(draft.graceDays)),
    usualMinutes: readUsual(draft.usual, faults),
    clauses: readClauses(draft.clauses, faults),
  };
  return { input: faults.length > 0 ? null : input, faults };
}

/** A new plan begins with the terms of one that is there: nobody starts from an empty page. */
export const newDraft = (like: PlanShown): PlanDraft => ({ ...draftOf(like), basedOn: 0, code: "", name: "" });

/** What a published plan would be sent as, to be compared with a draft of it. */
export const inputOfPlan = (plan: PlanShown): PlanInput => readDraft(draftOf(plan)).input as PlanInput;

/** A promise to begin with: like the plan's others of its kind, else like the service as it is sold. */
export function newTarget({ targets }: PlanDraft, metric: Metric, priority: number): TargetDraft {
  const alike = targets.find((target) => target.metric === metric);
  if (alike) return { ...alike, pausesOn: [...alike.pausesOn], priority };
  return {
    ...{ metric, priority, kind: "OPERATING_DAYS", amount: "1", atRisk: "1 h" },
    commitment: metric === "FIRST_RESPONSE" ? "CONTRACTUAL" : "INTERNAL",
    satisfiedBy: metric === "RESOLUTION" ? "RESOLVED" : "PUBLIC_REPLY",
    pausesOn: metric === "FIRST_RESPONSE" ? [] : ["REQUESTER", "APPOINTMENT"],
    ...{ onPriorityChange: "EARLIER_OF_OLD_AND_NEW", onReopen: "NEW_CYCLE", countsWhileSatisfied: false },
  };
}

/** A row for one more priority, below the others. */
export function newPriority({ priorities }: PlanDraft): PriorityDraft {
  const rank = Math.max(0, ...priorities.map((p) => Number(p.rank) || 0)) + 1;
  return { key: Math.max(-1, ...priorities.map(({ key }) => key)) + 1, code: "", name: "", rank: String(rank) };
}
