import type { FastifyInstance } from "fastify";
import { signInLinkRoutes } from "../clients/sign-in-link.http.ts";
import type { DoorParts } from "../people/door.http.ts";
import { oidcRoutes } from "../people/oidc.http.ts";
import { Oidc, type OidcSettings } from "../people/oidc.ts";
import { pairingRoutes } from "../people/pairing.http.ts";
import { signInRoutes } from "../people/sign-in.http.ts";

/** Everything by which somebody comes in over HTTP. */
export function waysIn(fastify: FastifyInstance, parts: DoorParts, openId: OidcSettings | null): void {
  const oidc = openId && new Oidc(openId);
  signInRoutes(fastify, { ...parts, oidc });
  if (oidc) oidcRoutes(fastify, { ...parts, oidc });
  pairingRoutes(fastify, parts);
  signInLinkRoutes(fastify, parts);
}
