import { describe, expect, it } from "vitest";
import { factsInput } from "./facts.ts";

describe("only what was said is stated", () => {
  it("states nothing when nothing was said", () =>
    expect(factsInput({ kindOfWork: "", remotePossible: "", minutes: null })).toBeNull());
  it("tells a no from silence", () =>
    expect(factsInput({ remotePossible: "no", licensed: "" })).toEqual({ remotePossible: false }));
  it("states the kind of work, the minutes and the technology beside it", () =>
    expect(factsInput({ kindOfWork: "INSTALLATION", minutes: 240, technology: "SERVER", product: " " })).toEqual({
      ...{ kindOfWork: "INSTALLATION", estimatedMinutes: 240, technology: { kind: "SERVER" } },
    }));
});
