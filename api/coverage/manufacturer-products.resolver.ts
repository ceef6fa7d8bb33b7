import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { cursorOf, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { ManufacturerProductConnection } from "./manufacturer-products.graphql.ts";
import { type ManufacturerProductRow, manufacturerProducts, placeOf } from "./manufacturer-products.ts";

const beyond = (row: ManufacturerProductRow, [title, code]: readonly [string, string]): boolean =>
  placeOf(row) === title ? row.code > code : placeOf(row) > title;

@Resolver()
export class ManufacturerProductResolver {
  @Query(() => ManufacturerProductConnection, {
    description:
      "The manufacturer data that the desk goes by, by title. It is changed by importing a file: `npm run desk -- import-support`.",
  })
  async manufacturerProducts(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words that people type to find one: each is in its title, code or manufacturer, or a name of it.",
    })
    search?: string,
  ) {
    const { limit } = pageSize({ first });
    const place = after == null ? null : readCursor(after, "text", "text");
    const all = await manufacturerProducts(context, search ?? "");
    const rows = place ? all.filter((row) => beyond(row, place)) : all;
    return pageOf(rows.slice(0, limit + 1), { first, after }, (row) => cursorOf(placeOf(row), row.code));
  }
}
