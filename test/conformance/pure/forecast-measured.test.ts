import { describe, expect, test } from "vitest";
import { type Instant, minutes, type Seconds } from "../../../api/core/time.ts";
import { chooseDays, possibleDays, replayDay } from "../../load/forecast-days.ts";
import { dueOf, ticketOf } from "../../load/forecast-desk.ts";
import { type Incident, incidentsOf, type LogRow } from "../../load/forecast-log.ts";
import { measure } from "../../load/forecast-measure.ts";
import { dueOrder, type Method, medianPace, ours } from "../../load/forecast-methods.ts";
import { momentOf } from "../../load/forecast-moment.ts";
import { playDesk } from "../../load/forecast-replay.ts";
import { betterIn, replayedMoments, score } from "../../load/forecast-score.ts";
import { seeded } from "../../support/seeded.ts";

const monday = Date.parse("2030-03-04T00:00:00Z") / 1_000;
const at = (time: string, day = 0): Instant => {
  const [h = 0, m = 0] = time.split(":").map(Number);
  return (monday + day * 86_400 + h * 3_600 + m * 60) as Instant;
};
const clock = (instant: number | undefined) => instant && new Date(instant * 1_000).toISOString().slice(11, 16);
const incident = (number: number, time: string, more: Partial<Incident> = {}): Incident => ({
  ...{ number, name: `INV${number}`, priority: "3", arrivedAt: at(time), touchedAt: null },
  ...{ toRespond: minutes(10), toFree: minutes(30), ...more },
});

describe("what a log tells of work", () => {
  const row = (number: string, time: string, by: string, more: Partial<LogRow> = {}): LogRow => ({
    ...{ number, priority: "3", state: "Active", openedAt: at("08:00"), at: at(time), revision: 1, by, ...more },
  });
  const work = (rows: LogRow[]) =>
    incidentsOf(rows).map(({ name, toRespond, toFree }) => [name, toRespond / 60, toFree / 60]);

  test("a piece began when the same person had done the one before, and ends with what they wrote last", () => {
    const rows = [row("A", "09:00", "Tess"), row("B", "09:20", "Tess"), row("B", "09:30", "Tess", { revision: 2 })];
    expect(work([...rows, row("A", "09:45", "Tess", { revision: 2 }), row("C", "14:00", "Max"), ...crowd])).toEqual([
      ["A", 1, 16],
      ["B", 20, 30],
      ["C", 1, 1],
      ...idle,
    ]);
  });

  test("after two hours without a word, or a night, nobody knows when it began", () => {
    const rows = [
      row("A", "09:00", "Tess"),
      row("B", "11:00", "Tess"),
      row("C", "08:30", "Tess", { at: at("08:30", 1) }),
    ];
    expect(work([...rows, ...crowd])).toEqual([["A", 1, 1], ["B", 1, 1], ["C", 1, 1], ...idle]);
  });

  test("what comes after it was resolved is no work of the desk's on it, and a machine does none", () => {
    const rows = [
      row("A", "09:00", "Tess", { state: "Resolved" }),
      row("B", "09:10", "Tess"),
      row("A", "09:50", "Tess"),
    ];
    expect(work([...rows, row("C", "10:00", "Machine"), ...crowd])).toEqual([
      ["A", 1, 1],
      ["B", 10, 10],
      ["C", 1, 1],
      ...idle,
    ]);
  });

  // who writes more than a fifth of a log is a machine: so that Tess is none, others write something too
  const crowd = Array.from({ length: 12 }, (_, i) => row(`X${i + 10}`, "12:00", `Person ${i}`)).concat(
    Array.from({ length: 6 }, () => row("X10", "13:00", "Machine")),
  );
  const idle = Array.from({ length: 12 }, (_, i) => [`X${i + 10}`, 1, 1]);
});

describe("a day is played", () => {
  const shifts = [[{ from: at("08:00"), until: at("16:30") }], [{ from: at("09:30"), until: at("18:00") }]];

  test("by whoever is free first, in the order of the queue, each ticket for as long as it takes", () => {
    const tickets = [
      incident(1, "07:00"),
      incident(2, "08:10", { toFree: minutes(200) }),
      incident(3, "08:20", { priority: "1" }),
      incident(4, "08:25"),
      incident(5, "16:40"),
    ].map(ticketOf);
    const lines = playDesk(tickets, shifts).map((t) => [
      t.ticket.number,
      t.technician,
      clock(t.takenAt),
      clock(t.freeAt),
    ]);
    expect(lines).toEqual([
      [1, 0, "08:00", "08:30"],
      [3, 0, "08:30", "09:00"],
      [2, 0, "09:00", "12:20"],
      [4, 1, "09:30", "10:00"],
      [5, 1, "16:40", "17:10"],
    ]);
  });

  test("and at ten nobody knows what comes later, or how long it takes what is at hand", () => {
    const tickets = [incident(1, "09:00", { toFree: minutes(400) }), incident(2, "09:50"), incident(3, "09:55")];
    const all = [...tickets, incident(4, "10:05")].map(ticketOf);
    const day = {
      day: at("00:00"),
      tickets: all,
      shifts: shifts.slice(0, 1),
      taken: playDesk(all, shifts.slice(0, 1)),
    };
    const { queue, technicians, pace, answered, arrived } = momentOf(day, at("10:00"));
    expect(queue.map(({ number }) => number)).toEqual([2, 3]);
    expect(technicians[0]).toMatchObject({ tookAt: at("09:00") });
    expect(pace.toFree("0").source).toBe("PRESUMED");
    expect([answered.length, arrived.length]).toEqual([1, 3]);
    const later = all.map((t) => (t.number === 1 ? { ...t, toFree: minutes(500) } : t));
    const other = { ...day, tickets: later, taken: playDesk(later, shifts.slice(0, 1)) };
    expect(momentOf({ ...other, tickets: later.slice(0, 3) }, at("10:00")).technicians).toEqual(technicians);
  });

  test("a low one is due first and taken last: that tells ours from the due order", () => {
    const tickets = [incident(1, "08:00", { priority: "4" }), incident(2, "15:30")].map(ticketOf);
    expect(tickets.map(({ dueAt }) => clock(dueAt))).toEqual(["16:00", "17:30"]);
    const leaving = [[{ from: at("15:40"), until: at("15:41") }]]; // takes one more
    const moment = momentOf({ day: at("00:00"), tickets, shifts: leaving, taken: [] }, at("15:40"));
    expect([...ours.foresee(moment)]).toEqual([1]);
    expect([...dueOrder.foresee(moment)]).toEqual([2]);
  });

  test("the median pace knows no queue: what is due sooner than half were answered within is late", () => {
    const past = Array.from({ length: 5 }, (_, i) => incident(i + 1, "08:00", { toFree: minutes(10) }));
    const tickets = [...past, incident(6, "08:30"), incident(7, "10:00")].map(ticketOf);
    const day = {
      day: at("00:00"),
      tickets,
      shifts: shifts.slice(0, 1),
      taken: playDesk(tickets.slice(0, 5), shifts.slice(0, 1)),
    };
    const moment = momentOf(day, at("10:10")); // answered 10, 20, 30, 40 and 50 minutes after they came; due at 10:30 and 12:00
    expect([...medianPace.foresee(moment)]).toEqual([6]);
    expect(clock(dueOf("3", at("17:00")))).toBe("09:00");
  });
});

describe("what was foreseen is scored", () => {
  test("each ticket at each full hour once: hits, false alarms, what was missed, and how long before", () => {
    const tickets = [incident(1, "08:00"), incident(2, "08:30"), incident(3, "08:45")].map(ticketOf);
    const taken = playDesk(tickets, [[{ from: at("10:10"), until: at("18:00") }]]); // answered 10:20, 10:50, 11:20; due 10:00, 10:30, 10:45
    const day = { day: at("00:00"), tickets, taken, shifts: [] };
    const says = (name: string, ...numbers: number[]): Method => ({ name, foresee: () => new Set(numbers) });
    const { judged, broken, scores } = score(replayedMoments([day]), [
      says("all", 1, 2, 3),
      says("one", 1),
      says("none"),
    ]);
    expect([judged, broken]).toEqual([6 + 1, 7]); // 08:00: 1; 09:00: 1 to 3; 10:00: 1, due this minute, 2 and 3
    expect(scores[0]).toMatchObject({ hits: 7, missed: 0, precision: 1, recall: 1, f1: 1, warningMinutes: 105 });
    expect(scores[1]).toMatchObject({ hits: 3, missed: 4, precision: 1, falseAlarms: 0, warningMinutes: 120 });
    expect(scores[2]).toMatchObject({ hits: 0, missed: 7, precision: 0, recall: 0, f1: 0, warningMinutes: null });
    const [all, one, none] = scores as [(typeof scores)[0], (typeof scores)[0], (typeof scores)[0]];
    expect([betterIn(all, [one, none]), betterIn(one, [none])]).toEqual([
      ["recall", "f1"],
      ["precision", "recall", "f1"],
    ]);
  });
});

describe("on a desk that never was", () => {
  const random = seeded(7);
  const weekdays = Array.from({ length: 40 }, (_, i) => i).filter((i) => i % 7 < 5);
  const incidents = weekdays
    .flatMap((day) =>
      Array.from({ length: day % 7 === 0 ? 230 : 160 }, () => at("08:00", day) + Math.floor(random() * 540) * 60),
    )
    .sort((a, b) => a - b)
    .map((arrivedAt, i): Incident => {
      const toFree = minutes(1 + Math.floor(-30 * Math.log(1 - random())));
      const toRespond = Math.max(60, Math.floor(toFree * random())) as Seconds;
      const priority = random() < 0.1 ? "4" : random() < 0.1 ? "2" : "3";
      return { ...incident(i + 1, "08:00"), arrivedAt: arrivedAt as Instant, toFree, toRespond, priority };
    });

  test("days are weekdays with enough before and after them, chosen by a seed", () => {
    const days = possibleDays(incidents);
    expect(days.map((day) => (day - monday) / 86_400)).toEqual([28, 29, 30, 31, 32, 35, 36, 37, 38]);
    const { chosen, left } = chooseDays(days, 4, 1);
    expect([...chosen, ...left].sort()).toEqual([...days].sort());
    expect(chooseDays(days, 4, 1).chosen).toEqual(chosen);
    expect(chooseDays(days, 4, 2).chosen).not.toEqual(chosen);
  });

  test("the day that follows changes nothing of what is foreseen on one", () => {
    const [day] = possibleDays(incidents) as [Instant];
    const noon = (day + 12 * 3_600) as Instant;
    const foreseen = (known: readonly Incident[]) => [...ours.foresee(momentOf(replayDay(known, day), noon))];
    const changed = incidents.map((i) => (i.arrivedAt > noon ? { ...i, toFree: minutes(300), priority: "1" } : i));
    expect(foreseen(changed)).toEqual(foreseen(incidents));
  });

  test("the whole measurement is the same for the same log and seed", () => {
    const measured = measure(incidents, { count: 2 });
    expect(measured.scores.map(({ method }) => method).slice(0, 3)).toEqual([
      "Watchdesk",
      "due order",
      "median pace alone",
    ]);
    expect(measured.judged).toBeGreaterThan(20);
    expect(measure([...incidents], { count: 2 })).toEqual(measured);
  });
});
