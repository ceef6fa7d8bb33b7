import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Device, TechnologyKindEnum } from "../clients/clients.graphql.ts";
import { connectionOf } from "../platform/connection.ts";
import { enumOf } from "../platform/enums.ts";
import { type EnumFilter, enumFilterOf, IdFilter, StringFilter } from "../platform/filter.graphql.ts";
import { SupportStandingEnum } from "./device-support.resolver.ts";

const KindFilter = enumFilterOf(TechnologyKindEnum, "TechnologyKind");
const SupportStandingFilter = enumFilterOf(SupportStandingEnum, "SupportStanding");

@InputType("DeviceFilter", {
  description:
    "Which devices. All conditions hold at once; `and`, `or` and `not` nest at most 3 deep, with at most 50 conditions in all. `not` is the complement: what is not set does not match the inside, and so matches `not`.",
})
export class DeviceFilterInput {
  @Field(() => [DeviceFilterInput], { nullable: true, description: "All of these hold." })
  and?: DeviceFilterInput[] | null;
  @Field(() => [DeviceFilterInput], { nullable: true, description: "At least one of these holds." })
  or?: DeviceFilterInput[] | null;
  @Field(() => DeviceFilterInput, { nullable: true, description: "This does not hold." })
  not?: DeviceFilterInput | null;
  @Field(() => IdFilter, { nullable: true, description: "The device's id." })
  id?: IdFilter | null;
  @Field(() => IdFilter, { nullable: true, description: "The client whose it is." })
  client?: IdFilter | null;
  @Field(() => StringFilter, { nullable: true, description: "Name the client knows it by." })
  name?: StringFilter | null;
  @Field(() => KindFilter, { nullable: true, description: "What sort of technology it is." })
  kind?: EnumFilter | null;
  @Field(() => StringFilter, { nullable: true, description: "Its product as it was recorded." })
  product?: StringFilter | null;
  @Field(() => StringFilter, { nullable: true, description: "Its version as it was recorded." })
  version?: StringFilter | null;
  @Field(() => StringFilter, {
    nullable: true,
    description: 'What it runs as it is understood, product and version: "Windows 10 22H2". Not set where it is not.',
  })
  runs?: StringFilter | null;
  @Field(() => SupportStandingFilter, { nullable: true, description: "How it stands with its manufacturer today." })
  standing?: EnumFilter | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Words that people type to find one: each is in its name, product, version (as recorded or as understood) or client's name.",
  })
  search?: string | null;
}

export const DeviceOrderEnum = enumOf("DeviceOrder", "Order of a list of devices. Each is total.", {
  SUPPORT_ASC:
    "By standing, in the order of `SupportStanding`, then by day: what leaves next first, of what has ended the last to have.",
  NAME_ASC: "By name.",
});

@ObjectType({ description: "How many devices stand so." })
export class DevicesByStanding {
  @Field(() => SupportStandingEnum, { description: "How they stand." })
  standing!: string;
  @Field(() => Int, { description: "How many." })
  devices!: number;
}

export const DeviceConnection = connectionOf(Device, "Device");
