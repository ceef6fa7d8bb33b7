import { graphql, type ResultOf, type VariablesOf } from "../../gql.ts";

const Test = graphql(`
  fragment ShownTest on Condition { fact is in notIn above atLeast below aboveLimit reachesLimit olderThan }
`);
// a condition has at most three groups inside one another
const Inner = graphql(`fragment ShownInner on Condition { ...ShownTest all { ...ShownTest } any { ...ShownTest } }`, [
  Test,
]);
const Middle = graphql(
  `fragment ShownMiddle on Condition { ...ShownTest all { ...ShownInner } any { ...ShownInner } }`,
  [Test, Inner],
);

const Shown = graphql(
  `
  fragment ShownPlan on Plan {
    id code name version publishedAt contracts historical statedPriorities
    priorities { code name rank } requiredSteps reopenDays settlingSeconds fairUseSecondsPerDay minutesLimit
    minimumVersions { product version } currentGraceDays usualMinutes { kindOfWork minutes }
    clauses { code title outcome nextStep advice when { ...ShownTest all { ...ShownMiddle } any { ...ShownMiddle } } }
    targets {
      metric priority kind amountSeconds amountDays commitment satisfiedBy pausesOn atRiskBeforeSeconds
      onPriorityChange onReopen countsWhileSatisfied
    }
  }
`,
  [Test, Middle],
);

export const CoverageFacts = graphql(`query CoverageFacts { coverageFacts { name title kind operators choices } }`);

export const CoverageWhatIf = graphql(`
  query CoverageWhatIf($input: PolicyDryRunInput!, $from: DateTime, $first: Int!) {
    policyDryRun(input: $input) {
      userErrors { field message }
      dryRun {
        coverage(from: $from) {
          from until decisions presumed differ sentence byOutcome { from to count }
          tickets(first: $first) {
            ticketId number subject client decidedAt outcomeBefore clauseBefore { title } outcomeAfter clauseAfter { title }
          }
        }
      }
    }
  }
`);

export const Plans = graphql(`query Plans { plans { ...ShownPlan } }`, [Shown]);

export const PlanVersions = graphql(
  `query PlanVersions($code: String!) { planVersions(code: $code) { ...ShownPlan } }`,
  [Shown],
);

export const PublishPlan = graphql(
  `
  mutation PublishPlan($input: PublishPlanInput!) {
    answer: publishPlan(input: $input) { plan { ...ShownPlan } userErrors { code field message } }
  }
`,
  [Shown],
);

export const ApplyPlan = graphql(`
  mutation ApplyPlan($input: ApplyToOpenClocksInput!) {
    answer: applyToOpenClocks(input: $input) { application { id } userErrors { code field message } }
  }
`);

export type PlanShown = ResultOf<typeof Shown>;
export type PlanInput = VariablesOf<typeof PublishPlan>["input"];
export type TargetInput = PlanInput["targets"][number];
export type ClauseInput = NonNullable<PlanInput["clauses"]>[number];
export type ConditionInput = NonNullable<ClauseInput["when"]>;
/** A condition as the API shows it, however deep. */
export type ConditionShown = ResultOf<typeof Test> & {
  readonly all?: readonly ConditionShown[] | null;
  readonly any?: readonly ConditionShown[] | null;
};
export type CoverageFact = ResultOf<typeof CoverageFacts>["coverageFacts"][number];
type DryRunOfPlan = NonNullable<ResultOf<typeof CoverageWhatIf>["policyDryRun"]["dryRun"]>;
export type WhatIfShown = NonNullable<DryRunOfPlan["coverage"]>;
export type Metric = TargetInput["metric"];
