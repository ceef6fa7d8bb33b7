import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

type Person = { readonly sub: string; readonly email: string; readonly email_verified: boolean };

/** A real OpenID provider on a free port of this machine. Whoever comes to it is signed in as the person that was set. */
export async function openIdProvider(clientId: string, clientSecret: string, redirectUris: () => string[]) {
  const http = createServer((request, response) => void provider.callback()(request, response));
  await new Promise<void>((up) => http.listen(0, "127.0.0.1", up));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  let person: Person = { sub: "1", email: "", email_verified: true };
  const provider = new Provider(issuer, {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: [], grant_types: ["authorization_code"] },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false, // claims of the scopes go into the id token
    cookies: { keys: ["only for this test"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
  });
  return { issuer, http, provider, is: (next: Person) => (person = next), current: () => person, redirectUris };
}
