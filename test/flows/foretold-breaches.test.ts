import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-04T21:00:00Z" }); // Friday 16:00 in New York
});
afterAll(() => desk.close());

test("an add-on bought now pulls no due into the past; one that becomes this very second is foretold as a breach, and is one", async () => {
  const [on, edits] = [verbsOn(desk), editsOn(desk)];
  const { id, number } = await on.open({ affected: "ONE" }); // one business day: Monday 16:00
  await desk.travel("2026-12-05T23:00:00Z"); // Saturday 18:00 is the next operating day from now on
  const { node } = await on.ask("manager", "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }", {
    id: desk.clientId,
  });
  const addOn = { contractId: node.contract.id, kind: "AFTER_HOURS" };
  const { dryRun } = await edits.dryRun({ addOn });
  expect(dryRun).toMatchObject({
    wouldBreach: 1,
    moves: [
      { number, metric: "FIRST_RESPONSE", dueAfter: "2026-12-05T23:00:00Z", breaches: true },
      { number, metric: "RESOLUTION", breaches: false },
    ],
  });
  const { application } = await edits.make("setAddOn", addOn);
  expect(await edits.application(application.id)).toMatchObject({ clocksMoved: 2, clocksBreached: 1 });
  await desk.travel("2026-12-05T23:00:01Z");
  expect((await on.clock(id, "FIRST_RESPONSE")).standing).toBe("BREACHED");
});
