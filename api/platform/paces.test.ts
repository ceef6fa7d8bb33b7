import { expect, test } from "vitest";
import { Paces } from "./paces.ts";

const work = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};
/** How long a key takes for much more than a burst's work. */
const takes = async (paces: Paces, key: string) => {
  const pace = paces.of(key);
  const began = performance.now();
  await Promise.all(Array.from({ length: 18 }, () => pace.turn().then(() => work(1))));
  return performance.now() - began;
};

test("a key makes pauses for others who ask, be they one or many, and none for itself", async () => {
  const paces = new Paces();
  paces.heard("noisy");
  expect(paces.of("noisy")).toBe(paces.of("noisy"));
  const alone = await takes(paces, "noisy");
  paces.heard("quiet");
  paces.heard("noisy");
  paces.heard("noisy");
  const beside = await takes(paces, "noisy");
  expect(beside).toBeGreaterThan(alone + 20);
});
