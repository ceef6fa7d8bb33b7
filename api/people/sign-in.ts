import { createHash, randomBytes } from "node:crypto";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { uuidv7 } from "../platform/ids.ts";
import type { ReadDoor } from "../platform/read.ts";
import type { Viewer } from "../platform/viewer.ts";
import { AccessToken } from "./people.entity.ts";

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** For whom a token is made. */
export type TokenFor = Pick<Viewer, "kind" | "name"> &
  Partial<Pick<Viewer, "partnerId" | "clientId" | "contactId" | "technicianId" | "lead">>;

/** Makes a bearer token of 256 random bits; only its hash is kept. */
export function issueToken(em: SqlEntityManager, who: TokenFor, now: Instant): string {
  const token = `wd_${who.kind.toLowerCase()}_${randomBytes(32).toString("base64url")}`;
  em.create(AccessToken, {
    id: uuidv7(),
    hash: hashOf(token),
    kind: who.kind,
    name: who.name,
    partnerId: who.partnerId ?? null,
    clientId: who.clientId ?? null,
    contactId: who.contactId ?? null,
    technicianId: who.technicianId ?? null,
    lead: who.lead ?? false,
    createdAt: now,
    revokedAt: null,
  });
  return token;
}

const KNOWN_MS = 1_000;

/** Answers who a bearer token stands for. What was just looked up is believed for a second; a revocation bites within it. */
export class SignIn {
  readonly #door: ReadDoor;
  readonly #known = new Map<string, { viewer: Viewer | null; until: number }>();
  readonly #listeners = new Set<(credentialId: string) => void>();

  constructor(door: ReadDoor) {
    this.#door = door;
  }

  /** Told of every credential that ends before the request, or the socket, that it opened: whoever holds one by it lets go. */
  credentialEnded(listener: (credentialId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A credential was revoked or has expired: nothing that was known of it is believed any more. */
  end(credentialId: string): void {
    for (const [hash, { viewer }] of this.#known) if (viewer?.id === credentialId) this.#known.delete(hash);
    for (const listener of this.#listeners) listener(credentialId);
  }

  async viewerOf(authorization: string | undefined): Promise<Viewer | null> {
    const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
    if (!token) return null;
    const hash = hashOf(token);
    const known = this.#known.get(hash);
    if (known && known.until > performance.now()) return known.viewer;
    const [viewer] = await this.#door.readAsDesk<Viewer>({
      name: "viewer-of-token",
      text: `select id, kind, name, partner_id as "partnerId", client_id as "clientId", contact_id as "contactId",
                    technician_id as "technicianId", lead
               from access_token where hash = $1 and revoked_at is null`,
      values: [hash],
    });
    if (this.#known.size > 10_000) this.#known.clear();
    this.#known.set(hash, { viewer: viewer ?? null, until: performance.now() + KNOWN_MS });
    return viewer ?? null;
  }
}
