import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant, word } from "../platform/columns.ts";
import { published, staffOnly } from "../platform/tenancy.ts";

export const TECHNICIAN_ROLES = ["TECHNICIAN", "MANAGER"] as const;

/** Who works here. Not a partner's: partners see a technician's name on their tickets, never this row. */
export const Technician = defineEntity({
  name: "Technician",
  ...staffOnly("technician"),
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    email: p.string().strictNullable(),
    role: word(TECHNICIAN_ROLES),
    /** What they are good at, in the words of the core; none: they do everything. */
    skills: p.array().default([]).$type<string[]>(),
    createdAt: instant(),
  },
});
export type Technician = InferEntity<typeof Technician>;

export const Team = defineEntity({
  name: "Team",
  ...published("team"),
  properties: { id: p.uuid().primary(), name: p.string().unique(), createdAt: instant() },
});
export type Team = InferEntity<typeof Team>;

export const TeamMember = defineEntity({
  name: "TeamMember",
  ...staffOnly("team_member"),
  properties: { teamId: p.uuid().primary(), technicianId: p.uuid().primary() },
});
export type TeamMember = InferEntity<typeof TeamMember>;

/** A stretch in which a technician works, `[from, until)`. */
export const Shift = defineEntity({
  name: "Shift",
  ...staffOnly("shift"),
  indexes: [{ properties: ["technicianId", "fromAt"] }],
  properties: { id: p.uuid().primary(), technicianId: p.uuid(), fromAt: instant(), untilAt: instant() },
});
export type Shift = InferEntity<typeof Shift>;
