import type { Instant } from "../core/time.ts";
import type { Changes } from "./changes.ts";
import type { Settings } from "./config.ts";
import type { Desk } from "./desk.ts";
import type { EventFeed } from "./feed.ts";
import type { Catcher } from "./mail/catcher.ts";
import type { Pace } from "./pace.ts";
import type { Query } from "./read.ts";
import type { Budgets, Throttle } from "./throttle.ts";
import type { Turns } from "./turns.ts";
import type { Viewer } from "./viewer.ts";

/** The running house as slices see it; the composition root builds it. */
/** When the sequencer last gave a sign of life, in whole seconds of machine time; and how long ago that was, rather too long than too short. */
export type Pulse = { readonly at: Instant; readonly ageSeconds: number };

export type House = {
  /** The one door for reads: scoped by the viewer, one round trip. */
  read<R>(viewer: Viewer, query: Query): Promise<R[]>;
  /** Reads what is the desk's own (names of staff, published plans), whoever asks. */
  readAsDesk<R>(query: Query): Promise<R[]>;
  /** One verb, one transaction. */
  perform<T>(viewer: Viewer, act: (desk: Desk) => Promise<T>): Promise<T>;
  /**
   * The same on what is the desk's own (credentials, wall screens, the audit), whoever acts: no scoped login sees those
   * tables. Nothing but the verb itself keeps it to what is the viewer's.
   */
  performAsDesk<T>(viewer: Viewer, act: (desk: Desk) => Promise<T>): Promise<T>;
  /** Many reads at one snapshot of the database; what is done there is undone. */
  look<T>(viewer: Viewer, act: (desk: Desk) => Promise<T>): Promise<T>;
  /** Desk time. */
  now(): Promise<Instant>;
  deskClock(): Promise<{ now: Instant; rate: number; sandbox: boolean }>;
  /** Sandbox only: fires every edge before `to` at its own instant, then sets the clock. */
  setClock(to: Instant | null, rate: number | null): Promise<SetClock>;
  /** Requests of one idempotency key go one after the other. */
  readonly turns: Turns;
  /** News, in order, for whoever feeds a socket. */
  readonly feed: EventFeed;
  /** Whatever a board shows may have changed: an event, or the clock was set. */
  readonly changes: Changes;
  /** The sequencer's last pulse: pictures are as fresh as this. */
  pulse(): Promise<Pulse>;
  /** What the operator set for the parts that serve partners. */
  readonly settings: Settings;
  /** What keeps the letters of a desk that is only tried out; null elsewhere. */
  readonly caught: Pick<Catcher, "mails"> | null;
  /** What may be spent, and what of it somebody has left. */
  readonly budgets: Budgets;
  throttle(viewer: Viewer): Throttle;
  /** Somebody asks: whoever goes at a pace does so for them. */
  heard(viewer: Viewer): void;
  /** In what slices somebody's answers are made; null: in one. */
  paceOf(viewer: Viewer): Pace | null;
  /** Names this build: a board that runs another one reloads itself. */
  readonly build: string;
};

export type SetClock =
  | { kind: "set"; clock: { now: Instant; rate: number; sandbox: boolean }; position: string; edgesFired: number }
  | { kind: "refused"; code: "NOT_A_SANDBOX" | "BACKWARDS" | "INVALID"; field: string | null; message: string };
