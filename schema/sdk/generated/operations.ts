// Made from the contract by `npm run schema`: not written by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
import type * as Types from './contract.ts';

export type TicketFieldsFragment = { id: string, number: number, version: number, subject: string, description: string, status: Types.TicketStatus, waitingOn: Types.WaitingOn | null, affected: Types.Affected | null, workaround: boolean | null, couldBeUrgent: boolean, channel: Types.Channel, createdAt: string, updatedAt: string, resolvedAt: string | null, closedAt: string | null, closeReason: string | null, accepts: Array<Types.TicketVerb>, client: { id: string, name: string, code: string } | null, requester: { id: string, name: string } | null, assignee: { id: string, name: string } | null, team: { id: string, name: string } | null, priority: { code: string, name: string }, coverage: { outcome: Types.Outcome, clause: { code: string, title: string } | null }, slaClock: { metric: Types.Metric, dueAt: string | null, state: Types.ClockState, standing: Types.Standing, verdict: Types.Verdict | null } | null, externalRefs: Array<{ system: string, id: string }>, mergedInto: { id: string, number: number } | null };

export type TimelineFieldsFragment = { id: string, kind: Types.TimelineKind, at: string, actor: string, public: boolean, body: string | null, change: string | null, step: Types.Step | null };

export type TicketQueryVariables = Exact<{
  id?: string | null | undefined;
  number?: number | null | undefined;
  externalRef?: Types.ExternalRefInput | null | undefined;
}>;


export type TicketQuery = { ticket: TicketFieldsFragment | null };

export type TicketsQueryVariables = Exact<{
  filter?: Types.TicketFilter | null | undefined;
  orderBy?: Types.TicketOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TicketsQuery = { tickets: { edges: Array<{ cursor: string, node: TicketFieldsFragment }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TimelineQueryVariables = Exact<{
  ticketId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TimelineQuery = { ticket: { timeline: { edges: Array<{ cursor: string, node: TimelineFieldsFragment }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ClientsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ClientsQuery = { clients: { edges: Array<{ cursor: string, node: { id: string, name: string, code: string, timeZone: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TicketPreviewQueryVariables = Exact<{
  input: Types.CreateTicketInput;
}>;


export type TicketPreviewQuery = { ticketPreview: { sentence: string, dueAt: string | null, couldBeUrgent: boolean, priority: { code: string, name: string }, coverage: { outcome: Types.Outcome, clause: { code: string, title: string } | null } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { kind: Types.ViewerKind, name: string, partner: { id: string, name: string } | null } };

export type CreateTicketMutationVariables = Exact<{
  input: Types.CreateTicketInput;
}>;


export type CreateTicketMutation = { createTicket: { ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.CreateTicketErrorCode, field: string | null, message: string }> } };

export type StateFactsMutationVariables = Exact<{
  input: Types.StateFactsInput;
}>;


export type StateFactsMutation = { stateFacts: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.StateFactsErrorCode, field: string | null, message: string }> } };

export type ReplyMutationVariables = Exact<{
  input: Types.ReplyInput;
}>;


export type ReplyMutation = { reply: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.ReplyErrorCode, field: string | null, message: string }> } };

export type AddNoteMutationVariables = Exact<{
  input: Types.AddNoteInput;
}>;


export type AddNoteMutation = { addNote: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.AddNoteErrorCode, field: string | null, message: string }> } };

export type CancelMutationVariables = Exact<{
  input: Types.CancelInput;
}>;


export type CancelMutation = { cancel: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.CancelErrorCode, field: string | null, message: string }> } };

export type ReopenMutationVariables = Exact<{
  input: Types.ReopenInput;
}>;


export type ReopenMutation = { reopen: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.ReopenErrorCode, field: string | null, message: string }> } };

export type TakeTicketMutationVariables = Exact<{
  input: Types.TakeTicketInput;
}>;


export type TakeTicketMutation = { takeTicket: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.TakeTicketErrorCode, field: string | null, message: string }> } };

export type AssignTicketMutationVariables = Exact<{
  input: Types.AssignTicketInput;
}>;


export type AssignTicketMutation = { assignTicket: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.AssignTicketErrorCode, field: string | null, message: string }> } };

export type WaitOnMutationVariables = Exact<{
  input: Types.WaitOnInput;
}>;


export type WaitOnMutation = { waitOn: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.WaitOnErrorCode, field: string | null, message: string }> } };

export type ResumeMutationVariables = Exact<{
  input: Types.ResumeInput;
}>;


export type ResumeMutation = { resume: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.ResumeErrorCode, field: string | null, message: string }> } };

export type CompleteStepMutationVariables = Exact<{
  input: Types.CompleteStepInput;
}>;


export type CompleteStepMutation = { completeStep: { accepts: Array<Types.TicketVerb>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.CompleteStepErrorCode, field: string | null, message: string }> } };

export type ResolveMutationVariables = Exact<{
  input: Types.ResolveInput;
}>;


export type ResolveMutation = { resolve: { accepts: Array<Types.TicketVerb>, missingSteps: Array<Types.Step>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.ResolveErrorCode, field: string | null, message: string }> } };

export type CloseMutationVariables = Exact<{
  input: Types.CloseInput;
}>;


export type CloseMutation = { close: { accepts: Array<Types.TicketVerb>, missingSteps: Array<Types.Step>, ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.CloseErrorCode, field: string | null, message: string }> } };

import { text } from "../document.ts";

export const ticket = text<TicketQuery, TicketQueryVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}query ticket($id:ID$number:Int$externalRef:ExternalRefInput){ticket(id:$id number:$number externalRef:$externalRef){...TicketFields}}",
);

export const tickets = text<TicketsQuery, TicketsQueryVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}query tickets($filter:TicketFilter$orderBy:TicketOrder$first:Int!$after:String){tickets(filter:$filter orderBy:$orderBy first:$first after:$after){edges{cursor node{...TicketFields}}pageInfo{hasNextPage endCursor}}}",
);

export const timeline = text<TimelineQuery, TimelineQueryVariables>(
  "fragment TimelineFields on TimelineEntry{id kind at actor public body change step}query timeline($ticketId:ID!$first:Int!$after:String){ticket(id:$ticketId){timeline(first:$first after:$after){edges{cursor node{...TimelineFields}}pageInfo{hasNextPage endCursor}}}}",
);

export const clients = text<ClientsQuery, ClientsQueryVariables>(
  "query clients($first:Int!$after:String){clients(first:$first after:$after){edges{cursor node{id name code timeZone}}pageInfo{hasNextPage endCursor}}}",
);

export const ticketPreview = text<TicketPreviewQuery, TicketPreviewQueryVariables>(
  "query ticketPreview($input:CreateTicketInput!){ticketPreview(input:$input){sentence dueAt couldBeUrgent priority{code name}coverage{outcome clause{code title}}}}",
);

export const viewer = text<ViewerQuery, ViewerQueryVariables>(
  "query viewer{viewer{kind name partner{id name}}}",
);

export const createTicket = text<CreateTicketMutation, CreateTicketMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation createTicket($input:CreateTicketInput!){createTicket(input:$input){ticket{...TicketFields}current{...TicketFields}userErrors{code field message}}}",
);

export const stateFacts = text<StateFactsMutation, StateFactsMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation stateFacts($input:StateFactsInput!){stateFacts(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const reply = text<ReplyMutation, ReplyMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation reply($input:ReplyInput!){reply(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const addNote = text<AddNoteMutation, AddNoteMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation addNote($input:AddNoteInput!){addNote(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const cancel = text<CancelMutation, CancelMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation cancel($input:CancelInput!){cancel(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const reopen = text<ReopenMutation, ReopenMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation reopen($input:ReopenInput!){reopen(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const takeTicket = text<TakeTicketMutation, TakeTicketMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation takeTicket($input:TakeTicketInput!){takeTicket(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const assignTicket = text<AssignTicketMutation, AssignTicketMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation assignTicket($input:AssignTicketInput!){assignTicket(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const waitOn = text<WaitOnMutation, WaitOnMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation waitOn($input:WaitOnInput!){waitOn(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const resume = text<ResumeMutation, ResumeMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation resume($input:ResumeInput!){resume(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const completeStep = text<CompleteStepMutation, CompleteStepMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation completeStep($input:CompleteStepInput!){completeStep(input:$input){ticket{...TicketFields}current{...TicketFields}accepts userErrors{code field message}}}",
);

export const resolve = text<ResolveMutation, ResolveMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation resolve($input:ResolveInput!){resolve(input:$input){ticket{...TicketFields}current{...TicketFields}accepts missingSteps userErrors{code field message}}}",
);

export const close = text<CloseMutation, CloseMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation close($input:CloseInput!){close(input:$input){ticket{...TicketFields}current{...TicketFields}accepts missingSteps userErrors{code field message}}}",
);
