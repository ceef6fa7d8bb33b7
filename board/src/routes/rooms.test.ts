import { readdirSync } from "node:fs";
import { expect, it } from "vitest";

it("every page stands in a room: the desk's, behind a sign-in and with its bar, the clients', the docs', or where a link leads", () => {
  expect(readdirSync(import.meta.dirname).sort()).toEqual([
    "(desk)",
    "+layout.svelte",
    "+layout.ts",
    "book",
    "docs",
    "portal",
    "rooms.test.ts",
  ]);
});
