import { expect, test } from "vitest";
import { readClocks } from "../../../api/core/sla-clock/read-clock.ts";
import { hours as hoursLong } from "../../../api/core/time.ts";
import { created, hoursOfC, ny, policy, resolution, story, target } from "./examples.ts";

const fourHours = hoursLong(4);
const facts = story(["Mon 15:00", created()], ["Mon 16:00", "RESOLVED"], ["Wed 10:00", "REOPENED"]);
const read = (promise: ReturnType<typeof policy>, at: string, story = facts) =>
  readClocks(story, promise, hoursOfC, ny(at));

test("E36 reopening continues the cycle, the finished time left out", () => {
  const goesOn = policy(resolution(fourHours, { onReopen: "CONTINUE" }));
  const [clock, ...others] = read(goesOn, "Wed 11:00");
  expect(others).toEqual([]);
  expect(clock).toMatchObject({
    cycle: 1,
    state: "RUNNING",
    dueAt: ny("Wed 13:00"),
    elapsed: hoursLong(2),
    verdict: null,
  });
});

test("the finished time counts where the policy says so", () => {
  const goesOn = policy(resolution(fourHours, { onReopen: "CONTINUE", countsWhileSatisfied: true }));
  const [clock] = read(goesOn, "Wed 11:00");
  expect(clock).toMatchObject({ dueAt: ny("Tue 10:00"), standing: "BREACHED", elapsed: hoursLong(1 + 1.5 + 9 + 2.5) });
});

test("a cycle that goes on after reopening does so under the plan that was applied meanwhile", () => {
  const goesOn = (hours: number) => policy(resolution(hoursLong(hours), { onReopen: "CONTINUE" }));
  const edited = story(
    ["Mon 10:00", created()],
    ["Mon 11:00", "RESOLVED"],
    ["Mon 12:00", { kind: "POLICY_APPLIED", policy: { code: "TEST", version: 2 } }],
    ["Mon 13:00", "REOPENED"],
  );
  const versions = { policy: () => ({ ...goesOn(6), version: 2 }), hours: () => hoursOfC };
  const [clock] = readClocks(edited, goesOn(4), hoursOfC, ny("Mon 13:00"), versions);
  expect(clock).toMatchObject({ cycle: 1, policyVersion: 2, dueAt: ny("Tue 09:00"), elapsed: hoursLong(1) });
});

test("E36b reopening starts a new cycle, and the first stays as it ended", () => {
  const [first, second] = read(policy(resolution(fourHours)), "Wed 11:00");
  expect(first).toMatchObject({
    cycle: 1,
    state: "ENDED",
    verdict: "MET",
    satisfiedAt: ny("Mon 16:00"),
    sealsAt: ny("Mon 16:00"),
  });
  expect(second).toMatchObject({ cycle: 2, state: "RUNNING", startedAt: ny("Wed 10:00"), dueAt: ny("Wed 14:00") });
});

test("a target kept by closing goes on while resolved and after a reopening", () => {
  const byClosing = policy(
    resolution(fourHours, { satisfiedBy: "CLOSED", onReopen: "CONTINUE", countsWhileSatisfied: true }),
  );
  const [resolved] = read(byClosing, "Tue 09:00");
  expect(resolved).toMatchObject({ state: "RUNNING", elapsed: hoursLong(3) });

  const closedTwice = story(
    ["Mon 15:00", created()],
    ["Mon 15:30", "CLOSED"],
    ["Mon 16:00", "REOPENED"],
    ["Tue 10:00", "CLOSED"],
  );
  expect(read(byClosing, "Mon 15:45", closedTwice)[0]).toMatchObject({ verdict: "MET", sealsAt: null });
  expect(read(byClosing, "Tue 12:00", closedTwice)[0]).toMatchObject({ verdict: "MET", elapsed: fourHours });
});

test("E36g a reply received in time but recorded late withdraws the breach that was announced", () => {
  const reply = story(["Mon 10:00", created()], ["Mon 10:55", "PUBLIC_REPLY", "Mon 11:20"]);
  const promise = policy(target());
  expect(read(promise, "Mon 11:10", reply)[0]).toMatchObject({ state: "RUNNING", standing: "BREACHED", verdict: null });
  expect(read(promise, "Mon 11:20", reply)[0]).toMatchObject({
    standing: "ON_TRACK",
    verdict: "MET",
    satisfiedAt: ny("Mon 10:55"),
    breachedAt: null,
  });
});

test("E36g facts that arrive out of order are read in the order in which they happened", () => {
  const inOrder = story(["Mon 10:00", created()], ["Mon 10:05", "PUBLIC_REPLY"], ["Mon 10:20", "REQUESTER_MESSAGE"]);
  const swapped = [inOrder[0]!, { ...inOrder[2]!, seq: 2 }, { ...inOrder[1]!, seq: 3, recordedAt: ny("Mon 10:30") }];
  const promise = policy(target(), target({ metric: "NEXT_RESPONSE" }));
  expect(read(promise, "Mon 10:40", swapped)).toEqual(read(promise, "Mon 10:40", inOrder));
  expect(read(promise, "Mon 10:40", swapped)).toHaveLength(2);
});

test("E36g after the seal a late fact changes nothing, and is shown beside the verdict", () => {
  const promise = policy(target());
  const answered = story(["Mon 10:00", created()], ["Mon 11:10", "PUBLIC_REPLY"]);
  const mail = (recordedAt: string) => [
    ...answered,
    { ...story(["Mon 10:55", "PUBLIC_REPLY", recordedAt])[0]!, seq: 3 },
  ];

  const [corrected] = read(promise, "Mon 12:00", mail("Mon 11:30"));
  expect(corrected).toMatchObject({ verdict: "MET", satisfiedAt: ny("Mon 10:55"), afterSeal: null });

  const [sealed] = read(promise, "Mon 12:00", mail("Mon 11:30:01"));
  expect(sealed).toMatchObject({ verdict: "MISSED", satisfiedAt: ny("Mon 11:10"), sealsAt: ny("Mon 11:30:01") });
  expect(sealed!.afterSeal).toEqual({ verdict: "MET", satisfiedAt: ny("Mon 10:55") });
});
