import { expect, test } from "vitest";
import { inTurn } from "./whose-turn.ts";

const booked = new Map([
  ["Ada", 3],
  ["Ben", 1],
  ["Cleo", 1],
]);

test.each([
  ["the least booked that week, then by name", [], ["Dora", "Ben", "Cleo", "Ada"]],
  ["the ticket's owner first, whatever they have", ["Ada"], ["Ada", "Dora", "Ben", "Cleo"]],
  ["whoever has it before the owner", ["Cleo", "Ada"], ["Cleo", "Ada", "Dora", "Ben"]],
  ["nobody has it", [null, null], ["Dora", "Ben", "Cleo", "Ada"]],
])("%s", (_, first, order) => expect(inTurn(["Ada", "Ben", "Cleo", "Dora"], { first, booked })).toEqual(order));
