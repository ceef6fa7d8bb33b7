import { graphql, type ResultOf, type VariablesOf } from "../gql.ts";

export const DryRun = graphql(`
  query DryRun($input: PolicyDryRunInput!, $first: Int!, $skip: Int!) {
    policyDryRun(input: $input) {
      userErrors { code field message }
      dryRun {
        asOf position tickets openClocks moved wouldBreach sentence
        moves(first: $first, skip: $skip) { ticketId number subject client metric cycle priority dueBefore dueAfter breaches }
      }
    }
  }
`);

const Shown = graphql(`
  fragment ShownApplication on PolicyApplication {
    id kind cause appliedAt appliedBy ticketsDone ticketsTotal clocksMoved clocksBreached finishedAt
  }
`);

export const Application = graphql(
  `query Application($id: ID!) { policyApplication(id: $id) { ...ShownApplication } }`,
  [Shown],
);

export const Disturbed = graphql(`
  query Disturbed($id: ID!, $since: Position!) {
    policyApplication(id: $id) { disturbedSince(position: $since) { ticketId number event at } }
  }
`);

/** What is still on its way through the open clocks, to be followed again after a reload. */
export const UnderWay = graphql(`query UnderWay { policyApplications { id kind cause finishedAt } }`);

export type DryRunInput = VariablesOf<typeof DryRun>["input"];
export type DryRunShown = NonNullable<ResultOf<typeof DryRun>["policyDryRun"]["dryRun"]>;
export type MoveShown = DryRunShown["moves"][number];
export type ApplicationShown = ResultOf<typeof Shown>;
export type DisturbedShown = NonNullable<ResultOf<typeof Disturbed>["policyApplication"]>["disturbedSince"][number];
