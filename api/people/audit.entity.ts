import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { document, instant } from "../platform/columns.ts";
import { staffOnly } from "../platform/tenancy.ts";

/** Who did what that matters for safety. The database refuses to change or delete a row. */
export const AuditEntry = defineEntity({
  name: "AuditEntry",
  ...staffOnly("audit_entry"),
  indexes: [{ properties: ["at", "id"] }, { properties: ["aboutId"] }],
  properties: {
    id: p.uuid().primary(),
    at: instant(),
    action: p.string(),
    actorKind: p.string(),
    actorId: p.uuid().strictNullable(),
    actorName: p.string(),
    aboutType: p.string().strictNullable(),
    aboutId: p.uuid().strictNullable(),
    aboutName: p.string().strictNullable(),
    /** From which network address, where a request brought it. */
    address: p.string().length(45).strictNullable(),
    detail: document<Record<string, string | number | null>>(),
  },
});
export type AuditEntry = InferEntity<typeof AuditEntry>;
