import type { Status } from "./ticket-lifecycle.ts";

/** A value before and after. */
export type Change<T> = { readonly from: T; readonly to: T };

/** A thing with a name, as both were at the time: what is written in an event is never looked up again. */
export type Named = { readonly id: string; readonly name: string };

/** Which clock of a ticket: one per metric and cycle; and to whom it promises, for what the desk promised itself is its own. */
export type ClockRef = {
  readonly clockId: string;
  readonly metric: string;
  readonly cycle: number;
  readonly commitment: "CONTRACTUAL" | "INTERNAL";
};

/** What may come to a ticket beside its status when somebody takes, is given or lays down a ticket. */
export type Holding = {
  readonly status: Change<Status>;
  readonly assignee: Change<Named | null>;
  readonly team: Change<Named | null>;
};
/** Files that came with it, in their order; left out where none did. */
export type WithFiles = { readonly attachments?: readonly Named[] };
export type Moved = { readonly status: Change<Status> };
export type Reasoned = Moved & { readonly reason: string | null };
