import { graphql, type ResultOf } from "../gql.ts";

/** A file as a line of a conversation shows it. */
export const File = graphql(`fragment ShownFile on Attachment { id name size contentType url }`);

/** Links end after some minutes: whoever comes later asks for another. */
export const LinkAnew = graphql(`query LinkAnew($id: ID!) { node(id: $id) { ... on Attachment { id url } } }`);

/** What may be attached, in the desk's own numbers. */
export const FileLimits = graphql(`query FileLimits { apiLimits { attachments { name maximum } } }`);

export type FileShown = ResultOf<typeof File>;
