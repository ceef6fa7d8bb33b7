import { describe, expect, test } from "vitest";
import { instant } from "../time/instant.ts";
import type { ConnectionShown } from "./documents.ts";
import { endSaid, justEnded, lasted, runningOf } from "./words.ts";

const session = (more: Partial<ConnectionShown> = {}): ConnectionShown => ({
  ...{ id: "1", startedAt: "2026-12-01T14:32:00Z", endedAt: null, endedBy: null, technician: { name: "Maya" } },
  ...more,
});
const ended = session({ endedAt: "2026-12-01T14:44:00Z", endedBy: "TECHNICIAN" });
const at = (text: string) => instant(text);

test.each([
  [0, "less than a minute"],
  [59, "less than a minute"],
  [60, "1 minute"],
  [725, "12 minutes"],
  [3_600, "1 hour"],
  [7_500, "2 hours 5 minutes"],
])("%i seconds lasted %s", (seconds, said) => expect(lasted(seconds)).toBe(said));

describe("what is told of a session", () => {
  test("while it runs, who is connected", () => {
    expect(runningOf([ended, session({ id: "2" })]).map(({ id }) => id)).toEqual(["2"]);
    expect(justEnded([ended, session({ id: "2" })], at("2026-12-01T14:45:00Z"))).toBeNull();
  });

  test("for a quarter of an hour after it, that it has ended", () => {
    expect(justEnded([ended], at("2026-12-01T14:58:59Z"))).toBe(ended);
    expect(justEnded([ended], at("2026-12-01T14:59:00Z"))).toBeNull();
    expect(justEnded([], at("2026-12-01T14:59:00Z"))).toBeNull();
  });

  test("who ended it", () => {
    expect(endSaid(ended)).toBe("Maya ended it");
    expect(endSaid(session({ endedBy: "REQUESTER" }))).toBe("it was ended on your side");
    expect(endSaid(session({ endedBy: "REQUESTER" }), true)).toBe("you ended it");
    expect(endSaid(session({ endedBy: "VANISHED" }))).toBe("the connection was lost");
  });
});
