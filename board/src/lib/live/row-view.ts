import type { GlyphName } from "../components/glyph-name.ts";
import { isClosed, opensAt, remainingAt, standingAt } from "../time/countdown.ts";
import { formatInstant, formatRemaining } from "../time/format.ts";
import type { Row } from "./row.ts";

/** What a row looks like at one second. Plain values, so that a row that has not changed is not touched. */
export type RowView = {
  readonly tone: "breached" | "at-risk" | "on-track" | "paused";
  readonly glyph: GlyphName;
  /** The same in words: `Breached, paused`. */
  readonly said: string;
  /** In trouble and nobody has it: filled instead of outlined. */
  readonly loud: boolean;
  readonly time: string;
  /** Under the digits: `resumes Mon 08:30`. */
  readonly note: string;
  /** What is left of the last sixty counted minutes, 0 to 1; null = no fuse. */
  readonly fuse: number | null;
  readonly due: string;
};

const FUSE = 3_600;
const words = { breached: "Breached", "at-risk": "At risk", "on-track": "On track", paused: "Paused" } as const;

const waiting: { readonly [reason in NonNullable<Row["pausedReason"]>]: string } = {
  REQUESTER: "waiting for requester",
  MANUFACTURER: "waiting for manufacturer",
  PARTS: "waiting for parts",
  INTERNAL: "waiting internally",
  APPOINTMENT: "until appointment",
};

/** `frozen`: the board is not live, so digits give way to due times, which stay true. */
export function viewRow(row: Row, now: number, zone: string, frozen = false): RowView {
  const { reading } = row;
  const paused = reading.state === "PAUSED";
  const standing = standingAt(reading, now);
  const left = remainingAt(reading, now);
  const tone =
    standing === "BREACHED" ? "breached" : paused ? "paused" : standing === "AT_RISK" ? "at-risk" : "on-track";
  const closed = !frozen && isClosed(reading, now);
  const opens = closed && reading.periods ? opensAt(reading.periods, now) : null;
  return {
    tone,
    glyph: paused ? "paused" : tone,
    said: paused && tone !== "paused" ? `${words[tone]}, paused` : words[tone],
    loud: row.assignee === null && !paused && (tone === "breached" || tone === "at-risk"),
    time: timeText(row, tone, left, now, zone, frozen),
    note: opens === null ? "" : `resumes ${weekdayAndTime(opens, now, zone)}`,
    // no fuse beside a note: it does not burn while the doors are closed
    fuse: paused || closed || left === null || left < 0 || left > FUSE ? null : left / FUSE,
    due: dueText(row, standing, now, zone),
  };
}

function timeText(
  row: Row,
  tone: RowView["tone"],
  left: number | null,
  now: number,
  zone: string,
  frozen: boolean,
): string {
  if (tone === "paused") {
    if (frozen || row.pausedSince === null) return "–";
    return formatRemaining(Math.max(0, now - row.pausedSince));
  }
  if (frozen) return row.due === null ? "–" : formatInstant(row.due, now, zone);
  return left === null ? "–" : formatRemaining(left);
}

function dueText(row: Row, standing: Row["standing"], now: number, zone: string): string {
  if (row.reading.state === "PAUSED") return row.pausedReason ? waiting[row.pausedReason] : "paused";
  if (row.due === null) return "no target";
  return `${standing === "BREACHED" ? "was due" : "due"} ${formatInstant(row.due, now, zone)}`;
}

/** The opening is told with its day even when it is today's: at night `08:30` alone would leave a doubt. */
const weekdayAndTime = (at: number, now: number, zone: string): string => {
  const text = formatInstant(at, now, zone);
  return text.includes(" ") ? text : `at ${text}`;
};
