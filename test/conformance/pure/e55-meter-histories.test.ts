import fc from "fast-check";
import { expect, test } from "vitest";
import { localDate, parseInstant } from "../../../api/core/business-calendar/zone.ts";
import { GRACE, localDay, type MeteredSession, usedOn } from "../../../api/core/fair-use-meter.ts";
import type { Instant } from "../../../api/core/time.ts";

// midnights that are easy to get wrong: none, a changed clock before or after it, and one that is skipped
const MIDNIGHTS: readonly [zone: string, midnight: string][] = [
  ["America/New_York", "2026-11-02T05:00:00Z"],
  ["America/New_York", "2026-11-01T04:00:00Z"],
  ["Australia/Lord_Howe", "2027-04-03T13:00:00Z"],
  ["America/Santiago", "2026-09-06T04:00:00Z"],
  ["Asia/Kolkata", "2026-11-30T18:30:00Z"],
];
const HOUR = 3_600;

type Moment = { readonly zone: string; readonly sessions: readonly MeteredSession[]; readonly at: Instant };

/** Up to eight sessions on up to three tickets within an hour of a midnight: ended, running, or heard of no more. */
const moments: fc.Arbitrary<Moment> = fc.constantFrom(...MIDNIGHTS).chain(([zone, text]) => {
  const midnight = parseInstant(text);
  const second = fc.integer({ min: -HOUR, max: HOUR }).map((s) => midnight + s);
  const session = fc
    .record({
      ticketId: fc.constantFrom("a", "b", "c"),
      startedAt: second,
      beats: fc.integer({ min: 0, max: 40 }),
      after: fc.integer({ min: 0, max: 90 }),
      ended: fc.boolean(),
    })
    .map(({ ticketId, startedAt, beats, after, ended }): MeteredSession => {
      const lastHeartbeatAt = (startedAt + beats * 20) as Instant;
      const endedAt = ended ? ((lastHeartbeatAt + Math.min(after, GRACE)) as Instant) : null;
      return { clientId: "kestrel", ticketId, startedAt: startedAt as Instant, lastHeartbeatAt, endedAt };
    });
  const all = fc.record({ sessions: fc.array(session, { maxLength: 8 }), at: second.map((s) => s as Instant) });
  return all.map((rest) => ({ zone, ...rest }));
});

/** Second by second: a ticket's second counts once, if any of its sessions was alive in it. */
function counted(date: string, { zone, sessions, at }: Moment): number {
  const day = localDay(date, zone);
  const seconds = new Set<string>();
  for (const { ticketId, startedAt, endedAt, lastHeartbeatAt } of sessions)
    for (let s: number = startedAt; s < at; s += 1) {
      const alive = endedAt !== null ? s < endedAt : s < lastHeartbeatAt + GRACE;
      if (alive && s >= day.from && s < day.until) seconds.add(`${ticketId} ${s}`);
    }
  return seconds.size;
}

test("10,000 random histories of sessions around midnights: the meter equals a count second by second", () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const { zone, sessions, at } = moment;
      const dates = new Set([...sessions.map((s) => localDate(zone, s.startedAt)), localDate(zone, at)]);
      for (const date of dates) expect(usedOn(date, zone, sessions, at)).toBe(counted(date, moment));
    }),
    { numRuns: 10_000 },
  );
}, 120_000);
