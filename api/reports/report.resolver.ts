import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { audit } from "../people/audit.ts";
import type { Context } from "../platform/context.ts";
import { DateTime } from "../platform/scalars.ts";
import { type BacklogRow, countBacklog } from "./backlog.sql.ts";
import { breachPage } from "./breaches.ts";
import { breachPageAsOf, linesAsOf } from "./breaches-as-of.ts";
import { cellsOf, clocksAsOf, type ReportClock } from "./clocks-as-of.ts";
import { csvFile } from "./csv.ts";
import { Backlog, BreachConnection, SlaReport, SlaReportInput } from "./report.graphql.ts";
import { reportFilter } from "./report-filter.ts";
import {
  type Cell,
  CSV_COLUMNS,
  countClocks,
  countRevised,
  exportClocks,
  MOST_LINES,
  type ReportFilter,
} from "./sla-report.sql.ts";
import { attainmentRows, definitionOf } from "./sla-report.ts";

/** `clocks`: as they stood at the report's instant, where that is past. */
type Report = SlaReport & { filter: ReportFilter; clocks: readonly ReportClock[] | null };

@Resolver(() => SlaReport)
export class ReportResolver {
  @Query(() => SlaReport, {
    description: "How well one promise was kept for tickets created in `[from, until)`. You see your own tickets only.",
  })
  async slaReport(@Arg("input", () => SlaReportInput) input: SlaReportInput, @Ctx() context: Context): Promise<Report> {
    const filter = await reportFilter(context, input);
    const [clocks, now, [revised]] = await Promise.all([
      filter.asOf === null ? null : clocksAsOf(context, filter, filter.asOf),
      context.now(),
      context.read<{ n: number }>(countRevised(context.viewer, filter)),
    ]);
    const cells = clocks ? cellsOf(clocks) : await context.read<Cell>(countClocks(context.viewer, filter));
    const { from, until, timeZone } = filter;
    const head = { from, until, timeZone, asOf: filter.asOf ?? now, definition: definitionOf(filter) };
    return { filter, clocks, ...head, revised: revised?.n ?? 0, ...attainmentRows(cells) };
  }

  @FieldResolver(() => BreachConnection, {
    description: "The clocks that were or are late, by due instant; cancelled and merged ones say so by their verdict.",
  })
  breaches(
    @Root() report: Report,
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    return report.clocks
      ? breachPageAsOf(context, report.clocks, page, report.asOf)
      : breachPage(context, report.filter, page);
  }

  @FieldResolver(() => String, {
    description:
      "Every clock of the report as a file for a spreadsheet: UTF-8 with its mark, one line per clock, instants in UTC and in the report's zone. At most 100,000 lines; a longer one is refused.",
  })
  async csv(@Root() report: Report, @Ctx() context: Context): Promise<string> {
    const lines = report.clocks ? linesAsOf(report.clocks, report.timeZone) : await exported(report, context);
    const detail = { what: "slaReport.csv", lines: lines.length, from: report.from, until: report.until };
    await context.verbAsDesk(async (desk) => audit(desk, { action: "EXPORTED", detail }));
    return csvFile(CSV_COLUMNS, lines);
  }

  @Query(() => Backlog, { description: "How much work stood open at an instant; without one, now." })
  async backlog(
    @Ctx() context: Context,
    @Arg("asOf", () => DateTime, { nullable: true, description: "The instant; one to come counts as now." })
    asked?: Instant,
  ): Promise<Backlog> {
    const now = await context.now();
    const asOf = asked != null && asked < now ? asked : now;
    const byPriority = await context.read<BacklogRow>(countBacklog(context.viewer, asOf));
    const sum = (figure: "open" | "unresolved") => byPriority.reduce((all, row) => all + row[figure], 0);
    return {
      asOf,
      open: sum("open"),
      unresolved: sum("unresolved"),
      byPriority: byPriority.map((row) => ({ ...row })),
    };
  }
}

async function exported(report: Report, context: Context) {
  const rows = await context.read<{ cells: (string | null)[] }>(exportClocks(context.viewer, report.filter));
  if (rows.length > MOST_LINES)
    throw new GraphQLError("More than 100,000 lines: ask for fewer days, or for one client.", {
      extensions: { code: "BAD_USER_INPUT" },
    });
  return rows.map((row) => row.cells);
}
