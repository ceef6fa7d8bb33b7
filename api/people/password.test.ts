import { describe, expect, test } from "vitest";
import { hashPassword, isPassword, passwordFault } from "./password.ts";

test("a password is known by its hash, and no other is; nobody has one", async () => {
  const kept = await hashPassword("correct horse battery");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword("correct horse battery", kept)).toBe(true);
  expect(await isPassword("correct horse batterz", kept)).toBe(false);
  expect(await isPassword("nobody's password", null)).toBe(false);
});

describe("a password", () => {
  test.each([
    ["eleven chars", "abcdefghijk", /at least 12/],
    ["far too long", "ab1cd".repeat(60), /at most 256/],
    ["the address itself", "max@desk.example", /easy/],
    ["one character again and again", "aaaaaaaaaaaaaaaa", /easy/],
  ])("that is %s will not do", (_name, password, said) => {
    expect(passwordFault(password, "max@desk.example")).toMatch(said);
  });
  test("of several words will do, in any script", () => {
    expect(passwordFault("four plain words here", "max@desk.example")).toBeNull();
    expect(passwordFault("пароль на русском", "max@desk.example")).toBeNull();
  });
});
