/** Who is asking. Every resolver and every verb has one. */
export type ViewerKind = "PARTNER" | "TECHNICIAN" | "MANAGER" | "REQUESTER" | "WALL" | "MONITORING";

export type Viewer = {
  readonly kind: ViewerKind;
  /** Id of the access token, or of whatever else proved who this is. */
  readonly id: string;
  readonly name: string;
  readonly partnerId: string | null;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly technicianId: string | null;
  /** A requester who sees all tickets of the client. */
  readonly lead: boolean;
};

/** The desk itself acts: its clocks, its sessions' graces. It sees everything, like a manager, and is named as what it is. */
export const DESK_ACTOR = { kind: "DESK", id: null, name: "Desk" } as const;
export const theDesk: Viewer = {
  kind: "MANAGER",
  id: "desk",
  name: "Desk",
  partnerId: null,
  clientId: null,
  contactId: null,
  technicianId: null,
  lead: false,
};

/** Who did it, as events keep it. */
export const actorOf = (viewer: Viewer) =>
  viewer === theDesk
    ? DESK_ACTOR
    : {
        kind: viewer.kind,
        id: viewer.technicianId ?? viewer.contactId ?? viewer.partnerId ?? viewer.id,
        name: viewer.name,
      };

/**
 * Which integration caused it: the key it came with, so that another system can drop the echo of its own doing. A key
 * that was rotated stays the same key where it has an id of its own.
 */
export const originOf = (viewer: Viewer): string | null =>
  viewer.kind === "PARTNER" ? ((viewer as { keyId?: string | null }).keyId ?? viewer.id) : null;

/** Whether a viewer's key holds a scope; a viewer without a list of scopes is not restricted by any. */
export const hasScope = (viewer: Viewer, scope: string): boolean =>
  (viewer as { scopes?: readonly string[] | null }).scopes?.includes(scope) ?? true;

/** Staff see every partner's rows. */
export const isStaff = (viewer: Viewer): boolean => viewer.kind === "TECHNICIAN" || viewer.kind === "MANAGER";
