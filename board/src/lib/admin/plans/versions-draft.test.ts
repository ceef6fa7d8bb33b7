import { describe, expect, it } from "vitest";
import type { Fault } from "../faults.ts";
import { standard } from "./plan.fixture.ts";
import { inputOfPlan } from "./plan-draft.ts";
import { fieldOfKind, minimumDrafts, newMinimum, readMinimums, readUsual, versionChanges } from "./versions-draft.ts";

describe("versions and usual minutes as they are typed", () => {
  it("current is a tick, not a word to be typed", () => {
    const drafts = minimumDrafts(standard.minimumVersions);
    expect(drafts.map(({ version, current }) => [version, current])).toEqual([
      ["10.13", false],
      ["", true],
    ]);
    expect(readMinimums(drafts)).toEqual(standard.minimumVersions);
    expect(newMinimum(drafts)).toEqual({ key: 2, product: "", version: "", current: false });
  });

  it("minutes left empty presume nothing; what is no number is told at its kind", () => {
    const faults: Fault[] = [];
    expect(readUsual({ DRIVER: " 20 ", LAUNCH: "", SETTINGS: "soon" }, faults)).toEqual([
      { kindOfWork: "DRIVER", minutes: 20 },
    ]);
    expect(faults.map(({ field }) => field)).toEqual(["usualMinutes.SETTINGS"]);
  });

  it("a kind has its place in the list that is sent", () => {
    const draft = { DRIVER: "45", TROUBLESHOOTING: "25", LAUNCH: "soon" }; // sent in the order of kinds
    expect(fieldOfKind(draft, "DRIVER")).toBe("usualMinutes[1].minutes");
    expect(fieldOfKind(draft, "TROUBLESHOOTING")).toBe("usualMinutes[0].minutes");
    expect(fieldOfKind(draft, "LAUNCH")).toBe("usualMinutes.LAUNCH");
  });

  it("what changes is said in words", () => {
    const before = inputOfPlan(standard);
    expect(versionChanges(before, before)).toEqual([]);
    const after = {
      ...before,
      minimumVersions: [
        { product: "macOS", version: "12" },
        { product: "Windows Server", version: "2016" },
      ],
      currentGraceDays: 60,
      usualMinutes: [{ kindOfWork: "SETTINGS", minutes: 15 } as const],
    };
    expect(versionChanges(before, after)).toEqual([
      "Minimum: macOS 12 instead of macOS 10.13",
      "New minimum: Windows Server 2016",
      "No minimum for iOS any more",
      "Days after a release in which the version before counts as current: 60 instead of 30",
      "Presumed for “Something fails: errors, pop-ups, crashes”: nothing instead of 25 min",
      "Presumed for “Change a setting”: 15 min instead of nothing",
    ]);
  });
});
