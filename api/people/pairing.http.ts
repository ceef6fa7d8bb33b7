import type { FastifyInstance } from "fastify";
import { instantText } from "../platform/scalars.ts";
import { Attempts } from "./attempts.ts";
import { asDesk, behindTheDoor, type DoorParts, Refused } from "./door.http.ts";
import { askForCode, CODE_SECONDS, claimPass, renewPass } from "./pair-screen.ts";

const secret = { type: "object", required: ["secret"], properties: { secret: { type: "string", maxLength: 100 } } };

/** How a wall screen comes to its pass, without anybody typing at it. */
export function pairingRoutes(fastify: FastifyInstance, parts: DoorParts): void {
  const asks = new Attempts({ address: { points: 10, duration: 60 } });
  const claims = new Attempts({ address: { points: 240, duration: 60 } }); // a screen looks every few seconds
  behindTheDoor(fastify, parts, (own) => {
    own.post("/pair", async ({ ip }) => {
      await asks.count("", ip);
      const asked = await asDesk(parts, (desk) => askForCode(desk, ip));
      if (!asked) throw new Refused(503, "BUSY", "Too many screens wait to be let in. Try again later.", CODE_SECONDS);
      return { ...asked, expiresInSeconds: CODE_SECONDS };
    });

    own.post<{ Body: { secret: string } }>("/pair/claim", { schema: { body: secret } }, async ({ ip, body }, reply) => {
      await claims.count("", ip);
      const claim = await asDesk(parts, (desk) => claimPass(desk, body.secret));
      if (claim.kind === "waiting") return reply.code(202).send({ state: "waiting" });
      if (claim.kind === "gone") throw new Refused(410, "GONE", "This code is over: ask for a new one.");
      return { state: "paired", token: claim.token, expiresAt: instantText(claim.expiresAt) };
    });

    own.post("/pair/renew", async ({ headers }) => {
      const viewer = await parts.signIn.viewerOf(headers.authorization);
      if (!viewer) throw new Refused(401, "UNAUTHENTICATED", "This screen's pass is not good any more.");
      const renewed = viewer.kind === "WALL" ? await parts.house.performAsDesk(viewer, renewPass) : null;
      if (!renewed) throw new Refused(409, "NOT_PAIRED", "Only the pass of a paired screen changes by itself, once.");
      return { token: renewed.token, expiresAt: instantText(renewed.expiresAt) };
    });
  });
}
