// Made from the contract by `npm run schema`: not written by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
import type * as Types from './contract.ts';

export type ChangeFieldsFragment = { id: string, position: string, type: Types.ChangeType, at: string, origin: string | null, own: boolean, ticketId: string | null, ticketVersion: number | null, actor: { kind: Types.ActorKind, id: string | null, name: string }, tombstone: { ticketId: string } | null, ticket: TicketFieldsFragment | null, entry: TimelineFieldsFragment | null, attachments: Array<{ id: string, name: string }>, clock: { id: string, metric: Types.Metric, dueAt: string | null, standing: Types.Standing, verdict: Types.Verdict | null } | null, changed: { reason: string | null, affected: { from: Types.Affected | null, to: Types.Affected | null } | null, assignee: { from: { id: string, name: string } | null, to: { id: string, name: string } | null } | null, coverageClause: { from: string | null, to: string | null } | null, coverageOutcome: { from: Types.Outcome | null, to: Types.Outcome | null } | null, dueAt: { from: string | null, to: string | null } | null, externalRef: { system: string, from: string | null, to: string | null } | null, priority: { from: string | null, to: string | null } | null, status: { from: Types.TicketStatus | null, to: Types.TicketStatus | null } | null, team: { from: { id: string, name: string } | null, to: { id: string, name: string } | null } | null, verdict: { from: Types.Verdict | null, to: Types.Verdict | null } | null, waitingOn: { from: Types.WaitingOn | null, to: Types.WaitingOn | null } | null, workaround: { from: boolean | null, to: boolean | null } | null } };

export type ChangePageQueryVariables = Exact<{
  after?: string | null | undefined;
  first: number;
  types?: Array<Types.ChangeType> | Types.ChangeType | null | undefined;
  excludeOwn?: boolean | null | undefined;
}>;


export type ChangePageQuery = { changes: { from: string, to: string, hasMore: boolean, changes: Array<ChangeFieldsFragment> } };

export type FeedEndQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedEndQuery = { changes: { to: string } };

export type ChangeMessagesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  types?: Array<Types.ChangeType> | Types.ChangeType | null | undefined;
  excludeOwn?: boolean | null | undefined;
}>;


export type ChangeMessagesSubscription = { changes:
    | { from: string, to: string, changes: Array<ChangeFieldsFragment> }
    | { from: string, to: string, asOf: string, pulseAt: string }
   };

export type ApiKeyFieldsFragment = { id: string, name: string, prefix: string | null, scopes: Array<string> | null, state: Types.ApiKeyState, createdAt: string, lastUsedAt: string | null, expiresAt: string | null, revokedAt: string | null };

export type ApiKeysQueryVariables = Exact<{
  ended?: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type ApiKeysQuery = { apiKeys: { edges: Array<{ cursor: string, node: ApiKeyFieldsFragment }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RotateApiKeyMutationVariables = Exact<{
  input: Types.RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { rotateApiKey: { secret: string | null, apiKey: ApiKeyFieldsFragment | null, replaced: ApiKeyFieldsFragment | null, userErrors: Array<{ code: Types.RotateApiKeyErrorCode, field: string | null, message: string }> } };

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


export type ViewerQuery = { viewer: { kind: Types.ViewerKind, name: string, scopes: Array<string> | null, partner: { id: string, name: string } | null } };

export type ApiLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiLimitsQuery = { apiLimits: { operationCost: number, atOncePerKey: number, waitingPerKey: number, keyReserve: { maximum: number, restorePerSecond: number }, partnerPool: { maximum: number, restorePerSecond: number }, throttle: { maximum: number, available: number, restorePerSecond: number }, shape: Array<{ name: string, maximum: number }>, sockets: Array<{ name: string, maximum: number }> } };

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

export type SetExternalRefMutationVariables = Exact<{
  input: Types.SetExternalRefInput;
}>;


export type SetExternalRefMutation = { setExternalRef: { ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.SetExternalRefErrorCode, field: string | null, message: string }> } };

export type RemoveExternalRefMutationVariables = Exact<{
  input: Types.RemoveExternalRefInput;
}>;


export type RemoveExternalRefMutation = { removeExternalRef: { ticket: TicketFieldsFragment | null, current: TicketFieldsFragment | null, userErrors: Array<{ code: Types.RemoveExternalRefErrorCode, field: string | null, message: string }> } };

export type WebhookEndpointFieldsFragment = { id: string, version: number, name: string, url: string, types: Array<Types.ChangeType> | null, excludeOwn: boolean, status: Types.WebhookStatus, disabledAt: string | null, disabledReason: string | null, position: string, quietUntil: string | null, createdAt: string };

export type WebhookDeliveryFieldsFragment = { id: string, webhookId: string, changeId: string | null, type: string, position: string | null, state: Types.WebhookDeliveryState, createdAt: string, nextTryAt: string | null, finishedAt: string | null, tries: Array<{ n: number, at: string, ms: number, status: number | null, error: string | null, excerpt: string | null }> };

export type WebhookEndpointsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type WebhookEndpointsQuery = { webhookEndpoints: { edges: Array<{ cursor: string, node: WebhookEndpointFieldsFragment }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WebhookDeliveriesQueryVariables = Exact<{
  endpointId: string;
  filter?: Types.WebhookDeliveryFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { node:
    | { deliveries: { edges: Array<{ cursor: string, node: WebhookDeliveryFieldsFragment }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type CreateWebhookEndpointMutationVariables = Exact<{
  input: Types.CreateWebhookEndpointInput;
}>;


export type CreateWebhookEndpointMutation = { createWebhookEndpoint: { secret: string | null, endpoint: WebhookEndpointFieldsFragment | null, userErrors: Array<{ code: Types.CreateWebhookEndpointErrorCode, field: string | null, message: string }> } };

export type UpdateWebhookEndpointMutationVariables = Exact<{
  input: Types.UpdateWebhookEndpointInput;
}>;


export type UpdateWebhookEndpointMutation = { updateWebhookEndpoint: { endpoint: WebhookEndpointFieldsFragment | null, current: WebhookEndpointFieldsFragment | null, userErrors: Array<{ code: Types.UpdateWebhookEndpointErrorCode, field: string | null, message: string }> } };

export type DisableWebhookEndpointMutationVariables = Exact<{
  input: Types.DisableWebhookEndpointInput;
}>;


export type DisableWebhookEndpointMutation = { disableWebhookEndpoint: { endpoint: WebhookEndpointFieldsFragment | null, current: WebhookEndpointFieldsFragment | null, userErrors: Array<{ code: Types.DisableWebhookEndpointErrorCode, field: string | null, message: string }> } };

export type EnableWebhookEndpointMutationVariables = Exact<{
  input: Types.EnableWebhookEndpointInput;
}>;


export type EnableWebhookEndpointMutation = { enableWebhookEndpoint: { endpoint: WebhookEndpointFieldsFragment | null, current: WebhookEndpointFieldsFragment | null, userErrors: Array<{ code: Types.EnableWebhookEndpointErrorCode, field: string | null, message: string }> } };

export type DeleteWebhookEndpointMutationVariables = Exact<{
  input: Types.DeleteWebhookEndpointInput;
}>;


export type DeleteWebhookEndpointMutation = { deleteWebhookEndpoint: { deleted: boolean, current: WebhookEndpointFieldsFragment | null, userErrors: Array<{ code: Types.DeleteWebhookEndpointErrorCode, field: string | null, message: string }> } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: Types.RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null, endpoint: WebhookEndpointFieldsFragment | null, current: WebhookEndpointFieldsFragment | null, userErrors: Array<{ code: Types.RotateWebhookSecretErrorCode, field: string | null, message: string }> } };

export type SendTestWebhookMutationVariables = Exact<{
  input: Types.SendTestWebhookInput;
}>;


export type SendTestWebhookMutation = { sendTestWebhook: { delivery: WebhookDeliveryFieldsFragment | null, userErrors: Array<{ code: Types.SendTestWebhookErrorCode, field: string | null, message: string }> } };

export type ReplayWebhooksMutationVariables = Exact<{
  input: Types.ReplayWebhooksInput;
}>;


export type ReplayWebhooksMutation = { replayWebhooks: { replayed: number, userErrors: Array<{ code: Types.ReplayWebhooksErrorCode, field: string | null, message: string }> } };

import { text } from "../document.ts";

export const changePage = text<ChangePageQuery, ChangePageQueryVariables>(
  "fragment ChangeFields on Change{id position type at actor{kind id name}origin own ticketId ticketVersion tombstone{ticketId}ticket{...TicketFields}entry{...TimelineFields}attachments{id name}clock{id metric dueAt standing verdict}changed{affected{from to}assignee{from{id name}to{id name}}coverageClause{from to}coverageOutcome{from to}dueAt{from to}externalRef{system from to}priority{from to}reason status{from to}team{from{id name}to{id name}}verdict{from to}waitingOn{from to}workaround{from to}}}query changePage($after:Position$first:Int!$types:[ChangeType!]$excludeOwn:Boolean){changes(after:$after first:$first types:$types excludeOwn:$excludeOwn){from to hasMore changes{...ChangeFields}}}fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}fragment TimelineFields on TimelineEntry{id kind at actor public body change step}",
);

export const feedEnd = text<FeedEndQuery, FeedEndQueryVariables>(
  "query feedEnd{changes(first:1){to}}",
);

export const changeMessages = text<ChangeMessagesSubscription, ChangeMessagesSubscriptionVariables>(
  "fragment ChangeFields on Change{id position type at actor{kind id name}origin own ticketId ticketVersion tombstone{ticketId}ticket{...TicketFields}entry{...TimelineFields}attachments{id name}clock{id metric dueAt standing verdict}changed{affected{from to}assignee{from{id name}to{id name}}coverageClause{from to}coverageOutcome{from to}dueAt{from to}externalRef{system from to}priority{from to}reason status{from to}team{from{id name}to{id name}}verdict{from to}waitingOn{from to}workaround{from to}}}subscription changeMessages($after:Position$types:[ChangeType!]$excludeOwn:Boolean){changes(after:$after types:$types excludeOwn:$excludeOwn){...on ChangeDelta{from to changes{...ChangeFields}}...on ChangeHeartbeat{from to asOf pulseAt}}}fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}fragment TimelineFields on TimelineEntry{id kind at actor public body change step}",
);

export const apiKeys = text<ApiKeysQuery, ApiKeysQueryVariables>(
  "fragment ApiKeyFields on ApiKey{id name prefix scopes state createdAt lastUsedAt expiresAt revokedAt}query apiKeys($ended:Boolean!=false$first:Int!$after:String){apiKeys(ended:$ended first:$first after:$after){edges{cursor node{...ApiKeyFields}}pageInfo{hasNextPage endCursor}}}",
);

export const rotateApiKey = text<RotateApiKeyMutation, RotateApiKeyMutationVariables>(
  "fragment ApiKeyFields on ApiKey{id name prefix scopes state createdAt lastUsedAt expiresAt revokedAt}mutation rotateApiKey($input:RotateApiKeyInput!){rotateApiKey(input:$input){apiKey{...ApiKeyFields}replaced{...ApiKeyFields}secret userErrors{code field message}}}",
);

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
  "query viewer{viewer{kind name scopes partner{id name}}}",
);

export const apiLimits = text<ApiLimitsQuery, ApiLimitsQueryVariables>(
  "query apiLimits{apiLimits{operationCost atOncePerKey waitingPerKey keyReserve{maximum restorePerSecond}partnerPool{maximum restorePerSecond}throttle{maximum available restorePerSecond}shape{name maximum}sockets{name maximum}}}",
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

export const setExternalRef = text<SetExternalRefMutation, SetExternalRefMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation setExternalRef($input:SetExternalRefInput!){setExternalRef(input:$input){ticket{...TicketFields}current{...TicketFields}userErrors{code field message}}}",
);

export const removeExternalRef = text<RemoveExternalRefMutation, RemoveExternalRefMutationVariables>(
  "fragment TicketFields on Ticket{id number version subject description status waitingOn affected workaround couldBeUrgent channel createdAt updatedAt resolvedAt closedAt closeReason accepts client{id name code}requester{id name}assignee{id name}team{id name}priority{code name}coverage{outcome clause{code title}}slaClock{metric dueAt state standing verdict}externalRefs{system id}mergedInto{id number}}mutation removeExternalRef($input:RemoveExternalRefInput!){removeExternalRef(input:$input){ticket{...TicketFields}current{...TicketFields}userErrors{code field message}}}",
);

export const webhookEndpoints = text<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>(
  "fragment WebhookEndpointFields on WebhookEndpoint{id version name url types excludeOwn status disabledAt disabledReason position quietUntil createdAt}query webhookEndpoints($first:Int!$after:String){webhookEndpoints(first:$first after:$after){edges{cursor node{...WebhookEndpointFields}}pageInfo{hasNextPage endCursor}}}",
);

export const webhookDeliveries = text<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>(
  "fragment WebhookDeliveryFields on WebhookDelivery{id webhookId changeId type position state createdAt nextTryAt finishedAt tries{n at ms status error excerpt}}query webhookDeliveries($endpointId:ID!$filter:WebhookDeliveryFilter$first:Int!$after:String){node(id:$endpointId){...on WebhookEndpoint{deliveries(filter:$filter first:$first after:$after){edges{cursor node{...WebhookDeliveryFields}}pageInfo{hasNextPage endCursor}}}}}",
);

export const createWebhookEndpoint = text<CreateWebhookEndpointMutation, CreateWebhookEndpointMutationVariables>(
  "fragment WebhookEndpointFields on WebhookEndpoint{id version name url types excludeOwn status disabledAt disabledReason position quietUntil createdAt}mutation createWebhookEndpoint($input:CreateWebhookEndpointInput!){createWebhookEndpoint(input:$input){endpoint{...WebhookEndpointFields}secret userErrors{code field message}}}",
);

export const updateWebhookEndpoint = text<UpdateWebhookEndpointMutation, UpdateWebhookEndpointMutationVariables>(
  "fragment WebhookEndpointFields on WebhookEndpoint{id version name url types excludeOwn status disabledAt disabledReason position quietUntil createdAt}mutation updateWebhookEndpoint($input:UpdateWebhookEndpointInput!){updateWebhookEndpoint(input:$input){endpoint{...WebhookEndpointFields}current{...WebhookEndpointFields}userErrors{code field message}}}",
);

export const disableWebhookEndpoint = text<DisableWebhookEndpointMutation, DisableWebhookEndpointMutationVariables>(
  "fragment WebhookEndpointFields on WebhookEndpoint{id version name url types excludeOwn status disabledAt disabledReason position quietUntil createdAt}mutation disableWebhookEndpoint($input:DisableWebhookEndpointInput!){disableWebhookEndpoint(input:$input){endpoint{...WebhookEndpointFields}current{...WebhookEndpointFields}userErrors{code field message}}}",
);

export const enableWebhookEndpoint = text<EnableWebhookEndpointMutation, EnableWebhookEndpointMutationVariables>(
  "fragment WebhookEndpointFields on WebhookEndpoint{id version name url types excludeOwn status disabledAt disabledReason position quietUntil createdAt}mutation enableWebhookEndpoint($input:EnableWebhookEndpointInput!){enableWebhookEndpoint(input:$input){endpoint{...WebhookEndpointFields}current{...WebhookEndpointFields}userErrors{code field message}}}",
);

export const deleteWebhookEndpoint = text<DeleteWebhookEndpointMutation, DeleteWebhookEndpointMutationVariables>(
  "fragment WebhookEndpointFields on WebhookEndpoint{id version name url types excludeOwn status disabledAt disabledReason position quietUntil createdAt}mutation deleteWebhookEndpoint($input:DeleteWebhookEndpointInput!){deleteWebhookEndpoint(input:$input){deleted current{...WebhookEndpointFields}userErrors{code field message}}}",
);

export const rotateWebhookSecret = text<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>(
  "fragment WebhookEndpointFields on WebhookEndpoint{id version name url types excludeOwn status disabledAt disabledReason position quietUntil createdAt}mutation rotateWebhookSecret($input:RotateWebhookSecretInput!){rotateWebhookSecret(input:$input){endpoint{...WebhookEndpointFields}secret current{...WebhookEndpointFields}userErrors{code field message}}}",
);

export const sendTestWebhook = text<SendTestWebhookMutation, SendTestWebhookMutationVariables>(
  "fragment WebhookDeliveryFields on WebhookDelivery{id webhookId changeId type position state createdAt nextTryAt finishedAt tries{n at ms status error excerpt}}mutation sendTestWebhook($input:SendTestWebhookInput!){sendTestWebhook(input:$input){delivery{...WebhookDeliveryFields}userErrors{code field message}}}",
);

export const replayWebhooks = text<ReplayWebhooksMutation, ReplayWebhooksMutationVariables>(
  "mutation replayWebhooks($input:ReplayWebhooksInput!){replayWebhooks(input:$input){replayed userErrors{code field message}}}",
);
