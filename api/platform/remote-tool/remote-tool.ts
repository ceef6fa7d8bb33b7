/** Which product connects to requesters' machines, and how the desk reaches it. */
export type RemoteToolSettings =
  | { readonly kind: "TEMPLATE"; readonly template: string }
  | {
      readonly kind: "MESHCENTRAL";
      /** Where it is, a domain's path included; ends with a slash. */
      readonly url: string;
      readonly user: string;
      readonly password: string;
      /** File of the certificates (PEM) that vouch for its own; null: those the machine trusts. */
      readonly caFile: string | null;
    };

/** What a link is asked for: one session on one machine. */
export type JoinRequest = {
  readonly sessionId: string;
  readonly ticketNumber: number;
  readonly technician: string;
  readonly client: string;
  /** `accessId`: how the tool knows it, where somebody said so. Null: the ticket names no machine. */
  readonly device: { readonly name: string; readonly accessId: string | null } | null;
  /** For how long it is good at most, should nobody withdraw it. */
  readonly minutes: number;
};

/**
 * `ref`: what the tool calls the machine, to withdraw by. `REFUSED`: trying again changes nothing until somebody does what
 * `reason` says. `NOT_NOW`: it may be tried again.
 */
export type JoinMade =
  | { readonly kind: "MADE"; readonly url: string; readonly ref: string | null; readonly note: string | null }
  | { readonly kind: "REFUSED"; readonly reason: string }
  | { readonly kind: "NOT_NOW"; readonly reason: string };
export type JoinWithdrawn = { readonly kind: "WITHDRAWN" } | { readonly kind: "NOT_NOW"; readonly reason: string };

/** A remote-control product. Both may be asked again for the same session, and withdraw what an interrupted try has made. */
export type RemoteTool = {
  make(request: JoinRequest): Promise<JoinMade>;
  withdraw(request: JoinRequest, ref: string | null): Promise<JoinWithdrawn>;
  /** Breaks off what is under way: it is answered as `NOT_NOW`. */
  close(): void;
};
