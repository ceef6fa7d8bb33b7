import type { IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { SessionCookie } from "../people/session-cookie.ts";
import { type SignIn, tokenIn } from "../people/sign-in.ts";
import { isForeign } from "../platform/origin.ts";
import { Seal } from "../platform/seal.ts";
import type { Visitor } from "../platform/visitor.ts";

/**
 * Who stands at the door of the API. A header says so for programs; the cookie of a session for the board, and only
 * where the desk's own pages ask: a cookie travels with whatever any site makes a browser send.
 */
export class Door {
  readonly #signIn: SignIn;
  readonly #cookie: SessionCookie;
  readonly #own: string | null;
  readonly #parse: (header: string) => Record<string, string | undefined>;

  constructor(
    signIn: SignIn,
    cookie: SessionCookie,
    own: string | null,
    parse: (header: string) => Record<string, string | undefined>,
  ) {
    this.#signIn = signIn;
    this.#cookie = cookie;
    this.#own = own;
    this.#parse = parse;
  }

  async ofRequest(request: FastifyRequest): Promise<Visitor | null> {
    const { authorization } = request.headers;
    const session = this.#sessionOf(request.raw);
    if (authorization === undefined && session && isForeign(request.raw, this.#own))
      throw new GraphQLError("A page of another site may not ask with your session.", {
        extensions: { code: "FORBIDDEN", http: { status: 403 } },
      });
    return this.#known(authorization, session);
  }

  /** `authorization`: what the client said in `connection_init`; the cookie came with the upgrade. */
  async ofSocket(authorization: unknown, request: IncomingMessage): Promise<Visitor | null> {
    if (typeof authorization === "string") return this.#known(authorization);
    if (isForeign(request, this.#own)) return null;
    return this.#known(undefined, this.#sessionOf(request));
  }

  async #known(authorization: string | undefined, session?: string): Promise<Visitor | null> {
    const viewer = await this.#signIn.viewerOf(authorization, session);
    return viewer && { viewer, seal: new Seal(tokenIn(authorization) ?? (session as string)) };
  }

  #sessionOf({ headers }: IncomingMessage): string | undefined {
    return headers.cookie === undefined ? undefined : this.#parse(headers.cookie)[this.#cookie.name];
  }
}
