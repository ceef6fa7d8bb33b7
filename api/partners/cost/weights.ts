/**
 * What things cost, in points: the one declaration. A point is about what reading one row and telling of it costs this
 * desk: some 40 µs of a processor, measured (`npm run bench -- prices`).
 *
 * By the schema alone: a request costs 10, whatever it asks; a question (a root field) 1; a verb 100, for it writes in a
 * transaction; a thing (whatever has an id) 1, wherever it stands; a page 1 and then what its items cost, `first` or
 * `last` times; a plain list 1. What is told of a thing without another look (texts, numbers, facts) costs nothing.
 * Whatever is loaded is loaded for a whole page by one statement, so that its price for each parent is flat. The
 * exceptions are below, by `Type.field`, and by `Type.field(argument)` what it costs more when that argument is given.
 */
export const REQUEST = 10;
export const QUESTION = 1;
export const VERB = 100;
export const THING = 1;
export const PAGE = 1;
export const LIST = 1;
/** Reading a document that the desk does not know costs a point for so many of its characters; each is kept for a while. */
export const READ_PER_POINT = 15;
/** An upload costs a verb, and a point for so many of its bytes: reading, hashing and storing them takes that long. */
export const BYTES_PER_POINT = 4_096;
/** Items of a plain list of things that says nothing of its own. */
export const USUAL_ITEMS = 5;
/** The most a page holds, where neither `first` nor `last` says. */
export const MOST_ITEMS = 100;

export type Weight = {
  /** Points for each parent, in place of what the schema alone says. */
  readonly points?: number;
  /** For how many items a plain list of things is counted: about what a desk has there. More are not charged. */
  readonly items?: number;
};

export const weights: { readonly [field: string]: Weight } = {
  // read beside the thing, by a statement of its own for each page
  "Booking.sessions": { items: 1 },
  "Calendar.contracts": { points: 1 },
  "Calendar.openPeriods": { points: 30 },
  "Client.contacts": { items: 3 },
  "Client.devices": { items: 3 },
  "Client.fairUse": { points: 2 },
  // a condition is read with its plan, however deep it is told
  "Condition.all": { points: 0, items: 1 },
  "Condition.any": { points: 0, items: 1 },
  "Condition.in": { points: 0 },
  "Condition.notIn": { points: 0 },
  "DeviceConnection.byStanding": { points: 20 },
  "DeviceConnection.totalCount": { points: 20 },
  "Plan.contracts": { points: 1 },
  "PolicyDryRun.coverage": { points: 200 },
  "PolicyApplication.disturbedSince": { points: 20 },
  "Queue.forecast": { points: 30 },
  "SlaClock.afterSeal": { points: 1 },
  "SlaClock.sentence": { points: 1 },
  "SlaClock.wouldBeDue": { points: 5 },
  "Technician.onShift": { points: 1 },
  "Technician.teams": { items: 1 },
  "Ticket.attachments": { items: 2 },
  "TimelineEntry.attachments": { items: 1 },
  "Ticket.coverage": { points: 1 },
  "Ticket.coverageByRules": { points: 1 },
  "Ticket.coverageHistory": { points: 2 },
  "Ticket.sessions": { items: 1 },
  "Ticket.slaClock": { points: 2 },
  "Ticket.slaClocks": { items: 3 },
  "TicketConnection.totalCount": { points: 10 },
  "TimelineEdge.node": { points: 1 },
  "QueueEntryEdge.node": { points: 1 },
  "Wall.forecast": { points: 30 },
  "BreachEdge.node": { points: 1 },
  "CoverageOverrideEdge.node": { points: 1 },
  "ChangePage.changes": { points: 1 },
  "ChangeDelta.changes": { points: 1, items: 100 },
  "Change.attachments": { points: 0 },
  "Change.clock": { points: 2 },
  "Change.entry": { points: 1 },

  // questions that read much for a short answer
  "Query.apiLimits": { points: 0 },
  "Query.appointments": { items: 20 },
  "Query.backlog": { points: 30 },
  "Query.calendarVersions": { items: 3 },
  "Query.calendars": { items: 3 },
  "Query.coverageFacts": { points: 1 },
  "Query.coveragePreview": { points: 3 },
  "Query.coverageReport": { points: 100 },
  "Query.devices": { points: 50 },
  "Query.dueSimulation": { points: 10 },
  "Query.factsPreview": { points: 50 },
  "Query.holidayRegions": { points: 2 },
  "Query.manufacturerProducts": { points: 20 },
  "Query.planVersions": { items: 3 },
  "Query.plans": { items: 3 },
  "Query.policyApplications": { items: 10 },
  "Query.policyDryRun": { points: 200 },
  "Query.publicHolidays": { points: 5 },
  "Query.queue": { points: 5 },
  "Query.slaReport": { points: 200 },
  "Query.teams": { items: 5 },
  "Query.technicians": { items: 10 },
  "Query.ticketPreview": { points: 3 },
  "Query.tickets(filter)": { points: 50 },
  "Query.wall": { points: 10 },
  "SlaReport.csv": { points: 50 },
  "Subscription.queue": { points: 5 },
  "Subscription.wall": { points: 10 },

  // the schema's own description
  "Query.__schema": { points: 300 },
  "Query.__type": { points: 20 },

  // verbs that do more than one thing
  "Mutation.applyToOpenClocks": { points: 200 },
  "Mutation.createTicket": { points: 200 },
  "Mutation.endAddOn": { points: 100 },
  "Mutation.heartbeat": { points: 5 },
  "Mutation.publishCalendar": { points: 200 },
  "Mutation.replayWebhooks": { points: 300 },
  "Mutation.publishPlan": { points: 200 },
  "Mutation.setAddOn": { points: 100 },
};
