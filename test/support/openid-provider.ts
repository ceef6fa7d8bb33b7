import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export type Person = { readonly sub: string; readonly email: string; readonly email_verified: boolean };
export const CLIENT = { clientId: "desk", clientSecret: "a secret of the desk's, at the provider" };

/** A real OpenID provider on a free port of this machine; whoever comes to it is signed in as the person that was set. */
export async function openIdProvider() {
  let handle: Parameters<typeof createServer>[1] = (_request, response) => response.writeHead(503).end();
  const http = createServer((request, response) => (handle as NonNullable<typeof handle>)(request, response as never));
  await new Promise<void>((up) => http.listen(0, "127.0.0.1", up));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  let person: Person = { sub: "nobody", email: "", email_verified: false };

  /** Begins to answer, for a desk that is to be come back to. */
  const serve = (redirectUri: string) => {
    const provider: Provider = new Provider(issuer, {
      clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
      claims: { openid: ["sub"], email: ["email", "email_verified"] },
      conformIdTokenClaims: false, // the claims stand in the id token itself
      cookies: { keys: ["only for tests"] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...person, sub }) }),
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: async ({ oidc }) => {
        const of = { clientId: oidc.client?.clientId, accountId: oidc.session?.accountId };
        const grant = new provider.Grant(of as ConstructorParameters<typeof provider.Grant>[0]);
        grant.addOIDCScope("openid email profile");
        await grant.save();
        return grant;
      },
      pkce: { required: () => true },
      ttl: { Grant: 60, Interaction: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    });
    const answer = provider.callback();
    handle = (request, response) => {
      const inside = request.url?.startsWith("/interaction/");
      if (!inside) return void answer(request, response as never);
      void provider.interactionFinished(request, response as never, { login: { accountId: person.sub } });
    };
  };
  return {
    issuer,
    serve,
    is: (next: Person) => {
      person = next;
    },
    close: () => new Promise<void>((done) => http.close(() => done()) && http.closeAllConnections()),
  };
}
