import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { instant, word } from "../platform/columns.ts";
import { staffOnly } from "../platform/tenancy.ts";

export const VIEWER_KINDS = ["PARTNER", "TECHNICIAN", "MANAGER", "REQUESTER", "WALL", "MONITORING", "BOOKING"] as const;

/**
 * Whatever proves who asks: a key, a session, a screen's pass. Only the SHA-256 of it is kept. One that is carried by a
 * header is never taken from a cookie, nor the other way round.
 */
export const AccessToken = defineEntity({
  name: "AccessToken",
  ...staffOnly("access_token"),
  indexes: [
    { properties: ["partnerId", "id"] },
    { properties: ["technicianId"] },
    { properties: ["contactId"] },
    { properties: ["deviceId"] },
  ],
  properties: {
    id: p.uuid().primary(),
    hash: p.string().length(64).unique(),
    kind: word(VIEWER_KINDS),
    name: p.string(),
    technicianId: p.uuid().strictNullable(),
    contactId: p.uuid().strictNullable(),
    clientId: p.uuid().strictNullable(),
    partnerId: p.uuid().strictNullable(),
    lead: p.boolean().default(false),
    createdAt: instant(),
    revokedAt: instant().strictNullable(),
    carrier: word(["BEARER", "COOKIE"]).default("BEARER"),
    /** Made at a start of a demo or a sandbox, and revoked at the next. */
    readyMade: p.boolean().default(false),
    /** What it begins with: enough to know it again, nothing of its secret. */
    prefix: p.string().length(40).strictNullable(),
    /** What a partner's key may be used for; null: not restricted by scopes. */
    scopes: p.array().strictNullable(),
    expiresAt: instant().strictNullable(),
    /** Ends after so long without use. */
    idleSeconds: p.integer().strictNullable(),
    /** Written at most once a minute. */
    lastUsedAt: instant().strictNullable(),
    createdBy: p.string().strictNullable(),
    /** The key that was made in its place. */
    replacedBy: p.uuid().strictNullable(),
    deviceId: p.uuid().strictNullable(),
    /** The one ticket that a booking link is for. */
    ticketId: p.uuid().strictNullable(),
  },
});
export type AccessToken = InferEntity<typeof AccessToken>;

/** How somebody who works here signs in. The address is kept in small letters. */
export const StaffAccount = defineEntity({
  name: "StaffAccount",
  ...staffOnly("staff_account"),
  properties: {
    technicianId: p.uuid().primary(),
    email: p.string().unique(),
    passwordHash: p.string().strictNullable(),
    /** Who they are at the OpenID provider: issuer and subject. */
    oidcSubject: p.string().unique().strictNullable(),
    suspendedAt: instant().strictNullable(),
    createdAt: instant(),
  },
});
export type StaffAccount = InferEntity<typeof StaffAccount>;

/** A link that lets somebody in, or set a password, once. */
export const OneTimeLink = defineEntity({
  name: "OneTimeLink",
  ...staffOnly("one_time_link"),
  indexes: [{ properties: ["technicianId"] }],
  properties: {
    id: p.uuid().primary(),
    hash: p.string().length(64).unique(),
    purpose: word(["SET_PASSWORD", "SIGN_IN"]),
    technicianId: p.uuid().strictNullable(),
    contactId: p.uuid().strictNullable(),
    createdAt: instant(),
    expiresAt: instant(),
    usedAt: instant().strictNullable(),
    createdBy: p.string(),
  },
});
export type OneTimeLink = InferEntity<typeof OneTimeLink>;
