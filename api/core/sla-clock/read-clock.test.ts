import { expect, test } from "vitest";
import { hoursFor } from "../business-calendar/open-periods.ts";
import { atWall } from "../business-calendar/zone.ts";
import { hours as hoursLong, type Instant, minutes } from "../time.ts";
import type { ClockFact } from "./facts.ts";
import { edgeAfter, edges, readClocks } from "./read-clock.ts";
import type { SlaPolicy, Target } from "./targets.ts";

const day = [{ from: "08:30", until: "17:30" }];
const office = hoursFor({
  code: "US",
  version: 1,
  timeZone: "America/New_York",
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  holidays: [],
  exceptions: [],
});
const at = (time: string) => atWall("America/New_York", `2026-11-23 ${time}`);

const target = (metric: Target["metric"], length: number): Target => ({
  metric,
  priority: "STANDARD",
  amount: { kind: "OPERATING_TIME", seconds: hoursLong(length) },
  commitment: "INTERNAL",
  satisfiedBy: metric === "RESOLUTION" ? "RESOLVED" : "PUBLIC_REPLY",
  pausesOn: [],
  atRiskBefore: minutes(15),
  onPriorityChange: "EARLIER_OF_OLD_AND_NEW",
  onReopen: "NEW_CYCLE",
});
const plan: SlaPolicy = {
  planCode: "P",
  version: 1,
  historical: false,
  targets: [target("FIRST_RESPONSE", 1), target("NEXT_RESPONSE", 2), target("RESOLUTION", 4)],
  settling: minutes(30),
};

/** "10:00 PUBLIC_REPLY" on the Monday; the ticket is created at 09:00. */
const told = (...lines: string[]): ClockFact[] =>
  ["09:00 CREATED", ...lines].map((line, i) => {
    const [time, kind] = line.split(" ") as [string, string];
    const when = { seq: i + 1, happenedAt: at(time), recordedAt: at(time) };
    return { kind, priority: "STANDARD", ...when } as ClockFact;
  });
const read = (now: string, ...lines: string[]) => readClocks(told(...lines), plan, office, at(now));
const named = (now: string, ...lines: string[]) =>
  read(now, ...lines).map((r) => `${r.metric} ${r.cycle} ${r.verdict ?? r.state}`);

test("a new ticket owes a first response and a resolution", () => {
  expect(named("09:30")).toEqual(["FIRST_RESPONSE 1 RUNNING", "RESOLUTION 1 RUNNING"]);
});

test("a plan that promises only a response gives rise to no other clock", () => {
  const only = { ...plan, targets: [target("FIRST_RESPONSE", 1)] };
  expect(readClocks(told(), only, office, at("09:30")).map((r) => r.metric)).toEqual(["FIRST_RESPONSE"]);
});

test("before it was created a ticket has no clocks", () => expect(read("08:59")).toEqual([]));

test("while the first response is owed, another message starts nothing", () => {
  expect(named("09:30", "09:10 REQUESTER_MESSAGE")).toEqual(["FIRST_RESPONSE 1 RUNNING", "RESOLUTION 1 RUNNING"]);
});

test("after it, each message that waits for an answer starts the next response, once", () => {
  const lines = ["09:10 PUBLIC_REPLY", "09:20 REQUESTER_MESSAGE", "09:30 REQUESTER_MESSAGE"];
  expect(named("09:40", ...lines)).toContain("NEXT_RESPONSE 1 RUNNING");
  expect(read("09:40", ...lines)[2]!.startedAt).toBe(at("09:20"));
  const more = [...lines, "09:50 PUBLIC_REPLY", "10:00 REQUESTER_MESSAGE"];
  expect(named("10:10", ...more).slice(2)).toEqual(["NEXT_RESPONSE 1 MET", "NEXT_RESPONSE 2 RUNNING"]);
});

test("a word of thanks after resolving starts nothing, unless the ticket is reopened", () => {
  const thanks = ["09:10 PUBLIC_REPLY", "09:20 RESOLVED", "09:30 REQUESTER_MESSAGE"];
  expect(named("09:40", ...thanks)).toEqual(["FIRST_RESPONSE 1 MET", "RESOLUTION 1 MET"]);
  expect(named("09:50", ...thanks, "09:45 REOPENED").slice(2)).toEqual([
    "RESOLUTION 2 RUNNING",
    "NEXT_RESPONSE 1 RUNNING",
  ]);
});

test("what was answered while the ticket was at rest is not owed again when it is reopened", () => {
  const asked = ["09:10 PUBLIC_REPLY", "09:20 RESOLVED", "09:30 REQUESTER_MESSAGE"];
  expect(named("10:00", ...asked, "09:40 PUBLIC_REPLY", "09:50 REOPENED").slice(2)).toEqual(["RESOLUTION 2 RUNNING"]);
});

test("resolving without an answer ends the response clock too", () => {
  expect(named("09:30", "09:20 RESOLVED")).toEqual(["FIRST_RESPONSE 1 MET", "RESOLUTION 1 MET"]);
});

test("a cancelled ticket is not reopened by a clock", () => {
  expect(named("11:30", "11:00 CANCELLED", "11:10 REOPENED")).toEqual([
    "FIRST_RESPONSE 1 CANCELLED",
    "RESOLUTION 1 CANCELLED",
  ]);
});

test("a running clock has two edges, and asks for the first one not yet announced", () => {
  const [first] = read("09:00");
  expect(edges(first!)).toEqual([
    { kind: "AT_RISK", at: at("09:45") },
    { kind: "BREACH", at: at("10:00:01") },
  ]);
  expect(edgeAfter(first!, at("09:44:59"))).toEqual({ kind: "AT_RISK", at: at("09:45") });
  expect(edgeAfter(first!, at("09:45"))).toEqual({ kind: "BREACH", at: at("10:00:01") });
  expect(edgeAfter(first!, at("10:00:01"))).toBeNull();
});

test("a target shorter than its warning is at risk from the start", () => {
  const short = { ...plan, targets: [{ ...target("FIRST_RESPONSE", 1), atRiskBefore: hoursLong(2) }] };
  expect(readClocks(told(), short, office, at("09:00"))[0]).toMatchObject({
    atRiskAt: at("09:00"),
    standing: "AT_RISK",
  });
});

test("what is recorded later than the instant asked about is not known yet", () => {
  const facts = told("09:10 PUBLIC_REPLY").map((f) =>
    f.kind === "CREATED" ? f : { ...f, recordedAt: (f.recordedAt + 60) as Instant },
  );
  expect(readClocks(facts, plan, office, at("09:10:59"))[0]!.state).toBe("RUNNING");
  expect(readClocks(facts, plan, office, at("09:11"))[0]!).toMatchObject({ verdict: "MET", satisfiedAt: at("09:10") });
});
