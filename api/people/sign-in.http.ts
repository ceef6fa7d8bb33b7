import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Attempts } from "./attempts.ts";
import { asDesk, behindTheDoor, type DoorParts, Refused, sessionOf } from "./door.http.ts";
import { LEAST, MOST } from "./password.ts";
import { revokeCredentials } from "./revoke-credentials.ts";
import { type Session, signOut } from "./sessions.ts";
import { lockSignIn, setPassword, signInByPassword } from "./sign-in-staff.ts";

const text = (maxLength: number) => ({ type: "string", minLength: 1, maxLength }) as const;
const object = (properties: object, required = Object.keys(properties)) => ({ type: "object", required, properties });

/** Gives a browser its session; one that it had before ends. */
export async function enter(
  parts: DoorParts,
  request: FastifyRequest,
  reply: FastifyReply,
  session: Session,
): Promise<void> {
  const before = await sessionOf(parts, request);
  if (before) await asDesk(parts, (desk) => revokeCredentials(desk, { id: before.id }));
  parts.cookie.set(reply, session.token, session.seconds);
}

/** Signing in by e-mail and password, setting one by a link, and signing out. */
export function signInRoutes(
  fastify: FastifyInstance,
  parts: DoorParts & { oidc: { readonly name: string } | null },
): void {
  const QUARTER = 15 * 60;
  const attempts = new Attempts({
    pair: { points: 5, duration: QUARTER },
    account: { points: 30, duration: QUARTER }, // from many addresses; high, so that nobody is shut out by a stranger's five tries
    address: { points: 50, duration: QUARTER },
  });
  const links = new Attempts({ address: { points: 20, duration: QUARTER } });
  const act: Parameters<typeof signInByPassword>[1] = (does) => asDesk(parts, does);

  behindTheDoor(fastify, parts, (own) => {
    own.get("/sign-in/options", async () => ({ openId: parts.oidc?.name ?? null, leastPassword: LEAST }));

    own.post<{ Body: { email: string; password: string } }>(
      "/sign-in",
      { schema: { body: object({ email: text(255), password: text(MOST) }) } },
      async (request, reply) => {
        const { ip: address, body } = request;
        const email = body.email.trim().toLowerCase();
        await attempts.count(email, address, () => asDesk(parts, (desk) => lockSignIn(desk, email, address)));
        const session = await signInByPassword(parts.house, act, { ...body, address });
        if (!session) throw new Refused(401, "WRONG", "The address or the password is wrong.");
        await attempts.forgive(email, address);
        await enter(parts, request, reply, session);
        return { ok: true };
      },
    );

    own.post<{ Body: { link: string; password: string } }>(
      "/sign-in/password",
      { schema: { body: object({ link: text(100), password: text(MOST + 1) }) } },
      async (request, reply) => {
        await links.count("", request.ip);
        const done = await setPassword(parts.house, act, { ...request.body, address: request.ip });
        if (done.kind === "weak") throw new Refused(422, "WEAK", done.message);
        if (done.kind === "unusable") throw unusable();
        await enter(parts, request, reply, done.session);
        return { ok: true };
      },
    );

    own.post<{ Body: { everywhere?: boolean } | null }>(
      "/sign-out",
      { schema: { body: { type: ["object", "null"], properties: { everywhere: { type: "boolean" } } } } },
      async (request, reply) => {
        const viewer = await sessionOf(parts, request);
        const everywhere = request.body?.everywhere === true;
        if (viewer) await parts.house.performAsDesk(viewer, (desk) => signOut(desk, viewer, everywhere, request.ip));
        parts.cookie.clear(reply);
        return { ok: true };
      },
    );
  });
}

/** The same for a link that was used, is over, is for something else, or never was. */
export const unusable = () =>
  new Refused(410, "LINK_UNUSABLE", "This link was used already, or its time is over. Ask for a new one.");
