import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { OidcIdentity } from "./sign-in-staff.ts";

export type OidcSettings = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
/** What must come back unchanged, kept by the browser meanwhile. */
export type OidcChecks = { readonly state: string; readonly nonce: string; readonly verifier: string };

const TIMEOUT_S = 10;

/** Signing in at the operator's OpenID provider: authorization code with PKCE, state and nonce. */
export class Oidc {
  readonly #settings: OidcSettings;
  #known: Promise<Configuration> | undefined;

  constructor(settings: OidcSettings) {
    this.#settings = settings;
  }

  /** What people call it: the provider's host. */
  get name(): string {
    return new URL(this.#settings.issuer).hostname;
  }

  async begin(redirectUri: string): Promise<{ url: string; checks: OidcChecks }> {
    const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(await this.#provider(), {
      redirect_uri: redirectUri,
      scope: "openid email profile",
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: "S256",
    });
    return { url: url.href, checks };
  }

  /** Who it was, by the address that the provider sent the browser back to. Throws when it does not add up. */
  async finish(cameTo: URL, { state, nonce, verifier }: OidcChecks): Promise<OidcIdentity> {
    const tokens = await authorizationCodeGrant(await this.#provider(), cameTo, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("the OpenID provider sent no id token");
    const { iss, sub, email, email_verified: vouchedFor } = claims;
    return { subject: `${iss} ${sub}`, email: typeof email === "string" && vouchedFor === true ? email : null };
  }

  /** Asked of the provider once; while it does not answer, each sign-in asks again. */
  #provider(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const insecure = new URL(issuer).protocol === "http:"; // only on this machine: see the configuration
    this.#known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: TIMEOUT_S,
      ...(insecure && { execute: [allowInsecureRequests] }),
    }).catch((error: unknown) => {
      this.#known = undefined;
      throw error;
    });
    return this.#known;
  }
}
