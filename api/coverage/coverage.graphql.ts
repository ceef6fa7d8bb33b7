import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { TechnologyKindEnum } from "../clients/clients.graphql.ts";
import type { Instant } from "../core/time.ts";
import { enumOf } from "../platform/enums.ts";
import { DateTime } from "../platform/scalars.ts";

export const OutcomeEnum = enumOf("Outcome", "Whether a request is covered.", {
  COVERED: "Covered: work on it.",
  LIMITED: "Helped with, within the limit that the clause names.",
  EXCLUDED: "Not covered; saying so is still owed in time.",
  NEEDS_INFORMATION: "Cannot be said yet: facts are missing.",
});

export const KindOfWorkEnum = enumOf("KindOfWork", "What is asked for. Never presumed.", {
  TROUBLESHOOTING: "Errors, pop-ups, crashes.",
  HARDWARE_ISSUE: "Something is wrong with a machine.",
  BROWSER_SUPPORT: "A browser misbehaves.",
  CONFLICT: "Two things do not work together.",
  SECURITY: "A security matter.",
  DRIVER: "A driver.",
  INSTALLATION: "Installing something.",
  LAUNCH: "Something does not start.",
  SETTINGS: "Changing settings.",
  ACCOUNT_CHANGE: "Moving, adding or changing an account.",
  LICENCE_CHANGE: "Moving, adding or changing a licence.",
  OS_UPGRADE: "Upgrading an operating system.",
  PROJECT: "Project work.",
  MAINTENANCE: "Maintenance.",
  TRAINING: "Training.",
  USAGE_QUESTION: "How to use something.",
  NOT_A_PROBLEM: "Nothing is broken or in need of support.",
});

export const NextStepKindEnum = enumOf("NextStepKind", "What comes next after a coverage decision.", {
  WORK_ON_IT: "Work on it.",
  BOOK_APPOINTMENT: "Book an appointment instead of immediate help.",
  CONTACT_MANUFACTURER: "Contact the manufacturer.",
  REQUEST_QUOTE: "Request a quote.",
  STATE_FACTS: "State the missing facts.",
  REQUEST_ADD_ON: "Ask for the add-on that would cover it.",
});

@ObjectType({ description: "A line of the plan." })
export class Clause {
  @Field(() => String, { description: 'Code, for example "printer".' })
  code!: string;
  @Field(() => String, { description: "What it is about, in words." })
  title!: string;
  @Field(() => OutcomeEnum, { description: "What it decides where it matches." })
  outcome!: string;
}

@ObjectType({ description: "A fact of a request." })
export class Fact {
  @Field(() => String, { description: "Name of the fact." })
  name!: string;
  @Field(() => String, { description: "Its value as text." })
  value!: string;
}

@ObjectType({ description: "What a clause rested on." })
export class Evidence {
  @Field(() => String, {
    nullable: true,
    description: "The clause; null for what speaks for the technology as a whole.",
  })
  clause!: string | null;
  @Field(() => String, { description: "The fact it used." })
  fact!: string;
  @Field(() => String, { description: "The value it saw." })
  value!: string;
  @Field(() => String, { nullable: true, description: "Where the value comes from, if not from the request." })
  source!: string | null;
  @Field(() => String, { nullable: true, description: "Page of the source." })
  sourceUrl!: string | null;
}

@ObjectType({ description: "The way on." })
export class NextStep {
  @Field(() => NextStepKindEnum, { description: "What to do." })
  kind!: string;
  @Field(() => String, { description: "The same in words." })
  label!: string;
  @Field(() => String, { nullable: true, description: "The manufacturer to contact." })
  manufacturer!: string | null;
  @Field(() => String, { nullable: true, description: "The page to go to." })
  url!: string | null;
}

export const DeciderKindEnum = enumOf("CoverageDeciderKind", "Who decided.", {
  RULES: "The clauses of the plan.",
  TECHNICIAN: "A technician, by hand.",
  MANAGER: "A manager, by hand.",
});

@ObjectType({ description: "Who made a coverage decision." })
export class CoverageDecider {
  @Field(() => DeciderKindEnum, { description: "The rules, or a person." })
  kind!: string;
  @Field(() => String, { description: 'Name at the time; "Rules" for the rules.' })
  name!: string;
}

@ObjectType({
  description: "Whether a request is covered, by which clause, from which facts, and what would change it.",
})
export class CoverageDecision {
  @Field(() => ID, { nullable: true, description: "Id of a recorded decision; null for a preview." })
  id!: string | null;
  @Field(() => OutcomeEnum, { description: "The outcome." })
  outcome!: string;
  @Field(() => Boolean, { description: "Is it covered? True only for COVERED." })
  covered!: boolean;
  @Field(() => Clause, { nullable: true, description: "The clause that decided; null when none did." })
  clause!: Clause | null;
  @Field(() => [Clause], { description: "Other clauses that match too, strictest first." })
  alsoMatched!: Clause[];
  @Field(() => [Fact], { description: "The facts as stated." })
  facts!: Fact[];
  @Field(() => [Fact], { description: "What was presumed, since nobody stated it." })
  presumed!: Fact[];
  @Field(() => [Evidence], { description: "What each matching clause rested on." })
  evidence!: Evidence[];
  @Field(() => [String], { description: "Facts that must be stated before an answer is possible." })
  missing!: string[];
  @Field(() => [String], {
    description:
      "What the missing product or version may be, where what was stated could be several (at most 6). Empty otherwise, and of decisions from before this was kept.",
  })
  candidates!: string[];
  @Field(() => [String], {
    description: "Sentences: which fact, stated otherwise, would change the answer, and to what.",
  })
  wouldChange!: string[];
  @Field(() => NextStep, { description: "What comes next." })
  nextStep!: NextStep;
  @Field(() => Int, { description: "Version of the plan that decided." })
  planVersion!: number;
  @Field(() => DateTime, { description: "When it was decided, in desk time." })
  decidedAt!: Instant;
  @Field(() => CoverageDecider, { description: "Who decided: the rules, or a person by an override." })
  decidedBy!: CoverageDecider;
  @Field(() => Boolean, {
    description:
      "Whether it was in force from then on. False for what the rules decided while an override stood; true for a preview.",
  })
  inForce!: boolean;
  @Field(() => CoverageDecision, {
    nullable: true,
    description: "Of an override: what the rules said when it was made. Null for a decision of the rules.",
  })
  overrides!: CoverageDecision | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Why it was decided by hand, or why that was withdrawn. Null for the rules, where none was given, and for whoever may not read what is written within the desk.",
  })
  reason!: string | null;
}

@InputType({ description: "A piece of technology as people say it." })
export class TechnologyInput {
  @Field(() => TechnologyKindEnum, { description: "What sort it is." })
  kind!: string;
  @Field(() => String, { nullable: true, description: 'Product, for example "macOS".' })
  product?: string | null;
  @Field(() => String, { nullable: true, description: 'Version, for example "14.6", or "current".' })
  version?: string | null;
}

@InputType({ description: "Typed facts of a request. Whatever is left out is unstated." })
export class RequestFactsInput {
  @Field(() => KindOfWorkEnum, { nullable: true, description: "What is asked for." })
  kindOfWork?: string | null;
  @Field(() => TechnologyInput, { nullable: true, description: "What it is about." })
  technology?: TechnologyInput | null;
  @Field(() => Int, { nullable: true, description: "How many minutes it will take, as estimated: 1 to 10,080." })
  estimatedMinutes?: number | null;
  @Field(() => Boolean, { nullable: true, description: "Whether it can be done remotely. Presumed: yes." })
  remotePossible?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether the software is licensed. Presumed: yes." })
  licensed?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether it would be illegal." })
  illegal?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether it could invalidate a warranty. Presumed: no." })
  warrantyRisk?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is wanted at once. Presumed: an appointment will do.",
  })
  immediate?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether there is high-speed internet. Presumed: yes." })
  highSpeed?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether it is an advanced problem of one product's use." })
  advancedProductProblem?: boolean | null;
}

@InputType({ description: "A question of coverage, without creating anything." })
export class CoveragePreviewInput {
  @Field(() => ID, {
    nullable: true,
    description: "The client who asks; without it, a client under the standard plan.",
  })
  clientId?: string | null;
  @Field(() => RequestFactsInput, { description: "The facts." })
  facts!: RequestFactsInput;
}
