import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { document, instant, word } from "../platform/columns.ts";
import { staffOnly } from "../platform/tenancy.ts";

export const EDIT_KINDS = ["PLAN", "CALENDAR", "ADD_ON"] as const;

/**
 * One act by which open clocks are counted another way from an instant on. It goes through the tickets page by page,
 * each page a transaction of its own; `next_at` is its timer until the last page is done, so that a worker that dies
 * in between loses nothing.
 */
export const PolicyApplication = defineEntity({
  name: "PolicyApplication",
  ...staffOnly("policy_application"),
  indexes: [{ name: "policy_application_next_at_index", properties: ["nextAt"], where: "next_at is not null" }],
  properties: {
    id: p.uuid().primary(),
    kind: word(EDIT_KINDS),
    /** The published version that is applied; null for an add-on. */
    versionId: p.uuid().strictNullable(),
    /** The contract whose add-on changed; null for a plan or a calendar. */
    contractId: p.uuid().strictNullable(),
    /** From when other hours hold: not before the application. */
    fromAt: instant(),
    appliedAt: instant(),
    appliedBy: p.string(),
    /** What every moved clock is told. */
    cause: p.text(),
    /** What its facts need to say beside the version. */
    detail: document<object>(),
    /** Last ticket that is done. */
    afterId: p.uuid().strictNullable(),
    ticketsTotal: p.integer(),
    ticketsDone: p.integer().default(0),
    clocksMoved: p.integer().default(0),
    clocksBreached: p.integer().default(0),
    finishedAt: instant().strictNullable(),
    /** Position of the desk's log behind which nothing that happened before the last page stands. */
    endPosition: p.bigint("string").strictNullable(),
    nextAt: instant().strictNullable(),
  },
});
export type PolicyApplication = InferEntity<typeof PolicyApplication>;
