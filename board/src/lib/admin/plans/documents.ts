import { graphql, type ResultOf, type VariablesOf } from "../../gql.ts";

const Shown = graphql(`
  fragment ShownPlan on Plan {
    id code name version publishedAt contracts historical statedPriorities
    priorities { code name rank } requiredSteps reopenDays settlingSeconds fairUseSecondsPerDay
    clauses { code title outcome }
    targets {
      metric priority kind amountSeconds amountDays commitment satisfiedBy pausesOn atRiskBeforeSeconds
      onPriorityChange onReopen countsWhileSatisfied
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
export type Metric = TargetInput["metric"];
