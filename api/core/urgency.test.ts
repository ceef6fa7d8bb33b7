import { describe, expect, test } from "vitest";
import { type Affected, type Channel, defaultPriorities, derivePriority, priorityFaults } from "./urgency.ts";

describe("urgency", () => {
  test.each<[string, Affected | null, boolean | null, Channel, string, boolean]>([
    ["everybody affected and no workaround is urgent", "ALL", false, "PORTAL", "URGENT", false],
    ["so it is by phone, API and monitoring", "ALL", false, "MONITORING", "URGENT", false],
    ["everybody affected with a workaround is standard", "ALL", true, "PORTAL", "STANDARD", false],
    ["several users without a workaround are standard", "SEVERAL", false, "PHONE", "STANDARD", false],
    ["one user without a workaround is standard", "ONE", false, "API", "STANDARD", false],
    ["an unknown workaround is standard and could be urgent", "ALL", null, "PORTAL", "STANDARD", true],
    ["a mail never makes a ticket urgent, but it could be", "ALL", false, "EMAIL", "STANDARD", true],
    ["nothing stated is standard", null, null, "EMAIL", "STANDARD", false],
    ["how many is unknown: standard", null, false, "PORTAL", "STANDARD", false],
  ])("%s", (_, affected, workaround, channel, code, couldBeUrgent) => {
    expect(derivePriority(affected, workaround, channel)).toEqual({ code, couldBeUrgent });
  });

  test("both derived codes are among the priorities that are sold", () => {
    expect(defaultPriorities.map((p) => p.code)).toEqual(["URGENT", "STANDARD"]);
    expect(priorityFaults(defaultPriorities)).toEqual([]);
  });

  test("all faults of a plan's priorities are reported at once", () => {
    const rows = [
      { code: "P1", name: "Critical", rank: 1 },
      { code: "P1", name: "High", rank: 0 },
    ];
    expect(priorityFaults(rows).map((f) => f.field)).toEqual(["priorities[1].code", "priorities[1].rank"]);
    expect(priorityFaults([])).toHaveLength(1);
  });
});
