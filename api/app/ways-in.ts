import type { FastifyInstance } from "fastify";
import { signInLinkRoutes } from "../clients/sign-in-link.http.ts";
import { takeLetter } from "../clients/sign-in-links.ts";
import { asDesk, type DoorParts } from "../people/door.http.ts";
import { oidcRoutes } from "../people/oidc.http.ts";
import { Oidc, type OidcSettings } from "../people/oidc.ts";
import { pairingRoutes } from "../people/pairing.http.ts";
import { signInRoutes } from "../people/sign-in.http.ts";

/** Everything by which somebody comes in over HTTP. `development`: links are told in the log, as nobody delivers mail yet. */
export function waysIn(
  fastify: FastifyInstance,
  parts: DoorParts,
  { openId, development }: { openId: OidcSettings | null; development: boolean },
): void {
  const oidc = openId && new Oidc(openId);
  signInRoutes(fastify, { ...parts, oidc });
  if (oidc) oidcRoutes(fastify, { ...parts, oidc });
  pairingRoutes(fastify, parts);
  signInLinkRoutes(fastify, { ...parts, letters: development ? () => void tellInLog(parts) : () => {} });
}

/** What a mailer will do: takes each letter that waits. Only where the sign-ins are invented anyway. */
async function tellInLog(parts: DoorParts): Promise<void> {
  try {
    for (;;) {
      const letter = await asDesk(parts, takeLetter);
      if (!letter) return;
      parts.log.info({ to: letter.to, path: letter.path }, "a sign-in link, as a letter would say it");
    }
  } catch (error) {
    parts.log.error({ err: error }, "a letter could not be taken");
  }
}
