import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { type DeviceRow, deviceOf } from "../clients/read-clients.ts";
import { Counted, countedUpTo, type Page, pageOf } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import type { Filter } from "../platform/filter.ts";
import { DeviceConnection, DeviceFilterInput, DeviceOrderEnum, DevicesByStanding } from "./device-list.graphql.ts";
import { countDevices, type DeviceOrder, deviceCursor, type ListedDevice, listDevices } from "./list-devices.sql.ts";
import { SUPPORT_STANDINGS } from "./support-standing.ts";
import { answeredRuns } from "./what-is-run.ts";

/** `counts`: how many match by standing, read once for a page, whichever of its counts are asked for. */
type DevicePage = Page<DeviceRow> & { readonly counts: () => Promise<ReadonlyMap<string, number>> };
const COUNTED = 10_000;

@Resolver(() => DeviceConnection)
export class DeviceListResolver {
  @Query(() => DeviceConnection, {
    description: "Devices of the clients you may see, by a filter, in an order. Give `first` or `last`, at most 100.",
  })
  async devices(
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many from the start." }) first?: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
    @Arg("last", () => Int, { nullable: true, description: "How many from the end." }) last?: number,
    @Arg("before", () => String, { nullable: true, description: "Cursor to stop before." }) before?: string,
    @Arg("filter", () => DeviceFilterInput, { nullable: true, description: "Which; without it, all you may see." })
    input?: DeviceFilterInput,
    @Arg("orderBy", () => DeviceOrderEnum, { defaultValue: "SUPPORT_ASC", description: "In which order." })
    orderBy: DeviceOrder = "SUPPORT_ASC",
  ): Promise<DevicePage> {
    const page = { first, after, last, before };
    const now = await context.now();
    const answered = (await answeredRuns(context, now)).map(({ key, standing, place, known }) => ({
      ...{ key, standing, place },
      runs: known.known ? `${known.product} ${known.version}` : null,
    }));
    const asked = { now, answered, filter: (input ?? {}) as Filter };
    const rows = await context.read<ListedDevice>(listDevices(asked, orderBy, page));
    const { edges, pageInfo } = pageOf(rows, page, deviceCursor(orderBy));
    return {
      edges: edges.map(({ cursor, node }) => ({ cursor, node: shown(node) })),
      pageInfo,
      counts: counting(context, asked),
    };
  }

  @FieldResolver(() => [DevicesByStanding], {
    description: "How many match, by standing: all six, in the order of `SupportStanding`.",
  })
  async byStanding(@Root() page: DevicePage): Promise<DevicesByStanding[]> {
    const found = await page.counts();
    return SUPPORT_STANDINGS.map((standing) => ({ standing, devices: found.get(standing) ?? 0 }));
  }

  @FieldResolver(() => Counted, { description: "How many match in all, on every page." })
  async totalCount(@Root() page: DevicePage): Promise<Counted> {
    const found = await page.counts();
    return countedUpTo(
      COUNTED,
      [...found.values()].reduce((sum, n) => sum + n, 0),
    );
  }
}

const shown = ({ place: _, ...device }: ListedDevice): DeviceRow => deviceOf(device);

function counting(context: Context, asked: Parameters<typeof countDevices>[0]): DevicePage["counts"] {
  let counted: Promise<ReadonlyMap<string, number>> | undefined;
  const count = async () => {
    const rows = await context.read<{ standing: string; devices: number }>(countDevices(asked));
    return new Map(rows.map(({ standing, devices }) => [standing, devices]));
  };
  return () => {
    counted ??= count();
    return counted;
  };
}
