import { LockMode } from "@mikro-orm/core";
import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { OneTimeLink } from "./credentials.entity.ts";
import { hashOf, randomSecret } from "./secrets.ts";

/** How long each is good, in desk time. */
export const LINK_SECONDS = { SET_PASSWORD: 24 * 3_600, SIGN_IN: 15 * 60 } as const;

type For =
  | { readonly purpose: "SET_PASSWORD"; readonly technicianId: string }
  | { readonly purpose: "SIGN_IN"; readonly contactId: string };

/**
 * Makes a link that works once. Its secret stands behind the #: a browser never sends that to a server, so it is in no log
 * and in no referrer. An older link to set the same password works no more, unless this one is made beside it; whichever is used
 * first ends the others.
 */
export async function makeLink(
  desk: Desk,
  whose: For,
  { beside = false } = {},
): Promise<{ id: string; path: string; expiresAt: Instant }> {
  const technicianId = whose.purpose === "SET_PASSWORD" ? whose.technicianId : null;
  if (technicianId !== null && !beside) await endLinks(desk, technicianId);
  const [id, secret] = [uuidv7(), randomSecret()];
  const expiresAt = (desk.now + LINK_SECONDS[whose.purpose]) as Instant;
  desk.em.create(OneTimeLink, {
    ...{ id, hash: hashOf(secret), purpose: whose.purpose, technicianId, usedAt: null, expiresAt },
    contactId: whose.purpose === "SIGN_IN" ? whose.contactId : null,
    createdAt: desk.now,
    createdBy: desk.viewer.name,
  });
  return { id, path: `/sign-in/${whose.purpose === "SIGN_IN" ? "link" : "password"}#link=${secret}`, expiresAt };
}

/** Links by which somebody could set their password work no more. */
export const endLinks = (desk: Desk, technicianId: string): Promise<unknown> =>
  desk.em.nativeUpdate(OneTimeLink, { technicianId, usedAt: null }, { usedAt: desk.now });

/** The link behind a secret, used from now on; null for one that was used, is over, is for something else, or never was. */
export async function useLink(
  desk: Desk,
  secret: string,
  purpose: OneTimeLink["purpose"],
): Promise<OneTimeLink | null> {
  const link = await desk.em.findOne(
    OneTimeLink,
    { hash: hashOf(secret), purpose },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!link || link.usedAt !== null || link.expiresAt <= desk.now) return null;
  link.usedAt = desk.now;
  return link;
}
