import { GraphQLError } from "graphql";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { DateTime } from "../platform/scalars.ts";
import { type BacklogRow, countBacklog } from "./backlog.sql.ts";
import { breachPage } from "./breaches.ts";
import { csvFile } from "./csv.ts";
import { Backlog, BreachConnection, SlaReport, SlaReportInput } from "./report.graphql.ts";
import { reportFilter } from "./report-filter.ts";
import { type Cell, CSV_COLUMNS, countClocks, exportClocks, MOST_LINES, type ReportFilter } from "./sla-report.sql.ts";
import { attainmentRows, definitionOf } from "./sla-report.ts";

type Report = SlaReport & { filter: ReportFilter };

@Resolver(() => SlaReport)
export class ReportResolver {
  @Query(() => SlaReport, {
    description: "How well one promise was kept for tickets created in `[from, until)`. You see your own tickets only.",
  })
  async slaReport(@Arg("input", () => SlaReportInput) input: SlaReportInput, @Ctx() context: Context): Promise<Report> {
    const filter = await reportFilter(context, input);
    const [cells, asOf] = await Promise.all([context.read<Cell>(countClocks(context.viewer, filter)), context.now()]);
    const { from, until, timeZone } = filter;
    return { filter, from, until, timeZone, asOf, definition: definitionOf(filter), ...attainmentRows(cells) };
  }

  @FieldResolver(() => BreachConnection, {
    description: "The clocks that were or are late, by due instant; cancelled and merged ones say so by their verdict.",
  })
  breaches(
    @Root() report: Report,
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, at most 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    return breachPage(context, report.filter, { first, after });
  }

  @FieldResolver(() => String, {
    description:
      "Every clock of the report as a file for a spreadsheet: UTF-8 with its mark, one line per clock, instants in UTC and in the report's zone. At most 100,000 lines; a longer one is refused.",
  })
  async csv(@Root() report: Report, @Ctx() context: Context): Promise<string> {
    const rows = await context.read<{ cells: (string | null)[] }>(exportClocks(context.viewer, report.filter));
    if (rows.length > MOST_LINES)
      throw new GraphQLError("More than 100,000 lines: ask for fewer days, or for one client.", {
        extensions: { code: "BAD_USER_INPUT" },
      });
    return csvFile(
      CSV_COLUMNS,
      rows.map((row) => row.cells),
    );
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
