import { expect, test } from "vitest";
import { readClocks } from "../../../api/core/sla-clock/read-clock.ts";
import { hours } from "../../../api/core/time.ts";
import { created, hoursOfC, ny, policy, resolution, story, target } from "./examples.ts";

const promise = policy(target(), target({ metric: "NEXT_RESPONSE" }), resolution(hours(8)));
const read = (at: string, facts: ReturnType<typeof story>) => readClocks(facts, promise, hoursOfC, ny(at));
const first = (at: string, facts: ReturnType<typeof story>) => read(at, facts)[0]!;

const mailed = (message: string) => ({ kind: "PUBLIC_REPLY", message, mailed: true }) as const;
const withdrawn = (message: string, said: string) => ({ kind: "RESPONSE_WITHDRAWN", message, said: ny(said) }) as const;

test("a response by mail keeps its promise at once, and is sealed when nothing can come back any more", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:30", mailed("a")]);
  expect(first("Mon 10:31", facts)).toMatchObject({ verdict: "MET", sealsAt: ny("Mon 11:00") });
  expect(first("Mon 10:31", story(["Mon 10:00", created()], ["Mon 10:30", "PUBLIC_REPLY"]))).toMatchObject({
    verdict: "MET",
    sealsAt: ny("Mon 10:30"),
  });
});

test("one that missed is sealed by the later of both settling times", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 12:00", mailed("a")]);
  expect(first("Mon 12:01", facts)).toMatchObject({ verdict: "MISSED", sealsAt: ny("Mon 12:30") });
});

test("one that comes back within the settling time was none: the clock runs on as though nothing had been said", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:30", mailed("a")], ["Mon 10:45", withdrawn("a", "Mon 10:30")]);
  expect(first("Mon 10:44", facts)).toMatchObject({ verdict: "MET" });
  expect(first("Mon 10:45", facts)).toMatchObject({ state: "RUNNING", verdict: null, satisfiedAt: null });
  expect(first("Mon 11:30", facts)).toMatchObject({ standing: "BREACHED", breachedAt: ny("Mon 11:00:01") });
});

test("one that comes back after the seal changes nothing, and is shown beside the verdict", () => {
  const facts = story(["Mon 10:00", created()], ["Mon 10:30", mailed("a")], ["Mon 11:00", withdrawn("a", "Mon 10:30")]);
  expect(first("Mon 12:00", facts)).toMatchObject({
    verdict: "MET",
    satisfiedAt: ny("Mon 10:30"),
    sealsAt: ny("Mon 11:00"),
    afterSeal: { verdict: null, satisfiedAt: null },
  });
});

test("another answer that arrived keeps the promise from then on", () => {
  const facts = story(
    ["Mon 10:00", created()],
    ["Mon 10:30", mailed("a")],
    ["Mon 10:40", mailed("b")],
    ["Mon 10:45", withdrawn("a", "Mon 10:30")],
  );
  expect(first("Mon 10:50", facts)).toMatchObject({
    verdict: "MET",
    satisfiedAt: ny("Mon 10:40"),
    sealsAt: ny("Mon 11:10"),
  });
  expect(read("Mon 10:50", facts)).toHaveLength(2);
});

test("a resolution that stands answers too: the message that came with it is not what counts", () => {
  const facts = story(
    ["Mon 10:00", created()],
    ["Mon 10:30", mailed("a")],
    ["Mon 10:30", "RESOLVED"],
    ["Mon 10:35", withdrawn("a", "Mon 10:30")],
  );
  expect(first("Mon 10:40", facts)).toMatchObject({ verdict: "MET", satisfiedAt: ny("Mon 10:30") });
});

test("a message of the requester that it had answered waits for an answer again", () => {
  const facts = story(
    ["Mon 10:00", created()],
    ["Mon 10:10", "PUBLIC_REPLY"],
    ["Mon 10:20", "REQUESTER_MESSAGE"],
    ["Mon 10:30", mailed("b")],
    ["Mon 10:35", withdrawn("b", "Mon 10:30")],
  );
  const next = (at: string) => read(at, facts).find((clock) => clock.metric === "NEXT_RESPONSE");
  expect(next("Mon 10:34")).toMatchObject({ verdict: "MET" });
  expect(next("Mon 10:36")).toMatchObject({ state: "RUNNING", verdict: null });
});
