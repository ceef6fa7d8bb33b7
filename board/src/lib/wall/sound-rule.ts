import { type Known, know } from "../live/news.ts";
import type { Row } from "../live/row.ts";

/** The two sounds of a wall: somebody new is stranded and nobody has them; a promise was broken. */
export type Chime = "urgent" | "breach";

/** What a wall shows at one look. */
export type Heard = {
  readonly rows: readonly Row[];
  /** Desk time, in seconds. */
  readonly now: number;
  /** Machine time, in seconds: pauses between sounds are real ones. */
  readonly machine: number;
  /** What is shown is true now. */
  readonly live: boolean;
  /** The desk's doors are open. */
  readonly open: boolean;
};
type Learnt = Known & { readonly all: ReadonlySet<string>; readonly at: number };
export type Ear = {
  /** What has been told, or needs no telling; null before the first look, and after an absence. */
  readonly known: Learnt | null;
  readonly lookedAt: number;
  readonly soundedAt: number;
};

export const newEar: Ear = { known: null, lookedAt: 0, soundedAt: Number.NEGATIVE_INFINITY };

/** At most one sound in as many seconds. */
const QUIET = 60;
/** Nobody looked for as long (the browser slept): what is found then is no news. */
const ABSENT = 15;
/** A row that comes up from below the wall's last one is news only if its cause is as young, in desk seconds. */
const YOUNG = 60;

/**
 * What sounds, if anything, when a wall shows this after it has shown what the ear knows. Outside opening hours, and at
 * the first picture after an absence, everything is learnt in silence. What happens within the quiet minute waits for
 * its end, and sounds then if it is still so: once for all of it, the stranded before the broken.
 */
export function listen(ear: Ear, { rows, now, machine, live, open }: Heard): { ear: Ear; chime: Chime | null } {
  if (!live) return { ear: { ...ear, known: null, lookedAt: machine }, chime: null };
  const found: Learnt = { ...know(rows, false, now), all: new Set(rows.map((row) => row.ticketId)), at: now };
  if (!ear.known || !open || machine - ear.lookedAt > ABSENT)
    return { ear: { ...ear, known: found, lookedAt: machine }, chime: null };
  if (machine - ear.soundedAt < QUIET) return { ear: { ...ear, lookedAt: machine }, chime: null };
  const chime = chimeFor(ear.known, found, rows, ear.known.at - YOUNG);
  const soundedAt = chime ? machine : ear.soundedAt;
  return { ear: { known: found, lookedAt: machine, soundedAt }, chime };
}

function chimeFor(before: Learnt, after: Known, rows: readonly Row[], since: number): Chime | null {
  const seen = (row: Row) => before.all.has(row.ticketId);
  const stranded = rows.some(
    (row) =>
      row.assignee === null &&
      after.urgent.has(row.ticketId) &&
      !before.urgent.has(row.ticketId) &&
      (seen(row) || Date.parse(row.createdAt) / 1_000 >= since),
  );
  if (stranded) return "urgent";
  const broken = rows.some(
    (row) =>
      after.breached.has(row.ticketId) &&
      !before.breached.has(row.ticketId) &&
      (seen(row) || (row.due !== null && row.due >= since)),
  );
  return broken ? "breach" : null;
}
