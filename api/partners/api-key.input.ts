import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { payloadOf } from "../platform/payload.ts";
import { DateTime } from "../platform/scalars.ts";
import { ApiKey } from "./api-key.graphql.ts";
import type { ApiKeyRow } from "./read-api-keys.ts";

const until = "From this instant on it is refused; without one, it has no end.";

@InputType({ description: "A new key of a partner." })
export class CreateApiKeyInput {
  @Field(() => ID, { description: "Whose key it is." })
  partnerId!: string;
  @Field(() => String, { description: "What will use it, at most 100 characters." })
  name!: string;
  @Field(() => [String], {
    description:
      "What it may be used for: `tickets:read`, `tickets:write`, `clients:read`, `contacts:read` (addresses and numbers of people), `reports:read`, `changes:read` (the change feed; its tickets need `tickets:read` too), `webhooks:manage`, `export`.",
  })
  scopes!: string[];
  @Field(() => DateTime, { nullable: true, description: until })
  expiresAt?: Instant | null;
}

@InputType({ description: "A new token for a client's monitoring product." })
export class CreateMonitoringSourceInput {
  @Field(() => ID, { description: "The client that is monitored." })
  clientId!: string;
  @Field(() => String, { description: "What will use it, at most 100 characters." })
  name!: string;
  @Field(() => DateTime, { nullable: true, description: until })
  expiresAt?: Instant | null;
}

@InputType({ description: "A key to be replaced." })
export class RotateApiKeyInput {
  @Field(() => ID, { description: "The key." })
  keyId!: string;
  @Field(() => Int, {
    defaultValue: 86_400,
    description: "For how many seconds the old key goes on, 0 (it ends now) to 2,592,000.",
  })
  overlapSeconds!: number;
}

@InputType({ description: "A key to be ended at once." })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: "The key." })
  keyId!: string;
  @Field(() => String, { nullable: true, description: "Why, for the audit." })
  reason?: string | null;
}

const invalid = { INVALID: "A field holds something that cannot be used." } as const;
const unknown = { NOT_FOUND: "There is no such thing, or you may not see it." } as const;
const ended = { ALREADY_ENDED: "The key is revoked, or has expired." } as const;
const secret = "The key itself. Keep it now: it is told this once, and only its hash is kept.";
const made = "The key; null when it was refused.";

@ObjectType({ description: "The answer to CreateApiKey." })
export class CreateApiKeyPayload extends payloadOf("CreateApiKey", { ...invalid, ...unknown }) {
  @Field(() => ApiKey, { nullable: true, description: made })
  apiKey!: ApiKeyRow | null;
  @Field(() => String, { nullable: true, description: secret })
  secret!: string | null;
}
@ObjectType({ description: "The answer to CreateMonitoringSource." })
export class CreateMonitoringSourcePayload extends payloadOf("CreateMonitoringSource", { ...invalid, ...unknown }) {
  @Field(() => ApiKey, { nullable: true, description: made })
  apiKey!: ApiKeyRow | null;
  @Field(() => String, { nullable: true, description: secret })
  secret!: string | null;
}
@ObjectType({ description: "The answer to RotateApiKey." })
export class RotateApiKeyPayload extends payloadOf("RotateApiKey", {
  ...{ ...invalid, ...unknown, ...ended },
  ALREADY_REPLACED: "The key was replaced already.",
  NOT_YOURS: "The key can do more than the one that asks.",
}) {
  @Field(() => ApiKey, { nullable: true, description: "The new key; null when it was refused." })
  apiKey!: ApiKeyRow | null;
  @Field(() => ApiKey, { nullable: true, description: "The old key, with the instant at which it ends." })
  replaced!: ApiKeyRow | null;
  @Field(() => String, { nullable: true, description: secret })
  secret!: string | null;
}
@ObjectType({ description: "The answer to RevokeApiKey." })
export class RevokeApiKeyPayload extends payloadOf("RevokeApiKey", { ...unknown, ...ended }) {
  @Field(() => ApiKey, { nullable: true, description: made })
  apiKey!: ApiKeyRow | null;
}
