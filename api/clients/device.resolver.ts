import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { TechnologyKind } from "../core/coverage-policy/facts.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { Client, Device, TechnologyKindEnum } from "./clients.graphql.ts";
import { type DeviceChange, registerDevice, updateDevice } from "./devices.ts";
import { clientsById, type DeviceRow, deviceOf } from "./read-clients.ts";

@InputType({ description: "What a device is, as people say it." })
class DeviceTechnologyInput {
  @Field(() => TechnologyKindEnum, { description: "What sort it is." })
  kind!: TechnologyKind;
  @Field(() => String, { nullable: true, description: 'Product, for example "Windows"; at most 200 characters.' })
  product?: string | null;
  @Field(() => String, { nullable: true, description: 'Version, for example "11 24H2"; at most 200 characters.' })
  version?: string | null;
}
@InputType({ description: "A machine of a client." })
class RegisterDeviceInput {
  @Field(() => ID, { description: "Whose it is." })
  clientId!: string;
  @Field(() => String, { description: "Name the client knows it by; 1 to 200 characters." })
  name!: string;
  @Field(() => DeviceTechnologyInput, { description: "What it is." })
  technology!: DeviceTechnologyInput;
}
@InputType({ description: "What is to be otherwise about a device; what is left out stays." })
class UpdateDeviceInput {
  @Field(() => ID, { description: "Which device." })
  deviceId!: string;
  @Field(() => String, { nullable: true, description: "Another name; 1 to 200 characters." })
  name?: string | null;
  @Field(() => DeviceTechnologyInput, { nullable: true, description: "What it is from now on, all of it." })
  technology?: DeviceTechnologyInput | null;
}
const codes = {
  INVALID: "A field holds something that cannot be used.",
  NOT_FOUND: "Something that was named does not exist.",
} as const;
@ObjectType({ description: "The answer to RegisterDevice." })
class RegisterDevicePayload extends payloadOf("RegisterDevice", codes) {
  @Field(() => Device, { nullable: true, description: "The device; null when it was refused." })
  device!: object | null;
}
@ObjectType({ description: "The answer to UpdateDevice." })
class UpdateDevicePayload extends payloadOf("UpdateDevice", codes) {
  @Field(() => Device, { nullable: true, description: "The device; null when it was refused." })
  device!: object | null;
}

const shown = (done: DeviceChange) =>
  done.kind === "refused"
    ? { device: null, userErrors: [...done.faults] }
    : { device: deviceOf({ ...done.device, kind: done.device.technologyKind }), userErrors: [] };
const statedOf = ({ kind, product, version }: DeviceTechnologyInput) => ({
  kind,
  product: product ?? null,
  version: version ?? null,
});

@Resolver(() => Device)
export class DeviceVerbs {
  @FieldResolver(() => Client, { description: "Whose it is." })
  client(@Root() device: DeviceRow, @Ctx() context: Context) {
    return context.load("client", device.clientId, (ids) => clientsById(context, ids));
  }

  @Mutation(() => RegisterDevicePayload, {
    description:
      "Makes a machine of a client known; from then on it is told when it leaves its manufacturer's support. Every fault is listed; with one, nothing is saved.",
  })
  async registerDevice(@Arg("input", () => RegisterDeviceInput) input: RegisterDeviceInput, @Ctx() context: Context) {
    const { name, technology } = input;
    const stated = { clientId: uuidOf("Client", input.clientId), name, technology: statedOf(technology) };
    return shown(await context.verb((desk) => registerDevice(desk, stated)));
  }

  @Mutation(() => UpdateDevicePayload, {
    description:
      "Gives a device another name, or says what it is now. Every fault is listed; with one, nothing is saved.",
  })
  async updateDevice(@Arg("input", () => UpdateDeviceInput) input: UpdateDeviceInput, @Ctx() context: Context) {
    const { name = null, technology } = input;
    const stated = {
      deviceId: uuidOf("Device", input.deviceId),
      name,
      technology: technology ? statedOf(technology) : null,
    };
    return shown(await context.verb((desk) => updateDevice(desk, stated)));
  }
}
