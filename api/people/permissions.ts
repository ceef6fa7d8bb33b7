import type { IdType } from "../platform/global-id.ts";
import { hasScope, type Viewer, type ViewerKind } from "../platform/viewer.ts";

/** What a partner's key can be given, each in the words of the contract. */
export const SCOPES = [
  "tickets:read",
  "tickets:write",
  "clients:read",
  "contacts:read",
  "reports:read",
  "changes:read",
  "webhooks:manage",
  "export",
] as const;
export type Scope = (typeof SCOPES)[number];

const STAFF = ["TECHNICIAN", "MANAGER"] as const satisfies readonly ViewerKind[];
const EVERYONE = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER", "WALL", "MONITORING", "BOOKING"] as const;
/** Whoever may see tickets: a wall sees only what the wall shows. */
const READERS = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER", "MONITORING"] as const;
const ASKERS = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER"] as const;
/** Whoever may agree on a time. */
const BOOKERS = [...ASKERS, "BOOKING"] as const;
const MANAGERS = ["MANAGER"] as const;

/** Who may use an operation, and the scope that a partner's key needs for it; null: any key will do, or none is let in. */
export type Permission = { readonly viewers: readonly ViewerKind[]; readonly scope: Scope | null };

/**
 * Who may use which operation: the one source. An operation that is not in here does not start (the composition root
 * checks that every root field has its row). What of the data each may see is decided in the reads themselves.
 */
export const permissions: { readonly [operation: string]: Permission } = {
  viewer: { viewers: EVERYONE, scope: null },
  deskClock: { viewers: EVERYONE, scope: null },
  apiLimits: { viewers: EVERYONE, scope: null },
  node: { viewers: READERS, scope: null },
  nodes: { viewers: READERS, scope: null },
  ticket: { viewers: READERS, scope: "tickets:read" },
  tickets: { viewers: READERS, scope: "tickets:read" },
  queue: { viewers: STAFF, scope: null },
  wall: { viewers: ["TECHNICIAN", "MANAGER", "WALL"], scope: null },
  backlog: { viewers: STAFF, scope: null },
  coverageFacts: { viewers: STAFF, scope: null },
  coveragePreview: { viewers: READERS, scope: "tickets:read" },
  ticketPreview: { viewers: READERS, scope: "tickets:read" },
  factsPreview: { viewers: ASKERS, scope: "tickets:read" },
  coverageReport: { viewers: STAFF, scope: null },
  slaReport: { viewers: ["TECHNICIAN", "MANAGER", "PARTNER", "REQUESTER"], scope: "reports:read" },
  clients: { viewers: ASKERS, scope: "clients:read" },
  devices: { viewers: ["PARTNER", "TECHNICIAN", "MANAGER"], scope: "clients:read" },
  manufacturerProducts: { viewers: STAFF, scope: null },
  technicians: { viewers: STAFF, scope: null },
  teams: { viewers: STAFF, scope: null },
  calendars: { viewers: STAFF, scope: null },
  plans: { viewers: STAFF, scope: null },
  calendarVersions: { viewers: STAFF, scope: null },
  planVersions: { viewers: STAFF, scope: null },
  holidayRegions: { viewers: STAFF, scope: null },
  publicHolidays: { viewers: STAFF, scope: null },
  dueSimulation: { viewers: STAFF, scope: null },
  policyDryRun: { viewers: STAFF, scope: null },
  policyApplication: { viewers: STAFF, scope: null },
  policyApplications: { viewers: STAFF, scope: null },
  changes: { viewers: ["PARTNER", "TECHNICIAN", "MANAGER"], scope: "changes:read" },
  webhookEndpoints: { viewers: ["PARTNER", "MANAGER"], scope: "webhooks:manage" },
  createWebhookEndpoint: { viewers: ["PARTNER"], scope: "webhooks:manage" },
  updateWebhookEndpoint: { viewers: ["PARTNER", "MANAGER"], scope: "webhooks:manage" },
  disableWebhookEndpoint: { viewers: ["PARTNER", "MANAGER"], scope: "webhooks:manage" },
  enableWebhookEndpoint: { viewers: ["PARTNER", "MANAGER"], scope: "webhooks:manage" },
  deleteWebhookEndpoint: { viewers: ["PARTNER", "MANAGER"], scope: "webhooks:manage" },
  rotateWebhookSecret: { viewers: ["PARTNER"], scope: "webhooks:manage" },
  sendTestWebhook: { viewers: ["PARTNER", "MANAGER"], scope: "webhooks:manage" },
  replayWebhooks: { viewers: ["PARTNER", "MANAGER"], scope: "webhooks:manage" },
  exports: { viewers: ["PARTNER"], scope: "export" },
  startExport: { viewers: ["PARTNER"], scope: "export" },
  createTicket: { viewers: READERS, scope: "tickets:write" },
  stateFacts: { viewers: ASKERS, scope: "tickets:write" },
  setPriority: { viewers: STAFF, scope: null },
  overrideCoverage: { viewers: STAFF, scope: null },
  withdrawOverride: { viewers: STAFF, scope: null },
  reply: { viewers: ASKERS, scope: "tickets:write" },
  addNote: { viewers: ["TECHNICIAN", "MANAGER", "PARTNER"], scope: "tickets:write" },
  completeStep: { viewers: STAFF, scope: null },
  takeNext: { viewers: STAFF, scope: null },
  takeTicket: { viewers: STAFF, scope: null },
  assignTicket: { viewers: STAFF, scope: null },
  waitOn: { viewers: STAFF, scope: null },
  resume: { viewers: STAFF, scope: null },
  resolve: { viewers: STAFF, scope: null },
  reopen: { viewers: ASKERS, scope: "tickets:write" },
  close: { viewers: STAFF, scope: null },
  cancel: { viewers: ASKERS, scope: "tickets:write" },
  mergeTickets: { viewers: STAFF, scope: null },
  setExternalRef: { viewers: ["PARTNER", "TECHNICIAN", "MANAGER"], scope: "tickets:write" },
  removeExternalRef: { viewers: ["PARTNER", "TECHNICIAN", "MANAGER"], scope: "tickets:write" },
  setSkills: { viewers: MANAGERS, scope: null },
  planShifts: { viewers: MANAGERS, scope: null },
  appointments: { viewers: STAFF, scope: null },
  booking: { viewers: BOOKERS, scope: "tickets:read" },
  bookingOutlook: { viewers: STAFF, scope: null },
  sendBookingLink: { viewers: STAFF, scope: null },
  holdSlot: { viewers: BOOKERS, scope: "tickets:write" },
  releaseSlot: { viewers: BOOKERS, scope: "tickets:write" },
  answerBookingLink: { viewers: ["REQUESTER", "BOOKING"], scope: null },
  bookAppointment: { viewers: BOOKERS, scope: "tickets:write" },
  rescheduleAppointment: { viewers: BOOKERS, scope: "tickets:write" },
  cancelAppointment: { viewers: BOOKERS, scope: "tickets:write" },
  startSession: { viewers: STAFF, scope: null },
  heartbeat: { viewers: STAFF, scope: null },
  endSession: { viewers: ["TECHNICIAN", "MANAGER", "REQUESTER", "BOOKING"], scope: null },
  summariseSession: { viewers: STAFF, scope: null },
  publishCalendar: { viewers: MANAGERS, scope: null },
  publishPlan: { viewers: MANAGERS, scope: null },
  applyToOpenClocks: { viewers: MANAGERS, scope: null },
  setAddOn: { viewers: MANAGERS, scope: null },
  endAddOn: { viewers: MANAGERS, scope: null },
  reviseVerdict: { viewers: MANAGERS, scope: null },
  setPaidSupport: { viewers: MANAGERS, scope: null },
  retryJoinLink: { viewers: STAFF, scope: null },
  setRemoteAccess: { viewers: STAFF, scope: null },
  registerDevice: { viewers: STAFF, scope: null },
  updateDevice: { viewers: STAFF, scope: null },
  createClient: { viewers: MANAGERS, scope: null },
  createTeam: { viewers: MANAGERS, scope: null },
  createTechnician: { viewers: MANAGERS, scope: null },
  partners: { viewers: MANAGERS, scope: null },
  createPartner: { viewers: MANAGERS, scope: null },
  // a key may always see its partner's keys and change itself for a new one: that is how it stays safe
  apiKeys: { viewers: ["MANAGER", "PARTNER"], scope: null },
  rotateApiKey: { viewers: ["MANAGER", "PARTNER"], scope: null },
  createApiKey: { viewers: MANAGERS, scope: null },
  revokeApiKey: { viewers: MANAGERS, scope: null },
  createMonitoringSource: { viewers: MANAGERS, scope: null },
  wallDevices: { viewers: MANAGERS, scope: null },
  pairDevice: { viewers: MANAGERS, scope: null },
  revokeDevice: { viewers: MANAGERS, scope: null },
  staffAccounts: { viewers: MANAGERS, scope: null },
  inviteStaff: { viewers: MANAGERS, scope: null },
  createPasswordLink: { viewers: MANAGERS, scope: null },
  setStaffAccess: { viewers: MANAGERS, scope: null },
  createSignInLink: { viewers: MANAGERS, scope: null },
  caughtMails: { viewers: MANAGERS, scope: null },
  auditEntries: { viewers: MANAGERS, scope: null },
  setClock: { viewers: MANAGERS, scope: null },
};

/** Fields that a key needs a scope of their own for: null with an error without it, and the rest of the page stands. */
export const fieldScopes: { readonly [field: `${string}.${string}`]: Scope } = {
  "Change.ticket": "tickets:read",
  "Change.clock": "tickets:read",
  "Change.entry": "tickets:read",
  "Client.contacts": "clients:read",
  "Client.contract": "clients:read",
  "Client.devices": "clients:read",
  "Contact.email": "contacts:read",
  "Contact.phone": "contacts:read",
};

/** The scope that a thing of this type needs when it is looked up by its id: that of the operations that lead to it. */
export const nodeScopes: { readonly [type in IdType]: Scope | null } = {
  Ticket: "tickets:read",
  SlaClock: "tickets:read",
  RemoteSession: "tickets:read",
  TimelineEntry: "tickets:read",
  Attachment: "tickets:read",
  Appointment: "tickets:read",
  CoverageDecision: null, // is not found by an id
  Technician: "tickets:read",
  Team: "tickets:read",
  Client: "clients:read",
  Contact: "contacts:read",
  Device: "clients:read",
  Contract: "clients:read",
  Plan: "clients:read",
  Calendar: "clients:read",
  Partner: null,
  ApiKey: null,
  PolicyApplication: null,
  WallDevice: null,
  WebhookEndpoint: "webhooks:manage",
  WebhookDelivery: "webhooks:manage",
  BulkExport: "export",
  AuditEntry: null,
};

/** Why a viewer may not use an operation: its kind never may, or its key lacks a scope. Null: it may. */
export function barrierTo(viewer: Viewer, operation: string): "KIND" | { readonly requiredScope: Scope } | null {
  const row = permissions[operation];
  if (!row?.viewers.includes(viewer.kind)) return "KIND";
  return row.scope === null || hasScope(viewer, row.scope) ? null : { requiredScope: row.scope };
}
