import { describe, expect, test } from "vitest";
import type { Cell } from "./sla-report.sql.ts";
import { attainmentRows, definitionOf, monthLabel } from "./sla-report.ts";

const ACME = "00000000-0000-7000-8000-00000000000a";
const BOLT = "00000000-0000-7000-8000-00000000000b";
const cell = (over: Partial<Cell>): Cell => ({
  clientId: ACME,
  clientName: "Acme",
  newest: 0 as Cell["newest"],
  month: "2026-11",
  priority: "STANDARD",
  priorityName: "Standard",
  priorityRank: 2,
  met: 0,
  missed: 0,
  open: 0,
  leftOut: 0,
  ...over,
});
const urgent = { priority: "URGENT", priorityName: "Urgent", priorityRank: 1 };
const cells = [
  cell({ month: "2026-12", met: 3, open: 1 }),
  cell({ month: "2026-11", met: 8, missed: 2, leftOut: 4 }),
  cell({ clientId: BOLT, clientName: "Bolt", month: "2026-11", missed: 1, ...urgent }),
];

describe("an SLA report", () => {
  const report = attainmentRows(cells);

  test("takes attainment of met and missed only; open and left out change no share", () => {
    expect(report.total).toMatchObject({ met: 11, missed: 3, open: 1, leftOut: 4, n: 14, attainment: 11 / 14 });
    expect(report.total.few).toBe(false);
  });

  test("every grouping adds up to the same total", () => {
    for (const rows of [report.byMonth, report.byPriority, report.byClient, report.byClientAndMonth])
      for (const figure of ["met", "missed", "open", "leftOut", "n"] as const)
        expect(rows.reduce((sum, row) => sum + row[figure], 0)).toBe(report.total[figure]);
  });

  test("lists months oldest first and the most urgent priority first", () => {
    expect(report.byMonth.map((row) => row.label)).toEqual(["Nov 2026", "Dec 2026"]);
    expect(report.byPriority.map((row) => row.label)).toEqual(["Urgent", "Standard"]);
  });

  test("names a client's month by both, so that a number can be followed to its tickets", () => {
    expect(report.byClientAndMonth.map((row) => row.key)).toEqual([
      "cli_0000000000007000800000000000000a|2026-12",
      "cli_0000000000007000800000000000000a|2026-11",
      "cli_0000000000007000800000000000000b|2026-11",
    ]);
    expect(report.byClientAndMonth[1]).toMatchObject({ month: "2026-11", label: "Acme, Nov 2026", met: 8, n: 10 });
  });

  test("says that fewer than ten verdicts are few", () => {
    expect(report.byClientAndMonth.map((row) => row.few)).toEqual([true, false, true]);
  });

  test("with nothing to judge there is no share, not a share of zero", () => {
    expect(attainmentRows([]).total).toMatchObject({ n: 0, attainment: null, few: true });
    expect(attainmentRows([cell({ open: 5 })]).byClient[0]).toMatchObject({ open: 5, n: 0, attainment: null });
  });

  test("a clock that ended under a priority its ticket no longer has is shown by the code", () => {
    const [row] = attainmentRows([cell({ priority: "P3", priorityName: null, priorityRank: null, met: 1 })]).byPriority;
    expect(row).toMatchObject({ key: "P3", label: "P3" });
  });

  test("prints which promise, to whom, and over which days", () => {
    const sentence = definitionOf({
      from: "2026-11-01",
      until: "2026-12-01",
      timeZone: "Europe/Berlin",
      metric: "RESOLUTION",
      commitment: "INTERNAL",
      clientId: null,
      priority: null,
      asOf: null,
    });
    expect(sentence).toContain("Resolution, promised by the desk to itself, of tickets created from 2026-11-01");
    expect(sentence).toContain("Europe/Berlin");
    expect(monthLabel("2027-01")).toBe("Jan 2027");
  });
});
