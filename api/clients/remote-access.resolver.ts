import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { isStaff } from "../platform/viewer.ts";
import { Device } from "./clients.graphql.ts";
import { type DeviceRow, deviceOf } from "./read-clients.ts";
import { setRemoteAccess } from "./remote-access.ts";

@InputType({ description: "How the remote tool knows a machine." })
class SetRemoteAccessInput {
  @Field(() => ID, { description: "Which device." })
  deviceId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'What the tool calls it: a number, or an id such as MeshCentral\'s "node//…"; at most 200 characters. Null, or nothing but blanks: it goes by its name.',
  })
  remoteAccessId?: string | null;
}
@ObjectType({ description: "The answer to SetRemoteAccess." })
class SetRemoteAccessPayload extends payloadOf("SetRemoteAccess", {
  INVALID: "The text is too long.",
  NOT_FOUND: "There is no such device.",
}) {
  @Field(() => Device, { nullable: true, description: "The device; null when it was refused." })
  device!: object | null;
}

@Resolver(() => Device)
export class RemoteAccessResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "What the remote tool calls it, where somebody said so; null: it goes by its name. Null for all but the desk's own people.",
  })
  remoteAccessId(@Root() { id }: DeviceRow, @Ctx() context: Context) {
    if (!isStaff(context.viewer)) return null;
    return context.load("remote-access", id, async (ids) => {
      const rows = await context.read<{ id: string; accessId: string | null }>({
        name: "remote-access",
        text: `select id, remote_access_id as "accessId" from device where id = any($1)`,
        values: [ids],
      });
      return new Map(rows.map((row) => [row.id, row.accessId]));
    });
  }

  @Mutation(() => SetRemoteAccessPayload, {
    description:
      "Says how the remote tool knows a device. It counts for sessions that begin from now on, and for links that are asked for again.",
  })
  async setRemoteAccess(
    @Arg("input", () => SetRemoteAccessInput) input: SetRemoteAccessInput,
    @Ctx() context: Context,
  ) {
    const stated = { deviceId: uuidOf("Device", input.deviceId), accessId: input.remoteAccessId ?? null };
    const done = await context.verb((desk) => setRemoteAccess(desk, stated));
    context.refresh();
    return done.kind === "refused"
      ? { device: null, userErrors: [...done.faults] }
      : { device: deviceOf({ ...done.device, kind: done.device.technologyKind }), userErrors: [] };
  }
}
