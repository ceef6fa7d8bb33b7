import { expect, it } from "vitest";
import { emptyWords } from "./empty-words.ts";

const alder = { kind: "client", name: "Alder Clinic" } as const;
const network = { kind: "team", name: "Network" } as const;

it.each([
  ["all", "due", [], "No open tickets."],
  ["all", "due", [alder, network], "No open tickets for Alder Clinic, with team Network."],
  ["mine", "due", [], "You hold nothing. Press n to take the next."],
  ["mine", "due", [alder], "You hold nothing for Alder Clinic."],
  ["unassigned", "due", [network], "Every open ticket with team Network has an owner."],
  ["paused", "due", [alder], "No ticket for Alder Clinic waits for anything."],
  ["all", "take", [alder], "Nothing to take for Alder Clinic: every open ticket is held, or waits."],
  ["paused", "take", [alder], "What is held or paused has no place among what to take next."],
] as const)("an empty list of %s in the order %s names what narrows it", (view, order, by, words) => {
  expect(emptyWords({ view, order }, by)).toBe(words);
});
