import { waitingWord } from "../../ticket/words.ts";
import { readDays, readLength, valueRead } from "../length.ts";
import { amountText, commitmentWord } from "../promise-words.ts";
import type { PlanDraft, TargetDraft } from "./plan-draft.ts";

/** What a cell of the promises says in large; text that cannot be read is shown as it is typed. */
export function cellAmount({ kind, amount }: TargetDraft): string {
  const value = valueRead(kind === "OPERATING_DAYS" ? readDays(amount) : readLength(amount));
  if (value === null) return amount.trim() || "…";
  return amountText(kind === "OPERATING_DAYS" ? { kind, amountDays: value } : { kind, amountSeconds: value });
}

/** And in small: to whom, and for what it stands still. */
export function cellMore({ commitment, pausesOn }: TargetDraft): string {
  const waits = pausesOn.map((reason) => waitingWord[reason]).join(", ");
  return waits ? `${commitmentWord[commitment]}; pauses for ${waits}` : commitmentWord[commitment];
}

const codeOf = ({ priorities }: PlanDraft, key: number) => priorities.find((p) => p.key === key)?.code;
const bare = ({ priority: _key, ...rest }: TargetDraft) => JSON.stringify(Object.entries(rest).sort());

/** Whether a promise differs from what the same priority was promised before. */
export function differs(target: TargetDraft, draft: PlanDraft, before: PlanDraft): boolean {
  const code = codeOf(draft, target.priority);
  const was = before.targets.find((one) => one.metric === target.metric && codeOf(before, one.priority) === code);
  return !was || bare(was) !== bare(target);
}
