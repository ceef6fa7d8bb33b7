import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Device } from "../clients/clients.graphql.ts";
import type { Product } from "../core/coverage-policy/products.ts";
import type { Context } from "../platform/context.ts";
import { enumOf } from "../platform/enums.ts";
import { CalendarDate } from "../platform/scalars.ts";
import { type SupportedDevice, supportedDevices } from "./devices-supported.sql.ts";
import { manufacturerData } from "./manufacturer-data.ts";
import { answerTo, LEAVING_DAYS } from "./support-standing.ts";

export const SupportStandingEnum = enumOf(
  "SupportStanding",
  "How what a device runs stands with its manufacturer, on the client's day of today.",
  {
    LEAVING: `Supported, paid or not, and its last day is at most ${LEAVING_DAYS} days ahead.`,
    ENDED: "No longer supported.",
    UNCLEAR: "Cannot be said until its product or version is recorded more exactly.",
    PAID: "Supported only because the client's contract records paid support.",
    SUPPORTED: "Supported.",
    UNKNOWN: "Nothing can be said: the desk has no manufacturer data of it.",
  },
);

@ObjectType({
  description:
    "Whether a manufacturer supports what a device runs, on the client's day of today. The last supported day is still supported.",
})
export class ManufacturerSupport {
  @Field(() => SupportStandingEnum, { description: "The same in a word, as lists of devices are filtered by." })
  standing!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is supported; null: it cannot be said, see `unknownBecause`.",
  })
  supported!: boolean | null;
  @Field(() => String, { nullable: true, description: "A sentence: why it cannot be said; null where it can." })
  unknownBecause!: string | null;
  @Field(() => [String], {
    description:
      'What could be meant where that has to be said more exactly, as people say it: "Windows Server 2022" (at most 6).',
  })
  candidates!: readonly string[];
  @Field(() => String, { nullable: true, description: 'The product as understood, for example "Windows".' })
  product!: string | null;
  @Field(() => String, { nullable: true, description: 'Its version as understood, for example "10 22H2".' })
  version!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last day of regular support; null: none announced, or nobody knows the day.",
  })
  endsOn!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last day of support that can be bought, whether or not the client has; null: none is sold.",
  })
  extendedUntil!: string | null;
  @Field(() => Boolean, {
    description: "Whether it is supported only because the client's contract records paid support.",
  })
  paid!: boolean;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last supported day, paid support included; null: no end known, or over.",
  })
  lastDay!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "Days until the last supported day, paid support included; 0: today is it; null: no end known, or over.",
  })
  daysLeft!: number | null;
  @Field(() => String, { nullable: true, description: "Who says so." })
  source!: string | null;
  @Field(() => String, { nullable: true, description: "Where it says so." })
  sourceUrl!: string | null;
  @Field(() => CalendarDate, { nullable: true, description: "The day on which the source said so." })
  asOf!: string | null;
}

const nothing = {
  supported: null,
  product: null,
  version: null,
  endsOn: null,
  extendedUntil: null,
  paid: false,
  lastDay: null,
  daysLeft: null,
  source: null,
  sourceUrl: null,
  asOf: null,
};

@Resolver(() => Device)
export class DeviceSupportFields {
  @FieldResolver(() => ManufacturerSupport, {
    nullable: true,
    description: "Whether its manufacturer supports what it runs; null only beside an error.",
  })
  support(@Root() device: { id: string }, @Ctx() context: Context): Promise<ManufacturerSupport | null> {
    return context.load("device-support", device.id, (ids) => supportOfDevices(context, ids));
  }
}

async function supportOfDevices(context: Context, ids: readonly string[]): Promise<Map<string, ManufacturerSupport>> {
  const rows = await context.read<SupportedDevice>({
    name: "support-of-devices",
    text: supportedDevices("d.id = any($1)"),
    values: [ids],
  });
  const read = (text: string) => context.house.readAsDesk<{ facts: Product }>({ text, values: [] });
  const products = await manufacturerData(rows[0]?.edition ?? null, read);
  return new Map(rows.map((row) => [row.id, shown(row, products)]));
}

function shown(row: SupportedDevice, products: readonly Product[]): ManufacturerSupport {
  const { known, standing } = answerTo(row, products);
  if (!known.known) return { ...nothing, standing, unknownBecause: known.because, candidates: known.candidates };
  const { version: _, ...support } = known.support;
  return { ...support, standing, product: known.product, version: known.version, unknownBecause: null, candidates: [] };
}
