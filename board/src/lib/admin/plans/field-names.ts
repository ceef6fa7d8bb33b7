import { kindsOfWork } from "../../ticket/facts.ts";
import { metricWord } from "../../ticket/words.ts";
import type { PlanInput } from "./documents.ts";
import type { PlanDraft } from "./plan-draft.ts";
import { readUsual } from "./versions-draft.ts";

const ofTarget: { readonly [field: string]: string } = {
  ...{ amountSeconds: "amount", amountDays: "amount", atRiskBeforeSeconds: "at-risk warning", satisfiedBy: "kept by" },
  ...{ priority: "priority", metric: "promise", pausesOn: "pauses", onReopen: "reopening" },
};
const ofPriority: { readonly [field: string]: string } = { code: "code", name: "name", rank: "rank" };
const ofClause: { readonly [field: string]: string } = {
  ...{ code: "code", title: "title", outcome: "outcome", when: "condition", nextStep: "next step", advice: "advice" },
};
const ofPlan: { readonly [field in keyof PlanInput]?: string } = {
  ...{ code: "Code", name: "Name", priorities: "Priorities", targets: "Promises", requiredSteps: "Required steps" },
  ...{ reopenDays: "Reopening", settlingSeconds: "Settling time", fairUseSecondsPerDay: "Fair use a day" },
  ...{ minutesLimit: "Limit of one request", minimumVersions: "Oldest versions", currentGraceDays: "Days of grace" },
  usualMinutes: "Usual minutes",
};

/** What a person calls a field of a plan: `targets[2].amountSeconds` is "Urgent resolution, amount". */
export function fieldName({ priorities, targets, clauses, minimums, usual }: PlanDraft, field: string): string {
  const [, minimum] = /^minimumVersions\[(\d+)\]/.exec(field) ?? [];
  if (minimum) return `Oldest version of ${minimums[Number(minimum)]?.product || "a new product"}`;
  const [, sent, kind] = /^usualMinutes(?:\[(\d+)\]|\.(\w+))/.exec(field) ?? [];
  if (sent || kind) {
    const which = kind ?? readUsual(usual, [])[Number(sent)]?.kindOfWork;
    return `Usual minutes, ${kindsOfWork[which as keyof typeof kindsOfWork]}`;
  }
  const [, list, index, part = ""] = /^(targets|priorities|clauses)\[(\d+)\](?:\.(.+))?$/.exec(field) ?? [];
  const at = Number(index);
  const named = (key: number | undefined) => {
    const row = priorities.find((p) => p.key === key);
    return row?.name || row?.code || "New priority";
  };
  if (list === "targets") {
    const target = targets[at];
    const whole = target ? `${named(target.priority)} ${metricWord[target.metric].toLowerCase()}` : `Promise ${at + 1}`;
    return part ? `${whole}, ${ofTarget[part] ?? part}` : whole;
  }
  if (list === "priorities") return `${named(priorities[at]?.key)}, ${ofPriority[part] ?? part}`;
  if (list === "clauses") {
    const whole = `Coverage clause ${clauses[at]?.title ? `“${clauses[at].title}”` : at + 1}`;
    const [first = ""] = part.split(/[.[]/);
    return part ? `${whole}, ${ofClause[first] ?? first}` : whole;
  }
  return ofPlan[field as keyof PlanInput] ?? field;
}
