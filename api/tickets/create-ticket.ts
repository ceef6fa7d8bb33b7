import type { DomainEvent } from "../core/events.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { hoursRef } from "../sla/operating-hours.ts";
import { assessRequest, type Request } from "./assess-request.ts";
import { attach, toldWith } from "./attachments/attach.ts";
import { settle } from "./change-ticket.ts";
import { findStaff, findTeam } from "./find-staff.ts";
import { maySee } from "./find-ticket.ts";
import { recordDecision } from "./record-decision.ts";
import { type Changed, type Refusal, refuse } from "./refusal.ts";
import { ExternalRef, Ticket } from "./ticket.entity.ts";

export type NewTicket = Request & {
  teamId?: string | null | undefined;
  assigneeId?: string | null | undefined;
  externalRef?: { system: string; id: string } | null | undefined;
  attachmentIds?: readonly string[] | null | undefined;
};

/** Creates a ticket: coverage is decided, priority derived, clocks start, all in the one transaction of the desk. */
export async function createTicket(desk: Desk, request: NewTicket): Promise<Changed | Refusal> {
  const beyond = beyondRights(desk, request);
  if (beyond) return beyond;
  const assessed = await assessRequest(desk, request);
  if (assessed.kind === "refused") return assessed;
  const { agreement, decided, priority, channel } = assessed;
  const { decision } = decided;
  const { client, plan } = agreement;
  const team = request.teamId ? await findTeam(desk.em, request.teamId) : null;
  if (request.teamId && !team) return refuse("NOT_FOUND", "teamId", "There is no such team.");
  const holder = request.assigneeId ? await findStaff(desk.em, request.assigneeId) : null;
  if (request.assigneeId && !holder) return refuse("NOT_FOUND", "assigneeId", "There is no such technician.");
  const taken = request.externalRef && (await refOwner(desk, client.partnerId, request.externalRef));
  if (taken)
    return refuse(
      "ALREADY_EXISTS",
      "externalRef",
      "A ticket with this reference exists.",
      maySee(desk.viewer, taken) ? taken : null,
    );

  const [id, entryId] = [uuidv7(), uuidv7()];
  const line = { ticket: { id, partnerId: client.partnerId }, entryId, public: true, current: null };
  const attached = await attach(desk, request.attachmentIds, line);
  if (attached.kind === "refused") return attached;

  const [{ number }] = await desk.em.execute<[{ number: number }]>("select nextval('ticket_number')::int as number");
  const ticket = desk.em.create(Ticket, {
    id,
    partnerId: client.partnerId,
    number,
    clientId: client.id,
    requesterId: assessed.requester?.id ?? null,
    deviceId: request.deviceId ?? null,
    contractId: agreement.contractId,
    planId: plan.id,
    calendarId: agreement.calendar.id,
    subject: request.subject.trim(),
    description: request.description ?? "",
    channel,
    facts: assessed.facts,
    affected: request.affected ?? null,
    workaround: request.workaround ?? null,
    affectedMailed: channel === "EMAIL" && request.affected != null,
    workaroundMailed: channel === "EMAIL" && request.workaround != null,
    couldBeUrgent: assessed.couldBeUrgent,
    priority: priority.code,
    priorityName: priority.name,
    priorityRank: priority.rank,
    priorityReason: null,
    status: holder ? "OPEN" : "NEW",
    waitingOn: null,
    waitingUntil: null,
    steps: [],
    cycle: 1,
    teamId: team?.id ?? null,
    assigneeId: holder?.id ?? null,
    assigneeName: holder?.name ?? null,
    coverageOutcome: decision.outcome,
    coverageClause: decision.clause?.code ?? null,
    coverageOverridden: false,
    ...{ coverageLookAt: null, mergedIntoId: null },
    closeReason: null,
    factCount: 0,
    queueKey: null,
    createdAt: desk.now,
    updatedAt: desk.now,
    resolvedAt: null,
    closedAt: null,
    version: 1,
  });
  if (request.externalRef)
    desk.em.create(ExternalRef, {
      partnerId: client.partnerId,
      system: request.externalRef.system,
      externalId: request.externalRef.id,
      ticketId: ticket.id,
    });
  const created: DomainEvent = {
    type: "TicketCreated",
    ticketId: ticket.id,
    payload: {
      number,
      subject: ticket.subject,
      status: ticket.status,
      client: { id: client.id, name: client.name },
      requester: assessed.requester,
      channel,
      affected: ticket.affected,
      workaround: ticket.workaround,
      priority: ticket.priority,
      team: team ? { id: team.id, name: team.name } : null,
      assignee: holder ? { id: holder.id, name: holder.name } : null,
      ...toldWith(attached),
    },
  };
  const covered = recordDecision(desk, ticket, decided, plan.version, null);
  await settle(
    desk,
    ticket,
    plan,
    {
      facts: [{ kind: "CREATED", priority: ticket.priority, hours: hoursRef(agreement.calendar, agreement.addOns) }],
      events: [created, covered],
      entries: [{ id: entryId, kind: "CREATED", public: true, body: ticket.description || null }],
    },
    null,
  );
  return { kind: "changed", ticket };
}

/** Opening a ticket gives nobody what assigning or looking one up would refuse. */
function beyondRights({ viewer }: Desk, request: NewTicket): Refusal | null {
  const staff = viewer.kind === "TECHNICIAN" || viewer.kind === "MANAGER";
  if (request.assigneeId && !staff)
    return refuse("STAFF_ONLY", "assigneeId", "Who holds a ticket is for the desk to say: leave it out.");
  if (request.teamId && !staff && viewer.kind !== "PARTNER")
    return refuse("STAFF_ONLY", "teamId", "Which team it is with is for the desk to say: leave it out.");
  if (request.externalRef && viewer.kind === "REQUESTER")
    return refuse("STAFF_ONLY", "externalRef", "References are for systems to give: leave it out.");
  if (request.requesterId && viewer.kind === "REQUESTER" && !viewer.lead && request.requesterId !== viewer.contactId)
    return refuse("INVALID", "requesterId", "Your tickets are in your own name: leave it out.");
  return null;
}

async function refOwner(desk: Desk, partnerId: string, ref: { system: string; id: string }): Promise<Ticket | null> {
  const known = await desk.em.findOne(ExternalRef, { partnerId, system: ref.system, externalId: ref.id });
  return known ? desk.em.findOne(Ticket, { id: known.ticketId }) : null;
}
