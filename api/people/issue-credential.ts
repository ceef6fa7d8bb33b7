import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { uuidv7 } from "../platform/ids.ts";
import type { Viewer } from "../platform/viewer.ts";
import { AccessToken } from "./credentials.entity.ts";
import { hashOf, newToken } from "./secrets.ts";

/** For whom a credential is made, and how long it is good. */
export type TokenFor = Pick<Viewer, "kind" | "name"> &
  Partial<Pick<Viewer, "partnerId" | "clientId" | "contactId" | "technicianId" | "ticketId" | "lead" | "scopes">> &
  Partial<Pick<AccessToken, "carrier" | "readyMade" | "expiresAt" | "idleSeconds" | "createdBy" | "deviceId">>;

/** Makes a credential of 256 random bits; only its hash is kept, so this is the one time that its secret is known. */
export function issueCredential(
  em: SqlEntityManager,
  who: TokenFor,
  now: Instant,
): { token: string; row: AccessToken } {
  const { token, prefix } = newToken(who.carrier === "COOKIE" ? "session" : who.kind);
  const row = em.create(AccessToken, {
    id: uuidv7(),
    hash: hashOf(token),
    prefix,
    kind: who.kind,
    name: who.name,
    partnerId: who.partnerId ?? null,
    clientId: who.clientId ?? null,
    contactId: who.contactId ?? null,
    technicianId: who.technicianId ?? null,
    deviceId: who.deviceId ?? null,
    ticketId: who.ticketId ?? null,
    lead: who.lead ?? false,
    scopes: who.scopes ? [...who.scopes] : null,
    carrier: who.carrier ?? "BEARER",
    readyMade: who.readyMade ?? false,
    createdAt: now,
    createdBy: who.createdBy ?? null,
    expiresAt: who.expiresAt ?? null,
    idleSeconds: who.idleSeconds ?? null,
    lastUsedAt: null,
    replacedBy: null,
    revokedAt: null,
  });
  return { token, row };
}

/** The same where only the token is wanted. */
export const issueToken = (em: SqlEntityManager, who: TokenFor, now: Instant): string =>
  issueCredential(em, who, now).token;
