import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf, cursorOf, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { Node } from "../platform/node.ts";
import { payloadOf } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { type PairFault, pairDevice, revokeDevice } from "./pair-screen.ts";

@ObjectType({
  implements: Node,
  description: "A wall screen that was let in. It reads what a wall shows, and nothing else.",
})
export class WallDevice extends Node {
  @Field(() => String, { description: "Where it hangs, as it was named." })
  name!: string;
  @Field(() => String, { description: "Who let it in." })
  pairedBy!: string;
  @Field(() => DateTime, { description: "When it was let in." })
  createdAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was shut out; null: it was not." })
  revokedAt!: Instant | null;
}
const WallDeviceConnection = connectionOf(WallDevice, "WallDevice");

@InputType({ description: "A screen that waits with a code." })
class PairDeviceInput {
  @Field(() => String, { description: "The six digits that the screen shows; spaces do not matter." })
  code!: string;
  @Field(() => String, { description: "Where it hangs, at most 100 characters." })
  name!: string;
}
@InputType({ description: "A screen to be shut out." })
class RevokeDeviceInput {
  @Field(() => ID, { description: "The screen." })
  deviceId!: string;
}
const codes = {
  INVALID: "A field holds something that cannot be used.",
  NOT_FOUND: "No screen shows this code now.",
} as const;
@ObjectType({ description: "The answer to PairDevice." })
class PairDevicePayload extends payloadOf("PairDevice", codes) {
  @Field(() => WallDevice, { nullable: true, description: "The screen; null when it was refused." })
  device!: object | null;
}
@ObjectType({ description: "The answer to RevokeDevice." })
class RevokeDevicePayload extends payloadOf("RevokeDevice", { NOT_FOUND: "There is no such screen." }) {
  @Field(() => WallDevice, { nullable: true, description: "The screen; null when it was refused." })
  device!: object | null;
}

type DeviceRow = { id: string; name: string; pairedBy: string; createdAt: Instant; revokedAt: Instant | null };
const columns = `id, name, paired_by as "pairedBy", created_at as "createdAt", revoked_at as "revokedAt"`;
const told = (done: { kind: "paired" | "revoked"; row: object } | PairFault) =>
  done.kind === "refused"
    ? { device: null, userErrors: [{ code: done.code, field: done.field, message: done.message }] }
    : { device: done.row, userErrors: [] };

export const wallDevicesById = async (context: Context, ids: readonly string[]) => {
  const rows = await context.house.readAsDesk<DeviceRow>({
    name: "wall-devices-by-id",
    text: `select ${columns} from wall_device where id = any($1)`,
    values: [context.viewer.kind === "MANAGER" ? ids : []],
  });
  return new Map(rows.map((row) => [row.id, row]));
};

@Resolver(() => WallDevice)
export class DeviceResolver {
  @Query(() => WallDeviceConnection, {
    description: "Wall screens, newest first; those that were shut out are left out.",
  })
  async wallDevices(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const values: unknown[] = [pageSize(page).limit + 1];
    const [at, id] = after == null ? [] : readCursor(after, "instant", "id");
    const beyond =
      after == null ? "" : `and (created_at, id) < (to_timestamp($${values.push(at)}), $${values.push(id)}::uuid)`;
    const rows = await context.house.readAsDesk<DeviceRow>({
      text: `select ${columns} from wall_device where revoked_at is null ${beyond} order by created_at desc, id desc limit $1`,
      values,
    });
    return pageOf(rows, page, (row) => cursorOf(row.createdAt, row.id));
  }

  @Mutation(() => PairDevicePayload, {
    description: "Lets in the wall screen that shows this code. It fetches its own pass, which changes by itself.",
  })
  async pairDevice(@Arg("input", () => PairDeviceInput) input: PairDeviceInput, @Ctx() context: Context) {
    return told(await context.verb((desk) => pairDevice(desk, input)));
  }

  @Mutation(() => RevokeDevicePayload, {
    description: "Shuts a wall screen out at once: it shows a pairing code again.",
  })
  async revokeDevice(@Arg("input", () => RevokeDeviceInput) input: RevokeDeviceInput, @Ctx() context: Context) {
    return told(await context.verb((desk) => revokeDevice(desk, uuidOf("WallDevice", input.deviceId))));
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "When it was last there, to the minute; null: not yet.",
  })
  async lastSeenAt(@Root() device: DeviceRow, @Ctx() context: Context): Promise<Instant | null> {
    return context.load("device-last-seen", device.id, async (ids) => {
      const rows = await context.house.readAsDesk<{ id: string; at: Instant }>({
        name: "device-last-seen",
        text: "select device_id as id, max(last_used_at) as at from access_token where device_id = any($1) group by 1",
        values: [ids],
      });
      return new Map(rows.map((row) => [row.id, row.at]));
    });
  }
}
