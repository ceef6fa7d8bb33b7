import { Connection } from "../connected/documents.ts";
import { File } from "../files/documents.ts";
import { graphql, type ResultOf, type VariablesOf } from "../gql.ts";
import { Decision } from "../ticket/documents.ts";

const Summary = graphql(
  `
  fragment RequestSummary on Ticket {
    id number subject status waitingOn createdAt assignee { name } requester { name }
    promise: slaClock(metric: FIRST_RESPONSE) { dueAt satisfiedAt }
    coverage { outcome clause { title } }
    sessions { ...ShownConnection }
  }
`,
  [Connection],
);

/** Who the portal is for: their client, in whose zone times are told, and what they may have trouble with. */
export const PortalViewer = graphql(`
  query PortalViewer {
    deskClock { now rate sandbox }
    viewer {
      kind name
      client {
        id name timeZone contacts { name email phone }
        devices { id name technology { kind product version } support { supported endsOn paid } }
      }
    }
  }
`);

export const MyRequests = graphql(
  `
  query MyRequests($after: String) {
    deskClock { now rate sandbox }
    tickets(first: 30, after: $after, orderBy: CREATED_DESC) {
      pageInfo { hasNextPage endCursor } edges { node { ...RequestSummary } }
    }
  }
`,
  [Summary],
);

export const SendRequest = graphql(
  `
  mutation SendRequest($input: CreateTicketInput!) {
    answer: createTicket(input: $input) {
      ticket { ...RequestSummary priority { name } coverage { outcome clause { title } nextStep { kind label url } } }
      userErrors { code field message }
    }
  }
`,
  [Summary],
);

const Line = graphql(
  `fragment RequestLine on TimelineEntry { id kind at actor public body change attachments { ...ShownFile } }`,
  [File],
);

const Followed = graphql(
  `
  fragment FollowedRequest on Ticket {
    ...RequestSummary
    version description accepts closeReason mergedInto { number } priority { name }
    affected workaround couldBeUrgent
    coverage { outcome missing candidates facts { name value } clause { title } nextStep { kind label url } }
    appointments { id from until status technicianName }
    timeline(first: 100) { pageInfo { hasNextPage endCursor } edges { node { ...RequestLine } } }
  }
`,
  [Summary, Line],
);

export const RequestByNumber = graphql(
  `query RequestByNumber($number: Int!) { deskClock { now rate sandbox } ticket(number: $number) { ...FollowedRequest } }`,
  [Followed],
);

export const FactsAhead = graphql(
  `
  query FactsAhead($input: StateFactsInput!) {
    factsPreview(input: $input) {
      priority { code name } couldBeUrgent dueAt sentence coverage { ...ShownDecision candidates }
    }
  }
`,
  [Decision],
);

export const RequestChanges = graphql(
  `subscription RequestChanges($id: ID!) { ticket(id: $id) { ...FollowedRequest } }`,
  [Followed],
);

export const LinesAfter = graphql(
  `
  query LinesAfter($id: ID!, $after: String!) {
    ticket(id: $id) {
      timeline(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...RequestLine } } }
    }
  }
`,
  [Line],
);

export type PortalClient = NonNullable<ResultOf<typeof PortalViewer>["viewer"]["client"]>;
export type PortalDevice = NonNullable<PortalClient["devices"]>[number];
export type RequestShown = ResultOf<typeof Summary>;
export type FollowedShown = ResultOf<typeof Followed>;
export type RequestLineShown = ResultOf<typeof Line>;
export type SentShown = NonNullable<ResultOf<typeof SendRequest>["answer"]["ticket"]>;
export type Statement = VariablesOf<typeof FactsAhead>["input"];
export type RequestInput = VariablesOf<typeof SendRequest>["input"];
