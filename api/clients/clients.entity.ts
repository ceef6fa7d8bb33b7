import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import type { SupportSeen } from "../core/coverage-policy/support-news.ts";
import { document, instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

/** Whose integration. Every row of the desk belongs to one; the provider's own clients belong to the row marked `house`. */
export const Partner = defineEntity({
  name: "Partner",
  rowLevelSecurity: "force",
  policies: ownedByPartner("partner", "id").policies,
  properties: { id: p.uuid().primary(), name: p.string(), house: p.boolean().default(false), createdAt: instant() },
});
export type Partner = InferEntity<typeof Partner>;

/** The company served. Its zone says which calendar day fair use is counted on. */
export const Client = defineEntity({
  name: "Client",
  ...ownedByPartner("client"),
  uniques: [
    { name: "client_partner_id_id_unique", properties: ["partnerId", "id"] },
    { name: "client_partner_id_code_unique", properties: ["partnerId", "code"] },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    name: p.string(),
    code: p.string(),
    timeZone: p.string(),
    createdAt: instant(),
  },
});
export type Client = InferEntity<typeof Client>;

/** A person at a client. One marked `lead` sees all tickets of the client. */
export const Contact = defineEntity({
  name: "Contact",
  ...ownedByPartner("contact"),
  indexes: [{ properties: ["partnerId", "clientId"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    clientId: p.uuid(),
    name: p.string(),
    email: p.string().strictNullable(),
    phone: p.string().strictNullable(),
    lead: p.boolean().default(false),
    createdAt: instant(),
  },
});
export type Contact = InferEntity<typeof Contact>;

export const TECHNOLOGY_KINDS = [
  "OPERATING_SYSTEM",
  "APPLICATION",
  "BROWSER",
  "SERVER",
  "PERIPHERAL",
  "PRINTER",
  "NETWORK",
  "OTHER",
] as const;

export const Device = defineEntity({
  name: "Device",
  ...ownedByPartner("device"),
  indexes: [
    { properties: ["partnerId", "clientId"] },
    { name: "device_support_edge_at_index", properties: ["supportEdgeAt"], where: "support_edge_at is not null" },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    clientId: p.uuid(),
    name: p.string(),
    technologyKind: word(TECHNOLOGY_KINDS),
    product: p.string().strictNullable(),
    version: p.string().strictNullable(),
    /** What the remote tool calls it; null: its name. */
    remoteAccessId: p.string().strictNullable(),
    createdAt: instant(),
    /** What was known of its manufacturer support when it was last looked at, and what of it was told. */
    supportSeen: document<SupportSeen>().nullable(),
    /** When that is looked at next. */
    supportEdgeAt: instant().nullable(),
  },
});
export type Device = InferEntity<typeof Device>;

/** What a client bought: a plan and a calendar by code; the version in force is the newest when a ticket is created. */
export const Contract = defineEntity({
  name: "Contract",
  ...ownedByPartner("contract"),
  uniques: [{ name: "contract_partner_id_id_unique", properties: ["partnerId", "id"] }],
  indexes: [{ properties: ["partnerId", "clientId"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    clientId: p.uuid(),
    planCode: p.string(),
    calendarCode: p.string(),
    /** Calendar dates `YYYY-MM-DD` in the client's zone; the last one is still in force. */
    fromDate: p.string().length(10),
    untilDate: p.string().length(10).strictNullable(),
    /** Manufacturer support that the client pays for; null: none is recorded. */
    paidSupport: document<PaidSupport[]>().nullable(),
    createdAt: instant(),
  },
});
export type Contract = InferEntity<typeof Contract>;

export const ADD_ON_KINDS = ["AFTER_HOURS", "IMMEDIATE"] as const;

/** A dated extra of a contract, in force in `[from, until)`; one withdrawn before it began ends where it begins. */
export const AddOn = defineEntity({
  name: "AddOn",
  ...ownedByPartner("add_on"),
  indexes: [{ properties: ["partnerId", "contractId"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    contractId: p.uuid(),
    kind: word(ADD_ON_KINDS),
    fromAt: instant(),
    untilAt: instant().strictNullable(),
  },
});
export type AddOn = InferEntity<typeof AddOn>;
