import type { FastifyInstance, FastifyRequest } from "fastify";
import { asDesk, behindTheDoor, type DoorParts } from "./door.http.ts";
import type { Oidc, OidcChecks } from "./oidc.ts";
import { enter } from "./sign-in.http.ts";
import { signInByOidc } from "./sign-in-staff.ts";

const KEPT = "watchdesk-openid";
type Kept = OidcChecks & { readonly next: string };

/** There and back: to the operator's OpenID provider, and in again with its word. */
export function oidcRoutes(fastify: FastifyInstance, parts: DoorParts & { oidc: Oidc }): void {
  const options = {
    path: "/sign-in/openid",
    httpOnly: true,
    sameSite: "lax",
    secure: parts.own?.startsWith("https:") ?? false,
  } as const;
  const back = (request: FastifyRequest) =>
    `${parts.own ?? `${request.protocol}://${request.host}`}/sign-in/openid/callback`;

  behindTheDoor(fastify, parts, (own) => {
    own.get<{ Querystring: { next?: string } }>("/sign-in/openid", async (request, reply) => {
      try {
        const { url, checks } = await parts.oidc.begin(back(request));
        const kept: Kept = { ...checks, next: pathOfOurs(request.query.next) };
        reply.setCookie(KEPT, Buffer.from(JSON.stringify(kept)).toString("base64url"), { ...options, maxAge: 600 });
        return reply.redirect(url);
      } catch (error) {
        parts.log.error({ err: error }, "the OpenID provider does not answer");
        return reply.redirect("/sign-in?openid=away");
      }
    });

    own.get("/sign-in/openid/callback", async (request, reply) => {
      const kept = read(request.cookies[KEPT]);
      reply.clearCookie(KEPT, options);
      if (!kept) return reply.redirect("/sign-in?openid=late");
      const cameTo = new URL(back(request));
      cameTo.search = new URL(request.url, cameTo).search;
      const identity = await parts.oidc
        .finish(cameTo, kept)
        .catch((error: { code?: string; error?: string; message: string }) => {
          // its code says what was amiss; the answer itself may hold what must not be written down
          parts.log.warn({ code: error.code, error: error.error }, "an OpenID sign-in did not add up");
          return null;
        });
      if (!identity) return reply.redirect("/sign-in?openid=refused");
      const session = await asDesk(parts, (desk) => signInByOidc(desk, identity, request.ip));
      if (!session) return reply.redirect("/sign-in?openid=unknown");
      await enter(parts, request, reply, session);
      return reply.redirect(`${kept.next}#signed-in`);
    });
  });
}

/** Only a path of this desk is followed afterwards. */
export const pathOfOurs = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])[\w\-./?=&%~,:]*$/.test(next) ? next : "/";

function read(cookie: string | undefined): Kept | null {
  try {
    const { state, nonce, verifier, next } = JSON.parse(Buffer.from(cookie ?? "", "base64url").toString());
    return [state, nonce, verifier].every((part) => typeof part === "string")
      ? { state, nonce, verifier, next: pathOfOurs(next) }
      : null;
  } catch {
    return null;
  }
}
