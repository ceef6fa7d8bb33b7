import type { PlanShown } from "./documents.ts";

type Target = PlanShown["targets"][number];
const common = {
  onPriorityChange: "EARLIER_OF_OLD_AND_NEW",
  onReopen: "NEW_CYCLE",
  countsWhileSatisfied: false,
} as const;
const response: Target = {
  ...{ metric: "FIRST_RESPONSE", priority: "URGENT", kind: "OPERATING_TIME", amountSeconds: 3_600, amountDays: null },
  ...{ commitment: "CONTRACTUAL", satisfiedBy: "PUBLIC_REPLY", pausesOn: [], atRiskBeforeSeconds: 900, ...common },
};

const nothing = {
  ...{ fact: null, is: null, in: null, notIn: null, above: null, atLeast: null, below: null },
  ...{ aboveLimit: null, reachesLimit: null, olderThan: null },
};

/** For tests: as much of the standard plan as tells its parts apart. */
export const standard: PlanShown = {
  ...{ id: "p", code: "standard", name: "Standard", version: 3, publishedAt: "2026-11-20T21:00:00Z", contracts: 12 },
  ...{
    historical: false,
    statedPriorities: false,
    reopenDays: 14,
    settlingSeconds: 1_800,
    fairUseSecondsPerDay: 1_800,
    minutesLimit: 30,
    currentGraceDays: 30,
  },
  minimumVersions: [
    { product: "macOS", version: "10.13" },
    { product: "iOS", version: "CURRENT" },
  ],
  usualMinutes: [{ kindOfWork: "TROUBLESHOOTING", minutes: 25 }],
  priorities: [
    { code: "URGENT", name: "Urgent", rank: 1 },
    { code: "STANDARD", name: "Standard", rank: 2 },
  ],
  requiredSteps: ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"],
  clauses: [
    {
      ...{
        code: "printer",
        title: "printers",
        outcome: "LIMITED",
        nextStep: "CONTACT_MANUFACTURER",
        advice: "Ask them.",
      },
      when: { ...nothing, fact: "technologyKind", in: ["PRINTER"], all: null, any: null },
    },
  ],
  targets: [
    response,
    { ...response, priority: "STANDARD", kind: "OPERATING_DAYS", amountSeconds: null, amountDays: 1 },
    {
      ...response,
      ...{ metric: "RESOLUTION", kind: "OPERATING_DAYS", amountSeconds: null, amountDays: 3, satisfiedBy: "RESOLVED" },
      ...{ commitment: "INTERNAL", pausesOn: ["REQUESTER", "APPOINTMENT"], atRiskBeforeSeconds: 3_600 },
    },
  ],
};
