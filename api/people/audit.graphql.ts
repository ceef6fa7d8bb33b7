import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { DateTime } from "../platform/scalars.ts";
import { AUDIT_ACTIONS } from "./audit.ts";

export const AuditActionEnum = enumOf("AuditAction", "What is recorded for good.", AUDIT_ACTIONS);

@ObjectType({ description: "Who did something, or what it was done to." })
export class AuditParty {
  @Field(() => String, {
    description:
      "What they are: a kind of viewer, DESK for the desk itself, NOBODY for somebody unknown, or the type of a thing.",
  })
  type!: string;
  @Field(() => ID, {
    nullable: true,
    description: "Its id; null for the desk, for nobody, and for what has none in the API.",
  })
  id!: string | null;
  @Field(() => String, { description: "Its name at the time." })
  name!: string;
}

@ObjectType({ description: "One thing that an act says of itself." })
export class AuditDetail {
  @Field(() => String, { description: "What it is." })
  name!: string;
  @Field(() => String, { description: "Its value, as text. Never a secret." })
  value!: string;
}

@ObjectType({ implements: Node, description: "One act, recorded in its own transaction and never changed." })
export class AuditEntry extends Node {
  @Field(() => DateTime, { description: "When it was done, in desk time." })
  at!: Instant;
  @Field(() => AuditActionEnum, { description: "What was done." })
  action!: string;
  @Field(() => AuditParty, { description: "Who did it." })
  actor!: AuditParty;
  @Field(() => AuditParty, { nullable: true, description: "What it was done to; null where that says nothing more." })
  about!: AuditParty | null;
  @Field(() => String, { nullable: true, description: "From which network address; null where no request brought it." })
  address!: string | null;
  @Field(() => [AuditDetail], { description: "What else is known of it (at most 20)." })
  details!: AuditDetail[];
}
export const AuditEntryConnection = connectionOf(AuditEntry, "AuditEntry");

@InputType({ description: "Which entries; all that is given must hold." })
export class AuditFilter {
  @Field(() => [AuditActionEnum], { nullable: true, description: "Only these acts." })
  actions?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Only what this technician, contact or partner did." })
  actorId?: string | null;
  @Field(() => ID, { nullable: true, description: "Only what was done to this." })
  aboutId?: string | null;
  @Field(() => DateTime, { nullable: true, description: "From this instant on." })
  from?: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "Before this instant." })
  until?: Instant | null;
}
