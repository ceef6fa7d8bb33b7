import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { joiningOn } from "../support/joining.ts";
import type { Who } from "../support/verbs.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  await allowImmediate(desk);
});
afterAll(() => desk?.close());

test("whoever is connected finds their own running sessions, on whatever ticket, and nobody else's", async () => {
  const on = joiningOn(desk);
  const own = async (who: Who) =>
    (await on.ask(who, "{ viewer { runningSessions { id ticket { number } } } }")).viewer.runningSessions;
  const [first, second] = [await on.open(), await on.open()];
  const [one, two] = [await on.connect(first.id), await on.connect(second.id)];
  expect(await own("technician")).toEqual([
    { id: one, ticket: { number: first.number } },
    { id: two, ticket: { number: second.number } },
  ]);
  await on.end(one);
  expect(await own("technician")).toMatchObject([{ id: two }]);
  for (const who of ["manager", "requester", "partner"] as const) expect(await own(who)).toEqual([]);
});
