import type { FastifyReply } from "fastify";

/** How a browser carries its session: out of reach of scripts, and of requests that other sites begin. */
export type SessionCookie = {
  readonly name: string;
  set(reply: FastifyReply, token: string, seconds: number): void;
  clear(reply: FastifyReply): void;
};

/** `secure`: the desk is reached by https; then the name binds the cookie to this very host. */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? "__Host-watchdesk" : "watchdesk-session";
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  return {
    name,
    set: (reply, token, seconds) => void reply.setCookie(name, token, { ...options, maxAge: seconds }),
    clear: (reply) => void reply.clearCookie(name, options),
  };
}
