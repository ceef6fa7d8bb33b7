import { describe, expect, test } from "vitest";
import { namesOf, saidMeanwhile } from "./said-meanwhile.ts";

const line = (id: string, kind: "REPLY" | "NOTE" | "STATUS" | "REQUESTER_MESSAGE", actor: string) => ({
  id,
  kind,
  actor,
});
const lines = [
  line("1", "REQUESTER_MESSAGE", "Nora"),
  line("2", "STATUS", "Desk"),
  line("3", "REPLY", "Theo"),
  line("4", "NOTE", "Maya"),
  line("5", "REQUESTER_MESSAGE", "Nora"),
  line("6", "REPLY", "Theo"),
];

describe("what others said while somebody wrote", () => {
  test("is named once for each of them, in the order in which they spoke", () => {
    expect(saidMeanwhile(lines, "2", "Maya")).toEqual(["Theo", "Nora"]);
    expect(saidMeanwhile(lines, null, "Maya")).toEqual(["Nora", "Theo"]);
  });

  test("is nothing where only the desk or oneself did, or where the line is not here", () => {
    expect(saidMeanwhile(lines.slice(0, 2), "1", "Maya")).toEqual([]);
    expect(saidMeanwhile(lines.slice(0, 4), "3", "Maya")).toEqual([]);
    expect(saidMeanwhile(lines, "9", "Maya")).toEqual([]);
  });

  test.each([
    [["Theo"], "Theo"],
    [["Theo", "Nora"], "Theo and Nora"],
    [["Theo", "Nora", "Sam"], "Theo, Nora and Sam"],
  ])("%j are told as %s", (names, said) => expect(namesOf(names)).toBe(said));
});
