import type { ReadDoor } from "../platform/read.ts";
import type { Viewer } from "../platform/viewer.ts";
import { IS_GOOD } from "./good-credential.sql.ts";
import { hashOf } from "./secrets.ts";

export { issueToken, type TokenFor } from "./issue-credential.ts";

/** A viewer as its credential says. `ends`: the credential is not good for ever. */
type Known = { readonly viewer: Viewer | null; readonly ends: boolean; readonly until: number };
type Row = Viewer & { readonly ends: boolean };

/** The token of a header `Authorization: Bearer …`. */
export const tokenIn = (authorization: string | undefined): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];

const KNOWN_MS = 1_000;
const MOST_KNOWN = 10_000;

/**
 * Answers who a credential stands for. What was just looked up is believed for a second, or until somebody says that a
 * credential changed: that is told with the commit that changes it, so a revocation bites within milliseconds, and within
 * a second where the news was lost.
 */
export class SignIn {
  readonly #door: ReadDoor;
  readonly #used: (id: string) => void;
  readonly #known = new Map<string, Known>();
  /** Grows with each change: what was asked before it is old when it answers. */
  #changes = 0;

  constructor(door: ReadDoor, used: (id: string) => void = () => {}) {
    this.#door = door;
    this.#used = used;
  }

  /** Who a header `Authorization: Bearer …` stands for; without one, who the session of a cookie does. */
  async viewerOf(authorization: string | undefined, session?: string): Promise<Viewer | null> {
    const token = tokenIn(authorization);
    if (token) return this.#find(token, "BEARER");
    return authorization === undefined && session ? this.#find(session, "COOKIE") : null;
  }

  /** A credential changed somewhere: nothing is believed that was known before. */
  forget(): void {
    this.#changes += 1;
    this.#known.clear();
  }

  /** The desk's clock was set: what ends by it may have ended. */
  clockWasSet(): void {
    for (const [key, known] of this.#known) if (known.ends) this.#known.delete(key);
  }

  async #find(secret: string, carrier: "BEARER" | "COOKIE"): Promise<Viewer | null> {
    const hash = hashOf(secret);
    const key = `${carrier} ${hash}`;
    const known = this.#known.get(key);
    if (known && known.until > performance.now()) return this.#use(known.viewer);
    const changes = this.#changes;
    const [row] = await this.#door.readAsDesk<Row>({
      name: "viewer-of-credential",
      text: `select id, kind, name, partner_id as "partnerId", client_id as "clientId", contact_id as "contactId",
                    technician_id as "technicianId", ticket_id as "ticketId", lead, scopes,
                    case when kind in ('PARTNER', 'MONITORING') then id end as "keyId",
                    expires_at is not null or idle_seconds is not null as ends
               from access_token t where hash = $1 and carrier = $2 and ${IS_GOOD}`,
      values: [hash, carrier],
    });
    const { ends = false, ...viewer } = row ?? {};
    const found = row ? (viewer as Viewer) : null;
    if (changes === this.#changes) {
      if (this.#known.size > MOST_KNOWN) this.#known.clear();
      this.#known.set(key, { viewer: found, ends, until: performance.now() + KNOWN_MS });
    }
    return this.#use(found);
  }

  #use(viewer: Viewer | null): Viewer | null {
    if (viewer) this.#used(viewer.id);
    return viewer;
  }
}

/** Of credentials, those that are good no longer. */
export const notGoodAmong = (ids: readonly string[]) => ({
  name: "credentials-that-ended",
  text: `select i.id from unnest($1::uuid[]) as i(id) left join access_token t on t.id = i.id and ${IS_GOOD} where t.id is null`,
  values: [ids],
});
