import { describe, expect, test } from "vitest";
import { parseInstant } from "./business-calendar/zone.ts";
import { fairUse, type MeteredSession, passedMark, sessionEnd, usedOn } from "./fair-use-meter.ts";
import { type Instant, minutes, type Seconds } from "./time.ts";

const zone = "America/New_York";
/** Wall time in New York in November after the change of clocks: UTC−5. */
const est = (date: string, time: string): Instant =>
  (parseInstant(`${date}T${time.length === 5 ? `${time}:00` : time}Z`) + 5 * 3600) as Instant;
const session = (from: Instant, until: Instant | null, more: Partial<MeteredSession> = {}): MeteredSession => ({
  clientId: "kestrel",
  ticketId: "4790",
  startedAt: from,
  endedAt: until,
  lastHeartbeatAt: until ?? from,
  ...more,
});
const day = "2026-11-23";
const evening = est(day, "20:00");
const onDay = (from: string, until: string, more: Partial<MeteredSession> = {}) =>
  session(est(day, from), est(day, until), more);

describe("the fair-use meter", () => {
  test("E55 20 and 15 minutes on one day are 35, five of them over", () => {
    const sessions = [onDay("09:00", "09:20"), onDay("14:00", "14:15", { ticketId: "4791" })];
    const use = fairUse({ id: "kestrel", timeZone: zone }, day, minutes(30), sessions, evening);
    expect(use).toEqual({ date: day, allowance: 1800, used: 35 * 60, remaining: 0, over: 5 * 60 });
  });

  test("E55 the thirtieth minute is reached at 14:10, and not a second before", () => {
    const sessions = [onDay("09:00", "09:20"), onDay("14:00", "14:15", { ticketId: "4791" })];
    expect(usedOn(day, zone, sessions, est(day, "14:09:59"))).toBe(1799);
    expect(usedOn(day, zone, sessions, est(day, "14:10:00"))).toBe(1800);
  });

  test("E56 two technicians overlapping on one ticket count once: 10:00–10:20 and 10:10–10:30 are 30", () => {
    const sessions = [onDay("10:10", "10:30"), onDay("10:00", "10:20")];
    expect(usedOn(day, zone, sessions, evening)).toBe(minutes(30));
  });

  test("E56 on two tickets the same stretches add up to 40", () => {
    const sessions = [onDay("10:00", "10:20"), onDay("10:10", "10:30", { ticketId: "4791" })];
    expect(usedOn(day, zone, sessions, evening)).toBe(minutes(40));
  });

  test("E56 a session within a longer one adds nothing, and a gap is not counted", () => {
    const sessions = [onDay("10:00", "10:30"), onDay("10:05", "10:10"), onDay("10:40", "10:45")];
    expect(usedOn(day, zone, sessions, evening)).toBe(minutes(35));
  });

  test("E57 23:50 to 00:20 is ten minutes on the first day and twenty on the second", () => {
    const night = session(est("2026-11-23", "23:50"), est("2026-11-24", "00:20"));
    const later = est("2026-11-24", "09:00");
    expect(usedOn("2026-11-23", zone, [night], later)).toBe(minutes(10));
    expect(usedOn("2026-11-24", zone, [night], later)).toBe(minutes(20));
  });

  test("E57 the midnight is the client's, not the desk's", () => {
    const night = session(est("2026-11-23", "23:50"), est("2026-11-24", "00:20"));
    expect(usedOn("2026-11-23", "America/Los_Angeles", [night], (evening + 86_400) as Instant)).toBe(minutes(30));
  });

  test("E58 01:50 EDT to 01:20 EST across the fall-back is thirty minutes, not minus thirty", () => {
    const [from, until] = [parseInstant("2026-11-01T05:50:00Z"), parseInstant("2026-11-01T06:20:00Z")];
    expect(usedOn("2026-11-01", zone, [session(from, until)], until)).toBe(minutes(30));
  });

  test("E58 that day has twenty-five hours, all of them its own", () => {
    const whole = session(parseInstant("2026-11-01T00:00:00Z"), parseInstant("2026-11-03T00:00:00Z"));
    expect(usedOn("2026-11-01", zone, [whole], parseInstant("2026-11-03T00:00:00Z"))).toBe(25 * 3600);
  });

  test("E59 a technician's machine dies at 10:12: the session ends a minute later, flagged", () => {
    const dead = session(est(day, "10:00"), null, { lastHeartbeatAt: est(day, "10:12") });
    expect(sessionEnd(dead, evening)).toEqual({ until: est(day, "10:13"), vanished: true });
    expect(usedOn(day, zone, [dead], evening)).toBe(minutes(13));
  });

  test("E59 within the grace it is believed to run", () => {
    const running = session(est(day, "10:00"), null, { lastHeartbeatAt: est(day, "10:12") });
    expect(sessionEnd(running, est(day, "10:13:00"))).toEqual({ until: est(day, "10:13"), vanished: false });
    expect(usedOn(day, zone, [running], est(day, "10:12:30"))).toBe(12 * 60 + 30);
  });

  test("E60 the meter is per client", () => {
    const sessions = [onDay("09:00", "09:20"), onDay("09:00", "09:25", { clientId: "alder", ticketId: "4800" })];
    const alder = fairUse({ id: "alder", timeZone: zone }, day, minutes(30), sessions, evening);
    expect(alder).toMatchObject({ used: minutes(25), remaining: minutes(5), over: 0 });
  });

  test("what has not happened yet is not used", () => {
    expect(usedOn(day, zone, [onDay("09:00", "09:20")], est(day, "08:00"))).toBe(0);
    expect(usedOn("2026-11-22", zone, [onDay("09:00", "09:20")], evening)).toBe(0);
  });
});

describe("marks on the meter", () => {
  test.each<[string, number, number, "SOON" | "USED_UP" | null]>([
    ["24:59 to 25:00 is soon", 1_499, 1_500, "SOON"],
    ["25:00 to 25:20 was told before", 1_500, 1_520, null],
    ["29:59 to 30:00 is used up", 1_799, 1_800, "USED_UP"],
    ["24:00 to 31:00 is used up at once", 1_440, 1_860, "USED_UP"],
    ["31:00 to 40:00 was told before", 1_860, 2_400, null],
  ])("%s", (_, before, after, mark) => {
    expect(passedMark(before as Seconds, after as Seconds, minutes(30))).toBe(mark);
  });
});
