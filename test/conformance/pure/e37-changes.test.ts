import { expect, test } from "vitest";
import type { CalendarDefinition } from "../../../api/core/business-calendar/calendar.ts";
import { hoursFor, type OpenHours } from "../../../api/core/business-calendar/open-periods.ts";
import type { ClockFact, Versions } from "../../../api/core/sla-clock/facts.ts";
import { readClock } from "../../../api/core/sla-clock/read-clock.ts";
import type { SlaPolicy } from "../../../api/core/sla-clock/targets.ts";
import { hours as hoursLong, minutes } from "../../../api/core/time.ts";
import {
  C,
  created,
  holiday,
  hoursOfC,
  ny,
  oneBusinessDay,
  openOn,
  policy,
  priority,
  story,
  target,
  withAddOn,
} from "./examples.ts";

const promise = policy(target(), oneBusinessDay("S"));
const read = (
  facts: ClockFact[],
  at: string,
  hours = hoursOfC,
  versions?: Versions,
  policyOfTicket: SlaPolicy = promise,
) => readClock(facts, policyOfTicket, hours, "FIRST_RESPONSE", 1, ny(at), versions)!;

test.each([
  ["E37 raised in the afternoon, an hour from then", "Mon 09:00", "Mon 14:00", "Mon 15:00"],
  ["E38 raised before closing, the hour goes on next morning", "Mon 09:00", "Mon 17:15", "Tue 09:00"],
  ["E38 raised before closing, the old due later still", "Mon 12:00", "Mon 17:15", "Tue 09:15"],
  ["E39 raised shortly before the old due, the old due stands", "Mon 09:00", "Tue 08:45", "Tue 09:00"],
])("%s", (_name, start, change, due) => {
  const reading = read(story([start, created("S")], [change, priority("U")]), change);
  expect(reading).toMatchObject({ dueAt: ny(due), priority: "U", breachedAt: null });
});

test("E40 lowered before due, it is one business day from creation", () => {
  const reading = read(story(["Mon 10:00", created("U")], ["Mon 10:30", priority("S")]), "Mon 10:30");
  expect(reading).toMatchObject({ dueAt: ny("Tue 10:00"), standing: "ON_TRACK" });
});

test("E40 lowered after a breach, the breach stays", () => {
  const facts = story(["Mon 10:00", created("U")], ["Mon 11:30", priority("S")], ["Mon 12:00", "PUBLIC_REPLY"]);
  expect(read(facts, "Mon 11:40")).toMatchObject({
    standing: "BREACHED",
    breachedAt: ny("Mon 11:00:01"),
    dueAt: ny("Mon 11:00"),
  });
  expect(read(facts, "Mon 12:00").verdict).toBe("MISSED");
});

test("lowered after having been raised, the due never comes earlier than the one that stood", () => {
  const three = policy(
    target(),
    target({ priority: "H", amount: { kind: "OPERATING_TIME", seconds: hoursLong(4) } }),
    oneBusinessDay("S"),
  );
  const facts = story(["Mon 09:00", created("S")], ["Mon 14:00", priority("U")], ["Mon 14:30", priority("H")]);
  expect(read(facts, "Mon 14:30", hoursOfC, undefined, three)).toMatchObject({
    dueAt: ny("Mon 15:00"),
    standing: "ON_TRACK",
  });
});

test("a policy that recomputes from the start does so for raising and for a breach as well", () => {
  const fromStart = policy(target({ onPriorityChange: "FROM_THE_START" }), {
    ...oneBusinessDay("S"),
    onPriorityChange: "FROM_THE_START",
  });
  const raised = story(["Mon 09:00", created("S")], ["Mon 14:00", priority("U")]);
  expect(read(raised, "Mon 14:00", hoursOfC, undefined, fromStart)).toMatchObject({
    dueAt: ny("Mon 10:00"),
    standing: "BREACHED",
  });
  const lowered = story(["Mon 10:00", created("U")], ["Mon 11:30", priority("S")]);
  expect(read(lowered, "Mon 11:30", hoursOfC, undefined, fromStart)).toMatchObject({
    dueAt: ny("Tue 10:00"),
    breachedAt: null,
  });
});

test("E41 a priority that is promised nothing leaves no old deadline behind", () => {
  const facts = story(["Mon 10:00", created("U")], ["Mon 10:30", priority("X")]);
  expect(read(facts, "Mon 13:00")).toMatchObject({
    state: "NO_TARGET",
    noDueReason: "NO_TARGET",
    target: null,
    dueAt: null,
    standing: "ON_TRACK",
    nextEdge: null,
  });
  const again = [...facts, ...story(["Mon 14:00", priority("U")]).map((fact) => ({ ...fact, seq: 3 }))];
  expect(read(again, "Mon 14:00").dueAt).toBe(ny("Mon 15:00"));
});

test.each([
  ["E42 the add-on begins in the evening", "Fri 18:00", withAddOn("Fri 20:00", null), "Fri 21:00"],
  ["E43 half an hour was used before the add-on began", "Fri 17:00", withAddOn("Fri 17:45", null), "Fri 18:15"],
  [
    "E44 the add-on ends at midnight, twenty minutes used",
    "Sat 23:40",
    withAddOn("Sat 08:00", "Sun 00:00"),
    "Mon 09:10",
  ],
])("%s", (_name, start, hours, due) => {
  expect(read(story([start, created()]), start, hours).dueAt).toBe(ny(due));
});

const applied = (at: string, recordedAt = at) =>
  [at, { kind: "CALENDAR_APPLIED", calendar: { code: "C", version: 2 } }, recordedAt] as const;
const next = (calendar: CalendarDefinition): Versions => ({
  hours: (): OpenHours => hoursFor({ ...calendar, version: 2 }),
  policy: () => promise,
});
const closedFromNoon = next({ ...C, exceptions: [openOn("2026-11-23", "08:30", "12:00")] });

test("E45 an emergency closure moves the due to the next morning", () => {
  const facts = story(["Mon 11:30", created()], applied("Mon 12:00", "Mon 12:05"));
  expect(read(facts, "Mon 12:04", hoursOfC, closedFromNoon).dueAt).toBe(ny("Mon 12:30"));
  expect(read(facts, "Mon 12:05", hoursOfC, closedFromNoon)).toMatchObject({
    dueAt: ny("Tue 09:00"),
    state: "CLOSED_HOURS",
  });
});

test("E45 what was breached or met before the announcement is unchanged by it", () => {
  const breached = story(["Mon 10:30", created()], applied("Mon 12:00"));
  expect(read(breached, "Mon 12:30", hoursOfC, closedFromNoon)).toMatchObject({
    dueAt: ny("Mon 11:30"),
    standing: "BREACHED",
  });
  const met = story(["Mon 11:30", created()], ["Mon 11:45", "PUBLIC_REPLY"], applied("Mon 12:00"));
  expect(read(met, "Mon 13:00", hoursOfC, closedFromNoon)).toMatchObject({ dueAt: ny("Mon 12:30"), verdict: "MET" });
});

test("an edit whose page comes after an answer that sealed the clock leaves the verdict as it is, and shows nothing else", () => {
  const answered = story(["Mon 11:30", created()], ["Mon 12:10", "PUBLIC_REPLY"]);
  // applied at 12:00, before the answer; the worker came to this ticket after it
  const late = [...answered, ...story(applied("Mon 12:00")).map((fact) => ({ ...fact, seq: 3 }))];
  const [before, after] = [answered, late].map((facts) => read(facts, "Mon 13:00", hoursOfC, closedFromNoon));
  expect(after).toEqual(before);
  expect(after).toMatchObject({ verdict: "MET", dueAt: ny("Mon 12:30"), remaining: minutes(20) });
});

test("E46 a holiday declared for tomorrow moves the due to the day after", () => {
  const tuesdayOff = next({ ...C, holidays: [...C.holidays, holiday("2026-11-24")] });
  const facts = story(["Mon 17:00", created()], applied("Mon 17:10"));
  expect(read(facts, "Mon 17:10", hoursOfC, tuesdayOff).dueAt).toBe(ny("Wed 09:00"));
});

test("E46b a holiday removed after its date breaches nothing afterwards", () => {
  const workedHoliday = next({ ...C, holidays: C.holidays.filter(({ date }) => date !== "2026-11-26") });
  const facts = story(["Wed 17:00", created()], applied("11-26 00:00", "11-27 08:45"));
  expect(read(facts, "11-27 08:44", hoursOfC, workedHoliday).dueAt).toBe(ny("11-27 09:00"));
  expect(read(facts, "11-27 08:45", hoursOfC, workedHoliday)).toMatchObject({
    dueAt: ny("11-27 08:45"),
    standing: "AT_RISK",
  });
  const fromNow = story(["Wed 17:00", created()], applied("11-27 08:45"));
  expect(read(fromNow, "11-27 08:45", hoursOfC, workedHoliday).dueAt).toBe(ny("11-27 09:00"));
});

const later = [{ from: "09:00", until: "18:00" }];
test("E47 hours that change tomorrow count the old way today", () => {
  const laterHours = next({ ...C, week: { 1: later, 2: later, 3: later, 4: later, 5: later } });
  const facts = story(["11-30 17:00", created()], applied("12-01 00:00", "11-30 17:05"));
  expect(read(facts, "11-30 17:05", hoursOfC, laterHours).dueAt).toBe(ny("12-01 09:30"));
});

test("another plan version applied to open clocks counts from their start; what was breached stays", () => {
  const twoHours = policy(target({ amount: { kind: "OPERATING_TIME", seconds: hoursLong(2) } }));
  const versions: Versions = { policy: () => twoHours, hours: () => hoursOfC };
  const edit = { kind: "POLICY_APPLIED", policy: { code: "TEST", version: 2 } } as const;
  expect(read(story(["Mon 10:00", created()], ["Mon 10:30", edit]), "Mon 10:30", hoursOfC, versions).dueAt).toBe(
    ny("Mon 12:00"),
  );
  const breached = story(["Mon 10:00", created()], ["Mon 11:30", edit]);
  expect(read(breached, "Mon 11:30", hoursOfC, versions)).toMatchObject({
    dueAt: ny("Mon 11:00"),
    standing: "BREACHED",
  });
});

test.each([
  ["raised at 14:00", "Mon 14:00", "Mon 14:30", "Mon 15:00"],
  ["raised shortly before the old due, which stands", "Tue 08:45", "Tue 08:50", "Tue 09:00"],
])("a plan that promises the same moves nothing, also where a ticket was %s", (_name, raised, edited, due) => {
  const edit = { kind: "POLICY_APPLIED", policy: { code: "TEST", version: 2 } } as const;
  const versions: Versions = { policy: () => ({ ...promise, version: 2 }), hours: () => hoursOfC };
  const facts = story(["Mon 09:00", created("S")], [raised, priority("U")], [edited, edit]);
  expect(read(facts, edited, hoursOfC, versions)).toMatchObject({
    dueAt: ny(due),
    breachedAt: null,
    policyVersion: 2,
  });
});

test("a plan that promises two hours to a ticket raised at 14:00 is due at 16:00, not two hours from its creation", () => {
  const edit = { kind: "POLICY_APPLIED", policy: { code: "TEST", version: 2 } } as const;
  const slower = policy(target({ amount: { kind: "OPERATING_TIME", seconds: hoursLong(2) } }), oneBusinessDay("S"));
  const versions: Versions = { policy: () => ({ ...slower, version: 2 }), hours: () => hoursOfC };
  const facts = story(["Mon 09:00", created("S")], ["Mon 14:00", priority("U")], ["Mon 14:30", edit]);
  expect(read(facts, "Mon 14:30", hoursOfC, versions)).toMatchObject({ dueAt: ny("Mon 16:00"), standing: "ON_TRACK" });
});

test("E50 an alert that recovers before opening is cancelled with nothing counted", () => {
  const facts = story(["Sat 02:00", created()], ["Sat 02:04", "CANCELLED"]);
  expect(read(facts, "Sat 03:00")).toMatchObject({
    state: "ENDED",
    verdict: "CANCELLED",
    elapsed: 0,
    breachedAt: null,
  });
});

test("E51 late by an operating hour, and by 64 hours on the wall", () => {
  const facts = story(["Fri 16:00", created()], ["Mon 09:00", "PUBLIC_REPLY"]);
  const reading = read(facts, "Mon 09:00");
  expect(reading).toMatchObject({ verdict: "MISSED", dueAt: ny("Fri 17:00"), remaining: -minutes(60) });
  expect(reading.satisfiedAt! - reading.dueAt!).toBe(3_840 * 60);
});

test("E54 a duplicate that is merged is neither met nor missed", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:20", "MERGED"]);
  expect(read(facts, "Mon 12:00")).toMatchObject({ verdict: "MERGED", satisfiedAt: null, breachedAt: null });
});
