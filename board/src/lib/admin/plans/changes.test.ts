import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.ts";
import type { ClauseInput, PlanInput, TargetInput } from "./documents.ts";
import { standard } from "./plan.fixture.ts";
import { inputOfPlan } from "./plan-draft.ts";

const printer = inputOfPlan(standard).clauses?.[0] as ClauseInput;
const before = inputOfPlan(standard);
const after = (change: (plan: PlanInput) => void): PlanInput => {
  const plan = structuredClone(before);
  change(plan);
  return plan;
};
/** The first response to an urgent ticket, and its resolution. */
const [FIRST, RESOLVED] = [0, 2];
const target = (i: number, change: object) => after((plan) => Object.assign(plan.targets[i] ?? {}, change));

describe("what a draft of a plan changes, in words", () => {
  it("is nothing where nothing differs", () => expect(changesBetween(before, structuredClone(before))).toEqual([]));

  it.each<[string, PlanInput, string[]]>([
    ["an amount", target(FIRST, { amountSeconds: 7_200 }), ["Urgent first response: 2 h instead of 1 h"]],
    [
      "an amount of another kind",
      target(FIRST, { kind: "OPERATING_DAYS", amountSeconds: undefined, amountDays: 2 }),
      ["Urgent first response: 2 operating days instead of 1 h of operating time"],
    ],
    [
      "the kind alone",
      target(FIRST, { kind: "ELAPSED" }),
      ["Urgent first response: 1 h elapsed instead of 1 h of operating time"],
    ],
    [
      "to whom",
      target(FIRST, { commitment: "INTERNAL" }),
      ["Urgent first response: promised to ourselves instead of promised to the client"],
    ],
    [
      "what keeps it, and on what it pauses",
      target(RESOLVED, { satisfiedBy: "CLOSED", pausesOn: ["REQUESTER", "PARTS"] }),
      [
        "Urgent resolution: kept when closed instead of kept when resolved; also pauses while waiting for parts; no longer pauses while waiting for the appointment",
      ],
    ],
    [
      "its warning",
      target(FIRST, { atRiskBeforeSeconds: 1_800 }),
      ["Urgent first response: at risk 30 min instead of 15 min before due"],
    ],
    [
      "reopening",
      target(FIRST, { onReopen: "CONTINUE", countsWhileSatisfied: true }),
      [
        "Urgent first response: reopening goes on with the same cycle; the time between resolving and reopening counts too",
      ],
    ],
    [
      "a promise that is gone",
      after((plan) => plan.targets.splice(RESOLVED, 1)),
      ["Urgent resolution: nothing promised instead of 3 operating days"],
    ],
    [
      "a promise that is new",
      after((plan) => plan.targets.push({ ...(before.targets[RESOLVED] as TargetInput), priority: "STANDARD" })),
      ["Standard resolution: 3 operating days, promised to ourselves, where nothing was promised"],
    ],
    [
      "a priority that is gone takes its promises along in one line",
      after((plan) => {
        plan.priorities = plan.priorities.slice(0, 1);
        plan.targets = plan.targets.filter(({ priority }) => priority === "URGENT");
      }),
      ["No priority Standard any more, nor what was promised for it"],
    ],
    [
      "a priority that is called otherwise, of another rank",
      after((plan) => Object.assign(plan.priorities[0] ?? {}, { name: "Critical", rank: 3 })),
      ["Priority URGENT is called “Critical” instead of “Urgent”", "Critical: rank 3 instead of 1"],
    ],
    [
      "stated priorities",
      after((plan) => (plan.statedPriorities = true)),
      ["Priorities are stated instead of derived"],
    ],
    ["a step", after((plan) => plan.requiredSteps.pop()), ["Document: no longer required"]],
    [
      "reopening at any time",
      after((plan) => (plan.reopenDays = null)),
      ["Closed tickets may be reopened without limit instead of for 14 days"],
    ],
    [
      "reopening for longer",
      after((plan) => (plan.reopenDays = 30)),
      ["Closed tickets may be reopened for 30 days instead of 14 days"],
    ],
    [
      "lengths",
      after((plan) => Object.assign(plan, { settlingSeconds: 3_600, fairUseSecondsPerDay: 2_700 })),
      ["Settling time: 1 h instead of 30 min", "Fair use a day: 45 min instead of 30 min"],
    ],
    [
      "coverage that a restored version had otherwise",
      after((plan) => (plan.clauses = [{ ...printer, outcome: "EXCLUDED" }])),
      ["Coverage, printers: excluded instead of limited"],
    ],
    [
      "a clause that matches something else, and one more before it",
      after((plan) => {
        const when = {
          all: [
            { fact: "technologyKind", in: ["PRINTER"] },
            { fact: "estimatedMinutes", above: 20 },
          ],
        };
        plan.clauses = [
          { ...printer, code: "own", title: "Own" },
          { ...printer, when, advice: "Ask the maker." },
        ];
      }),
      [
        "New coverage clause: Own, limited",
        "Coverage, printers: when kind of technology is printer and estimated minutes is above 20 instead of kind of technology is printer",
        "Coverage, printers: another next step",
      ],
    ],
    ["name", after((plan) => (plan.name = "Gold")), ["Name: “Gold” instead of “Standard”"]],
  ])("%s", (_what, plan, lines) => expect(changesBetween(before, plan)).toEqual(lines));
});
