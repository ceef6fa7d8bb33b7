import { graphql, type ResultOf } from "../gql.ts";

const Listed = graphql(`
  fragment Listed on WallRow {
    ticketId number version orderKey next client clientCode subject affected priority { code name rank } couldBeUrgent
    status assignee team coverage coverageClause
    metric commitment state standing pausedReason pausedAt
    remainingSeconds dueAt atRiskAt atRiskRemainingSeconds calendar createdAt
  }
`);

export const QueuePage = graphql(
  `
  query QueuePage($order: QueueOrder!, $filter: QueueFilter, $first: Int!, $after: String) {
    queue(order: $order, filter: $filter) {
      asOf
      entries(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { row { ...Listed } } } }
    }
  }
`,
  [Listed],
);

export const QueueEdge = graphql(`
  query QueueEdge($filter: QueueFilter, $first: Int!) {
    queue(order: WALL, filter: $filter) { entries(first: $first) { pageInfo { hasNextPage endCursor } } }
  }
`);

export const WhyHere = graphql(`
  query WhyHere($id: ID!) { ticket(id: $id) { queuePlace { inQueue ahead reasons { text } } } }
`);

export type PlaceShown = NonNullable<ResultOf<typeof WhyHere>["ticket"]>["queuePlace"];
