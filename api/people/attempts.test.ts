import { expect, test } from "vitest";
import { Attempts } from "./attempts.ts";

test("an address that has tried too much is refused before anything is counted for the names that it makes up", async () => {
  const attempts = new Attempts({ account: { points: 1, duration: 60 }, address: { points: 1, duration: 60 } });
  await attempts.count("first", "there");
  for (const name of ["a", "b"]) await expect(attempts.count(name, "there")).rejects.toMatchObject({ status: 429 });
  for (const name of ["a", "b"]) await expect(attempts.count(name, `at ${name}`)).resolves.toBeUndefined();
});
