import { describe, expect, it } from "vitest";
import { publishWords } from "./publish-words.ts";

const ready = {
  ...{ mayPublish: true, version: 5, changed: true, applies: true, faults: 0, busy: false },
  run: { moved: 41, wouldBreach: 3 },
};

describe("the publish button says what it does", () => {
  it.each([
    [{}, "Publish version 5 and move 41 clocks"],
    [{ run: { moved: 1, wouldBreach: 0 } }, "Publish version 5 and move 1 clock"],
    [{ run: { moved: 0, wouldBreach: 0 } }, "Publish version 5, moving no clock"],
    [{ applies: false }, "Publish version 5 for new tickets"],
  ])("%j", (more, label) => expect(publishWords({ ...ready, ...more })).toEqual({ label, off: null }));
});

describe("and why it cannot be pressed", () => {
  it.each([
    [{ changed: false }, "Nothing has changed since version 4."],
    [{ changed: false, version: 1 }, "Give it a code first."],
    [{ faults: 2 }, "2 fields to put right first."],
    [{ run: null }, "What it would do is being counted."],
    [{ busy: true }, "It is being published."],
    [{ mayPublish: false }, "A manager publishes; you may see what it would do."],
  ])("%j", (more, off) => expect(publishWords({ ...ready, ...more }).off).toBe(off));
});
