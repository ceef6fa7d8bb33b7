import { graphql } from "../gql.ts";

/** How tickets stand before something is done to them, so that it can be taken back. */
export const Standing = graphql(`
  query Standing($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Ticket {
        id version status waitingOn assignee { id name } team { id name } slaClocks { resumesAt }
      }
    }
  }
`);

// the verbs of a list: what became of the ticket, or why not
export const TakeRow = graphql(`
  mutation TakeRow($input: TakeTicketInput!) {
    answer: takeTicket(input: $input) { ticket { version } userErrors { code message } }
  }
`);
export const AssignRow = graphql(`
  mutation AssignRow($input: AssignTicketInput!) {
    answer: assignTicket(input: $input) { ticket { version } userErrors { code message } }
  }
`);
export const WaitRow = graphql(`
  mutation WaitRow($input: WaitOnInput!) {
    answer: waitOn(input: $input) { ticket { version } userErrors { code message } }
  }
`);
export const ResumeRow = graphql(`
  mutation ResumeRow($input: ResumeInput!) {
    answer: resume(input: $input) { ticket { version } userErrors { code message } }
  }
`);
