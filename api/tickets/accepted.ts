import { acceptedIn, type Verb } from "../core/ticket-lifecycle.ts";
import { barrierTo } from "../people/permissions.ts";
import { isStaff, type Viewer } from "../platform/viewer.ts";
import type { Ticket } from "./ticket.entity.ts";

/** The mutation by which a verb is done; null where only the desk itself may do it. */
const mutations: { readonly [verb in Verb]: string | null } = {
  take: "takeTicket",
  assign: "assignTicket",
  wait: "waitOn",
  resume: "resume",
  schedule: null, // an appointment is agreed by booking it, not by stating it
  reply: "reply",
  note: "addNote",
  completeStep: "completeStep",
  resolve: "resolve",
  reopen: "reopen",
  close: "close",
  cancel: "cancel",
  merge: "mergeTickets",
  setPriority: "setPriority",
  stateFacts: "stateFacts",
  overrideCoverage: "overrideCoverage",
  withdrawOverride: "withdrawOverride",
  startSession: "startSession",
};

const isOpenTo = (viewer: Viewer, verb: Verb): boolean => {
  const mutation = mutations[verb];
  return mutation !== null && barrierTo(viewer, mutation) === null;
};

/** What this viewer may do to a ticket as it stands: its status allows it, the viewer's role and key do, and it would do something. */
export const acceptedBy = (
  viewer: Viewer,
  ticket: Pick<Ticket, "status" | "assigneeId" | "coverageOverridden">,
): Verb[] =>
  acceptedIn(ticket.status).filter(
    (verb) =>
      isOpenTo(viewer, verb) &&
      !(verb === "withdrawOverride" && !ticket.coverageOverridden) &&
      !(verb === "take" && ticket.assigneeId !== null) &&
      !(verb === "reopen" && ticket.status === "CLOSED" && !isStaff(viewer)),
  );
