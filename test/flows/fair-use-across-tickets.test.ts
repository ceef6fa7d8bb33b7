import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  on = verbsOn(desk);
  await allowImmediate(desk);
});
afterAll(() => desk.close());

const open = async () => (await on.open({ facts: { kindOfWork: "TROUBLESHOOTING" } })).id as string;
const start = async (id: string): Promise<string> => {
  const query = `mutation($id: ID!) { done: startSession(input: { ticketId: $id, consentBy: "Robin" }) { session { id } userErrors { message } } }`;
  const { done } = await on.ask("technician", query, { id });
  expect(done.userErrors).toEqual([]);
  return done.session.id;
};
const say = (verb: "heartbeat" | "endSession", id: string) =>
  on.ask("technician", `mutation($id: ID!) { ${verb}(input: { sessionId: $id }) { userErrors { code } } }`, { id });
const BEGIN = Date.parse("2026-11-30T15:00:00Z");
let at = 0;
/** The sessions are kept alive on the way. */
const until = async (seconds: number, sessions: readonly string[]) => {
  while (at < seconds) {
    at = Math.min(at + 50, seconds);
    await desk.travel(new Date(BEGIN + at * 1_000).toISOString().replace(".000Z", "Z"));
    for (const id of sessions) await say("heartbeat", id);
  }
};
const coverage = async (id: string) => {
  const { coverage: decision } = await on.look(id, "coverage { outcome clause { code } }");
  return decision.clause ? `${decision.outcome} ${decision.clause.code}` : decision.outcome;
};
const lines = async (id: string): Promise<string[]> =>
  (await on.look(id, "timeline(first: 50) { edges { node { change } } }")).timeline.edges.map(
    ({ node }: { node: { change: string | null } }) => node.change ?? "",
  );
const SOON = "Five of the client's 30 remote minutes of today are left";
const USED = "The client's 30 remote minutes of today are used up";

test("the client's minutes count for each ticket at which somebody is connected, whoever crosses the mark", async () => {
  const [one, two, quiet] = [await open(), await open(), await open()];
  const sessions = [await start(one), await start(two)];
  await until(12 * 60 + 30, sessions); // two tickets at once: twenty-five minutes
  for (const id of [one, two]) expect((await lines(id)).filter((line) => line === SOON)).toHaveLength(1);
  await until(15 * 60, sessions);
  for (const id of [one, two]) {
    expect((await lines(id)).filter((line) => line === USED)).toHaveLength(1);
    expect(await coverage(id)).toBe("LIMITED fair-use");
  }
  expect(await coverage(quiet)).toBe("COVERED"); // nobody connects there
  for (const id of sessions) await say("endSession", id);

  const later = await start(quiet);
  expect(await coverage(quiet)).toBe("LIMITED fair-use");
  await say("endSession", later);

  // decided by hand meanwhile, one of them gives way to what the rules say on the day on which that is withdrawn
  await on.done("technician", "overrideCoverage", {
    ticketId: one,
    outcome: "EXCLUDED",
    clause: "onsite",
    reason: "A cable",
  });
  await desk.travel("2026-12-01T04:59:59Z"); // a second before midnight in New York
  expect(await coverage(two)).toBe("LIMITED fair-use");
  await desk.travel("2026-12-01T05:00:00Z");
  for (const id of [two, quiet]) expect(await coverage(id)).toBe("COVERED");
  expect(await coverage(one)).toBe("EXCLUDED onsite");
  await on.done("technician", "withdrawOverride", { ticketId: one });
  expect(await coverage(one)).toBe("COVERED");
});

test("an override that is withdrawn on the same day gives way to that day's minutes", async () => {
  const id = await open();
  await on.done("technician", "overrideCoverage", {
    ticketId: id,
    outcome: "EXCLUDED",
    clause: "onsite",
    reason: "A cable",
  });
  await desk.travel("2026-12-01T15:00:00Z");
  at = 86_400;
  const other = await start(await open());
  await until(86_400 + 30 * 60, [other]);
  await say("endSession", other);
  await on.done("technician", "withdrawOverride", { ticketId: id });
  expect(await coverage(id)).toBe("LIMITED fair-use");
});

test("whoever connects for a ticket that nobody holds has it; closing it ends the session", async () => {
  await desk.travel("2026-12-02T15:00:00Z");
  const id = await open();
  const session = await start(id);
  expect(await on.look(id, "status assignee { name } queuePlace { inQueue }")).toEqual({
    ...{ status: "OPEN", assignee: { name: "Tess Technician" }, queuePlace: { inQueue: false } },
  });
  const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST", "DOCUMENT"].map((step) => ({ step, note: "Done." }));
  await on.done("technician", "resolve", { ticketId: id, steps });
  const ended = async () =>
    (
      await on.ask("technician", "query($id: ID!) { node(id: $id) { ... on RemoteSession { endedBy endedAt } } }", {
        id: session,
      })
    ).node;
  await desk.travel("2026-12-02T15:00:20Z");
  expect(await ended()).toEqual({ endedBy: null, endedAt: null }); // they may be showing that it works
  await on.done("technician", "close", { ticketId: id });
  await desk.travel("2026-12-02T15:00:21Z");
  expect(await ended()).toMatchObject({ endedBy: "TICKET_ENDED" });
});
