import type { Condition } from "./conditions.ts";

/** EXCLUDED: not covered. LIMITED: helped within bounds, and not covered. */
export type ClauseOutcome = "EXCLUDED" | "LIMITED";

/** What to do about a decision. */
export const nextStepKinds = [
  "BOOK_APPOINTMENT",
  "CONTACT_MANUFACTURER",
  "REQUEST_QUOTE",
  "STATE_FACTS",
  "REQUEST_ADD_ON",
  "WORK_ON_IT",
] as const;
export type NextStepKind = (typeof nextStepKinds)[number];

/** A line of a plan: whatever matches `when` has this outcome, and this way on. */
export type Clause = {
  readonly code: string;
  readonly outcome: ClauseOutcome;
  readonly title: string;
  readonly when: Condition;
  readonly nextStep: NextStepKind;
  /** One sentence for the person who asked. */
  readonly advice: string;
};

/** The clauses of the service as it is sold, in the order of its own table; a plan may word, order and change its own. */
export const serviceClauses: readonly Clause[] = [
  {
    code: "no-contract",
    outcome: "EXCLUDED",
    title: "The client has no contract in force",
    when: { fact: "contractInForce", is: false },
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a contract.",
  },
  {
    code: "onsite",
    outcome: "EXCLUDED",
    title: "Cannot be done remotely",
    when: { fact: "remotePossible", is: false },
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for a visit.",
  },
  {
    code: "not-a-problem",
    outcome: "EXCLUDED",
    title: "Nothing is broken or in need of support",
    when: { fact: "kindOfWork", in: ["NOT_A_PROBLEM"] },
    nextStep: "STATE_FACTS",
    advice: "Say what is broken, if something is.",
  },
  {
    code: "project",
    outcome: "EXCLUDED",
    title: "Project or maintenance work",
    when: { fact: "kindOfWork", in: ["PROJECT", "MAINTENANCE"] },
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for the project.",
  },
  {
    code: "training",
    outcome: "EXCLUDED",
    title: "Training and usage assistance",
    when: { fact: "kindOfWork", in: ["TRAINING", "USAGE_QUESTION"] },
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for training.",
  },
  {
    code: "warranty",
    outcome: "EXCLUDED",
    title: "Could invalidate a manufacturer's warranty",
    when: { fact: "warrantyRisk", is: true },
    nextStep: "CONTACT_MANUFACTURER",
    advice: "Have the manufacturer do it, so that the warranty stays.",
  },
  {
    code: "illegal",
    outcome: "EXCLUDED",
    title: "Illegal",
    when: { fact: "illegal", is: true },
    nextStep: "STATE_FACTS",
    advice: "We cannot help with this. Tell us if we misunderstood.",
  },
  {
    code: "unlicensed",
    outcome: "EXCLUDED",
    title: "Software without a licence",
    when: { fact: "licensed", is: false },
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for licences.",
  },
  {
    code: "below-minimum",
    outcome: "EXCLUDED",
    title: "Operating system older than the plan's minimum",
    when: { fact: "belowMinimum", is: true },
    nextStep: "CONTACT_MANUFACTURER",
    advice: "See the manufacturer's page for a newer version.",
  },
  {
    code: "manufacturer-ended",
    outcome: "EXCLUDED",
    title: "Technology that its manufacturer no longer supports",
    when: {
      all: [
        { fact: "operatingSystem", is: false },
        { fact: "manufacturerSupport", in: ["ENDED"] },
      ],
    },
    nextStep: "CONTACT_MANUFACTURER",
    advice: "See the manufacturer's page for a supported version.",
  },
  {
    code: "platform-ended",
    outcome: "LIMITED",
    title: "Operating system whose manufacturer support has ended",
    when: {
      all: [
        { fact: "operatingSystem", is: true },
        { fact: "manufacturerSupport", in: ["ENDED"] },
      ],
    },
    nextStep: "CONTACT_MANUFACTURER",
    advice: "See the manufacturer's page for a supported version.",
  },
  {
    code: "immediate-remote",
    outcome: "EXCLUDED",
    title: "Immediate remote support without the add-on",
    when: {
      all: [
        { fact: "immediate", is: true },
        { fact: "immediateAddOn", is: false },
      ],
    },
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment instead.",
  },
  {
    code: "over-thirty-minutes",
    outcome: "LIMITED",
    title: "Cannot be started and finished in 30 minutes",
    when: { fact: "estimatedMinutes", aboveLimit: true },
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for the whole of it.",
  },
  {
    code: "product-expert",
    outcome: "LIMITED",
    title: "Advanced problem specific to one product's use",
    when: { fact: "advancedProductProblem", is: true },
    nextStep: "CONTACT_MANUFACTURER",
    advice: "We help to reach the manufacturer.",
  },
  {
    code: "os-upgrade",
    outcome: "LIMITED",
    title: "Operating system upgrade",
    when: { fact: "kindOfWork", in: ["OS_UPGRADE"] },
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment; we help within its time.",
  },
  {
    code: "printer",
    outcome: "LIMITED",
    title: "Printers",
    when: { fact: "technologyKind", in: ["PRINTER"] },
    nextStep: "CONTACT_MANUFACTURER",
    advice: "We look at it; the manufacturer knows the device.",
  },
  {
    code: "fair-use",
    outcome: "LIMITED",
    title: "Today's remote minutes are used up",
    when: { fact: "usedTodaySeconds", reachesLimit: true },
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment for another day.",
  },
  {
    code: "slow-connection",
    outcome: "LIMITED",
    title: "No high-speed internet connection",
    when: { fact: "highSpeed", is: false },
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment at a place with a faster connection.",
  },
];
