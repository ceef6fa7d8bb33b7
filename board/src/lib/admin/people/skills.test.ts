import { expect, test } from "vitest";
import { skillsSaid } from "./skills.ts";

test.each([
  ["nothing stated", [], "Does everything"],
  ["one", ["PRINTER"], "Printers"],
  ["several, in the form's order", ["NETWORK", "PRINTER"], "Printers, networks"],
] as const)("%s", (_, skills, said) => {
  expect(skillsSaid(skills)).toBe(said);
});
