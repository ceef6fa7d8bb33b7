import { expect, test } from "vitest";
import type { AccountShown } from "./documents.ts";
import { accessSaid } from "./words.ts";

const account: AccountShown = {
  ...{ email: "nia@desk.example", role: "TECHNICIAN", hasPassword: false, hasOpenId: false, suspendedAt: null },
  ...{ letter: null, technician: { id: "tec_1" } },
};
const letter = (state: "SENT" | "BOUNCED" | "FAILED") => ({
  state,
  at: "2026-12-01T15:00:00Z",
  nextAt: null,
  error: null,
});

test.each<[string, AccountShown | null, string]>([
  ["whom nobody let in", null, "Not invited"],
  ["who is invited by a letter that left", { ...account, letter: letter("SENT") }, "Technician, has not come in yet"],
  [
    "whose letter came back",
    { ...account, letter: letter("BOUNCED") },
    "Technician, invited, but the letter came back",
  ],
  [
    "whose letter nobody took",
    { ...account, letter: letter("FAILED") },
    "Technician, invited, but the letter was given up",
  ],
  [
    "who is in: an old letter is of no matter",
    { ...account, hasPassword: true, letter: letter("BOUNCED") },
    "Technician",
  ],
  ["who was shut out", { ...account, suspendedAt: "2026-12-01T15:00:00Z" }, "Technician, suspended"],
])("somebody %s", (_, given, said) => {
  expect(accessSaid(given)).toBe(said);
});
