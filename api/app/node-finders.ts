import { calendarOf, planOf } from "../clients/read-agreements.ts";
import { clientsById } from "../clients/read-clients.ts";
import { contactsSeen, contractsSeen, devicesSeen } from "../clients/seen-by-id.ts";
import { exportsById } from "../partners/export.resolver.ts";
import { partnersById } from "../partners/partner-list.resolver.ts";
import { apiKeysById } from "../partners/read-api-keys.ts";
import { webhookDeliveriesById, webhookEndpointsById } from "../partners/webhook.resolver.ts";
import { auditEntriesById } from "../people/audit.resolver.ts";
import { wallDevicesById } from "../people/devices.resolver.ts";
import { barrierTo } from "../people/permissions.ts";
import { teamsById, techniciansById } from "../people/read-people.ts";
import type { Context } from "../platform/context.ts";
import type { IdType } from "../platform/global-id.ts";
import { isStaff } from "../platform/viewer.ts";
import { appointmentsById } from "../sessions/read-appointments.ts";
import { sessionsById } from "../sessions/read-sessions.ts";
import { type ApplicationRow, applicationsById } from "../sla/policy-applications.sql.ts";
import { clocksOf } from "../sla/read-clocks-of.ts";
import { showCalendar, showPlan } from "../sla/show-agreement.ts";
import { showClock } from "../sla/show-clock.ts";
import { attachmentsById } from "../tickets/attachments/attachments.sql.ts";
import { clocksSeen, staffSeen, teamsSeen } from "../tickets/seen-on-tickets.sql.ts";
import { ticketsById } from "../tickets/ticket-queries.resolver.ts";
import { timelineById } from "../tickets/timeline.sql.ts";

type Found = ReadonlyMap<string, object>;
export type ById = (context: Context, ids: readonly string[]) => Promise<Found>;

const byId = <R extends { id: string }>(rows: readonly R[]): Map<string, R> =>
  new Map(rows.map((row) => [row.id, row]));
const nothing: Found = new Map();

/** Only those of the ids that the viewer comes across anyway; staff come across all. */
const among =
  (seen: (context: Context, ids: readonly string[]) => Promise<string[]>, read: ById): ById =>
  async (context, ids) => {
    const mine = isStaff(context.viewer) ? ids : await seen(context, ids);
    return mine.length > 0 ? read(context, mine) : nothing;
  };

/** For whoever may use the operation that lists them: its rows are within the scope of others too. */
const whoMay =
  (operation: string, read: ById): ById =>
  (context, ids) =>
    barrierTo(context.viewer, operation) === null ? read(context, ids) : Promise.resolve(nothing);

/** Published versions of what a contract names that the viewer may see. */
const agreements =
  (
    code: "planCode" | "calendarCode",
    read: (context: Context, id: string) => Promise<{ code: string } & object>,
  ): ById =>
  async (context, ids) => {
    const found = await Promise.all(ids.map((id) => read(context, id).catch(() => null)));
    const named = isStaff(context.viewer) ? null : new Set((await contractsSeen(context, null)).map((c) => c[code]));
    const seen = found.flatMap((row) => (row && (named === null || named.has(row.code)) ? [row as never] : []));
    return byId(seen);
  };

/** How a thing is found by its id, within what the viewer may see: nothing here is reached that is not reached by fields. */
export const finders: { readonly [type in IdType]?: ById } = {
  Ticket: ticketsById,
  Client: clientsById,
  Contact: contactsSeen,
  Device: devicesSeen,
  Contract: async (context, ids) => byId(await contractsSeen(context, ids)),
  Plan: agreements("planCode", async (context, id) => showPlan(await planOf(context, id))),
  Calendar: agreements("calendarCode", async (context, id) => showCalendar(await calendarOf(context, id))),
  Partner: partnersById,
  Technician: among(staffSeen, techniciansById),
  Team: among(teamsSeen, teamsById),
  SlaClock: async (context, ids) => {
    const seen = await clocksSeen(context, ids);
    const clocks = await Promise.all(seen.map(({ ticketId, planId }) => clocksOf(context, { id: ticketId, planId })));
    return byId(clocks.flatMap((of, i) => of.filter((c) => c.stored.id === seen[i]?.id)).map(showClock));
  },
  RemoteSession: async (context, ids) => byId(await sessionsById(context, ids)),
  Appointment: async (context, ids) => byId(await appointmentsById(context, ids)),
  TimelineEntry: async (context, ids) => byId(await timelineById(context, ids)),
  Attachment: attachmentsById,
  PolicyApplication: async (context, ids) =>
    isStaff(context.viewer) ? byId(await context.read<ApplicationRow>(applicationsById(ids))) : nothing,
  ApiKey: apiKeysById,
  WallDevice: wallDevicesById,
  AuditEntry: auditEntriesById,
  WebhookEndpoint: whoMay("webhookEndpoints", webhookEndpointsById),
  WebhookDelivery: whoMay("webhookEndpoints", webhookDeliveriesById),
  BulkExport: whoMay("exports", exportsById),
};

/** Types with ids of their own that `node` does not answer, each with its reason. */
export const WITHOUT_NODE: { readonly [type in IdType]?: string } = {
  CoverageDecision: "a decision of a preview has no id: it was never made, so the type promises none",
};
