import type { Instant } from "../core/time.ts";
import { audit } from "../people/audit.ts";
import { AccessToken } from "../people/credentials.entity.ts";
import { issueCredential } from "../people/issue-credential.ts";
import { revokeCredentials, tellChanged } from "../people/revoke-credentials.ts";
import type { Desk } from "../platform/desk.ts";
import { hasScope } from "../platform/viewer.ts";
import { aboutKey, type Issued, type KeyFault, refuse } from "./issue-keys.ts";

export const MOST_OVERLAP = 30 * 86_400;

/** The key with its row locked, as far as this viewer may know of it; a foreign one is answered like an unknown one. */
async function lockKey(desk: Desk, id: string): Promise<AccessToken | KeyFault> {
  const [row] = await desk.em.execute<Record<string, never>[]>(
    "select * from access_token where id = ? and carrier = 'BEARER' and kind in ('PARTNER', 'MONITORING') for update",
    [id],
  );
  const key = row ? desk.em.map(AccessToken, row) : null;
  const { kind, partnerId } = desk.viewer;
  const seen =
    key && (kind === "MANAGER" || (kind === "PARTNER" && key.kind === "PARTNER" && key.partnerId === partnerId));
  if (!seen) return refuse("NOT_FOUND", "keyId", "There is no such key, or you may not see it.");
  if (key.revokedAt !== null) return refuse("ALREADY_ENDED", "keyId", "This key is revoked.");
  return key;
}

/**
 * A new key in the place of an old one, with the same name, scopes and lifetime. The old one goes on for the overlap, so
 * that a system can be moved over without a gap. A partner's key replaces only what can do no more than itself: otherwise
 * the smallest key would be worth as much as the greatest.
 */
export async function rotateApiKey(
  desk: Desk,
  input: { keyId: string; overlapSeconds: number },
): Promise<(Issued & { replaced: AccessToken }) | KeyFault> {
  if (!(input.overlapSeconds >= 0 && input.overlapSeconds <= MOST_OVERLAP))
    return refuse("INVALID", "overlapSeconds", `From 0 to ${MOST_OVERLAP} seconds (30 days).`);
  const old = await lockKey(desk, input.keyId);
  if ("code" in old) return old;
  if (old.expiresAt !== null && old.expiresAt <= desk.now)
    return refuse("ALREADY_ENDED", "keyId", "This key has expired: a manager can make a new one.");
  if (old.replacedBy !== null)
    return refuse("ALREADY_REPLACED", "keyId", "This key was replaced already: rotate the new one.");
  const lacking = (old.scopes ?? []).find((scope) => !hasScope(desk.viewer, scope));
  if (lacking) return refuse("NOT_YOURS", "keyId", `It can do more than the key that asks: ${lacking}.`);

  const lifetime = old.expiresAt === null ? null : old.expiresAt - old.createdAt;
  const { token, row } = issueCredential(
    desk.em,
    {
      ...{ kind: old.kind, name: old.name, partnerId: old.partnerId, clientId: old.clientId, scopes: old.scopes },
      ...{ readyMade: old.readyMade, createdBy: desk.viewer.name },
      expiresAt: lifetime === null ? null : ((desk.now + lifetime) as Instant),
    },
    desk.now,
  );
  const until = (desk.now + input.overlapSeconds) as Instant;
  old.replacedBy = row.id;
  old.expiresAt = old.expiresAt === null || until < old.expiresAt ? until : old.expiresAt;
  await desk.em.flush();
  await tellChanged(desk, old.id);
  const detail = { oldPrefix: old.prefix, prefix: row.prefix, overlapSeconds: input.overlapSeconds };
  audit(desk, { action: "KEY_ROTATED", about: aboutKey(old), detail });
  return { kind: "issued", row, secret: token, replaced: old };
}

/** Ends a key at once, on every process and every open socket. */
export async function revokeApiKey(
  desk: Desk,
  input: { keyId: string; reason: string | null },
): Promise<{ kind: "revoked"; row: AccessToken } | KeyFault> {
  const key = await lockKey(desk, input.keyId);
  if ("code" in key) return key;
  await revokeCredentials(desk, { id: key.id });
  key.revokedAt = desk.now;
  const detail = { prefix: key.prefix, reason: input.reason };
  audit(desk, { action: "KEY_REVOKED", about: aboutKey(key), detail });
  return { kind: "revoked", row: key };
}
