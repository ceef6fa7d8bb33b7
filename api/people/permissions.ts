import type { ViewerKind } from "../platform/viewer.ts";

const STAFF = ["TECHNICIAN", "MANAGER"] as const satisfies readonly ViewerKind[];
const EVERYONE = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER", "WALL", "MONITORING"] as const;
/** Whoever may see tickets: a wall sees only what the wall shows. */
const READERS = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER", "MONITORING"] as const;
const ASKERS = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER"] as const;

/**
 * Who may use which operation: the one source. An operation that is not in here does not start (the composition root
 * checks that every root field has its row). What of the data each may see is decided in the reads themselves.
 */
export const permissions: { readonly [operation: string]: readonly ViewerKind[] } = {
  viewer: EVERYONE,
  deskClock: EVERYONE,
  apiLimits: EVERYONE,
  node: READERS,
  nodes: READERS,
  ticket: READERS,
  tickets: READERS,
  queue: STAFF,
  wall: ["TECHNICIAN", "MANAGER", "WALL"],
  backlog: STAFF,
  coveragePreview: READERS,
  ticketPreview: READERS,
  slaReport: ["TECHNICIAN", "MANAGER", "PARTNER", "REQUESTER"],
  clients: ASKERS,
  technicians: STAFF,
  teams: STAFF,
  calendars: STAFF,
  plans: STAFF,
  calendarVersions: STAFF,
  planVersions: STAFF,
  holidayRegions: STAFF,
  publicHolidays: STAFF,
  dueSimulation: STAFF,
  policyDryRun: STAFF,
  policyApplication: STAFF,
  policyApplications: STAFF,
  createTicket: READERS,
  stateFacts: ASKERS,
  setPriority: STAFF,
  reply: ASKERS,
  addNote: ["TECHNICIAN", "MANAGER", "PARTNER"],
  completeStep: STAFF,
  takeNext: STAFF,
  takeTicket: STAFF,
  assignTicket: STAFF,
  waitOn: STAFF,
  resume: STAFF,
  resolve: STAFF,
  reopen: ASKERS,
  close: STAFF,
  cancel: ASKERS,
  mergeTickets: STAFF,
  startSession: STAFF,
  heartbeat: STAFF,
  endSession: STAFF,
  publishCalendar: ["MANAGER"],
  publishPlan: ["MANAGER"],
  applyToOpenClocks: ["MANAGER"],
  setAddOn: ["MANAGER"],
  endAddOn: ["MANAGER"],
  reviseVerdict: ["MANAGER"],
  createClient: ["MANAGER"],
  createTeam: ["MANAGER"],
  createTechnician: ["MANAGER"],
  setClock: ["MANAGER"],
};
