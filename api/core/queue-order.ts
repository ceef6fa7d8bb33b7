import type { Status } from "./ticket-lifecycle.ts";
import type { Instant } from "./time.ts";
import type { Affected, PriorityDefinition } from "./urgency.ts";

/**
 * The desk's two orders. **Queue order** says what to take next, **wall order** what can still be saved. A place is a
 * key that says nothing to its reader: rows are placed by comparing keys as text, everywhere.
 */

/** What the queue must know of a ticket. */
export type QueueTicket = {
  readonly number: number;
  readonly status: Status;
  /** The technician who holds it, by name; null = nobody. */
  readonly holder: string | null | undefined;
  readonly priority: PriorityDefinition;
  readonly affected: Affected | null | undefined;
  readonly createdAt: Instant;
};

export type PlaceReason = {
  readonly code:
    | "PRIORITY"
    | "SEVERAL_USERS"
    | "ONE_USER"
    | "FIRST_COME"
    | "HELD"
    | "WAITING"
    | "SCHEDULED"
    | "RESOLVED"
    | "ENDED";
  readonly sentence: string;
};
export type QueuePlace = {
  readonly inQueue: boolean;
  /** Sorts by plain text comparison; empty for a ticket without a place. */
  readonly orderKey: string;
  /** Why it stands where it stands, weightiest first; or why it has no place. */
  readonly reasons: readonly PlaceReason[];
};

/** Digits only and of one width, so that every collation sorts them alike. Instants may lie before 1970. */
const digits = (n: number, width: number): string => String(n).padStart(width, "0");
const instant = (at: Instant): string => digits(at + 100_000_000_000, 12);

/** What a place in the queue goes by, before the instant of creation. */
export type QueuePosition = { readonly rank: number; readonly several: boolean };

/** The place itself. A ticket that is only expected has no number, and stands before one that came in the same second. */
export const queueKey = ({ rank, several }: QueuePosition, createdAt: Instant, number = 0): string =>
  digits(rank, 3) + (several ? "1" : "2") + instant(createdAt) + digits(number, 10);

/**
 * Priority first, then several users before one, then first come, first served. In the queue are NEW and OPEN tickets
 * that nobody holds; any other has no place, and says why.
 *
 * Example: three standard tickets of Mon 09:00 (one user), Mon 09:30 (several) and Mon 08:45 (one), and an urgent one of
 * Mon 10:00: the urgent one, then 09:30, 08:45, 09:00.
 */
export function queuePlace(ticket: QueueTicket): QueuePlace {
  const without = whyNoPlace(ticket);
  if (without) return { inQueue: false, orderKey: "", reasons: [without] };
  const several = ticket.affected === "SEVERAL" || ticket.affected === "ALL";
  const { priority } = ticket;
  return {
    inQueue: true,
    orderKey: queueKey({ rank: priority.rank, several }, ticket.createdAt, ticket.number),
    reasons: [
      { code: "PRIORITY", sentence: `${priority.name} (rank ${priority.rank}).` },
      several
        ? { code: "SEVERAL_USERS", sentence: "Several users are affected: before tickets of one user." }
        : { code: "ONE_USER", sentence: "One user is affected, as far as stated." },
      { code: "FIRST_COME", sentence: "Among its like: first come, first served." },
    ],
  };
}

function whyNoPlace({ status, holder }: QueueTicket): PlaceReason | null {
  switch (status) {
    case "NEW":
    case "OPEN":
      return holder == null ? null : { code: "HELD", sentence: `${holder} holds it.` };
    case "WAITING":
      return { code: "WAITING", sentence: "It waits for somebody else." };
    case "SCHEDULED":
      return { code: "SCHEDULED", sentence: "It has an appointment." };
    case "RESOLVED":
      return { code: "RESOLVED", sentence: "It is resolved." };
    case "CLOSED":
    case "CANCELLED":
    case "MERGED":
      return { code: "ENDED", sentence: `It is ${status}.` };
    default:
      return status satisfies never;
  }
}

/** The ticket that *take next* takes; null when the queue is empty. */
export const next = <T extends { readonly orderKey: string }>(places: Iterable<T>): T | null => {
  let first: T | null = null;
  for (const place of places) if (place.orderKey !== "" && (!first || place.orderKey < first.orderKey)) first = place;
  return first;
};

/** What the wall must know of a ticket and the clock it shows. */
export type WallTicket = {
  readonly number: number;
  readonly breached: boolean;
  readonly held: boolean;
  /** The due instant the row shows; null while there is none (paused, no target): after all that have one. */
  readonly dueAt: Instant | null;
};

/** Breached without an owner, breached with one, then all others; in each by due instant, those without one last. */
export const wallKey = (t: WallTicket): string => {
  const group = t.breached ? (t.held ? "2" : "1") : "3";
  const due = t.dueAt === null ? "9".repeat(12) : instant(t.dueAt);
  return group + due + digits(t.number, 10);
};

/** Rows of the wall that breaches may never take. */
export const KEPT_ROWS = 3;

/**
 * The `n` rows of the wall, in order. Flood rule: the last three rows are for what can still be saved, and stay empty
 * rather than show one more breach. A wall of three rows or fewer keeps one row for breaches, or nobody would see one.
 */
export function wallRows<T extends WallTicket>(tickets: readonly T[], n: number): (T & { readonly wallKey: string })[] {
  const keyed = tickets.map((t) => ({ ...t, wallKey: wallKey(t) }));
  keyed.sort((a, b) => (a.wallKey < b.wallKey ? -1 : 1));
  const room = Math.max(n - KEPT_ROWS, Math.min(n, 1));
  const late = keyed.filter((t) => t.breached).slice(0, room);
  return [...late, ...keyed.filter((t) => !t.breached).slice(0, n - late.length)];
}
