import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { isMutation, textOf } from "./document.ts";

describe("what changes something", () => {
  test.each([
    ["a mutation", "mutation { takeNext(input: {}) { ticket { id } } }", true],
    ["a mutation behind its fragments", "fragment T on Ticket { id }\nmutation M($a: ID!) { x }", true],
    ["a query", "query Q { viewer { name } }", false],
    ["a short query", "{ viewer { name } }", false],
    ["a field called mutation", "{ mutation { id } }", false],
    ["the word in a comment", "# mutation\n{ viewer { name } }", false],
    ["the word in a text", 'query($a: String = "mutation {") { viewer { name } }', false],
    ["the word in a block of text", 'query($a: String = """\nmutation {\n""") { viewer { name } }', false],
    ["braces in a text before a mutation", 'query($a: String = "{{") { a }\nmutation { b }', true],
  ])("%s", (_what, document, answer) => expect(isMutation(document)).toBe(answer));
});

test("a document is sent as a text, in whichever form it is at hand", () => {
  const text = "query viewer {\n  viewer {\n    name\n  }\n}";
  expect(textOf(text)).toBe(text);
  expect(textOf(parse(text) as object)).toBe(text);
  expect(textOf({ toString: () => text } as object)).toBe(text);
});
