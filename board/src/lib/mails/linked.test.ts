import { expect, test } from "vitest";
import { linked } from "./linked.ts";

test("addresses in a letter can be followed, and nothing else of it", () => {
  expect(linked("See\nhttps://desk.example/book#wd_1 or <http://x.example> javascript:alert(1)")).toEqual([
    { text: "See\n", href: null },
    { text: "https://desk.example/book#wd_1", href: "https://desk.example/book#wd_1" },
    { text: " or <", href: null },
    { text: "http://x.example", href: "http://x.example" },
    { text: "> javascript:alert(1)", href: null },
  ]);
  expect(linked("")).toEqual([]);
});
