import { GraphQLError } from "graphql";

/** No text of a database can hold NUL, and half of a surrogate pair is no character at all. */
const isKeepable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** Refuses arguments with a text in them that cannot be kept, wherever it stands, and however it came. */
export function refuseUnkeepable(value: unknown): void {
  if (typeof value === "string") {
    if (isKeepable(value)) return;
    throw new GraphQLError(
      "A text of this request holds a character that cannot be kept: NUL, or half a surrogate pair.",
      {
        extensions: { code: "BAD_USER_INPUT" },
      },
    );
  }
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) refuseUnkeepable(part);
}
