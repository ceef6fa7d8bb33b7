import type { UserErrorValue } from "../platform/payload.ts";
import type { RemoteSession } from "./remote-session.entity.ts";
import type { SessionRefusal } from "./session-refusal.ts";

type Answer = { session: RemoteSession | null; userErrors: UserErrorValue[] };

/** The answer of every verb about one session. */
export const answer = (outcome: { kind: "session"; session: RemoteSession } | SessionRefusal): Answer =>
  outcome.kind === "refused"
    ? { session: null, userErrors: [{ code: outcome.code, field: outcome.field, message: outcome.message }] }
    : { session: outcome.session, userErrors: [] };
