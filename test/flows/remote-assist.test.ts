import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookingOn } from "../support/booking.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";

let desk: TestDesk;
let on: ReturnType<typeof bookingOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-01T14:00:00Z" }); // a Tuesday, 9:00 in New York
  on = bookingOn(desk);
});
afterAll(() => desk.close());

const fields =
  "session { id startedAt endedAt endedBy consentHow consentBy summary } userErrors { code field message }";
const start = async (ticketId: string, consentBy?: string) =>
  (
    await on.ask(
      "technician",
      `mutation($input: StartSessionInput!) { done: startSession(input: $input) { ${fields} } }`,
      { input: { ticketId, consentBy } },
    )
  ).done;
const say = async (verb: "endSession" | "summariseSession" | "heartbeat", input: object) =>
  (
    await on.ask(
      "technician",
      `mutation($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { done: ${verb}(input: $input) { ${fields} } }`,
      { input },
    )
  ).done;
const sessions = async (id: string) => (await on.look(id, "sessions { endedBy endedAt summary }")).sessions;

describe("connecting is by appointment", () => {
  test("without one it is refused, and says what to do", async () => {
    const { id } = await on.open();
    expect((await start(id, "Robin")).userErrors).toMatchObject([{ code: "APPOINTMENT_NEEDED" }]);
    expect(await sessions(id)).toEqual([]);
  });

  test("at its time, with the consent that confirming it gave; ended by the requester from the link", async () => {
    const { id } = await on.open();
    const { token } = await on.link(id);
    expect((await on.book(token, "2026-12-01T15:00:00Z")).userErrors).toEqual([]);
    await desk.travel("2026-12-01T14:49:59Z");
    expect((await start(id)).userErrors).toMatchObject([{ code: "APPOINTMENT_NEEDED" }]);
    await desk.travel("2026-12-01T14:50:00Z");
    const { session } = await start(id);
    expect(session).toMatchObject({ consentHow: "ONLINE", consentBy: "Robin Requester", endedAt: null });
    const shown = await on.raw(token, "{ booking { sessions { id endedAt endedBy summary technician { name } } } }");
    expect(shown.data.booking.sessions).toMatchObject([
      { id: session.id, endedAt: null, endedBy: null, technician: { name: "Tess Technician" } },
    ]);
    await desk.travel("2026-12-01T14:50:30Z");
    const ended = await on.raw(
      token,
      `mutation { endSession(input: { sessionId: "${session.id}" }) { session { endedBy } userErrors { code } } }`,
    );
    expect(ended.data.endSession).toEqual({ session: { endedBy: "REQUESTER" }, userErrors: [] });
    expect((await on.story(id)).at(-1).change).toBe("Remote session ended after 0 min 30 s: the requester ended it");
    await desk.travel("2026-12-01T15:30:00Z");
    expect(await on.appointments(id), "it began a little early, for that time").toMatchObject([{ status: "KEPT" }]);
  });

  test("booked by the desk, it asks for somebody's word", async () => {
    const { id } = await on.open();
    const book = `mutation { bookAppointment(input: { ticketId: "${id}", from: "2026-12-01T16:00:00Z" }) { userErrors { code } } }`;
    expect((await on.ask("technician", book)).bookAppointment.userErrors).toEqual([]);
    await desk.travel("2026-12-01T16:00:00Z");
    expect((await start(id)).userErrors).toMatchObject([{ code: "CONSENT_MISSING", field: "consentBy" }]);
    const { session } = await start(id, " Robin, by telephone ");
    expect(session).toMatchObject({ consentHow: "SPOKEN", consentBy: "Robin, by telephone" });
    await desk.travel("2026-12-01T16:00:30Z");
    expect(
      (await say("endSession", { sessionId: session.id, summary: "The account was set anew" })).session,
    ).toMatchObject({
      endedBy: "TECHNICIAN",
      summary: "The account was set anew",
    });
    await desk.travel("2026-12-01T16:30:00Z");
    expect(await on.appointments(id)).toMatchObject([{ status: "KEPT" }]);
  });

  test("a session of a stranger's ticket cannot be ended by a link", async () => {
    const [one, two] = [await on.open(), await on.open()];
    const { token } = await on.link(two.id);
    const book = `mutation { bookAppointment(input: { ticketId: "${one.id}", from: "2026-12-01T17:00:00Z" }) { userErrors { code } } }`;
    await on.ask("technician", book);
    await desk.travel("2026-12-01T17:00:00Z");
    const { session } = await start(one.id, "Robin");
    const tried = await on.raw(
      token,
      `mutation { endSession(input: { sessionId: "${session.id}" }) { userErrors { code } } }`,
    );
    expect(tried.data.endSession.userErrors).toEqual([{ code: "NOT_FOUND" }]);
    await say("endSession", { sessionId: session.id });
    expect((await say("summariseSession", { sessionId: session.id, summary: " " })).userErrors).toMatchObject([
      { code: "INVALID", field: "summary" },
    ]);
    expect((await say("summariseSession", { sessionId: session.id, summary: "Printer driver" })).session.summary).toBe(
      "Printer driver",
    );
  });
});

describe("with the add-on for immediate support", () => {
  test("it begins at once, the technician is told at 25 minutes, at 30 the coverage is limited, and nobody is cut off", async () => {
    await desk.travel("2026-12-02T15:00:00Z");
    await allowImmediate(desk);
    const { id } = await on.open({ facts: { kindOfWork: "TROUBLESHOOTING" } });
    expect((await on.look(id)).coverage.outcome).toBe("COVERED");
    const { session } = await start(id, "Robin");
    const beats = async (from: number, until: number) => {
      for (let s = from; s <= until; s += 50) {
        await desk.travel(new Date(Date.UTC(2026, 11, 2, 15) + s * 1_000).toISOString());
        expect((await say("heartbeat", { sessionId: session.id })).userErrors).toEqual([]);
      }
    };
    const told = async () =>
      (await on.story(id))
        .filter((e: { kind: string; change: string }) => e.kind === "SESSION" && e.change.includes("remote minutes"))
        .map((e: { change: string }) => e.change);
    await beats(50, 1_450);
    expect(await told()).toEqual([]);
    await beats(1_500, 1_750);
    expect(await told()).toEqual(["Five of the client's 30 remote minutes of today are left"]);
    expect((await on.look(id)).coverage.outcome).toBe("COVERED");
    await beats(1_800, 2_000);
    expect(await told()).toHaveLength(2);
    expect((await on.look(id)).coverage).toEqual({ outcome: "LIMITED", clause: { code: "fair-use" } });
    expect(await sessions(id)).toMatchObject([{ endedAt: null }]);
    await say("endSession", { sessionId: session.id });
  });

  test("the desk's closing ends it", async () => {
    await desk.travel("2026-12-02T22:29:30Z"); // 17:29:30 in New York
    const { id } = await on.open();
    await start(id, "Robin");
    await desk.travel("2026-12-02T22:30:00Z");
    expect(await sessions(id)).toEqual([{ endedBy: "DESK_CLOSED", endedAt: "2026-12-02T22:30:00Z", summary: null }]);
  });

  test("begun while the desk is closed, it is not ended by that", async () => {
    await desk.travel("2026-12-03T02:00:00Z");
    const { id } = await on.open();
    await start(id, "Robin");
    await desk.travel("2026-12-03T02:00:50Z");
    expect(await sessions(id)).toMatchObject([{ endedBy: null }]);
  });
});
