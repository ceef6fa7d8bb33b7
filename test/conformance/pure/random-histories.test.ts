import fc from "fast-check";
import { expect, test } from "vitest";
import { hoursFor } from "../../../api/core/business-calendar/open-periods.ts";
import type { ClockFact } from "../../../api/core/sla-clock/facts.ts";
import { type ClockReading, edges, readClock, readClocks } from "../../../api/core/sla-clock/read-clock.ts";
import { type Segment, segments } from "../../../api/core/sla-clock/segments.ts";
import type { PauseReason, Target } from "../../../api/core/sla-clock/targets.ts";
import { hours as hoursLong, type Instant, minutes } from "../../../api/core/time.ts";
import { C, ny, oneBusinessDay, policy, resolution, target } from "./examples.ts";

const START = ny("10-28 09:00");
const hours = hoursFor(C, [{ from: ny("11-07 12:00"), until: ny("11-08 03:00") }]);
const pausesOn: PauseReason[] = ["REQUESTER", "APPOINTMENT"];
const targets = (change: Partial<Target>) =>
  policy(
    target({ ...change, pausesOn }),
    { ...oneBusinessDay("S"), ...change, pausesOn },
    target({ metric: "NEXT_RESPONSE", ...change }),
    resolution(hoursLong(6), { ...change, pausesOn }),
    resolution(hoursLong(20), {
      ...change,
      priority: "S",
      pausesOn,
      amount: { kind: "ELAPSED", seconds: hoursLong(30) },
    }),
  );
const plans = fc
  .record({
    onReopen: fc.constantFrom("NEW_CYCLE" as const, "CONTINUE" as const),
    onPriorityChange: fc.constantFrom("EARLIER_OF_OLD_AND_NEW" as const, "FROM_THE_START" as const),
    countsWhileSatisfied: fc.boolean(),
    atRiskBefore: fc.constantFrom(minutes(15), minutes(90)),
  })
  .map(targets);

const happenings = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("REQUESTER", "APPOINTMENT", "PARTS").map((reason) => ({ kind: "PAUSED", reason })),
  },
  { weight: 4, arbitrary: fc.constant({ kind: "RESUMED" }) },
  { weight: 2, arbitrary: fc.constantFrom("U", "S", "X").map((priority) => ({ kind: "PRIORITY_CHANGED", priority })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom("PUBLIC_REPLY", "REQUESTER_MESSAGE", "RESOLVED", "REOPENED", "CLOSED")
      .map((kind) => ({ kind })),
  },
);

/** A story of up to a dozen happenings in the fortnight around the autumn change, with a mid-story moment to look at it. */
const stories = fc
  .record({
    first: fc.record({ after: fc.integer({ min: 0, max: 5 * 86_400 }), priority: fc.constantFrom("U", "S") }),
    rest: fc.array(fc.record({ after: fc.integer({ min: 0, max: 20 * 3600 }), what: happenings }), { maxLength: 12 }),
    look: fc.integer({ min: 0, max: 2 * 86_400 }),
  })
  .map(({ first, rest, look }) => {
    let at = START + first.after;
    const facts = [
      { kind: "CREATED", priority: first.priority, seq: 1, happenedAt: at, recordedAt: at },
    ] as unknown as ClockFact[];
    for (const { after, what } of rest) {
      at += after;
      facts.push({ ...what, seq: facts.length + 1, happenedAt: at, recordedAt: at } as unknown as ClockFact);
    }
    return { facts, at: (at + look) as Instant };
  });

const sum = (parts: Segment[], kind: Segment["kind"]) =>
  parts.filter((part) => part.kind === kind).reduce((total, part) => total + part.until - part.from, 0);

const check = (
  property: (
    story: { facts: ClockFact[]; at: Instant },
    reading: ClockReading,
    parts: Segment[],
    plan: ReturnType<typeof targets>,
  ) => void,
) =>
  fc.assert(
    fc.property(stories, plans, (story, plan) => {
      for (const reading of readClocks(story.facts, plan, hours, story.at))
        property(story, reading, segments(story.facts, plan, hours, reading.metric, reading.cycle, story.at), plan);
    }),
    { numRuns: 400 },
  );

test("the segments of any clock follow one another without gaps, and the counted ones sum to elapsed", () => {
  check(({ at }, reading, parts) => {
    const bounds = [reading.startedAt, ...parts.map((part) => part.until)];
    expect(parts.map((part) => part.from)).toEqual(bounds.slice(0, -1));
    expect(bounds.at(-1)).toBe(reading.endedAt ?? at);
    expect(sum(parts, "COUNTED")).toBe(reading.elapsed);
    expect(parts.some((part) => part.kind === "PAUSED") || reading.pausedAt === null || reading.pausedAt === at).toBe(
      true,
    );
  });
});

test("due follows from the segments: elapsed and remaining add up to what had been counted by due", () => {
  check((story, reading, _parts, plan) => {
    if (reading.dueAt === null || reading.dueAt >= (reading.endedAt ?? story.at)) return;
    const byDue = segments(story.facts, plan, hours, reading.metric, reading.cycle, story.at)
      .map((part) => ({ ...part, until: Math.min(part.until, reading.dueAt!) as Instant }))
      .filter((part) => part.from < part.until);
    expect(sum(byDue, "COUNTED")).toBe(reading.elapsed + reading.remaining);
  });
});

test("a running clock left alone comes to its due: nothing left then, breached one second later", () => {
  check((story, reading, _parts, plan) => {
    if (reading.dueAt === null || reading.state === "ENDED" || reading.state === "PAUSED" || reading.dueAt < story.at)
      return;
    const then = (at: number) => readClock(story.facts, plan, hours, reading.metric, reading.cycle, at as Instant)!;
    expect(then(reading.dueAt)).toMatchObject({
      dueAt: reading.dueAt,
      remaining: 0,
      breachedAt: null,
      elapsed: reading.elapsed + reading.remaining,
    });
    expect(then(reading.dueAt + 1)).toMatchObject({ standing: "BREACHED", breachedAt: reading.dueAt + 1 });
    const [atRisk, breach] = edges(reading);
    expect(breach!.at).toBe(reading.dueAt + 1);
    expect(atRisk!.at).toBeLessThanOrEqual(reading.dueAt);
    if (atRisk!.at > story.at) {
      expect(then(atRisk!.at - 1).standing).toBe("ON_TRACK");
      expect(then(atRisk!.at).remaining).toBe(
        Math.min(reading.target!.atRiskBefore, reading.elapsed + reading.remaining),
      );
    }
  });
});

test("facts handed over in any order read the same", () => {
  fc.assert(
    fc.property(stories, plans, fc.infiniteStream(fc.nat()), ({ facts, at }, plan, random) => {
      const shuffled = facts
        .map((fact) => ({ fact, key: random.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ fact }) => fact);
      expect(readClocks(shuffled, plan, hours, at)).toEqual(readClocks(facts, plan, hours, at));
    }),
    { numRuns: 100 },
  );
});
