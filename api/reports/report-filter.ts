import { GraphQLError } from "graphql";
import { newestCalendarAsDesk } from "../clients/read-agreements.ts";
import { isZone, startOfDay } from "../core/business-calendar/zone.ts";
import { pastInstant } from "../platform/as-of.ts";
import type { Context } from "../platform/context.ts";
import { optionalUuidOf } from "../platform/global-id.ts";
import { isStaff } from "../platform/viewer.ts";
import type { SlaReportInput } from "./report.graphql.ts";
import type { ReportFilter } from "./sla-report.sql.ts";

const MOST_DAYS = 3660;
const refused = (field: string, message: string) =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", field } });

/** What a report is asked for, with its defaults. */
export async function reportFilter(context: Context, input: SlaReportInput): Promise<ReportFilter> {
  const timeZone = input.timeZone ?? (await newestCalendarAsDesk(context)).definition.timeZone;
  if (!isZone(timeZone))
    throw refused("timeZone", `There is no time zone ${JSON.stringify(timeZone)}: name one such as "Europe/Berlin".`);
  if (input.until <= input.from)
    throw refused("until", "`until` is the first day after: it must be later than `from`.");
  const days = (startOfDay("UTC", input.until) - startOfDay("UTC", input.from)) / 86_400;
  if (days > MOST_DAYS) throw refused("until", `A report spans at most ${MOST_DAYS} days, not ${days}.`);
  const metric = (input.metric ?? "FIRST_RESPONSE") as ReportFilter["metric"];
  // what the desk promised itself is its own affair: others are told what was promised to the client
  const staff = isStaff(context.viewer);
  const usual = metric === "FIRST_RESPONSE" || !staff ? "CONTRACTUAL" : "INTERNAL";
  return {
    from: input.from,
    until: input.until,
    timeZone,
    metric,
    commitment: (staff ? (input.commitment ?? usual) : "CONTRACTUAL") as ReportFilter["commitment"],
    clientId: optionalUuidOf("Client", input.clientId),
    priority: input.priority ?? null,
    asOf: (await pastInstant(context, input.asOf)) ?? null,
  };
}
