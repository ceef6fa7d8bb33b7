import { describe, expect, it } from "vitest";
import { listVerbs, plain, spoken } from "./words.ts";

describe("the desk's typed words are told as people say them", () => {
  it.each([
    ["OS_UPGRADE", "OS upgrade"],
    ["workKind", "Work kind"],
    ["below-minimum", "Below minimum"],
    ["TROUBLESHOOTING", "Troubleshooting"],
  ])("%s is told as %s", (word, said) => expect(plain(word)).toBe(said));

  it("a refusal names what would be accepted instead", () => {
    expect(listVerbs(["WAIT", "RESUME", "CLOSE"])).toBe("wait on, resume or close");
    expect(listVerbs(["REOPEN"])).toBe("reopen");
    expect(listVerbs([])).toBe("nothing");
  });

  it("what a person wrote stands out, what happened to the ticket stays quiet", () => {
    expect(["REPLY", "REQUESTER_MESSAGE", "NOTE", "STEP"].every((k) => spoken(k as "REPLY"))).toBe(true);
    expect(["STATUS", "CLOCK", "ASSIGNMENT"].some((k) => spoken(k as "STATUS"))).toBe(false);
  });
});
