import { expect, it } from "vitest";
import { whyWords } from "./why-words.ts";

const reasons = [{ text: "Urgent (rank 1)." }, { text: "Among its like: first come, first served." }];

it.each([
  [0, "The next to take. Urgent (rank 1). Among its like: first come, first served."],
  [1, "1 is taken before it. Urgent (rank 1). Among its like: first come, first served."],
  [1_240, "1,240 are taken before it. Urgent (rank 1). Among its like: first come, first served."],
])("with %i ahead: %s", (ahead, words) => {
  expect(whyWords({ inQueue: true, ahead, reasons })).toBe(words);
});

it("a ticket without a place says why", () => {
  expect(whyWords({ inQueue: false, ahead: null, reasons: [{ text: "Tess holds it." }] })).toBe(
    "Not among what to take next. Tess holds it.",
  );
});
