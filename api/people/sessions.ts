import type { Instant } from "../core/time.ts";
import type { Desk } from "../platform/desk.ts";
import type { Viewer } from "../platform/viewer.ts";
import { audit } from "./audit.ts";
import { issueCredential, type TokenFor } from "./issue-credential.ts";
import { revokeCredentials } from "./revoke-credentials.ts";

/** How long a session lasts: whatever happens, and without use. In desk time. */
const terms = {
  STAFF: { absolute: 7 * 86_400, idle: 12 * 3_600 },
  REQUESTER: { absolute: 30 * 86_400, idle: 7 * 86_400 },
} as const;

export type Session = { readonly token: string; readonly seconds: number };
export type Proof = "PASSWORD" | "OPENID" | "LINK" | "NEW_PASSWORD";

/** Begins a session of somebody who has proved who they are. */
export function beginSession(desk: Desk, who: TokenFor, proof: Proof, address: string | null): Session {
  const { absolute, idle } = terms[who.kind === "REQUESTER" ? "REQUESTER" : "STAFF"];
  const expiresAt = (desk.now + absolute) as Instant;
  const { token } = issueCredential(desk.em, { ...who, carrier: "COOKIE", expiresAt, idleSeconds: idle }, desk.now);
  const actor = { kind: who.kind, id: who.technicianId ?? who.contactId ?? null, name: who.name };
  audit(desk, { action: "SIGNED_IN", actor, address, detail: { by: proof } });
  return { token, seconds: absolute };
}

/** Ends this session, or all that the same person has. Answers how many ended. */
export async function signOut(desk: Desk, viewer: Viewer, everywhere: boolean, address: string): Promise<number> {
  const { id, technicianId, contactId } = viewer;
  const whose = technicianId !== null ? { technicianId } : contactId !== null ? { contactId } : { id };
  const ended = await revokeCredentials(desk, { ...(everywhere ? whose : { id }), carrier: "COOKIE" });
  audit(desk, { action: "SIGNED_OUT", address, detail: { sessions: ended.length, everywhere: String(everywhere) } });
  return ended.length;
}
