import { expect, it } from "vitest";
import { type Choice, findFilter } from "./find-filter.ts";

const choices: readonly Choice[] = ["Lumen", "Lumen Law", "Harbor & Pine", "Pine Street School"].map((name) => ({
  ...{ kind: "client", id: name, name },
}));
const found = (text: string) => {
  const it = findFilter(text, choices);
  return it.kind === "one" ? it.choice.name : it.kind === "many" ? it.names : null;
};

it("finds the one that is called so, also where another's name begins with it", () => {
  expect(found("lumen")).toBe("Lumen");
  expect(found(" Lumen law ")).toBe("Lumen Law");
});

it("finds by how a name begins, then by what is in it", () => {
  expect(found("har")).toBe("Harbor & Pine");
  expect(found("pine")).toBe("Pine Street School");
  expect(found("school")).toBe("Pine Street School");
});

it("names a few where it could be several, and none where nobody is called so", () => {
  expect(found("lum")).toEqual(["Lumen", "Lumen Law"]);
  expect(found("dental")).toBeNull();
  expect(found("  ")).toBeNull();
});
