import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { cursorOf, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import type { ExportPart } from "./export.entity.ts";
import { BulkExportConnection, StartExportInput, StartExportPayload } from "./export.graphql.ts";
import { type ExportRow, exportColumns, showExport } from "./export-lists.sql.ts";
import { startExport } from "./start-export.ts";

/** Exports by id, within what the viewer's scope sees. */
export async function exportsById(context: Context, ids: readonly string[]) {
  const rows = await context.read<ExportRow>({
    text: `select ${exportColumns} from bulk_export x where x.id = any($1) and x.partner_id = $2`,
    values: [ids, context.viewer.partnerId],
  });
  return new Map(rows.map((row) => [row.id, showExport(row)]));
}

@Resolver()
export class ExportResolver {
  @Query(() => BulkExportConnection, {
    description: "Your exports, the newest first, also those whose files are gone.",
  })
  async exports(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const values: unknown[] = [context.viewer.partnerId, pageSize(page).limit + 1];
    const below = after == null ? "true" : `x.id < $${values.push(readCursor(after, "id")[0])}`;
    const rows = await context.read<ExportRow>({
      text: `select ${exportColumns} from bulk_export x where x.partner_id = $1 and ${below} order by x.id desc limit $2`,
      values,
    });
    return pageOf(rows.map(showExport), page, (row) => cursorOf(row.id));
  }

  @Mutation(() => StartExportPayload, {
    description:
      "Writes everything of yours at one instant to files: JSON lines, gzipped, with a manifest and the position to go on from.",
  })
  async startExport(@Arg("input", () => StartExportInput) input: StartExportInput, @Ctx() context: Context) {
    const parts = input.parts?.map((part) => part.toLowerCase() as ExportPart) ?? null;
    const done = await context.verbAsDesk((desk) => startExport(desk, parts));
    if (done.kind === "started") return { export: showExport(done.row), userErrors: [] };
    const { code, field, message, row } = done;
    return { export: row && showExport(row), userErrors: [{ code, field, message }] };
  }
}
