import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { actorOf } from "../platform/viewer.ts";

/** What is recorded for good, in the words of the contract. */
export const AUDIT_ACTIONS = {
  SIGNED_IN: "Somebody signed in.",
  SIGN_IN_REFUSED: "A sign-in was refused: its proof was wrong, or nobody is known by it.",
  SIGN_IN_LOCKED: "Sign-ins were refused for a while, because too many had been wrong.",
  SIGNED_OUT: "Somebody signed out, here or everywhere.",
  PASSWORD_SET: "A password was set, by a one-time link.",
  LINK_CREATED: "A one-time link was made: to set a password, or to sign in.",
  LINK_REQUESTED: "A requester asked for a link to sign in by.",
  KEY_CREATED: "An API key or a monitoring source's token was made.",
  KEY_ROTATED: "A key was replaced by a new one.",
  KEY_REVOKED: "A key was revoked.",
  KEY_USED: "A key was used for the first time on that day (UTC).",
  DEVICE_PAIRED: "A wall screen was let in.",
  DEVICE_REVOKED: "A wall screen was shut out.",
  PARTNER_CREATED: "A partner was added.",
  STAFF_INVITED: "Somebody was invited to work here.",
  STAFF_CHANGED: "What somebody who works here may do was changed.",
  SKILLS_SET: "What somebody who works here is good at was changed.",
  PRIORITY_OVERRIDDEN: "A manager set a ticket's priority by hand.",
  COVERAGE_OVERRIDDEN: "Somebody decided a ticket's coverage by hand.",
  OVERRIDE_WITHDRAWN: "A coverage decision by hand was withdrawn: the rules decide again.",
  TECHNOLOGY_CHANGED: "What a client's device runs was said to be something else.",
  PAID_SUPPORT_SET: "What manufacturer support a contract records as paid for was changed.",
  VERDICT_REVISED: "A manager appended a revision to a sealed verdict.",
  REMOTE_ACCESS_SET: "How the remote tool knows a device was changed.",
  SESSION_STARTED: "A remote session was started.",
  SESSION_ENDED: "A remote session ended.",
  EXPORTED: "Rows of the desk were exported.",
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** `about`: what it was done to. `detail` must never hold a secret: whoever reads the audit could use it. */
export type Act = {
  readonly action: AuditAction;
  readonly about?: { readonly type: string; readonly id: string; readonly name: string } | null;
  readonly detail?: { readonly [name: string]: string | number | null };
  readonly address?: string | null;
  /** Who did it, where the transaction is not theirs: somebody who has just proved who they are, or nobody known. */
  readonly actor?: { readonly kind: string; readonly id: string | null; readonly name: string };
};

/** Nobody that the desk knows. */
export const STRANGER = { kind: "NOBODY", id: null, name: "Nobody known" } as const;

/** Records an act in its own transaction: it is kept if, and only if, the act was done. */
export function audit(desk: Desk, { action, about, detail, address, actor }: Act): void {
  const who = actor ?? actorOf(desk.viewer);
  desk.append(
    `insert into audit_entry (id, at, action, actor_kind, actor_id, actor_name, about_type, about_id, about_name, address, detail)
     values (?, to_timestamp(?), ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      ...[uuidv7(), desk.now, action, who.kind, who.id, who.name],
      ...[about?.type ?? null, about?.id ?? null, about?.name ?? null, address ?? null, JSON.stringify(detail ?? {})],
    ],
  );
}
