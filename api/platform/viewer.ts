/** Who is asking. Every resolver and every verb has one. */
export type ViewerKind = "PARTNER" | "TECHNICIAN" | "MANAGER" | "REQUESTER" | "WALL" | "MONITORING" | "BOOKING";

export type Viewer = {
  readonly kind: ViewerKind;
  /** Id of the access token, or of whatever else proved who this is. */
  readonly id: string;
  readonly name: string;
  readonly partnerId: string | null;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly technicianId: string | null;
  /** The one ticket that a booking link is for. */
  readonly ticketId?: string | null;
  /** A requester who sees all tickets of the client. */
  readonly lead: boolean;
  /** What the key may be used for; null: not restricted by scopes. Only a partner's keys have any. */
  readonly scopes: readonly string[] | null;
  /** Id of the API key that asks: what limits are counted by, and repeated requests are known by. Null for people and walls. */
  readonly keyId: string | null;
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
  scopes: null,
  keyId: null,
};

/** As what somebody acts: who follows a booking link is the requester whom it was sent to. */
export const spokenKind = ({ kind }: Viewer): ViewerKind => (kind === "BOOKING" ? "REQUESTER" : kind);

/** Who did it, as events keep it. */
export const actorOf = (viewer: Viewer) =>
  viewer === theDesk
    ? DESK_ACTOR
    : {
        kind: spokenKind(viewer),
        id: viewer.technicianId ?? viewer.contactId ?? viewer.partnerId ?? viewer.id,
        name: viewer.name,
      };

/** Which integration caused it: the key it came with, so that it can drop its echo. A rotated key is another one. */
export const originOf = (viewer: Viewer): string | null =>
  viewer.kind === "PARTNER" ? (viewer.keyId ?? viewer.id) : null;

/** Staff see every partner's rows. */
export const isStaff = (viewer: Viewer): boolean => viewer.kind === "TECHNICIAN" || viewer.kind === "MANAGER";

/** Whether the key was given a scope; whoever is not restricted by scopes has all. */
export const hasScope = ({ scopes }: Viewer, scope: string): boolean => scopes === null || scopes.includes(scope);
