import { describe, expect, test } from "vitest";
import {
  type Act,
  acceptedIn,
  isActive,
  type LifecycleTicket,
  permit,
  type Status,
  type Step,
  statuses,
  steps,
  type Verb,
  verbs,
} from "./ticket-lifecycle.ts";
import type { Instant } from "./time.ts";

const at = (day: number, seconds = 0) => (1_793_000_000 + day * 86_400 + seconds) as Instant;
const technician: Act = { by: "STAFF", reopenDays: 14 };
const requester: Act = { by: "REQUESTER", reopenDays: 14 };
const ticket = (status: Status, more: Partial<LifecycleTicket> = {}): LifecycleTicket => ({
  status,
  stepsDone: steps,
  requiredSteps: steps,
  closedAt: status === "CLOSED" ? at(0) : null,
  ...more,
});
const three: Step[] = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"];

/** `.` = refused, `=` = accepted and the status stays, else the status it leads to. */
const life: [Verb, string][] = [
  //                 NEW        OPEN      WAITING   SCHEDULED RESOLVED CLOSED CANCELLED MERGED
  ["take", "         OPEN       =         =         =         .        .      .         .     "],
  ["assign", "       =          =         =         =         =        .      .         .     "],
  ["wait", "         WAITING    WAITING   =         WAITING   .        .      .         .     "],
  ["resume", "       OPEN       .         OPEN      OPEN      .        .      .         .     "],
  ["schedule", "     SCHEDULED  SCHEDULED SCHEDULED =         .        .      .         .     "],
  ["reply", "        =          =         =         =         =        =      .         .     "],
  ["note", "         =          =         =         =         =        =      =         =     "],
  ["completeStep", " =          =         =         =         =        .      .         .     "],
  ["resolve", "      RESOLVED   RESOLVED  RESOLVED  RESOLVED  .        .      .         .     "],
  ["reopen", "       .          .         .         .         OPEN     OPEN   .         .     "],
  ["close", "        CLOSED     CLOSED    CLOSED    CLOSED    CLOSED   .      .         .     "],
  ["cancel", "       CANCELLED  CANCELLED CANCELLED CANCELLED .        .      .         .     "],
  ["merge", "        MERGED     MERGED    MERGED    MERGED    .        .      .         .     "],
  ["setPriority", "  =          =         =         =         =        .      .         .     "],
  ["stateFacts", "   =          =         =         =         =        .      .         .     "],
  ["overrideCoverage", " =        =         =         =         =        .      .         .     "],
  ["withdrawOverride", " =        =         =         =         =        .      .         .     "],
  ["startSession", " OPEN       =         =         =         .        .      .         .     "],
];

describe("the life of a ticket", () => {
  test.each(life)("%s", (verb, row) => {
    const cells = row.trim().split(/\s+/);
    statuses.forEach((status, i) => {
      const answer = permit(ticket(status), verb, at(1), { ...technician, reason: "asked for" });
      const told = answer.ok ? (answer.to === status ? "=" : answer.to) : ".";
      expect(`${status} ${told}`).toBe(`${status} ${cells[i]}`);
    });
  });

  test("the table above knows every verb", () => {
    expect(life.map(([verb]) => verb)).toEqual([...verbs]);
  });

  test("every refusal says what the status accepts instead", () => {
    for (const status of statuses)
      for (const verb of verbs) {
        const answer = permit(ticket(status), verb, at(1), { ...technician, reason: "asked for" });
        if (!answer.ok) expect(answer.accepts).not.toContain(verb);
        if (!answer.ok) expect(answer.accepts).toEqual(acceptedIn(status));
      }
    expect(acceptedIn("RESOLVED")).toContain("reopen");
  });

  test("in work are new, open, waiting and scheduled tickets", () => {
    expect(statuses.filter(isActive)).toEqual(["NEW", "OPEN", "WAITING", "SCHEDULED"]);
  });
});

describe("the four documented steps", () => {
  test("resolving needs the first three, and names those that are missing", () => {
    expect(permit(ticket("OPEN", { stepsDone: ["RESOLVE"] }), "resolve", at(1), technician)).toMatchObject({
      ok: false,
      code: "STEPS_MISSING",
      missingSteps: ["IDENTIFY_CAUSE", "TEST"],
    });
    expect(permit(ticket("OPEN", { stepsDone: three }), "resolve", at(1), technician).ok).toBe(true);
  });

  test("the missing notes may be given in the same act, in any order", () => {
    const act: Act = { ...technician, steps: ["TEST", "IDENTIFY_CAUSE"] };
    expect(permit(ticket("OPEN", { stepsDone: ["RESOLVE"] }), "resolve", at(1), act)).toMatchObject({ to: "RESOLVED" });
  });

  test("closing needs the fourth too", () => {
    const resolved = ticket("RESOLVED", { stepsDone: three });
    expect(permit(resolved, "close", at(1), technician)).toMatchObject({
      code: "STEPS_MISSING",
      missingSteps: ["DOCUMENT"],
    });
    const closing: Act = { ...technician, steps: ["DOCUMENT"] };
    expect(permit(resolved, "close", at(1), closing)).toMatchObject({ to: "CLOSED", withoutSteps: false });
  });

  test("a reason does not stand in for the steps of an ordinary ticket", () => {
    const answer = permit(ticket("OPEN", { stepsDone: [] }), "close", at(1), { ...technician, reason: "too busy" });
    expect(answer).toMatchObject({ ok: false, code: "STEPS_MISSING", missingSteps: steps });
  });

  test("which steps are required is the plan's matter", () => {
    const free = { stepsDone: [], requiredSteps: [] };
    expect(permit(ticket("NEW", free), "close", at(1), technician).ok).toBe(true);
    const one = { stepsDone: [], requiredSteps: ["TEST"] as const };
    expect(permit(ticket("OPEN", one), "resolve", at(1), technician)).toMatchObject({ missingSteps: ["TEST"] });
  });

  test("an excluded ticket closes with a reason instead", () => {
    const excluded = ticket("OPEN", { stepsDone: [], coverage: "EXCLUDED" });
    expect(permit(excluded, "close", at(1), technician)).toMatchObject({ code: "REASON_REQUIRED" });
    expect(permit(excluded, "close", at(1), { ...technician, reason: "a project" })).toMatchObject({
      to: "CLOSED",
      withoutSteps: true,
    });
  });

  test("a limited ticket does not", () => {
    const limited = ticket("OPEN", { stepsDone: [], coverage: "LIMITED" });
    expect(permit(limited, "close", at(1), { ...technician, reason: "a printer" }).ok).toBe(false);
  });

  test("a withdrawn ticket closes with a reason, and an empty one is none", () => {
    const open = ticket("WAITING", { stepsDone: [] });
    const withdrawn: Act = { ...technician, withdrawn: true };
    expect(permit(open, "close", at(1), { ...withdrawn, reason: "  " })).toMatchObject({ code: "REASON_REQUIRED" });
    expect(permit(open, "close", at(1), { ...withdrawn, reason: "solved itself" }).ok).toBe(true);
  });

  test("a reopened ticket asks for new notes", () => {
    const again = ticket("OPEN", { stepsDone: [] });
    expect(permit(again, "resolve", at(1), technician)).toMatchObject({ missingSteps: three });
  });
});

describe("reopening", () => {
  const because: Act = { ...technician, reason: "it came back" };

  test("whoever sees a resolved ticket reopens it, without a reason", () => {
    expect(permit(ticket("RESOLVED"), "reopen", at(99), requester)).toMatchObject({ ok: true, to: "OPEN" });
  });

  test("a closed ticket is reopened by a technician, with a reason", () => {
    expect(permit(ticket("CLOSED"), "reopen", at(1), { ...requester, reason: "again" })).toMatchObject({
      code: "STAFF_ONLY",
    });
    expect(permit(ticket("CLOSED"), "reopen", at(1), technician)).toMatchObject({ code: "REASON_REQUIRED" });
    expect(permit(ticket("CLOSED"), "reopen", at(1), because)).toMatchObject({ ok: true, to: "OPEN" });
  });

  test("within fourteen days of closing, to the second", () => {
    expect(permit(ticket("CLOSED"), "reopen", at(14), because).ok).toBe(true);
    expect(permit(ticket("CLOSED"), "reopen", at(14, 1), because)).toMatchObject({ code: "REOPEN_PERIOD_OVER" });
  });

  test("a plan without a limit has none", () => {
    expect(permit(ticket("CLOSED"), "reopen", at(4000), { ...because, reopenDays: null }).ok).toBe(true);
  });

  test("cancelled and merged tickets stay so", () => {
    for (const status of ["CANCELLED", "MERGED"] as const)
      expect(permit(ticket(status), "reopen", at(1), because)).toMatchObject({
        code: "FINAL_STATUS",
        accepts: ["note"],
      });
  });
});

test("cancelling needs a reason", () => {
  expect(permit(ticket("OPEN"), "cancel", at(1), technician)).toMatchObject({ code: "REASON_REQUIRED" });
  expect(permit(ticket("OPEN"), "cancel", at(1), { ...technician, reason: "sent twice" })).toMatchObject({
    to: "CANCELLED",
  });
});
