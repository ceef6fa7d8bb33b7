import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let day = 0;
/** A time of the test's own day, in New York's winter: 10:00 there is 15:00 in UTC. */
const at = (time: string, later = 0) =>
  `${new Date(Date.UTC(2026, 10, 30 + 7 * day + later)).toISOString().slice(0, 10)}T${time}Z`;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z" });
  on = verbsOn(desk);
  await allowImmediate(desk);
});
/** Each test has a Monday to itself, and with it a fresh meter. */
beforeEach(async () => {
  day += 1;
  await desk.travel(at("15:00:00"));
});
afterAll(() => desk.close());

const session =
  "session { id startedAt endedAt endedBy lastHeartbeatAt seconds technician { name } ticket { number } }";
const start = async (ticketId: string, who: Who = "technician") =>
  (
    await on.ask(
      who,
      `mutation($id: ID!) { done: startSession(input: { ticketId: $id, consentBy: "Robin" }) { ${session} ticket { status version }
        current { version } accepts userErrors { code field message } } }`,
      { id: ticketId },
    )
  ).done;
const say = async (verb: "heartbeat" | "endSession", id: string, who: Who = "technician") =>
  (
    await on.ask(
      who,
      `mutation($id: ID!) { done: ${verb}(input: { sessionId: $id }) { ${session} userErrors { code field } } }`,
      { id },
    )
  ).done;
const fairUse = async (date?: string) =>
  (
    await on.ask(
      "manager",
      `query($id: ID!, $date: Date) { node(id: $id) { ... on Client {
        fairUse(date: $date) { date allowanceSeconds usedSeconds remainingSeconds runningSessions runningTickets asOf } } } }`,
      { id: desk.clientId, date },
    )
  ).node.fairUse;
/** Connected from one instant to another, alive all the while. */
const connected = async (ticketId: string, from: string, until: string) => {
  await desk.travel(from);
  const { id } = (await start(ticketId)).session;
  for (let t = Date.parse(from) + 50_000; t < Date.parse(until); t += 50_000) {
    await desk.travel(new Date(t).toISOString());
    await say("heartbeat", id);
  }
  await desk.travel(until);
  return (await say("endSession", id)).session;
};

describe("a remote session", () => {
  test("runs from its start to its end, and its seconds are on the client's day", async () => {
    const { id, number } = await on.open();
    expect(await fairUse()).toMatchObject({ allowanceSeconds: 1800, usedSeconds: 0, remainingSeconds: 1800 });
    const begun = await start(id);
    expect(begun).toMatchObject({
      session: {
        startedAt: at("15:00:00"),
        endedAt: null,
        technician: { name: "Tess Technician" },
        ticket: { number },
      },
      ticket: { version: 2 },
      userErrors: [],
    });
    await desk.travel(at("15:00:40"));
    expect(await say("heartbeat", begun.session.id)).toMatchObject({
      session: { lastHeartbeatAt: at("15:00:40"), seconds: 40, endedAt: null },
      userErrors: [],
    });
    expect(await fairUse(), "while it runs").toMatchObject({ usedSeconds: 40, runningSessions: 1 });
    await desk.travel(at("15:01:30"));
    expect((await say("endSession", begun.session.id)).session).toMatchObject({
      endedAt: at("15:01:30"),
      endedBy: "TECHNICIAN",
      seconds: 90,
    });
    await desk.travel(at("16:00:00"));
    expect(await fairUse(), "once it is over").toMatchObject({
      usedSeconds: 90,
      remainingSeconds: 1710,
      runningSessions: 0,
    });
  });

  test("that has ended hears nothing more", async () => {
    const { session: begun } = await start((await on.open()).id);
    await say("endSession", begun.id);
    for (const verb of ["heartbeat", "endSession"] as const)
      expect(await say(verb, begun.id)).toEqual({
        session: null,
        userErrors: [{ code: "SESSION_ENDED", field: "sessionId" }],
      });
  });

  test("that nobody knows of is said to be unknown", async () => {
    const { session: begun } = await start((await on.open()).id);
    const nobodys = `${begun.id.slice(0, -8)}00000000`;
    for (const verb of ["heartbeat", "endSession"] as const)
      expect((await say(verb, nobodys)).userErrors).toEqual([{ code: "NOT_FOUND", field: "sessionId" }]);
  });

  test("is one per technician and ticket: a second start is refused, and nothing changes", async () => {
    const { id } = await on.open();
    const { ticket } = await start(id);
    expect(await start(id)).toMatchObject({
      session: null,
      current: { version: ticket.version },
      userErrors: [{ code: "ALREADY_EXISTS", field: "ticketId" }],
    });
    expect((await on.look(id, "sessions { id }")).sessions).toHaveLength(1);
    expect((await start(id, "manager")).userErrors, "a colleague may join").toEqual([]);
  });

  test("is not started on a resolved ticket", async () => {
    const { id } = await on.open();
    const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => ({ step, note: "Written down" }));
    await on.done("technician", "resolve", { ticketId: id, steps });
    const refused = await start(id);
    expect(refused).toMatchObject({ session: null, userErrors: [{ code: "NOT_IN_THIS_STATUS" }] });
    expect(refused.accepts).not.toContain("START_SESSION");
    expect((await on.look(id, "sessions { id }")).sessions).toEqual([]);
  });

  test("is told in the ticket's story, its start and its end", async () => {
    const { id } = await on.open();
    const { session: begun } = await start(id);
    await desk.travel(at("15:00:50"));
    await say("endSession", begun.id);
    const told = (await on.story(id)).filter((line: { kind: string }) => line.kind === "SESSION");
    expect(told).toMatchObject([
      { actor: "Tess Technician", public: false, change: "Remote session started; Robin agreed" },
      { actor: "Tess Technician", public: false, change: "Remote session ended after 0 min 50 s" },
    ]);
  });
});

describe("a session whose technician vanished", () => {
  test("ends sixty seconds after its last heartbeat, not when somebody notices", async () => {
    const { id } = await on.open();
    const { session: begun } = await start(id);
    await desk.travel(at("15:00:30"));
    await say("heartbeat", begun.id);
    await desk.travel(at("16:00:00"));
    const [gone] = (await on.look(id, "sessions { endedAt endedBy seconds }")).sessions;
    expect(gone).toEqual({ endedAt: at("15:01:30"), endedBy: "VANISHED", seconds: 90 });
    expect((await on.story(id)).at(-1)).toMatchObject({
      kind: "SESSION",
      actor: "Desk",
      change: "Remote session ended after 1 min 30 s: Tess Technician was heard of no more",
    });
    expect(await fairUse()).toMatchObject({ usedSeconds: 90, runningSessions: 0 });
    expect((await say("heartbeat", begun.id)).userErrors).toMatchObject([{ code: "SESSION_ENDED" }]);
  });

  test("has ended even where the timer has not said so: a late sign of life is no bridge", async () => {
    const { id } = await on.open();
    const { session: begun } = await start(id);
    const client = new pg.Client(desk.urls.worker); // time passes behind the product's back, as it does
    await client.connect();
    await client.query("update desk_clock set now = to_timestamp($1)", [Date.parse(at("15:20:00")) / 1000]);
    await client.end();
    desk.composed.machine.forget();
    expect((await say("heartbeat", begun.id)).userErrors).toMatchObject([{ code: "SESSION_ENDED" }]);
    const [gone] = (await on.look(id, "sessions { endedAt endedBy seconds }")).sessions;
    expect(gone).toEqual({ endedAt: at("15:01:00"), endedBy: "VANISHED", seconds: 60 });
  });

  test("is kept alive by nobody else; a manager may end it", async () => {
    await desk.travel(at("15:00:00"));
    const { session: begun } = await start((await on.open()).id);
    expect((await say("heartbeat", begun.id, "manager")).userErrors).toMatchObject([{ code: "NOT_YOURS" }]);
    expect((await say("endSession", begun.id, "manager")).session).toMatchObject({ endedBy: "TECHNICIAN" });
  });

  test("is alive up to the last second of the grace", async () => {
    const { session: begun } = await start((await on.open()).id);
    await desk.travel(at("15:00:59"));
    expect((await say("heartbeat", begun.id)).session).toMatchObject({ seconds: 59, endedAt: null });
    await desk.travel(at("15:01:58"));
    expect((await say("endSession", begun.id)).session).toMatchObject({ seconds: 118, endedBy: "TECHNICIAN" });
  });

  test("may be connected again", async () => {
    const { id } = await on.open();
    await start(id);
    await desk.travel(at("15:10:00"));
    expect((await start(id)).userErrors).toEqual([]);
    expect((await on.look(id, "sessions { endedBy }")).sessions).toEqual([{ endedBy: "VANISHED" }, { endedBy: null }]);
  });
});

describe("the client's day", () => {
  test("counts two technicians on one ticket once", async () => {
    const { id } = await on.open();
    const one = (await start(id)).session;
    await desk.travel(at("15:00:20"));
    const two = (await start(id, "manager")).session;
    expect(await fairUse()).toMatchObject({ runningSessions: 2, runningTickets: 1, usedSeconds: 20 });
    await desk.travel(at("15:00:50"));
    await say("endSession", one.id);
    await desk.travel(at("15:01:10"));
    await say("endSession", two.id, "manager");
    expect(await fairUse()).toMatchObject({ usedSeconds: 70, runningSessions: 0 });
  });

  test("adds up sessions on different tickets", async () => {
    const [one, two] = [await start((await on.open()).id), await start((await on.open()).id, "manager")];
    await desk.travel(at("15:00:50"));
    expect(await fairUse()).toMatchObject({ usedSeconds: 100, runningTickets: 2, asOf: at("15:00:50") });
    expect((await fairUse(at("15:00:00", -1).slice(0, 10))).runningTickets, "not yesterday's").toBe(0);
    await say("endSession", one.session.id);
    await say("endSession", two.session.id, "manager");
    expect(await fairUse()).toMatchObject({ usedSeconds: 100, runningTickets: 0 });
  });

  test("ends at the client's own midnight: a session across it is split", async () => {
    const { id } = await on.open();
    const [before, after] = [at("00:00:00").slice(0, 10), at("00:00:00", 1).slice(0, 10)];
    await connected(id, at("04:59:00", 1), at("05:01:30", 1)); // midnight in New York is 05:00 in UTC
    expect(await fairUse(before)).toMatchObject({ date: before, usedSeconds: 60 });
    expect(await fairUse(after)).toMatchObject({ date: after, usedSeconds: 90 });
    expect(await fairUse(), "without a date: today").toMatchObject({ date: after });
  });

  test("with its thirty minutes used up makes its ticket and the next request limited; nobody is cut off, and tomorrow is new", async () => {
    const facts = { kindOfWork: "TROUBLESHOOTING" };
    const { id, coverage } = await on.open({ facts });
    expect(coverage.clause).toBeNull();
    const ended = await connected(id, at("15:00:00"), at("15:30:00"));
    expect(ended).toMatchObject({ seconds: 1800, endedBy: "TECHNICIAN" });
    expect(await fairUse()).toMatchObject({ usedSeconds: 1800, remainingSeconds: 0 });
    expect((await on.open({ facts })).coverage).toEqual({ outcome: "LIMITED", clause: { code: "fair-use" } });
    expect((await on.look(id)).coverage, "decided again").toEqual({ outcome: "LIMITED", clause: { code: "fair-use" } });
    await desk.travel(at("15:00:00", 1));
    expect((await on.open({ facts })).coverage.clause).toBeNull();
  });
});
