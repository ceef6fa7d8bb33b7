import type { FactName, RequestFacts } from "./facts.ts";
import type { Technology } from "./technology.ts";

/** EXCLUDED: not covered. LIMITED: helped within bounds, and not covered. */
export type ClauseOutcome = "EXCLUDED" | "LIMITED";

/** What to do about a decision. */
export type NextStepKind =
  | "BOOK_APPOINTMENT"
  | "CONTACT_MANUFACTURER"
  | "REQUEST_QUOTE"
  | "STATE_FACTS"
  | "REQUEST_ADD_ON"
  | "WORK_ON_IT";

export type ClauseCode =
  | "no-contract"
  | "onsite"
  | "not-a-problem"
  | "project"
  | "training"
  | "warranty"
  | "illegal"
  | "unlicensed"
  | "below-minimum"
  | "manufacturer-ended"
  | "platform-ended"
  | "immediate-remote"
  | "over-thirty-minutes"
  | "product-expert"
  | "os-upgrade"
  | "printer"
  | "fair-use"
  | "slow-connection";

/** All that a clause may look at. */
export type Case = {
  readonly facts: RequestFacts;
  readonly technology: Technology;
  readonly contractInForce: boolean;
  readonly immediateAddOn: boolean;
  readonly usedTodaySeconds: number;
  readonly fairUseSecondsPerDay: number;
  readonly minutesLimit: number;
};

export type ClauseRow = {
  readonly code: ClauseCode;
  /** What the service as sold says; a plan may say otherwise. */
  readonly outcome: ClauseOutcome;
  readonly title: string;
  /** The facts `when` rests on: no other fact may change its answer. */
  readonly uses: readonly FactName[];
  readonly when: (c: Case) => boolean;
  readonly nextStep: NextStepKind;
  readonly advice: string;
};

const product = ["technologyKind", "product", "version", "today"] as const satisfies readonly FactName[];
const support = [...product, "paidSupport", "manufacturerSupport"] as const satisfies readonly FactName[];

/** The clauses of the service, in the order of its own table; all in one place, so that they are read as one list. */
export const clauseRows: readonly ClauseRow[] = [
  {
    code: "no-contract",
    outcome: "EXCLUDED",
    title: "The client has no contract in force",
    uses: ["contractInForce"],
    when: (c) => !c.contractInForce,
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a contract.",
  },
  {
    code: "onsite",
    outcome: "EXCLUDED",
    title: "Cannot be done remotely",
    uses: ["remotePossible"],
    when: ({ facts }) => facts.remotePossible === false,
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for a visit.",
  },
  {
    code: "not-a-problem",
    outcome: "EXCLUDED",
    title: "Nothing is broken or in need of support",
    uses: ["workKind"],
    when: ({ facts }) => facts.workKind === "NOT_A_PROBLEM",
    nextStep: "STATE_FACTS",
    advice: "Say what is broken, if something is.",
  },
  {
    code: "project",
    outcome: "EXCLUDED",
    title: "Project or maintenance work",
    uses: ["workKind"],
    when: ({ facts }) => facts.workKind === "PROJECT" || facts.workKind === "MAINTENANCE",
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for the project.",
  },
  {
    code: "training",
    outcome: "EXCLUDED",
    title: "Training and usage assistance",
    uses: ["workKind"],
    when: ({ facts }) => facts.workKind === "TRAINING" || facts.workKind === "USAGE_QUESTION",
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for training.",
  },
  {
    code: "warranty",
    outcome: "EXCLUDED",
    title: "Could invalidate a manufacturer's warranty",
    uses: ["warrantyRisk"],
    when: ({ facts }) => facts.warrantyRisk === true,
    nextStep: "CONTACT_MANUFACTURER",
    advice: "Have the manufacturer do it, so that the warranty stays.",
  },
  {
    code: "illegal",
    outcome: "EXCLUDED",
    title: "Illegal",
    uses: ["illegal"],
    when: ({ facts }) => facts.illegal === true,
    nextStep: "STATE_FACTS",
    advice: "We cannot help with this. Tell us if we misunderstood.",
  },
  {
    code: "unlicensed",
    outcome: "EXCLUDED",
    title: "Software without a licence",
    uses: ["licensed"],
    when: ({ facts }) => facts.licensed === false,
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for licences.",
  },
  {
    code: "below-minimum",
    outcome: "EXCLUDED",
    title: "Operating system older than the plan's minimum",
    // the manufacturer data says which version is current
    uses: [...product, "minimumVersion", "manufacturerSupport"],
    when: ({ technology }) => technology.belowMinimum,
    nextStep: "CONTACT_MANUFACTURER",
    advice: "See the manufacturer's page for a newer version.",
  },
  {
    code: "manufacturer-ended",
    outcome: "EXCLUDED",
    title: "Technology that its manufacturer no longer supports",
    uses: support,
    when: ({ facts, technology }) =>
      facts.technologyKind !== "OPERATING_SYSTEM" && technology.support?.supported === false,
    nextStep: "CONTACT_MANUFACTURER",
    advice: "See the manufacturer's page for a supported version.",
  },
  {
    code: "platform-ended",
    outcome: "LIMITED",
    title: "Operating system whose manufacturer support has ended",
    uses: support,
    when: ({ facts, technology }) =>
      facts.technologyKind === "OPERATING_SYSTEM" && technology.support?.supported === false,
    nextStep: "CONTACT_MANUFACTURER",
    advice: "See the manufacturer's page for a supported version.",
  },
  {
    code: "immediate-remote",
    outcome: "EXCLUDED",
    title: "Immediate remote support without the add-on",
    uses: ["immediate", "immediateAddOn"],
    when: (c) => c.facts.immediate === true && !c.immediateAddOn,
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment instead.",
  },
  {
    code: "over-thirty-minutes",
    outcome: "LIMITED",
    title: "Cannot be started and finished in 30 minutes",
    // the kind of work, because its usual minutes are presumed while none are stated
    uses: ["estimatedMinutes", "workKind"],
    when: (c) => (c.facts.estimatedMinutes ?? 0) > c.minutesLimit,
    nextStep: "REQUEST_QUOTE",
    advice: "Ask for a quote for the whole of it.",
  },
  {
    code: "product-expert",
    outcome: "LIMITED",
    title: "Advanced problem specific to one product's use",
    uses: ["advancedProductProblem"],
    when: ({ facts }) => facts.advancedProductProblem === true,
    nextStep: "CONTACT_MANUFACTURER",
    advice: "We help to reach the manufacturer.",
  },
  {
    code: "os-upgrade",
    outcome: "LIMITED",
    title: "Operating system upgrade",
    uses: ["workKind"],
    when: ({ facts }) => facts.workKind === "OS_UPGRADE",
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment; we help within its time.",
  },
  {
    code: "printer",
    outcome: "LIMITED",
    title: "Printers",
    uses: ["technologyKind"],
    when: ({ facts }) => facts.technologyKind === "PRINTER",
    nextStep: "CONTACT_MANUFACTURER",
    advice: "We look at it; the manufacturer knows the device.",
  },
  {
    code: "fair-use",
    outcome: "LIMITED",
    title: "Today's remote minutes are used up",
    uses: ["usedTodaySeconds"],
    when: (c) => c.usedTodaySeconds >= c.fairUseSecondsPerDay,
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment for another day.",
  },
  {
    code: "slow-connection",
    outcome: "LIMITED",
    title: "No high-speed internet connection",
    uses: ["highSpeed"],
    when: ({ facts }) => facts.highSpeed === false,
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment at a place with a faster connection.",
  },
];
