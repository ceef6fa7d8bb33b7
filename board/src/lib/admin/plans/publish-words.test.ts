import { describe, expect, it } from "vitest";
import { breachWords, publishAndApplyWords, publishWords } from "./publish-words.ts";

const ready = {
  ...{ version: 4, changed: true, faults: 0, busy: false, run: { openClocks: 41, wouldBreach: 3 } },
};

describe("the two acts of a plan say what they do, or why they cannot", () => {
  it("for new tickets, and for open clocks too", () => {
    expect(publishWords(ready)).toEqual({ label: "Publish version 4", off: null });
    expect(publishAndApplyWords(ready)).toEqual({ label: "Publish and apply to 41 open clocks", off: null });
  });
  it.each([
    [{ changed: false }, /Nothing has changed since version 3/],
    [{ changed: false, version: 1 }, /a name and a code/],
    [{ faults: 2 }, /2 fields to put right/],
    [{ busy: true }, /being published/],
  ])("not when %j", (change, why) => {
    expect(publishWords({ ...ready, ...change }).off).toMatch(why);
    expect(publishAndApplyWords({ ...ready, ...change }).off).toMatch(why);
  });
  it("publishing alone does not wait for the count; applying does, and for something to apply to", () => {
    expect(publishWords({ ...ready, run: null }).off).toBeNull();
    expect(publishAndApplyWords({ ...ready, run: null }).off).toMatch(/being counted/);
    expect(publishAndApplyWords({ ...ready, run: { openClocks: 0, wouldBreach: 0 } }).off).toMatch(/No clock is open/);
  });
  it("names the tickets that would breach, the first five, each once", () => {
    expect(breachWords(2, [4711, 4712])).toBe("2 clocks would breach at once: #4711, #4712");
    expect(breachWords(2, [4711, 4711])).toBe("2 clocks would breach at once: #4711");
    expect(breachWords(8, [1, 2, 3, 4, 5, 6, 7, 8])).toMatch(/: #1, #2, #3, #4, #5 and 3 more$/);
    expect(breachWords(1_200, [1, 2])).toBe("1,200 clocks would breach at once: #1, #2 and 1,198 more");
  });
});
