import { GraphQLError } from "graphql";

const MOST = 255;

/** A key as its client gave it: printable ASCII, at most 255 characters; quotes around a header's value are not part of it. */
export function readIdempotencyKey(given: unknown): string | null {
  if (given == null) return null;
  const key = typeof given === "string" ? given.trim().replace(/^"(.*)"$/, "$1") : "";
  if (/^[\x21-\x7e][\x20-\x7e]*$/.test(key) && key.length <= MOST) return key;
  throw new GraphQLError(`An idempotency key is 1 to ${MOST} printable ASCII characters, such as a UUID.`, {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
  });
}
