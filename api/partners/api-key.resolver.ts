import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Client, Partner } from "../clients/clients.graphql.ts";
import { clientsById } from "../clients/read-clients.ts";
import type { Context } from "../platform/context.ts";
import { optionalUuidOf, uuidOf } from "../platform/global-id.ts";
import { ApiKey, ApiKeyConnection, ApiKeyState } from "./api-key.graphql.ts";
import {
  CreateApiKeyInput,
  CreateApiKeyPayload,
  CreateMonitoringSourceInput,
  CreateMonitoringSourcePayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  RotateApiKeyInput,
  RotateApiKeyPayload,
} from "./api-key.input.ts";
import { revokeApiKey, rotateApiKey } from "./end-keys.ts";
import { createApiKey, createMonitoringSource, type Issued, type KeyFault } from "./issue-keys.ts";
import { partnersById } from "./partner-list.resolver.ts";
import { type ApiKeyRow, apiKeyPage, apiKeysById } from "./read-api-keys.ts";

const errors = ({ code, field, message }: KeyFault) => [{ code, field, message }];
const told = (done: Issued | KeyFault) =>
  done.kind === "refused"
    ? { apiKey: null, secret: null, userErrors: errors(done) }
    : { apiKey: done.row, secret: done.secret, userErrors: [] };

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, {
    description:
      "Keys, newest first: all of them for a manager, its own for a partner. Ended ones are left out unless asked for.",
  })
  apiKeys(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
    @Arg("partnerId", () => ID, { nullable: true, description: "Only those of this partner." }) partnerId?: string,
    @Arg("ended", () => Boolean, { defaultValue: false, description: "Expired and revoked ones too." }) ended = false,
  ) {
    return apiKeyPage(context, { partnerId: optionalUuidOf("Partner", partnerId), ended }, { first, after });
  }

  @Mutation(() => CreateApiKeyPayload, {
    description: "Makes a key for a partner's system. The answer is the one place where its secret is told.",
  })
  async createApiKey(@Arg("input", () => CreateApiKeyInput) input: CreateApiKeyInput, @Ctx() context: Context) {
    const partnerId = uuidOf("Partner", input.partnerId);
    return told(
      await context.verb((desk) => createApiKey(desk, { ...input, partnerId, expiresAt: input.expiresAt ?? null })),
    );
  }

  @Mutation(() => CreateMonitoringSourcePayload, {
    description:
      "Makes a token for a client's monitoring product. The answer is the one place where its secret is told.",
  })
  async createMonitoringSource(
    @Arg("input", () => CreateMonitoringSourceInput) input: CreateMonitoringSourceInput,
    @Ctx() context: Context,
  ) {
    const clientId = uuidOf("Client", input.clientId);
    return told(
      await context.verb((desk) =>
        createMonitoringSource(desk, { ...input, clientId, expiresAt: input.expiresAt ?? null }),
      ),
    );
  }

  @Mutation(() => RotateApiKeyPayload, {
    description:
      "Replaces a key by a new one of the same name, scopes and lifetime; the old one goes on for the overlap. A partner may rotate its own keys that can do no more than the one that asks.",
  })
  async rotateApiKey(@Arg("input", () => RotateApiKeyInput) input: RotateApiKeyInput, @Ctx() context: Context) {
    const keyId = uuidOf("ApiKey", input.keyId);
    const done = await context.verbAsDesk((desk) =>
      rotateApiKey(desk, { keyId, overlapSeconds: input.overlapSeconds }),
    );
    return { ...told(done), replaced: done.kind === "refused" ? null : done.replaced };
  }

  @Mutation(() => RevokeApiKeyPayload, {
    description: "Ends a key at once: its requests are refused from now on, and its open sockets are closed with 4403.",
  })
  async revokeApiKey(@Arg("input", () => RevokeApiKeyInput) input: RevokeApiKeyInput, @Ctx() context: Context) {
    const reason = input.reason?.trim() || null;
    const done = await context.verb((desk) => revokeApiKey(desk, { keyId: uuidOf("ApiKey", input.keyId), reason }));
    return done.kind === "refused" ? { apiKey: null, userErrors: errors(done) } : { apiKey: done.row, userErrors: [] };
  }

  @FieldResolver(() => ApiKeyState, { description: "Whether it is good." })
  async state(@Root() { revokedAt, expiresAt, replacedBy }: ApiKeyRow, @Ctx() context: Context): Promise<string> {
    if (revokedAt !== null) return "REVOKED";
    if (expiresAt !== null && expiresAt <= (await context.now())) return "EXPIRED";
    return replacedBy === null ? "ACTIVE" : "REPLACED";
  }

  @FieldResolver(() => ApiKey, { nullable: true, description: "The key that was made in its place; null: none was." })
  replacedBy(@Root() { replacedBy }: ApiKeyRow, @Ctx() context: Context) {
    return replacedBy && context.load("api-key", replacedBy, (ids) => apiKeysById(context, ids));
  }

  @FieldResolver(() => Partner, {
    nullable: true,
    description: "The partner it is for; null for the provider's own clients.",
  })
  partner(@Root() { partnerId }: ApiKeyRow, @Ctx() context: Context) {
    return context.load("partner", partnerId, (ids) => partnersById(context, ids));
  }

  @FieldResolver(() => Client, {
    nullable: true,
    description: "The client that is monitored; null for a partner's key.",
  })
  client(@Root() { clientId }: ApiKeyRow, @Ctx() context: Context) {
    return clientId && context.load("client", clientId, (ids) => clientsById(context, ids));
  }
}
