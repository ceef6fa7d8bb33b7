import { graphql, type ResultOf } from "../gql.ts";

export const FairUse = graphql(`
  fragment ShownFairUse on FairUse { date allowanceSeconds usedSeconds runningTickets asOf }
`);
const Link = graphql(`fragment ShownJoinLink on JoinLink { state url note }`);

/** What one is connected to at this moment, wherever it was begun. */
export const OwnRunning = graphql(
  `
  query OwnRunning {
    deskClock { now rate sandbox }
    viewer {
      runningSessions {
        id startedAt joinLink { ...ShownJoinLink }
        ticket { id number subject client { id name } device { id name } }
      }
    }
  }
`,
  [Link],
);

/** With the sign of life comes what else changes by itself: the link, and the client's minutes. */
export const Heartbeat = graphql(
  `
  mutation Heartbeat($input: HeartbeatInput!) {
    answer: heartbeat(input: $input) {
      session { id joinLink { ...ShownJoinLink } ticket { client { id fairUse { ...ShownFairUse } } } }
      userErrors { code field message }
    }
  }
`,
  [Link, FairUse],
);

export const RetryJoinLink = graphql(
  `
  mutation RetryJoinLink($input: RetryJoinLinkInput!) {
    answer: retryJoinLink(input: $input) { session { id joinLink { ...ShownJoinLink } } userErrors { code field message } }
  }
`,
  [Link],
);

export const SetRemoteAccess = graphql(`
  mutation SetRemoteAccess($input: SetRemoteAccessInput!) {
    answer: setRemoteAccess(input: $input) { device { id remoteAccessId } userErrors { code field message } }
  }
`);

export const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    answer: endSession(input: $input) { userErrors { code field message } }
  }
`);

export const ClientFairUse = graphql(
  `query ClientFairUse($id: ID!) { node(id: $id) { __typename ... on Client { id fairUse { ...ShownFairUse } } } }`,
  [FairUse],
);

export type RunningShown = ResultOf<typeof OwnRunning>["viewer"]["runningSessions"][number];
export type JoinLink = NonNullable<RunningShown["joinLink"]>;
export type FairUseShown = ResultOf<typeof FairUse>;
