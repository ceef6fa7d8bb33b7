import { metricWord, stepWord, waitingWord } from "../../ticket/words.ts";
import { lengthText } from "../length.ts";
import { amountText, promisedText } from "../promise-words.ts";
import { conditionText } from "./condition-words.ts";
import type { PlanInput, TargetInput } from "./documents.ts";
import { versionChanges } from "./versions-draft.ts";

type Priority = PlanInput["priorities"][number];

export const commitmentSaid = { CONTRACTUAL: "promised to the client", INTERNAL: "promised to ourselves" } as const;
export const keptSaid = {
  PUBLIC_REPLY: "kept by a public reply",
  RESOLVED: "kept when resolved",
  CLOSED: "kept when closed",
} as const;
export const raisedSaid = {
  EARLIER_OF_OLD_AND_NEW: "a raised priority is due at the earlier of the old due and the change plus the new amount",
  FROM_THE_START: "a raised priority is counted again from the start",
} as const;
export const reopenedSaid = {
  NEW_CYCLE: "reopening starts a new cycle",
  CONTINUE: "reopening goes on with the same cycle",
} as const;

const nameOf = (priorities: readonly Priority[], code: string): string =>
  priorities.find((p) => p.code === code)?.name || code;
/** `Urgent first response`. */
export const targetName = ({ metric, priority }: TargetInput, priorities: readonly Priority[]): string =>
  `${nameOf(priorities, priority)} ${metricWord[metric].toLowerCase()}`;

const instead = (now: string, before: string): string => `${now} instead of ${before}`;
const changed = (now: string, before: string): string[] => (now === before ? [] : [instead(now, before)]);

function amountChange(was: TargetInput, is: TargetInput): string[] {
  if (amountText(was) === amountText(is)) return [];
  const say = was.kind === is.kind ? amountText : promisedText;
  return [instead(say(is), say(was))];
}

const pauses = (now: readonly string[], before: readonly string[]): string[] => [
  ...now.filter((r) => !before.includes(r)).map((r) => `also pauses while waiting for ${reasonWord(r)}`),
  ...before.filter((r) => !now.includes(r)).map((r) => `no longer pauses while waiting for ${reasonWord(r)}`),
];
const reasonWord = (reason: string): string => waitingWord[reason as keyof typeof waitingWord];

const targetChanges = (was: TargetInput, is: TargetInput): string[] => [
  ...amountChange(was, is),
  ...changed(commitmentSaid[is.commitment], commitmentSaid[was.commitment]),
  ...changed(keptSaid[is.satisfiedBy], keptSaid[was.satisfiedBy]),
  ...pauses(is.pausesOn, was.pausesOn),
  ...(was.atRiskBeforeSeconds === is.atRiskBeforeSeconds
    ? []
    : [`at risk ${instead(lengthText(is.atRiskBeforeSeconds), lengthText(was.atRiskBeforeSeconds))} before due`]),
  ...(was.onPriorityChange === is.onPriorityChange ? [] : [raisedSaid[is.onPriorityChange]]),
  ...(was.onReopen === is.onReopen ? [] : [reopenedSaid[is.onReopen]]),
  ...(Boolean(was.countsWhileSatisfied) === Boolean(is.countsWhileSatisfied)
    ? []
    : [`the time between resolving and reopening ${is.countsWhileSatisfied ? "counts too" : "no longer counts"}`]),
];

const same = (a: TargetInput, b: TargetInput): boolean => a.metric === b.metric && a.priority === b.priority;

/** Promises, one line each: "Urgent first response: 2 h instead of 1 h". */
function promiseChanges(before: PlanInput, after: PlanInput): string[] {
  const kept = after.targets.flatMap((is) => {
    const was = before.targets.find((target) => same(target, is));
    const name = targetName(is, after.priorities);
    if (!was) return [`${name}: ${promisedText(is)}, ${commitmentSaid[is.commitment]}, where nothing was promised`];
    const said = targetChanges(was, is);
    return said.length > 0 ? [`${name}: ${said.join("; ")}`] : [];
  });
  const gone = before.targets
    .filter((was) => !after.targets.some((is) => same(is, was)))
    .filter(({ priority }) => after.priorities.some(({ code }) => code === priority)) // else told with the priority
    .map((was) => `${targetName(was, after.priorities)}: ${instead("nothing promised", promisedText(was))}`);
  return [...kept, ...gone];
}

function priorityChanges(before: readonly Priority[], after: readonly Priority[]): string[] {
  const lines = after.flatMap((is) => {
    const was = before.find(({ code }) => code === is.code);
    if (!was) return [`New priority ${is.name || is.code || "without a name"}, rank ${is.rank}`];
    const renamed = changed(`“${is.name}”`, `“${was.name}”`).map((said) => `Priority ${is.code} is called ${said}`);
    return [...renamed, ...changed(`${is.rank}`, `${was.rank}`).map((said) => `${is.name || is.code}: rank ${said}`)];
  });
  const gone = before.filter((was) => !after.some(({ code }) => code === was.code));
  return [
    ...lines,
    ...gone.map(({ code, name }) => `No priority ${name || code} any more, nor what was promised for it`),
  ];
}

function clauseChanges(before: PlanInput, after: PlanInput): string[] {
  const [was, is] = [before.clauses ?? [], after.clauses ?? []];
  const word = {
    EXCLUDED: "excluded",
    LIMITED: "limited",
    COVERED: "covered",
    NEEDS_INFORMATION: "asked about",
  } as const;
  return [
    ...is.flatMap((clause) => {
      const old = was.find(({ code }) => code === clause.code);
      if (!old) return [`New coverage clause: ${clause.title || "without a title"}, ${word[clause.outcome]}`];
      const outcome = changed(word[clause.outcome], word[old.outcome]).map(
        (said) => `Coverage, ${clause.title}: ${said}`,
      );
      const named = (said: string) => `Coverage, ${clause.title}: ${said}`;
      return [
        ...outcome,
        ...changed(`“${clause.title}”`, `“${old.title}”`).map((said) => `Coverage clause ${said}`),
        ...changed(conditionText(clause.when), conditionText(old.when)).map((said) => named(`when ${said}`)),
        ...(clause.nextStep === old.nextStep && clause.advice === old.advice ? [] : [named("another next step")]),
      ];
    }),
    ...was.filter(({ code }) => !is.some((c) => c.code === code)).map(({ title }) => `No coverage clause: ${title}`),
    ...(orderOf(was, is) === orderOf(is, was) ? [] : ["The clauses decide in another order"]),
  ];
}

/** The order of those that are in both. */
const orderOf = (clauses: readonly { code: string }[], others: readonly { code: string }[]): string =>
  clauses.flatMap(({ code }) => (others.some((c) => c.code === code) ? code : [])).join(" ");

function reopenChange(was: number | null, is: number | null): string[] {
  const days = (n: number) => `${n} day${n === 1 ? "" : "s"}`;
  if (was === is) return [];
  const before = was === null ? "without limit" : is === null ? `for ${days(was)}` : days(was);
  return [`Closed tickets may be reopened ${instead(is === null ? "without limit" : `for ${days(is)}`, before)}`];
}
const length = (n: number | null | undefined): string => lengthText(n ?? 0);

/** What a draft changes, in words, one line each; empty when it changes nothing. */
export function changesBetween(before: PlanInput, after: PlanInput): readonly string[] {
  const required = (plan: PlanInput) => plan.requiredSteps;
  return [
    ...changed(`“${after.name}”`, `“${before.name}”`).map((said) => `Name: ${said}`),
    ...priorityChanges(before.priorities, after.priorities),
    ...(before.statedPriorities === after.statedPriorities
      ? []
      : [
          after.statedPriorities
            ? "Priorities are stated instead of derived"
            : "Priorities are derived instead of stated",
        ]),
    ...promiseChanges(before, after),
    ...required(after)
      .filter((s) => !required(before).includes(s))
      .map((s) => `${stepWord[s]}: required from now on`),
    ...required(before)
      .filter((s) => !required(after).includes(s))
      .map((s) => `${stepWord[s]}: no longer required`),
    ...reopenChange(before.reopenDays ?? null, after.reopenDays ?? null),
    ...changed(length(after.settlingSeconds), length(before.settlingSeconds)).map((said) => `Settling time: ${said}`),
    ...changed(length(after.fairUseSecondsPerDay), length(before.fairUseSecondsPerDay)).map(
      (said) => `Fair use a day: ${said}`,
    ),
    ...changed(`${after.minutesLimit} min`, `${before.minutesLimit} min`).map(
      (said) => `Limit of one request: ${said}`,
    ),
    ...versionChanges(before, after),
    ...(before.historical === after.historical
      ? []
      : [after.historical ? "A plan of the past: promises may be zero" : "No longer a plan of the past"]),
    ...clauseChanges(before, after),
  ];
}
