import { graphql, type ResultOf } from "../gql.ts";

/** A remote session as the people on whose machine it is see it: what was noted about it is not theirs to read. */
export const Connection = graphql(`
  fragment ShownConnection on RemoteSession { id startedAt endedAt endedBy technician { name } }
`);

export const Disconnect = graphql(`
  mutation Disconnect($input: EndSessionInput!) {
    answer: endSession(input: $input) { userErrors { code field message } }
  }
`);

export type ConnectionShown = ResultOf<typeof Connection>;
