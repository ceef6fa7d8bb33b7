import { expect, test } from "vitest";
import type { Instant } from "../core/time.ts";
import { judgeLink, signedPath } from "./signed-link.ts";

const key = "a secret of this desk";
const now = 1_000_000_201 as Instant;
const read = (link: string) => {
  const { pathname, searchParams } = new URL(link, "http://desk");
  return { path: pathname, said: Object.fromEntries(searchParams) };
};

test("a link is good for five minutes at least, and not for ever", () => {
  const { path, said } = read(signedPath(key, "/attachments/att_1", now));
  expect(judgeLink(key, path, said, now)).toBe("GOOD");
  expect(judgeLink(key, path, said, (now + 299) as Instant)).toBe("GOOD");
  expect(judgeLink(key, path, said, (now + 600) as Instant)).toBe("OVER");
});

test("what is asked for twice within five minutes has one address, until the next is due", () => {
  expect(signedPath(key, "/a", now)).toBe(signedPath(key, "/a", (now + 60) as Instant));
});

test.each([
  ["for another path", (l: string) => l.replace("att_1", "att_2")],
  ["with a later end", (l: string) => l.replace(/expires=\d+/, "expires=2000000000")],
  ["with a signature of another length", (l: string) => l.slice(0, -4)],
  ["without a signature", (l: string) => l.replace(/&signature=.*/, "")],
  ["with two signatures", (l: string) => `${l}&signature=x`],
  ["with an end that is no number", (l: string) => l.replace(/expires=\d+/, "expires=1e99")],
])("a link %s is forged", (_how, forge) => {
  const { path, said } = read(forge(signedPath(key, "/attachments/att_1", now)));
  expect(judgeLink(key, path, said, now)).toBe("FORGED");
  expect(judgeLink("another desk's", path, said, now)).toBe("FORGED");
});
