import type { Answer } from "./desk.ts";

/** A browser as far as signing in goes: it keeps cookies, and says from which site its requests come. */
export class CookieClient {
  readonly origin: string;
  /** The site that it says it is on. */
  site: string;
  readonly cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
    this.site = origin;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const headers = { ...(this.cookies.size > 0 && { cookie: this.cookie }), ...init.headers };
    const response = await fetch(url, { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) as unknown as [string, string, string];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  async post(path: string, body: object = {}): Promise<{ status: number; body: any; headers: Headers }> {
    const response = await this.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.site },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  }

  async gql<T = any>(query: string, variables?: object): Promise<{ status: number } & Answer<T>> {
    const { status, body } = await this.post("/graphql", { query, variables });
    return { status, ...body };
  }

  /** Who the desk takes it for: null when for nobody. */
  async who(): Promise<{ kind: string; name: string } | null> {
    const { status, data } = await this.gql("{ viewer { kind name } }");
    return status === 200 ? data.viewer : null;
  }
}
