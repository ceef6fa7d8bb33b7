import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant, word } from "../platform/columns.ts";
import { staffOnly } from "../platform/tenancy.ts";

export const JOIN_LINK_STATES = ["PREPARING", "READY", "FAILED", "WITHDRAWN"] as const;

/**
 * By which address the technician connects in a session: made by a worker at the remote tool, and withdrawn there once the session
 * has ended. What waits for another try goes by the machine's clock: the tool knows no other.
 */
export const JoinLink = defineEntity({
  name: "JoinLink",
  ...staffOnly("join_link"),
  indexes: [{ name: "join_link_at_work_index", properties: ["nextAt"], where: "state <> 'WITHDRAWN'" }],
  properties: {
    sessionId: p.uuid().primary(),
    state: word(JOIN_LINK_STATES),
    /** Whoever has it may be connected: kept only while it is good. */
    url: p.text().strictNullable(),
    /** What the tool calls the machine. */
    ref: p.text().strictNullable(),
    /** What somebody should know of it, or do. */
    note: p.text().strictNullable(),
    tries: p.integer().default(0),
    nextAt: instant(),
    leasedUntil: instant().strictNullable(),
    withdrawnAt: instant().strictNullable(),
  },
});
export type JoinLink = InferEntity<typeof JoinLink>;
