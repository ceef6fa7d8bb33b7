import { graphql, type ResultOf } from "../gql.ts";

export const CaughtMails = graphql(`
  query CaughtMails { caughtMails { id from to subject text attachments caughtAt } }
`);

export type MailShown = NonNullable<ResultOf<typeof CaughtMails>["caughtMails"]>[number];
