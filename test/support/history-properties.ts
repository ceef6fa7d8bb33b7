import { strict as assert } from "node:assert";
import { addOpen, openBetween } from "../../api/core/business-calendar/arithmetic.ts";
import { type ClockReading, edges, readClock, readClocks } from "../../api/core/sla-clock/read-clock.ts";
import { type Segment, segments } from "../../api/core/sla-clock/segments.ts";
import type { Instant, Seconds } from "../../api/core/time.ts";
import type { History } from "./histories.ts";

const read = (h: History, at: Instant): ClockReading[] => readClocks(h.facts, h.policy, h.hours, at, h.versions);
const partsOf = (h: History, { metric, cycle }: ClockReading, at = h.at): Segment[] =>
  segments(h.facts, h.policy, h.hours, metric, cycle, at, h.versions);
const sum = (parts: readonly Segment[], kind: Segment["kind"]) =>
  parts.reduce((total, part) => total + (part.kind === kind ? part.until - part.from : 0), 0);
const countsAlways = (reading: ClockReading) => reading.target?.amount.kind === "ELAPSED";

/** What must hold for every history, whoever its clocks belong to. Each throws where it does not. */
export const properties: { readonly [sentence: string]: (history: History) => void } = {
  "the segments of a clock follow one another without gaps, and the counted ones sum exactly to elapsed": (h) => {
    for (const reading of read(h, h.at)) {
      let until: number = reading.startedAt;
      const parts = partsOf(h, reading);
      for (const part of parts) {
        assert.equal(part.from, until, "a gap");
        assert.ok(part.until > part.from, "an empty segment");
        until = part.until;
      }
      assert.equal(until, reading.endedAt ?? h.at, "the end");
      assert.equal(sum(parts, "COUNTED"), reading.elapsed, "elapsed");
    }
  },

  "due follows from the segments: what had been counted by due is elapsed and remaining": (h) => {
    for (const reading of read(h, h.at)) {
      const { dueAt } = reading;
      if (dueAt === null || dueAt >= (reading.endedAt ?? h.at)) continue;
      const byDue = partsOf(h, reading)
        .filter((part) => part.from < dueAt)
        .map((part) => ({ ...part, until: Math.min(part.until, dueAt) as Instant }));
      assert.equal(sum(byDue, "COUNTED"), reading.elapsed + reading.remaining);
    }
  },

  "due, looked for second by second from what the segments counted, is where the promised amount runs out": (h) => {
    const told = new Set(h.facts.map((fact) => fact.kind));
    if (told.has("PRIORITY_CHANGED") || told.has("POLICY_APPLIED")) return; // another amount
    for (const reading of read(h, h.at)) {
      const amount = reading.target?.amount;
      if (!amount) continue;
      // one that has ended counted by the old hours; one that went on is not pulled further than its reopening
      if (told.has("CALENDAR_APPLIED") && (reading.endedAt !== null || told.has("REOPENED"))) continue;
      if (amount.kind === "OPERATING_DAYS") {
        if (told.has("PAUSED") || told.has("CALENDAR_APPLIED") || told.has("REOPENED")) continue;
        const due = nextDaySlowly(h, reading.startedAt);
        if (due !== null) assert.equal(reading.dueAt, due, "one operating day");
      } else {
        const runsOut = runsOutSlowly(h, reading, partsOf(h, reading), amount.seconds);
        const due = runsOut === null ? null : amount.kind === "ELAPSED" ? nextOpenSlowly(h, runsOut) : runsOut;
        if (due !== null) assert.equal(reading.dueAt, due, amount.kind);
      }
    }
  },

  "a running clock left alone comes to its due with nothing left, and is breached one second later": (h) => {
    for (const reading of read(h, h.at)) {
      const { dueAt, metric, cycle } = reading;
      if (dueAt === null || reading.state === "ENDED" || reading.state === "PAUSED" || dueAt < h.at) continue;
      if (h.facts.some((fact) => fact.happenedAt > h.at)) continue; // something is announced for later
      const then = (at: number) =>
        readClock(h.facts, h.policy, h.hours, metric, cycle, at as Instant, h.versions) as ClockReading;
      const onTime = then(dueAt);
      assert.deepEqual([onTime.dueAt, onTime.remaining, onTime.breachedAt], [dueAt, 0, null]);
      assert.equal(then(dueAt + 1).breachedAt, dueAt + 1);
      const [atRisk, breach] = edges(reading);
      assert.ok(atRisk !== undefined && atRisk.at <= dueAt, "at risk comes before due");
      assert.equal(breach?.at, dueAt + 1);
    }
  },

  "adding the time between two instants to the first gives back an instant with the same counted time": (h) => {
    const [from, until] = [(h.facts[0] as { happenedAt: Instant }).happenedAt, h.at];
    const open = openBetween(h.hours, from, until);
    if (open === 0) return;
    const reached = addOpen(h.hours, from, open) as Instant;
    assert.ok(reached <= until);
    assert.equal(openBetween(h.hours, from, reached), open);
    assert.equal(openBetween(h.hours, from, (reached - 1) as Instant), open - 1);
    const back = addOpen(h.hours, until, -open as Seconds) as Instant;
    assert.ok(back >= from);
    assert.equal(openBetween(h.hours, back, until), open);
  },

  "what was stored fact by fact is what a rebuild from all facts reads": (h) => {
    const stored = storedFactByFact(h);
    for (const reading of read(h, h.at)) {
      const row = stored.get(`${reading.metric} ${reading.cycle}`);
      assert.ok(row, "a clock that was never stored");
      stored.delete(`${reading.metric} ${reading.cycle}`);
      if (row.resumesAt !== null && row.resumesAt <= h.at) continue; // its worker has yet to say that the wait is over
      for (const column of COLUMNS) assert.deepEqual(row[column], reading[column], `${reading.metric}.${column}`);
      if (reading.endedAt !== null) assert.equal(row.elapsed, reading.elapsed, "elapsed");
      if (reading.pausedAt === null) assert.equal(row.dueAt, reading.dueAt, "due");
      else assert.equal(row.remaining, reading.remaining, "remaining while paused");
    }
    assert.equal(stored.size, 0, "a stored clock that no reading knows");
  },

  "a plan that promises the same, applied to open clocks, moves nothing": (h) => {
    if (h.facts.some((fact) => fact.kind === "POLICY_APPLIED")) return;
    const same = { ...h, versions: { ...h.versions, policy: () => ({ ...h.policy, version: 2 }) } };
    const edit = { kind: "POLICY_APPLIED", policy: { code: "RANDOM", version: 2 }, seq: h.facts.length + 1 } as const;
    const after = read({ ...same, facts: [...h.facts, { ...edit, happenedAt: h.at, recordedAt: h.at }] }, h.at);
    read(h, h.at).forEach((before, i) => {
      const { metric, dueAt, atRiskAt, breachedAt, elapsed, remaining } = after[i] as ClockReading;
      const told = [before.metric, before.dueAt, before.atRiskAt, before.breachedAt, before.elapsed, before.remaining];
      assert.deepEqual([metric, dueAt, atRiskAt, breachedAt, elapsed, remaining], told);
    });
  },

  "every counted minute is one in which the wall clock of the zone says open, every closed one closed": (h) => {
    for (const reading of read(h, h.at)) {
      if (countsAlways(reading)) continue;
      for (const part of partsOf(h, reading)) {
        if (part.kind === "PAUSED" || part.cause === "every second counts" || part.cause === "rolled to opening")
          continue;
        for (let at = Math.floor(part.from / 60) * 60; at < part.until; at += 60)
          assert.equal(h.isOpenSlowly(Math.max(at, part.from)), part.kind === "COUNTED", `${part.kind} at ${at}`);
      }
    }
  },
};

/** The first instant by which so many seconds were counted: by the segments, then by the wall clock. Null: not within its weeks. */
function runsOutSlowly(h: History, reading: ClockReading, parts: readonly Segment[], seconds: number): number | null {
  let left = seconds;
  for (const part of parts) {
    if (part.kind !== "COUNTED") continue;
    if (part.until - part.from >= left) return part.from + left;
    left -= part.until - part.from;
  }
  let at: number = reading.endedAt ?? h.at;
  if (countsAlways(reading)) return at + left;
  while (at < h.knownUntil) {
    const minuteEnds = Math.floor(at / 60) * 60 + 60;
    if (h.isOpenSlowly(at)) {
      if (minuteEnds - at >= left) return at + left;
      left -= minuteEnds - at;
    }
    at = minuteEnds;
  }
  return null;
}

function nextOpenSlowly(h: History, from: number): number | null {
  for (let at = from; at < h.knownUntil; at = Math.floor(at / 60) * 60 + 60) if (h.isOpenSlowly(at)) return at;
  return null;
}

/** The same wall time on the next operating day: looked for minute by minute on the wall. */
function nextDaySlowly(h: History, startedAt: number): number | null {
  const start = nextOpenSlowly(h, startedAt);
  if (start === null) return null;
  const first = h.shows(start);
  let at = Math.floor(start / 60) * 60;
  while (at < h.knownUntil && (h.shows(at).day === first.day || !h.isOpenSlowly(at))) at += 60;
  if (at >= h.knownUntil) return null;
  const { day } = h.shows(at);
  let closed: number | null = null;
  for (const opens = at; at < h.knownUntil; at += 60) {
    const shown = h.shows(at);
    if (shown.day !== day) return closed ?? opens;
    if (shown.minute > first.minute) return h.isOpenSlowly(at) ? at : (closed ?? nextOpenSlowly(h, at));
    if (shown.minute === first.minute) {
      const wanted = at + (start % 60);
      return h.isOpenSlowly(wanted) ? wanted : (closed ?? nextOpenSlowly(h, wanted));
    }
    if (h.isOpenSlowly(at)) closed = at + 60;
  }
  return null;
}

const COLUMNS = [
  ...([
    "priority",
    "startedAt",
    "endedAt",
    "satisfiedAt",
    "verdict",
    "pausedAt",
    "pausedReason",
    "policyVersion",
  ] as const),
  "noDueReason" as const,
];

/** The rows that a desk would keep: read again at each arrival, and left alone from the seal on. */
function storedFactByFact(h: History): Map<string, ClockReading> {
  const rows = new Map<string, ClockReading>();
  h.facts.forEach((fact, i) => {
    const known = { ...h, facts: h.facts.slice(0, i + 1) };
    const readings = read(known, fact.recordedAt);
    for (const [key, row] of rows) {
      const sealed = row.sealsAt !== null && row.sealsAt <= fact.recordedAt;
      if (!sealed && !readings.some((r) => `${r.metric} ${r.cycle}` === key)) rows.delete(key); // never owed after all
    }
    for (const reading of readings) {
      const key = `${reading.metric} ${reading.cycle}`;
      const row = rows.get(key);
      const sealed = row && row.sealsAt !== null && row.sealsAt <= fact.recordedAt;
      if (!sealed) rows.set(key, reading);
    }
  });
  return rows;
}
