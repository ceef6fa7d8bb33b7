import { Field, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { DateTime } from "../platform/scalars.ts";

export const ApiKeyKind = enumOf("ApiKeyKind", "Whose system a key is for.", {
  PARTNER: "A partner's own system, within its scopes.",
  MONITORING: "A monitoring product of one client: opens tickets for it, and sees those.",
});
export const ApiKeyState = enumOf("ApiKeyState", "Whether a key is good.", {
  ACTIVE: "It is good.",
  REPLACED: "A new key was made in its place; it is good until it expires.",
  EXPIRED: "Its time is over.",
  REVOKED: "It was ended by somebody.",
});

@ObjectType({
  implements: Node,
  description: "A key by which a system asks. Its secret was told once, when it was made.",
})
export class ApiKey extends Node {
  @Field(() => ApiKeyKind, { description: "Whose system it is for." })
  kind!: string;
  @Field(() => String, { description: "What uses it, as it was named." })
  name!: string;
  @Field(() => String, {
    nullable: true,
    description: "What the key begins with; null for one from before keys had any.",
  })
  prefix!: string | null;
  @Field(() => [String], {
    nullable: true,
    description: "What it may be used for (see createApiKey); null for a monitoring source, which has no scopes.",
  })
  scopes!: string[] | null;
  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Instant;
  @Field(() => String, { nullable: true, description: "Who made it; null for a ready-made one." })
  createdBy!: string | null;
  @Field(() => DateTime, { nullable: true, description: "From this instant on it is refused; null: no end." })
  expiresAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it was last used, to the minute; null: never." })
  lastUsedAt!: Instant | null;
  @Field(() => DateTime, { nullable: true, description: "When it was revoked; null: it was not." })
  revokedAt!: Instant | null;
}
export const ApiKeyConnection = connectionOf(ApiKey, "ApiKey");
