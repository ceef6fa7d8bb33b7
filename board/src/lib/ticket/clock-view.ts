import type { GlyphName } from "../components/glyph-name.ts";
import { isClosed, opensAt, type Reading, remainingAt, standingAt } from "../time/countdown.ts";
import { face, formatInstant, formatRemaining } from "../time/format.ts";
import { instant, instantOrNull } from "../time/instant.ts";
import type { ClockShown } from "./documents.ts";
import { verdictWord, waitingWord } from "./words.ts";

/** What one clock says at one second, in words and digits. */
export type ClockView = {
  readonly tone: "breached" | "at-risk" | "on-track" | "paused" | "done";
  readonly glyph: GlyphName;
  /** `06:24`, `+04:12`; empty when there is nothing to count. */
  readonly time: string;
  /** `left`, `late`, `Met`, `No target`. */
  readonly state: string;
  /** `due Mon 14:38 GMT+1`, `was due …`, `responded …`. */
  readonly due: string;
  /** `resumes Mon 08:30`, `paused: waiting for the requester`. */
  readonly note: string;
};

export const readingOf = (clock: ClockShown): Reading => ({
  state: clock.state,
  standing: clock.standing,
  remaining: clock.remainingSeconds,
  asOf: instant(clock.asOf),
  atRiskRemaining: clock.target?.atRiskBeforeSeconds ?? null,
  periods: clock.openPeriods.map(({ from, until }) => ({ from: instant(from), until: instant(until) })),
});

export function viewClock(clock: ClockShown, pageNow: number): ClockView {
  const reading = readingOf(clock);
  // the page's clock may be a second behind a message, and the open periods begin with the message
  const now = Math.max(pageNow, reading.asOf);
  const standing = standingAt(reading, now);
  const left = remainingAt(reading, now);
  if (clock.state === "NO_TARGET") return quiet("No target", nothingDue(clock));
  if (clock.state === "ENDED") return ended(clock, now);
  const paused = clock.state === "PAUSED";
  const tone =
    standing === "BREACHED" ? "breached" : paused ? "paused" : standing === "AT_RISK" ? "at-risk" : "on-track";
  return {
    tone,
    glyph: paused ? "paused" : tone,
    time: left === null ? "" : formatRemaining(left),
    state: left === null ? "No due time" : left < 0 ? "late" : "left",
    due: dueText(clock, now, standing === "BREACHED" ? "was due" : "due"),
    note: noteOf(clock, reading, now, left),
  };
}

const quiet = (state: string, due: string): ClockView => ({
  ...{ tone: "done", glyph: "on-track", time: "", note: "" },
  ...{ state, due },
});

const nothingDue = ({ noDueReason }: ClockShown): string =>
  noDueReason === "NO_OPERATING_TIME" ? "the calendar has no operating time ahead" : "the plan promises no time here";

function ended(clock: ClockShown, now: number): ClockView {
  const missed = clock.verdict === "MISSED" || clock.standing === "BREACHED";
  const satisfied = instantOrNull(clock.satisfiedAt);
  const answered = satisfied === null ? "" : `answered ${inZone(satisfied, now, clock.timeZone)}, `;
  return {
    tone: missed ? "breached" : "done",
    glyph: missed ? "breached" : "on-track",
    time: missed && clock.remainingSeconds !== null ? formatRemaining(clock.remainingSeconds) : "",
    state: clock.verdict ? verdictWord[clock.verdict] : missed ? "late" : "Answered in time",
    due: answered + dueText(clock, now, "due"),
    note: clock.verdict ? "" : "the verdict is not sealed yet",
  };
}

function noteOf(clock: ClockShown, reading: Reading, now: number, left: number | null): string {
  if (clock.state === "PAUSED") {
    const why = clock.pausedReason ? `waiting for ${waitingWord[clock.pausedReason]}` : "paused";
    const resumes = instantOrNull(clock.resumesAt);
    return resumes === null ? why : `${why}, resumes ${inZone(resumes, now, clock.timeZone)}`;
  }
  if (!isClosed(reading, now) || !reading.periods) return "";
  const opens = opensAt(reading.periods, now);
  const working = left !== null && left >= 0 ? `, then ${formatRemaining(left)} of working time left` : "";
  return opens === null ? "closed now" : `closed now, resumes ${inZone(opens, now, clock.timeZone)}${working}`;
}

const dueText = ({ dueAt, timeZone }: ClockShown, now: number, word: string): string =>
  dueAt === null
    ? "no due time"
    : `${word} ${inZone(instant(dueAt), now, timeZone)} ${shortZone(instant(dueAt), timeZone)}`;

/** Always with its day: a ticket is read on other days than it was written. */
export function inZone(at: number, now: number, zone: string): string {
  const text = formatInstant(at, now, zone);
  return text.includes(" ") ? text : `${face(at, zone).weekday} ${text}`;
}

/** `EST`, `GMT+1`: as the zone calls itself on that day. */
export const shortZone = (at: number, zone: string): string =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(at * 1_000)
    .find(({ type }) => type === "timeZoneName")?.value ?? zone;
