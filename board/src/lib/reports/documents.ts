import { graphql, type ResultOf, type VariablesOf } from "../gql.ts";

const Row = graphql(`
  fragment ReportRow on AttainmentRow { key label clientId month priority met missed open leftOut n attainment few }
`);
const Late = graphql(`
  fragment ReportBreach on Breach {
    ticketId number subject client priority metric dueAt satisfiedAt
    lateSeconds lateWallSeconds assigneeAtBreach pausedSeconds verdict
  }
`);

export const Report = graphql(
  `
  query Report($input: SlaReportInput!) {
    slaReport(input: $input) {
      from until timeZone asOf definition
      total { ...ReportRow } byMonth { ...ReportRow } byPriority { ...ReportRow } byClient { ...ReportRow }
      byClientAndMonth { ...ReportRow }
      breaches(first: 25) { pageInfo { hasNextPage endCursor } edges { node { ...ReportBreach } } }
    }
  }
`,
  [Row, Late],
);

export const MoreBreaches = graphql(
  `
  query MoreBreaches($input: SlaReportInput!, $after: String!) {
    slaReport(input: $input) {
      breaches(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...ReportBreach } } }
    }
  }
`,
  [Late],
);

export const ReportCsv = graphql(`query ReportCsv($input: SlaReportInput!) { slaReport(input: $input) { csv } }`);

export const TicketsOf = graphql(`
  query TicketsOf($first: Int!, $after: String, $filter: TicketFilter!) {
    tickets(first: $first, after: $after, filter: $filter, orderBy: CREATED_ASC) {
      totalCount { value relation } pageInfo { hasNextPage endCursor }
      edges {
        node {
          id number subject status createdAt client { name } priority { name } assignee { name }
          coverage { outcome clause { code title } }
          first: slaClock(metric: FIRST_RESPONSE) { metric verdict dueAt satisfiedAt }
          next: slaClock(metric: NEXT_RESPONSE) { metric verdict dueAt satisfiedAt }
          resolution: slaClock(metric: RESOLUTION) { metric verdict dueAt satisfiedAt }
        }
      }
    }
  }
`);

export const ClientNames = graphql(`
  query ClientNames($after: String) {
    clients(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name } } }
  }
`);

export type ReportShown = ResultOf<typeof Report>["slaReport"];
export type RowShown = ReportShown["total"];
export type BreachShown = ReportShown["breaches"]["edges"][number]["node"];
export type TicketListed = ResultOf<typeof TicketsOf>["tickets"]["edges"][number]["node"];
export type ReportInput = VariablesOf<typeof Report>["input"];
export type TicketFilter = VariablesOf<typeof TicketsOf>["filter"];
