import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { cursorOf, pageOf } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { toGlobalId } from "../platform/global-id.ts";
import {
  type CoverageFilter,
  coverageMix,
  listOverrides,
  type MixRow,
  type Outcomes,
  type OverrideRow,
} from "./coverage-mix.sql.ts";
import {
  type CoverageMix,
  CoverageOverrideConnection,
  CoverageReport,
  CoverageReportInput,
} from "./coverage-report.graphql.ts";
import { reportFilter } from "./report-filter.ts";

const MOST_CLIENTS = 1_000;
type Report = CoverageReport & { filter: CoverageFilter };

@Resolver(() => CoverageReport)
export class CoverageReportResolver {
  @Query(() => CoverageReport, {
    description: "How the requests of tickets created in `[from, until)` were covered, and what was decided by hand.",
  })
  async coverageReport(
    @Arg("input", () => CoverageReportInput) input: CoverageReportInput,
    @Ctx() context: Context,
  ): Promise<Report> {
    const { from, until, timeZone, clientId } = await reportFilter(context, input);
    const filter = { from, until, timeZone, clientId };
    const rows = await context.read<MixRow>(coverageMix(filter, MOST_CLIENTS));
    const byClient = rows.map((row) => ({ ...row, clientId: toGlobalId("Client", row.clientId) }));
    return { filter, from, until, timeZone, asOf: await context.now(), total: totalOf(rows), byClient };
  }

  @FieldResolver(() => CoverageOverrideConnection, { description: "What was decided by hand, newest first." })
  async overrides(
    @Root() report: Report,
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const rows = await context.read<OverrideRow>(listOverrides(report.filter, page));
    const { edges, pageInfo } = pageOf(rows, page, (row) => cursorOf(row.at, row.id));
    const shown = ({ id: _, ...row }: OverrideRow) => ({ ...row, ticketId: toGlobalId("Ticket", row.ticketId) });
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: shown(node) })), pageInfo };
  }
}

function totalOf(rows: readonly MixRow[]): CoverageMix {
  const sum = (figure: (row: MixRow) => number) => rows.reduce((all, row) => all + figure(row), 0);
  const outcomes = (of: (row: MixRow) => Outcomes) => ({
    covered: sum((row) => of(row).covered),
    limited: sum((row) => of(row).limited),
    excluded: sum((row) => of(row).excluded),
    needsInformation: sum((row) => of(row).needsInformation),
  });
  return {
    clientId: null,
    client: "All clients",
    tickets: sum((row) => row.tickets),
    overridden: sum((row) => row.overridden),
    inForce: outcomes((row) => row.inForce),
    byRules: outcomes((row) => row.byRules),
  };
}
