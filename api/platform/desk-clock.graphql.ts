import { Field, Float, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { DateTime } from "./scalars.ts";

@ObjectType({ description: "How the desk's own clock runs. On a production desk rate is 1." })
export class DeskClock {
  @Field(() => DateTime, { description: "Desk time now." })
  now!: Instant;
  @Field(() => Float, { description: "Desk seconds per real second: 1 live, 0 standing, 600 replay." })
  rate!: number;
  @Field(() => Boolean, { description: "Whether this desk is a sandbox, whose clock can be set." })
  sandbox!: boolean;
}
