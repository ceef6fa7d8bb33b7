import "reflect-metadata";
import {
  type GraphQLFieldResolver,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from "graphql";
import { buildSchemaSync, type NonEmptyArray, type PubSub } from "type-graphql";
import { ClientResolver } from "../clients/client.resolver.ts";
import { ContractFields, ViewerClient } from "../clients/contract.resolver.ts";
import { CoverageResolver } from "../coverage/coverage.resolver.ts";
import { LimitsResolver } from "../partners/limits/limits.resolver.ts";
import { PeopleResolver, ViewerTechnician } from "../people/people.resolver.ts";
import { permissions } from "../people/permissions.ts";
import type { Context } from "../platform/context.ts";
import { DeskClockResolver } from "../platform/desk-clock.resolver.ts";
import { forbidden } from "../platform/failures.ts";
import { oneOf } from "../platform/filter.graphql.ts";
import { ID_PREFIXES, type IdType, toGlobalId } from "../platform/global-id.ts";
import { refuseUnkeepable } from "../platform/keepable-text.ts";
import { QueueResolver } from "../queue/queue.resolver.ts";
import { ReportResolver } from "../reports/report.resolver.ts";
import { ClientFairUse, SessionResolver, TicketSessions } from "../sessions/session.resolver.ts";
import { DueSimulationResolver } from "../sla/due-simulation.resolver.ts";
import { HolidaysResolver } from "../sla/holidays.resolver.ts";
import { DryRunResolver, PolicyResolver } from "../sla/policy.resolver.ts";
import { ContractPlan, PublishResolver } from "../sla/publish.resolver.ts";
import { ReviseVerdictResolver } from "../sla/revise-verdict.resolver.ts";
import { SlaClockFields } from "../sla/sla-clock.resolver.ts";
import { CalendarVersions, PlanVersions } from "../sla/versions.resolver.ts";
import { QueuePlaceFields } from "../tickets/queue-place.resolver.ts";
import { TicketVerbs } from "../tickets/ticket.resolver.ts";
import { TicketClocks } from "../tickets/ticket-clocks.resolver.ts";
import { TicketFields } from "../tickets/ticket-fields.resolver.ts";
import { TicketLive } from "../tickets/ticket-live.resolver.ts";
import { TicketQueries } from "../tickets/ticket-queries.resolver.ts";
import { keepEffects } from "./keep-effects.ts";
import { NodeResolver } from "./node.resolver.ts";

const resolvers = [
  PeopleResolver,
  ViewerTechnician,
  ViewerClient,
  ClientResolver,
  CoverageResolver,
  PublishResolver,
  CalendarVersions,
  PlanVersions,
  HolidaysResolver,
  DueSimulationResolver,
  DryRunResolver,
  PolicyResolver,
  ReviseVerdictResolver,
  ContractPlan,
  ContractFields,
  SlaClockFields,
  TicketVerbs,
  TicketQueries,
  TicketFields,
  TicketClocks,
  TicketLive,
  QueuePlaceFields,
  SessionResolver,
  TicketSessions,
  ClientFairUse,
  QueueResolver,
  ReportResolver,
  DeskClockResolver,
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

/** Every root field is guarded by its row of the permissions; one without a row does not start. */
function guardRoots(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    for (const [name, field] of Object.entries(root?.getFields() ?? {})) {
      const allowed = permissions[name];
      if (!allowed) throw new Error(`who may use ${name}? Add its row to people/permissions.ts`);
      const guard =
        <R>(inner: GraphQLFieldResolver<R, Context> | undefined): GraphQLFieldResolver<R, Context> =>
        (source, args, context, info) => {
          if (!allowed.includes(context.viewer.kind)) throw forbidden(context.viewer.kind, name);
          refuseUnkeepable(args);
          return inner?.(source, args, context, info);
        };
      if (field.subscribe) field.subscribe = guard(field.subscribe);
      else field.resolve = guard(field.resolve);
    }
}
