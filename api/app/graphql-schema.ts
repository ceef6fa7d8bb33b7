import "reflect-metadata";
import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType, isObjectType } from "graphql";
import { buildSchemaSync, type NonEmptyArray, type PubSub } from "type-graphql";
import { ClientResolver } from "../clients/client.resolver.ts";
import { ContractFields, ViewerClient } from "../clients/contract.resolver.ts";
import { DeviceVerbs } from "../clients/device.resolver.ts";
import { RemoteAccessResolver } from "../clients/remote-access.resolver.ts";
import { SignInLinkResolver } from "../clients/sign-in-link.resolver.ts";
import { CoverageResolver } from "../coverage/coverage.resolver.ts";
import { DeviceListResolver } from "../coverage/device-list.resolver.ts";
import { DeviceSupportFields } from "../coverage/device-support.resolver.ts";
import { ManufacturerProductResolver } from "../coverage/manufacturer-products.resolver.ts";
import { PaidSupportResolver } from "../coverage/paid-support.resolver.ts";
import { CaughtMailsResolver } from "../letters/caught-mails.resolver.ts";
import { AccountLetter, EntryDelivery } from "../letters/delivery.resolver.ts";
import { ApiKeyResolver } from "../partners/api-key.resolver.ts";
import { ChangeResolver } from "../partners/change.resolver.ts";
import { ExportResolver } from "../partners/export.resolver.ts";
import { LimitsResolver } from "../partners/limits/limits.resolver.ts";
import { PartnerListResolver } from "../partners/partner-list.resolver.ts";
import { WebhookDeliveries, WebhookEndpoints } from "../partners/webhook.resolver.ts";
import { WebhookVerbs } from "../partners/webhook-verbs.resolver.ts";
import { AuditResolver } from "../people/audit.resolver.ts";
import { DeviceResolver } from "../people/devices.resolver.ts";
import { PeopleResolver, ViewerTechnician } from "../people/people.resolver.ts";
import { ShiftsResolver } from "../people/shifts.resolver.ts";
import { StaffResolver } from "../people/staff.resolver.ts";
import { DeskClockResolver } from "../platform/desk-clock.resolver.ts";
import { oneOf } from "../platform/filter.graphql.ts";
import { ID_PREFIXES, type IdType, toGlobalId } from "../platform/global-id.ts";
import { QueueForecast, WallDeltaForecast, WallForecast, WallHeartbeatForecast } from "../queue/forecast.resolver.ts";
import { QueueResolver } from "../queue/queue.resolver.ts";
import { CoverageReportResolver } from "../reports/coverage-report.resolver.ts";
import { ReportResolver } from "../reports/report.resolver.ts";
import { BookResolver } from "../sessions/book.resolver.ts";
import { AppointmentResolver, BookingResolver, TicketAppointments } from "../sessions/booking.resolver.ts";
import { JoinLinkResolver } from "../sessions/join-link.resolver.ts";
import { ViewerSessions } from "../sessions/own-sessions.resolver.ts";
import { ClientFairUse, SessionResolver, TicketSessions } from "../sessions/session.resolver.ts";
import { SkillsResolver } from "../sessions/skills.resolver.ts";
import { DryRunCoverage, WhatIfFields } from "../sla/coverage-what-if.resolver.ts";
import { DueSimulationResolver } from "../sla/due-simulation.resolver.ts";
import { HolidaysResolver } from "../sla/holidays.resolver.ts";
import { DryRunResolver, PolicyResolver } from "../sla/policy.resolver.ts";
import { ContractPlan, PublishResolver } from "../sla/publish.resolver.ts";
import { ReviseVerdictResolver } from "../sla/revise-verdict.resolver.ts";
import { SlaClockFields } from "../sla/sla-clock.resolver.ts";
import { CalendarVersions, PlanVersions } from "../sla/versions.resolver.ts";
import { AttachmentFields, EntryAttachments, TicketAttachments } from "../tickets/attachments/attachment.resolver.ts";
import { ExternalRefs } from "../tickets/external-ref.resolver.ts";
import { QueuePlaceFields } from "../tickets/queue-place.resolver.ts";
import { TicketVerbs } from "../tickets/ticket.resolver.ts";
import { TicketClocks } from "../tickets/ticket-clocks.resolver.ts";
import { TicketCoverage } from "../tickets/ticket-coverage.resolver.ts";
import { TicketFields } from "../tickets/ticket-fields.resolver.ts";
import { TicketLive } from "../tickets/ticket-live.resolver.ts";
import { TicketQueries } from "../tickets/ticket-queries.resolver.ts";
import { guardFields, guardRoots } from "./guard-schema.ts";
import { keepEffects } from "./keep-effects.ts";
import { NodeResolver } from "./node.resolver.ts";

const resolvers = [
  PeopleResolver,
  ViewerTechnician,
  ViewerClient,
  ClientResolver,
  CoverageResolver,
  DeviceVerbs,
  RemoteAccessResolver,
  DeviceSupportFields,
  DeviceListResolver,
  ManufacturerProductResolver,
  PaidSupportResolver,
  PublishResolver,
  CalendarVersions,
  PlanVersions,
  HolidaysResolver,
  DueSimulationResolver,
  DryRunCoverage,
  WhatIfFields,
  DryRunResolver,
  PolicyResolver,
  ReviseVerdictResolver,
  ContractPlan,
  ContractFields,
  SlaClockFields,
  TicketVerbs,
  ExternalRefs,
  AttachmentFields,
  TicketAttachments,
  EntryAttachments,
  TicketQueries,
  TicketCoverage,
  TicketFields,
  TicketClocks,
  TicketLive,
  QueuePlaceFields,
  SessionResolver,
  JoinLinkResolver,
  ShiftsResolver,
  BookResolver,
  SkillsResolver,
  BookingResolver,
  AppointmentResolver,
  AccountLetter,
  EntryDelivery,
  CaughtMailsResolver,
  TicketAppointments,
  TicketSessions,
  ClientFairUse,
  ViewerSessions,
  QueueResolver,
  WallForecast,
  WallDeltaForecast,
  WallHeartbeatForecast,
  QueueForecast,
  CoverageReportResolver,
  ReportResolver,
  ChangeResolver,
  WebhookEndpoints,
  WebhookDeliveries,
  WebhookVerbs,
  ExportResolver,
  DeskClockResolver,
  PartnerListResolver,
  ApiKeyResolver,
  AuditResolver,
  DeviceResolver,
  StaffResolver,
  SignInLinkResolver,
  LimitsResolver,
  NodeResolver,
] as unknown as NonEmptyArray<new () => object>;

/** type-graphql insists on a pubSub even where every subscription brings its own `subscribe`. */
const none: PubSub = {
  publish() {
    throw new Error("news comes from the event log, not from publish()");
  },
  subscribe() {
    throw new Error("give the @Subscription a `subscribe`");
  },
};

export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers, pubSub: none, validate: false });
  describeInputs(schema);
  for (const name of oneOf) (schema.getType(name) as GraphQLInputObjectType).isOneOf = true;
  showIds(schema);
  keepEffects(schema);
  guardRoots(schema);
  guardFields(schema);
  return schema;
}

/** An `input` is what its type says it is: described once, at the type. */
function describeInputs(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {}))
      for (const arg of field.args)
        if (arg.name === "input") arg.description ??= (getNamedType(arg.type) as GraphQLInputObjectType).description;
}

/** Rows carry plain uuids; the API shows typed, opaque ids. Done once here instead of in every resolver. */
function showIds(schema: GraphQLSchema): void {
  for (const [name, type] of Object.entries(schema.getTypeMap()))
    if (isObjectType(type) && name in ID_PREFIXES && type.getInterfaces().some((i) => i.name === "Node")) {
      const id = type.getFields()["id"];
      if (id) id.resolve = (row: { id: string }) => toGlobalId(name as IdType, row.id);
    }
}
