import { expect, test } from "vitest";
import { isForeign } from "./origin.ts";

const host = "desk.example:4000";
test.each<[string, Record<string, string>, string | null, boolean]>([
  ["a program sends no Origin", { host }, null, false],
  ["the desk's own page", { host, origin: "http://desk.example:4000" }, null, false],
  ["another site", { host, origin: "https://evil.example" }, null, true],
  ["another port is another origin", { host, origin: "http://desk.example:5000" }, null, true],
  ["a page without an origin of its own", { host, origin: "null" }, null, true],
  ["what is no origin", { host, origin: "desk.example:4000" }, null, true],
  ["a link from another site, without an Origin", { host, "sec-fetch-site": "cross-site" }, null, true],
  ["a neighbour under the same name", { host, "sec-fetch-site": "same-site" }, null, true],
  ["typed into the address bar", { host, "sec-fetch-site": "none" }, null, false],
  [
    "the public origin, whatever a proxy made of the host",
    { host: "10.0.0.1", origin: "https://desk.example" },
    "https://desk.example",
    false,
  ],
  ["the public origin without its encryption", { host, origin: "http://desk.example" }, "https://desk.example", true],
])("%s", (_name, headers, own, foreign) => {
  expect(isForeign({ headers }, own)).toBe(foreign);
});
