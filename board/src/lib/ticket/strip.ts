import { instant, instantOrNull } from "../time/instant.ts";
import type { ClockShown } from "./documents.ts";

/** One stretch of a clock's life as drawn: where on the strip, and what it was. `ahead` has not come yet. */
export type Piece = {
  readonly kind: "counted" | "late" | "closed" | "paused" | "ahead";
  readonly from: number;
  readonly until: number;
  readonly x: number;
  readonly width: number;
};
export type Strip = {
  readonly pieces: readonly Piece[];
  readonly due: number | null;
  readonly now: number | null;
  /** Where a day or an opening begins, far enough apart to be labelled. */
  readonly ticks: readonly { readonly x: number; readonly at: number }[];
};

export type Stretch = Pick<Piece, "kind" | "from" | "until">;
type Segment = { readonly kind: "COUNTED" | "CLOSED" | "PAUSED"; readonly from: string; readonly until: string };

/** Closed hours are drawn narrow: a weekend must not hide the hour that was promised. */
const CLOSED_WEIGHT = 0.12;
const APART = 0.11;

const weight = ({ kind, from, until }: Stretch) => (until - from) * (kind === "closed" ? CLOSED_WEIGHT : 1);

const kinds = { COUNTED: "counted", CLOSED: "closed", PAUSED: "paused" } as const;

/** Stretches as the desk tells them; those of an imagined clock end at its due. */
export const stretchesTold = (segments: readonly Segment[]): Stretch[] =>
  segments.map((s) => ({ kind: kinds[s.kind], from: instant(s.from), until: instant(s.until) }));

/** What is known of the past, then what is to come until due (or, late, until now). */
export function stretchesOf(clock: ClockShown, now: number): readonly Stretch[] {
  const due = instantOrNull(clock.dueAt);
  const past = stretchesTold(clock.segments);
  const asOf = past.at(-1)?.until ?? instant(clock.asOf);
  const all = [...past, ...since()];
  return all.flatMap((s) => splitAt(s, due, "late")).filter(({ from, until }) => until > from);

  /** What the desk has not told yet: a pause goes on until now, a running clock until its due time. */
  function since(): Stretch[] {
    if (clock.state === "PAUSED") return [{ kind: "paused", from: asOf, until: now }];
    if (clock.state !== "RUNNING" && clock.state !== "CLOSED_HOURS") return [];
    const until = Math.max(due ?? now, now);
    const out: Stretch[] = [];
    let at = asOf;
    for (const period of clock.openPeriods.map((p) => ({ from: instant(p.from), until: instant(p.until) }))) {
      if (at >= until) break;
      if (period.until <= at) continue;
      if (period.from > at) out.push({ kind: "closed", from: at, until: Math.min(period.from, until) });
      const from = Math.max(period.from, at);
      if (from < until)
        out.push(...splitAt({ kind: "counted", from, until: Math.min(period.until, until) }, now, "ahead"));
      at = Math.min(period.until, until);
    }
    return out;
  }
}

/** A counted stretch that crosses an instant is of two kinds. */
function splitAt(stretch: Stretch, at: number | null, after: Piece["kind"]): Stretch[] {
  if (at === null || stretch.kind !== "counted" || stretch.until <= at) return [stretch];
  if (stretch.from >= at) return [{ ...stretch, kind: after }];
  return [
    { ...stretch, until: at },
    { ...stretch, from: at, kind: after },
  ];
}

/** The strip of a clock that runs, or has run. */
export const stripOf = (clock: ClockShown, now: number): Strip =>
  layStrip(stretchesOf(clock, now), {
    ...{ due: instantOrNull(clock.dueAt), now: clock.state === "ENDED" ? null : now },
  });

type Marks = { readonly due: number | null; readonly now: number | null };

/** Lays stretches on a strip from 0 to 1, with its marks. */
export function layStrip(stretches: readonly Stretch[], { due, now }: Marks): Strip {
  const whole = stretches.reduce((sum, s) => sum + weight(s), 0) || 1;
  let x = 0;
  const pieces = stretches.map((s) => {
    const width = weight(s) / whole;
    const piece = { ...s, x, width };
    x += width;
    return piece;
  });
  const place = (at: number | null): number | null => {
    if (at === null) return null;
    const piece = pieces.find((p) => p.from <= at && at <= p.until);
    return piece ? piece.x + (piece.width * (at - piece.from)) / (piece.until - piece.from) : null;
  };
  return { pieces, due: place(due), now: place(now), ticks: ticksOf(pieces) };
}

function ticksOf(pieces: readonly Piece[]): Strip["ticks"] {
  const ticks: { x: number; at: number }[] = [];
  for (const [i, { x, from, kind }] of pieces.entries()) {
    const opens = i === 0 || pieces[i - 1]?.kind === "closed";
    if (opens && kind !== "closed" && x - (ticks.at(-1)?.x ?? -1) > APART) ticks.push({ x, at: from });
    else if (i === 0) ticks.push({ x, at: from });
  }
  return ticks;
}
