import type { FastifyInstance } from "fastify";
import { Attempts } from "../people/attempts.ts";
import { asDesk, behindTheDoor, type DoorParts, Refused } from "../people/door.http.ts";
import { enter, unusable } from "../people/sign-in.http.ts";
import { requestSignInLink, signInByLink } from "./sign-in-links.ts";

const QUARTER = 15 * 60;
const text = (maxLength: number) => ({ type: "string", minLength: 1, maxLength }) as const;
const body = (name: string, maxLength: number) => ({
  body: { type: "object", required: [name], properties: { [name]: text(maxLength) } },
});

/** How requesters sign in: they ask for a link, and come back with it. */
export function signInLinkRoutes(fastify: FastifyInstance, parts: DoorParts): void {
  const asks = new Attempts({ address: { points: 20, duration: QUARTER } });
  const letters = new Attempts({ account: { points: 3, duration: QUARTER } });
  const uses = new Attempts({ address: { points: 20, duration: QUARTER } });

  /** Done after the answer, so that its time tells nothing either; nobody's mailbox is filled. */
  const ask = async (email: string, address: string) => {
    try {
      await letters.count(email.trim().toLowerCase(), "");
      await asDesk(parts, (desk) => requestSignInLink(desk, email, address));
    } catch (error) {
      if (!(error instanceof Refused)) parts.log.error({ err: error }, "a sign-in link could not be asked for");
    }
  };

  behindTheDoor(fastify, parts, (own) => {
    own.post<{ Body: { email: string } }>("/sign-in/link", { schema: body("email", 255) }, async (request, reply) => {
      await asks.count("", request.ip);
      reply.raw.once("finish", () => void ask(request.body.email, request.ip));
      return reply.code(202).send({ ok: true });
    });

    own.post<{ Body: { link: string } }>("/sign-in/link/use", { schema: body("link", 100) }, async (request, reply) => {
      await uses.count("", request.ip);
      const session = await asDesk(parts, (desk) => signInByLink(desk, request.body.link, request.ip));
      if (!session) throw unusable();
      await enter(parts, request, reply, session);
      return { ok: true };
    });
  });
}
