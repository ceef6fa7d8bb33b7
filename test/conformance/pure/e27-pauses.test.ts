import { expect, test } from "vitest";
import type { ClockFact } from "../../../api/core/sla-clock/facts.ts";
import { readClock } from "../../../api/core/sla-clock/read-clock.ts";
import { segments } from "../../../api/core/sla-clock/segments.ts";
import { minutes } from "../../../api/core/time.ts";
import { created, hoursOfC, ny, pausable, policy, story, target, utc, waiting } from "./examples.ts";

const promise = policy(pausable);
const read = (facts: ClockFact[], at: string) => readClock(facts, promise, hoursOfC, "FIRST_RESPONSE", 1, ny(at))!;
const paused = (start: string, ...pauses: (readonly [from: string, until: string])[]) =>
  story(
    [start, created()],
    ...pauses.flatMap(([from, until]) => [[from, waiting] as const, [until, "RESUMED"] as const]),
  );

const tenShort = Array.from({ length: 10 }, (_, i) => [`Mon 10:${10 + i}:00`, `Mon 10:${10 + i}:59`] as const);

test.each([
  [
    "E27 ten minutes of pause move due by ten minutes",
    paused("Mon 10:00", ["Mon 10:10", "Mon 10:20"]),
    "2026-11-23T16:10:00Z",
  ],
  [
    "E28 a pause in the last half hour is made up next morning",
    paused("Mon 16:30", ["Mon 17:00", "Mon 17:20"]),
    "2026-11-24T13:50:00Z",
  ],
  [
    "E29 only the open part of a pause over the weekend counts",
    paused("Fri 17:00", ["Fri 17:10", "Mon 08:40"]),
    "2026-11-23T14:30:00Z",
  ],
  [
    "E30 a pause outside hours changes nothing",
    paused("Fri 17:00", ["Fri 18:00", "Sun 12:00"]),
    "2026-11-23T14:00:00Z",
  ],
  ["E31 a pause over a holiday", paused("Wed 16:45", ["Wed 17:00", "11-27 08:45"]), "2026-11-27T14:30:00Z"],
  ["E33 ten pauses of 59 seconds keep their seconds", paused("Mon 10:00", ...tenShort), "2026-11-23T16:09:50Z"],
  ["E34 created in a paused state", paused("Mon 10:00", ["Mon 10:00", "Mon 10:30"]), "2026-11-23T16:30:00Z"],
  [
    "E35 a pause with the spring change inside",
    paused("2027-03-12 17:00", ["2027-03-12 17:10", "2027-03-15 08:40"]),
    "2027-03-15T13:30:00Z",
  ],
] as const)("%s", (_name, facts, due) => {
  expect(utc(read([...facts], "2027-04-01 12:00").dueAt)).toBe(due);
});

test("E32 overlapping pauses count once, the union of both", () => {
  const facts = story(
    ["Mon 10:00", created()],
    ["Mon 10:10", waiting],
    ["Mon 10:30", { kind: "PAUSED", reason: "APPOINTMENT", alongside: true }],
    ["Mon 10:40", { kind: "RESUMED", reason: "REQUESTER" }],
    ["Mon 10:50", { kind: "RESUMED", reason: "APPOINTMENT" }],
  );
  expect(read(facts, "Mon 11:00").dueAt).toBe(ny("Mon 11:40"));
});

test("waiting on something else ends the first pause, and only what the target names pauses", () => {
  const facts = story(
    ["Mon 10:00", created()],
    ["Mon 10:10", waiting],
    ["Mon 10:30", { kind: "PAUSED", reason: "PARTS" }],
  );
  expect(read(facts, "Mon 10:20").state).toBe("PAUSED");
  expect(read(facts, "Mon 10:40")).toMatchObject({ state: "RUNNING", dueAt: ny("Mon 11:20"), elapsed: minutes(20) });
});

test("a paused clock has no edge, and its due is what it would be if resumed now", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:10", { ...waiting, resumesAt: ny("Mon 15:00") }]);
  const reading = read(facts, "Mon 10:30");
  expect(reading).toMatchObject({
    state: "PAUSED",
    standing: "ON_TRACK",
    pausedReason: "REQUESTER",
    pausedAt: ny("Mon 10:10"),
    resumesAt: ny("Mon 15:00"),
    dueAt: ny("Mon 11:20"),
    atRiskAt: ny("Mon 11:05"),
    elapsed: minutes(10),
    remaining: minutes(50),
    nextEdge: null,
  });
});

test("a pause that was to end at an instant ends at it, also where nobody has said so: an answer later is judged by that", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:10", { ...waiting, resumesAt: ny("Mon 10:30") }]);
  expect(read(facts, "Mon 10:29:59").state).toBe("PAUSED");
  expect(read(facts, "Mon 10:40")).toMatchObject({ state: "RUNNING", dueAt: ny("Mon 11:20"), elapsed: minutes(20) });
  const resolved = [...facts, ...story(["Mon 12:00", "RESOLVED"]).map((fact) => ({ ...fact, seq: 3 }))];
  expect(read(resolved, "Mon 12:00")).toMatchObject({ verdict: "MISSED", dueAt: ny("Mon 11:20") });
  const said = [...facts, ...story(["Mon 10:30", "RESUMED", "Mon 10:45"]).map((fact) => ({ ...fact, seq: 3 }))];
  expect(read(said, "Mon 10:50"), "the same as when it was said").toEqual(read(facts, "Mon 10:50"));
});

test("E36c paused after a breach it stays breached, and lateness stands still", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 11:20", waiting]);
  const noon = read(facts, "Mon 12:00");
  expect(noon).toMatchObject({
    state: "PAUSED",
    standing: "BREACHED",
    breachedAt: ny("Mon 11:00:01"),
    dueAt: ny("Mon 11:00"),
  });
  expect(noon.remaining).toBe(-minutes(20));
  expect(read(facts, "Tue 12:00").remaining).toBe(-minutes(20));
});

test.each(["Mon 11:00:00", "Mon 11:00:01"])("a pause from %s on comes too late to move a due at 11:00:00", (from) => {
  const facts = story(
    ["Mon 10:00", created()],
    [from, waiting],
    ["Mon 11:30", "RESUMED"],
    ["Mon 11:30", "PUBLIC_REPLY"],
  );
  expect(read(facts, "Mon 11:30")).toMatchObject({ dueAt: ny("Mon 11:00"), verdict: "MISSED" });
});

test("a pause one second before due keeps that second for later", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:59:59", waiting], ["Mon 11:30", "RESUMED"]);
  expect(read(facts, "Mon 11:30")).toMatchObject({ dueAt: ny("Mon 11:30:01"), remaining: 1 });
});

test("E36d resolved straight out of a pause, the pause is counted before the verdict", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:10", waiting], ["Mon 11:20", "RESOLVED"]);
  expect(read(facts, "Mon 11:20")).toMatchObject({
    verdict: "MET",
    dueAt: ny("Mon 12:10"),
    pausedAt: null,
    elapsed: minutes(10),
  });
});

test("E36e an answer and a pause in one act: the answer is in time, then nothing is left to pause", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 11:00", "PUBLIC_REPLY"], ["Mon 11:00", waiting]);
  expect(read(facts, "Mon 12:00")).toMatchObject({ state: "ENDED", verdict: "MET", satisfiedAt: ny("Mon 11:00") });
});

test("E36f the default promise of a first response never pauses", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:10", waiting]);
  const reading = readClock(facts, policy(target()), hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 10:30"))!;
  expect(reading).toMatchObject({ state: "RUNNING", pausedReason: null, dueAt: ny("Mon 11:00") });
});

test("E48 a warning is a point on the counted clock, not on the wall", () => {
  const fifth = policy(target({ pausesOn: ["REQUESTER"], atRiskBefore: minutes(12) }));
  const facts = paused("Fri 17:00", ["Fri 17:10", "Mon 08:40"]);
  const reading = readClock(facts, fifth, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 09:17:59"))!;
  expect(reading).toMatchObject({ standing: "ON_TRACK", nextEdge: { kind: "AT_RISK", at: ny("Mon 09:18") } });
  expect(readClock(facts, fifth, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 09:18"))!.standing).toBe("AT_RISK");

  const quarter = readClock(story(["Fri 17:00", created()]), promise, hoursOfC, "FIRST_RESPONSE", 1, ny("Fri 17:00"))!;
  expect(quarter.atRiskAt).toBe(ny("Mon 08:45"));
});

test("E49 asked in the middle, elapsed and remaining are counted seconds, and the segments prove them", () => {
  const facts = paused("Fri 17:00", ["Fri 17:10", "Mon 08:40"]);
  expect(read(facts, "Mon 08:50")).toMatchObject({ elapsed: 1_200, remaining: 2_400 });
  expect(segments(facts, promise, hoursOfC, "FIRST_RESPONSE", 1, ny("Mon 08:50"))).toEqual([
    { from: ny("Fri 17:00"), until: ny("Fri 17:10"), kind: "COUNTED", cause: "operating hours" },
    { from: ny("Fri 17:10"), until: ny("Mon 08:40"), kind: "PAUSED", cause: "waiting for the requester" },
    { from: ny("Mon 08:40"), until: ny("Mon 08:50"), kind: "COUNTED", cause: "operating hours" },
  ]);
});
