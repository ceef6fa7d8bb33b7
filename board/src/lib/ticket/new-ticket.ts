import { graphql, type ResultOf, type VariablesOf } from "../gql.ts";
import { Decision } from "./documents.ts";

export const Callers = graphql(`
  query Callers($after: String) {
    clients(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id name code timeZone contacts { id name email phone }
          devices { id name technology { kind product version } }
        }
      }
    }
  }
`);

export const Preview = graphql(
  `
  query Preview($input: CreateTicketInput!) {
    ticketPreview(input: $input) { priority { code name } couldBeUrgent dueAt sentence coverage { ...ShownDecision } }
  }
`,
  [Decision],
);

export const CreateTicket = graphql(`
  mutation CreateTicket($input: CreateTicketInput!) {
    answer: createTicket(input: $input) { ticket { id number } userErrors { code field message } }
  }
`);

export type CallerClient = ResultOf<typeof Callers>["clients"]["edges"][number]["node"];
export type PreviewShown = ResultOf<typeof Preview>["ticketPreview"];
export type NewTicket = VariablesOf<typeof CreateTicket>["input"];
