import { expect, it } from "vitest";
import { shortNames } from "./short-names.ts";

it.each([
  ["one Maya is Maya", ["Maya Okafor", "Theo Lindqvist"], ["Maya", "Theo"]],
  ["two Mayas are told apart by initials", ["Maya Okafor", "Maya Brandt"], ["Maya O.", "Maya B."]],
  ["two of one initial keep their full names", ["Maya Okafor", "Maya Olsen"], ["Maya Okafor", "Maya Olsen"]],
  ["a name of one word stays", ["Maya", "Maya Brandt"], ["Maya", "Maya B."]],
])("%s", (_, names, short) => {
  expect(names.map((name) => shortNames(names).get(name))).toEqual(short);
});
