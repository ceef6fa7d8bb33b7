import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { document, instant } from "./columns.ts";
import { ownedByPartner } from "./tenancy.ts";

/**
 * One effect that a client named by an idempotency key. `outcome` is what the verb answered, written with the effect;
 * `answer` is what the client was sent, written after it; both closed by the credential that asked. Staff's rows are
 * the house's.
 */
export const IdempotencyRecord = defineEntity({
  name: "IdempotencyRecord",
  ...ownedByPartner("idempotency_record"),
  indexes: [{ name: "idempotency_record_kept_until_index", properties: ["keptUntil"] }],
  properties: {
    partnerId: p.uuid().primary(),
    viewerId: p.uuid().primary(),
    key: p.string().primary(),
    /** Which of the effects of one request that share the key. */
    slot: p.integer().primary(),
    fingerprint: p.string().length(64),
    outcome: document<{ sealed: string }>().strictNullable(),
    answer: p.text().strictNullable(),
    keptUntil: instant(),
  },
});
export type IdempotencyRecord = InferEntity<typeof IdempotencyRecord>;
