import { afterEach, expect, test, vi } from "vitest";
import { Paces } from "./paces.ts";

afterEach(() => void vi.restoreAllMocks());

const work = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};
/** How many pauses a key makes in much more than a burst's work. */
const pauses = async (paces: Paces, key: string) => {
  const pause = vi.spyOn(globalThis, "setTimeout");
  const pace = paces.of(key);
  await Promise.all(Array.from({ length: 18 }, () => pace.turn().then(() => work(1))));
  const made = pause.mock.calls.length;
  pause.mockRestore();
  return made;
};

test("a key makes pauses for others who ask, be they one or many, and none for itself", async () => {
  const paces = new Paces();
  paces.heard("noisy");
  expect(paces.of("noisy")).toBe(paces.of("noisy"));
  expect(await pauses(paces, "noisy")).toBe(0);
  paces.heard("quiet");
  paces.heard("noisy");
  paces.heard("noisy");
  expect(await pauses(paces, "noisy")).toBeGreaterThan(0);
});
