import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { RequestFacts } from "../core/coverage-policy/facts.ts";
import type { Step } from "../core/ticket-lifecycle.ts";
import { document, instant, word } from "../platform/columns.ts";
import { ownedByPartner } from "../platform/tenancy.ts";

export const STATUSES = ["NEW", "OPEN", "WAITING", "SCHEDULED", "RESOLVED", "CLOSED", "CANCELLED", "MERGED"] as const;
export const CHANNELS = ["PORTAL", "EMAIL", "PHONE", "MONITORING", "API"] as const;
export const AFFECTED = ["ONE", "SEVERAL", "ALL"] as const;
export const WAITING_ON = ["REQUESTER", "MANUFACTURER", "PARTS", "INTERNAL"] as const;

/** The notes of one documented step. A reopened ticket asks for new ones; the old stay with their cycle. */
export type StepNote = { step: Step; note: string; by: string; at: number; cycle: number };

/** A request for support: something broke or something is wanted. */
export const Ticket = defineEntity({
  name: "Ticket",
  ...ownedByPartner("ticket"),
  uniques: [
    { name: "ticket_partner_id_id_unique", properties: ["partnerId", "id"] },
    { name: "ticket_number_unique", properties: ["number"] },
  ],
  indexes: [
    { name: "ticket_partner_id_created_at_id_index", properties: ["partnerId", "createdAt", "id"] },
    { name: "ticket_created_at_id_index", properties: ["createdAt", "id"] },
    { name: "ticket_updated_at_id_index", properties: ["updatedAt", "id"] },
    { name: "ticket_partner_id_number_index", properties: ["partnerId", "number"] },
    { name: "ticket_partner_id_updated_at_id_index", properties: ["partnerId", "updatedAt", "id"] },
    { name: "ticket_client_id_number_index", properties: ["clientId", "number"] },
    { name: "ticket_requester_id_number_index", properties: ["requesterId", "number"] },
    {
      name: "ticket_assignee_id_number_index",
      properties: ["assigneeId", "number"],
      where: "assignee_id is not null",
    },
    { name: "ticket_team_id_number_index", properties: ["teamId", "number"], where: "team_id is not null" },
    { name: "ticket_queue_key_index", properties: ["queueKey"], where: "queue_key is not null" },
    { name: "ticket_waiting_until_index", properties: ["waitingUntil"], where: "waiting_until is not null" },
    {
      name: "ticket_coverage_look_at_index",
      properties: ["coverageLookAt"],
      where: "coverage_look_at is not null",
    },
    {
      name: "ticket_active_index",
      properties: ["createdAt", "id"],
      where: "status not in ('CLOSED', 'CANCELLED', 'MERGED')",
    },
  ],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    number: p.integer(),
    clientId: p.uuid(),
    requesterId: p.uuid().strictNullable(),
    deviceId: p.uuid().strictNullable(),
    contractId: p.uuid().strictNullable(),
    planId: p.uuid(),
    calendarId: p.uuid(),
    subject: p.text(),
    description: p.text(),
    channel: word(CHANNELS),
    facts: document<RequestFacts>(),
    affected: word(AFFECTED).strictNullable(),
    workaround: p.boolean().strictNullable(),
    /** Read from a mail, which proves nothing, and not stated by anybody since. */
    affectedMailed: p.boolean().default(false),
    workaroundMailed: p.boolean().default(false),
    couldBeUrgent: p.boolean().default(false),
    priority: p.string(),
    priorityName: p.string(),
    priorityRank: p.integer(),
    priorityReason: p.string().strictNullable(),
    status: word(STATUSES),
    waitingOn: word(WAITING_ON).strictNullable(),
    waitingUntil: instant().strictNullable(),
    steps: document<StepNote[]>(),
    cycle: p.integer().default(1),
    teamId: p.uuid().strictNullable(),
    assigneeId: p.uuid().strictNullable(),
    assigneeName: p.string().strictNullable(),
    coverageOutcome: p.string(),
    coverageClause: p.string().strictNullable(),
    /** The decision in force is a person's, beside that of the rules. */
    coverageOverridden: p.boolean().default(false),
    /** When what the rules said of its coverage is good no longer: it rests on the minutes of a day. */
    coverageLookAt: instant().strictNullable(),
    mergedIntoId: p.uuid().strictNullable(),
    closeReason: p.text().strictNullable(),
    factCount: p.integer().default(0),
    /** Its place among what to take next, from the core's queue order; null while it has none. */
    queueKey: p.string().strictNullable(),
    createdAt: instant(),
    updatedAt: instant(),
    resolvedAt: instant().strictNullable(),
    closedAt: instant().strictNullable(),
    version: p.integer().default(1),
  },
});
export type Ticket = InferEntity<typeof Ticket>;

/** Status, owner, team, affected and priority as they stood in `[from, until)`: answers every `asOf`. */
export const TicketVersion = defineEntity({
  name: "TicketVersion",
  ...ownedByPartner("ticket_version"),
  indexes: [{ name: "ticket_version_from_at_until_at_index", properties: ["fromAt", "untilAt"] }],
  properties: {
    partnerId: p.uuid().primary(),
    ticketId: p.uuid().primary(),
    version: p.integer().primary(),
    status: word(STATUSES),
    assigneeId: p.uuid().strictNullable(),
    teamId: p.uuid().strictNullable(),
    affected: word(AFFECTED).strictNullable(),
    priority: p.string(),
    fromAt: instant(),
    untilAt: instant().strictNullable(),
  },
});
export type TicketVersion = InferEntity<typeof TicketVersion>;

export const ENTRY_KINDS = [
  "CREATED",
  "REPLY",
  "REQUESTER_MESSAGE",
  "NOTE",
  "STEP",
  "FACTS",
  "PRIORITY",
  "COVERAGE",
  "ASSIGNMENT",
  "STATUS",
  "CLOCK",
  "SESSION",
  "MERGE",
  "APPOINTMENT",
  "MAIL",
] as const;

/** One line of a ticket's story: what was said, done or decided, by whom. */
export const TimelineEntry = defineEntity({
  name: "TimelineEntry",
  ...ownedByPartner("timeline_entry"),
  indexes: [{ name: "timeline_entry_partner_id_ticket_id_id_index", properties: ["partnerId", "ticketId", "id"] }],
  properties: {
    id: p.uuid().primary(),
    partnerId: p.uuid(),
    ticketId: p.uuid(),
    kind: word(ENTRY_KINDS),
    public: p.boolean(),
    actorKind: p.string(),
    actorName: p.string(),
    body: p.text().strictNullable(),
    change: p.text().strictNullable(),
    step: p.string().strictNullable(),
    at: instant(),
  },
});
export type TimelineEntry = InferEntity<typeof TimelineEntry>;

/** A name that another system gave to a ticket; unique within the partner. */
export const ExternalRef = defineEntity({
  name: "ExternalRef",
  ...ownedByPartner("external_ref"),
  indexes: [{ name: "external_ref_partner_id_ticket_id_index", properties: ["partnerId", "ticketId"] }],
  properties: {
    partnerId: p.uuid().primary(),
    system: p.string().primary(),
    externalId: p.string().primary(),
    ticketId: p.uuid(),
  },
});
export type ExternalRef = InferEntity<typeof ExternalRef>;
