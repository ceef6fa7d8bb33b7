import { describe, expect, test } from "vitest";
import { Seal } from "./seal.ts";

describe("what was closed by a credential", () => {
  const closed = new Seal("wd_ptn_one").close("a secret, ünd more");

  test("is opened by it, and nothing of it can be read before", () => {
    expect(new Seal("wd_ptn_one").open(closed)).toBe("a secret, ünd more");
    expect(Buffer.from(closed, "base64").toString()).not.toContain("secret");
  });

  test("is opened by no other, nor when it was changed", () => {
    expect(() => new Seal("wd_ptn_two").open(closed)).toThrow();
    const bytes = Buffer.from(closed, "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
    expect(() => new Seal("wd_ptn_one").open(bytes.toString("base64"))).toThrow();
  });

  test("looks different each time, so that equal answers are not known by it", () => {
    expect(new Seal("wd_ptn_one").close("same")).not.toBe(new Seal("wd_ptn_one").close("same"));
  });
});
