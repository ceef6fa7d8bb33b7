import type { Instant } from "../core/time.ts";
import { dueEach } from "../platform/due-each.ts";
import { RemoteSession } from "./remote-session.entity.ts";
import { finish } from "./run-session.ts";

/** Ends sessions on which the desk closes: nobody is to be on a machine whose owner has gone home. */
export const sessionsAtClosing = dueEach(
  {
    name: "sessions-at-closing",
    entity: RemoteSession,
    table: "remote_session",
    column: "closes_at",
    where: "ended_at is null",
  },
  (desk, session: RemoteSession) => finish(desk, session, session.closesAt as Instant, "DESK_CLOSED"),
);
