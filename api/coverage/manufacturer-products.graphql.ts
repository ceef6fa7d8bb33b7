import { Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";

@ObjectType({
  description: "One version of a product, and how long its manufacturer keeps it. The days named are still supported.",
})
export class ManufacturerVersion {
  @Field(() => String, { description: 'The version, with its edition where that has dates of its own: "10 22H2".' })
  version!: string;
  @Field(() => [String], { description: 'Other words for it, for example "Sequoia" (at most 20).' })
  names!: readonly string[];
  @Field(() => CalendarDate, { nullable: true, description: "The day on which it came out; null: not known." })
  released!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last day of its mainstream support, where that ends before all support does.",
  })
  mainstreamUntil!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last day of regular support; null: none announced, or nobody knows the day.",
  })
  endsOn!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last day of support that can be bought; null: none is sold.",
  })
  extendedUntil!: string | null;
  @Field(() => Boolean, {
    description: "Whether it is supported, without being paid for, on the desk's day of today.",
  })
  supported!: boolean;
  @Field(() => Int, { description: "How many devices are understood to run it." })
  devices!: number;
}

@ObjectType({ description: "A product as the desk's manufacturer data has it." })
export class ManufacturerProduct {
  @Field(() => String, { description: 'Code, stable: "windows-server".' })
  code!: string;
  @Field(() => String, { description: "Its name as the desk shows it." })
  title!: string;
  @Field(() => String, { description: "Who makes it." })
  manufacturer!: string;
  @Field(() => String, { description: "Where the manufacturer helps." })
  page!: string;
  @Field(() => String, { description: "Who says so." })
  source!: string;
  @Field(() => String, { nullable: true, description: "Where it says so." })
  sourceUrl!: string | null;
  @Field(() => CalendarDate, { description: "The day on which the source said so." })
  asOf!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: "When these dates were imported, in desk time; null: they came with the build.",
  })
  importedAt!: Instant | null;
  @Field(() => String, {
    nullable: true,
    description: "The file or address that they were imported from; null: they came with the build.",
  })
  importedFrom!: string | null;
  @Field(() => Int, { description: "How many devices are understood to run it, in any version." })
  devices!: number;
  @Field(() => [ManufacturerVersion], { description: "Its versions, newest first (at most 500)." })
  versions!: readonly ManufacturerVersion[];
}
export const ManufacturerProductConnection = connectionOf(ManufacturerProduct, "ManufacturerProduct");
