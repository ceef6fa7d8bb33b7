import { createHash, randomBytes } from "node:crypto";

/** Only this is kept of a secret of 256 random bits: there is nothing to guess it by, so no slow hash is needed. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** 256 random bits. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/**
 * A token with a beginning by which people, and scanners of leaked secrets, know it again: `wd_partner_5f3a9c01_…`. What
 * is shown of it later (`prefix`) holds nothing of the secret after it.
 */
export function newToken(kind: string): { token: string; prefix: string } {
  const prefix = `wd_${kind.toLowerCase()}_${randomBytes(4).toString("hex")}`;
  return { token: `${prefix}_${randomSecret()}`, prefix };
}
