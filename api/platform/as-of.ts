import { GraphQLError } from "graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "./context.ts";
import { instantText } from "./scalars.ts";

/** An instant that is asked about; one that is yet to come is refused, for nothing is known of it. Undefined: now. */
export async function pastInstant(context: Context, asked: Instant | null | undefined): Promise<Instant | undefined> {
  if (asked == null) return undefined;
  const now = await context.now();
  if (asked <= now) return asked;
  const message = `It is ${instantText(now)} on this desk: what will stand at ${instantText(asked)} is not known yet.`;
  throw new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", field: "asOf" } });
}
