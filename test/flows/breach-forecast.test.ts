import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "../../api/core/time.ts";
import { fromGlobalId } from "../../api/platform/global-id.ts";
import { forecastOf } from "../../api/queue/forecast.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { planShift } from "../support/shifts.ts";
import { subscribe } from "../support/socket.ts";
import { staffOf } from "../support/staff.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeEach(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" }); // Monday 10:00 in New York
  on = verbsOn(desk);
});
afterEach(() => desk.close());

type Breach = { number: number; takeBy: string; expectedAt: string | null; [field: string]: unknown };
type Forecast = { total: number; breaches: Breach[]; [field: string]: unknown };
const fields = `asOf horizonUntil total techniciansOnShift shiftsPresumed responseSeconds responsePresumed
  breaches { ticketId number client clientCode metric dueAt takeBy expectedAt }`;
const forecast = async (): Promise<Forecast> =>
  (await on.ask("technician", `{ wall { forecast { ${fields} } } }`)).wall.forecast;
const ofQueue = async (args: string): Promise<Forecast | null> =>
  (await on.ask("technician", `{ queue${args} { forecast { ${fields} } } }`)).queue.forecast;
/** "10:45" on that Monday in New York, as the API says it. */
const at = (time: string) => {
  const [h, m] = time.split(":").map(Number) as [number, number];
  return `2026-11-30T${h + 5}:${String(m).padStart(2, "0")}:00Z`;
};
const lines = ({ breaches }: Forecast) => breaches.map((b) => [b.number, b.takeBy, b.expectedAt] as const);

const urgent = async (count: number): Promise<{ id: string; number: number }[]> => {
  const tickets = [];
  for (let i = 0; i < count; i++) tickets.push(await on.open({ affected: "ALL", workaround: false }, "technician"));
  return tickets;
};
const numbersOf = (tickets: readonly { number: number }[]) => tickets.map((t) => t.number) as [number, ...number[]];

describe("which tickets breach unless somebody takes them in time", () => {
  test("two technicians on shift, six urgent tickets due at 11:00: the last three, as reckoned by hand", async () => {
    await planShift(desk, desk.cast.technician.id, at("9:00"), at("17:30"));
    await planShift(desk, desk.cast.manager.id, at("10:30"), at("17:00"));
    const tickets = await urgent(6);
    await on.open({ affected: "ONE" });
    const [, , third, fourth, fifth, sixth] = numbersOf(tickets);

    // taken at 10:00 by Tess, at 10:30 by her and Max, at 11:00 by both, at 11:30; each answered a quarter of an hour later
    const before = await forecast();
    expect(before).toMatchObject({
      asOf: at("10:00"),
      horizonUntil: "2026-12-01T15:00:00Z",
      ...{ total: 3, techniciansOnShift: 1, shiftsPresumed: false, responseSeconds: 900, responsePresumed: true },
    });
    expect(lines(before)).toEqual([
      [fourth, at("10:45"), at("11:15")],
      [fifth, at("10:45"), at("11:15")],
      [sixth, at("10:45"), at("11:45")],
    ]);
    expect(before.breaches[0]).toMatchObject({
      ...{ ticketId: tickets[3]?.id, client: "First client", clientCode: "FIRST" },
      ...{ metric: "FIRST_RESPONSE", dueAt: at("11:00") },
    });

    // Tess takes the fourth out of turn at 10:05: free at 10:35, so that the third comes at 11:00 only
    await desk.travel(at("10:05"));
    await on.done("technician", "takeTicket", { ticketId: tickets[3]?.id });
    expect(lines(await forecast())).toEqual([
      [third, at("10:45"), at("11:15")],
      [fifth, at("10:45"), at("11:20")],
      [sixth, at("10:45"), at("11:45")],
    ]);

    // she asks back at 10:15, and is free at once: takes at 10:15, 10:45 and 11:15, Max at 10:30 and 11:00
    await desk.travel(at("10:15"));
    await on.done("technician", "reply", { ticketId: tickets[3]?.id, body: "Which room?" });
    await on.done("technician", "waitOn", { ticketId: tickets[3]?.id, on: "REQUESTER" });
    const after = await forecast();
    expect(lines(after)).toEqual([
      [fifth, at("10:45"), at("11:15")],
      [sixth, at("10:45"), at("11:30")],
    ]);
    expect(await forecast(), "asked again, the same").toEqual(after);
  });

  test("with nobody on shift every ticket that is due within an operating day, and nobody is expected", async () => {
    await planShift(desk, desk.cast.technician.id, "2026-12-02T14:00:00Z", "2026-12-02T22:00:00Z"); // on Wednesday
    const [first] = await urgent(1);
    const second = await on.open({ affected: "ONE" });
    const { techniciansOnShift, ...told } = await forecast();
    expect(techniciansOnShift).toBe(0);
    expect(lines(told)).toEqual([
      [first?.number, at("10:45"), null],
      [second.number, "2026-12-01T14:45:00Z", null],
    ]);
    await desk.travel(at("11:00"));
    expect(numbersOf((await forecast()).breaches)).toEqual([first?.number, second.number]);
    await desk.travel("2026-11-30T16:00:01Z");
    expect(numbersOf((await forecast()).breaches), "what is breached is foreseen no more").toEqual([second.number]);
  });

  test("an empty queue breaches nothing", async () => {
    expect(await forecast()).toMatchObject({ total: 0, breaches: [] });
  });

  test("a desk without any shifts is presumed to work while it is open, and says so", async () => {
    const [, , third] = numbersOf(await urgent(3));
    const told = await forecast();
    expect(told).toMatchObject({ total: 1, shiftsPresumed: true, techniciansOnShift: 1 });
    expect(lines(told)).toEqual([[third, at("10:45"), at("11:15")]]);
  });

  test("whoever may not work here any more is not reckoned with, whatever their shifts say", async () => {
    const { invite, must } = staffOf(desk);
    const { account } = await invite("kim@example.com", "TECHNICIAN");
    await planShift(desk, fromGlobalId(account.technician.id)?.uuid as string, at("9:00"), at("17:30"));
    await urgent(1);
    expect(await forecast()).toMatchObject({ total: 0, techniciansOnShift: 1 });
    await must(
      "setStaffAccess",
      { technicianId: account.technician.id, role: "TECHNICIAN", suspended: true },
      "account { email }",
    );
    expect(await forecast()).toMatchObject({ total: 1, techniciansOnShift: 0 });
  });

  test("a wall shows the first five of all", async () => {
    await urgent(9);
    expect(await forecast()).toMatchObject({ total: 7, breaches: { length: 5 } });
  });

  test("a queue is told of its own tickets, reckoned with all; one of the past has no forecast", async () => {
    await urgent(3);
    expect(await ofQueue("")).toMatchObject({ total: 1 });
    expect(await ofQueue(`(filter: { clientId: "${desk.clientId}" })`)).toMatchObject({ total: 1 });
    expect(await ofQueue("(filter: { unassigned: false })")).toMatchObject({ total: 0, breaches: [] });
    expect(await ofQueue('(asOf: "2026-11-30T15:00:00Z")')).toBeNull();
  });
});

describe("what usually arrives", () => {
  test("is reckoned with: of two urgent tickets that came on each of the last two Mondays at 10:30 one is expected, and taken before a standard one", async () => {
    for (const monday of ["2026-11-30", "2026-12-07"]) {
      await desk.travel(`${monday}T15:30:00Z`);
      for (const { id: ticketId } of await urgent(2)) await on.done("manager", "takeTicket", { ticketId });
    }
    await desk.travel("2026-12-14T15:00:00Z"); // 10:00; there is time for two, at 10:00 and at 10:30
    await planShift(desk, desk.cast.technician.id, "2026-12-14T15:00:00Z", "2026-12-14T15:45:00Z");
    await on.open({ affected: "ONE" });
    expect(await forecast()).toMatchObject({ total: 0 });
    const second = await on.open({ affected: "ONE" });
    expect(lines(await forecast())).toEqual([[second.number, "2026-12-15T14:45:00Z", null]]);
  });
});

describe("the pace of a forecast", () => {
  test("is what the last weeks have shown, from the next full hour on", async () => {
    // five tickets, each answered seven minutes after it was taken, and resolved after ten
    for (let i = 0; i < 5; i++) {
      const [ticket] = await urgent(1);
      const minute = (m: number) => desk.travel(at(`10:${String(i * 10 + m).padStart(2, "0")}`));
      const ticketId = ticket?.id;
      await on.done("technician", "takeTicket", { ticketId });
      await minute(7);
      await on.done("technician", "reply", { ticketId, body: "Try it once more, please." });
      await minute(10);
      const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => ({ step, note: "Done" }));
      await on.done("technician", "resolve", { ticketId, message: "It runs.", steps });
    }
    expect(await forecast()).toMatchObject({ responseSeconds: 900, responsePresumed: true });

    await desk.travel(at("11:00"));
    const tickets = await urgent(8);
    const told = await forecast();
    expect(told).toMatchObject({ responseSeconds: 420, responsePresumed: false });
    // Tess takes one every ten minutes: the sixth at 11:50, answered at 11:57; the seventh at 12:00
    expect(lines(told)).toEqual([
      [tickets[6]?.number, at("11:53"), at("12:07")],
      [tickets[7]?.number, at("11:53"), at("12:17")],
    ]);
  });
});

describe("an open wall", () => {
  test("is told the forecast at once, with what changes, and with each sign of life", async () => {
    const told = "forecast { total breaches { number } }";
    const document = `subscription { wall { __typename ... on WallSnapshot { wall { ${told} } } ... on WallDelta { ${told} }
      ... on WallHeartbeat { ${told} } } }`;
    type Told = { forecast: { total: number; breaches: { number: number }[] } };
    type Message = { wall: { __typename: string; wall?: Told } & Partial<Told> };
    desk.trust(document);
    await planShift(desk, desk.cast.technician.id, "2026-12-02T14:00:00Z", "2026-12-02T22:00:00Z");
    const feed = await subscribe<Message>(desk, "wall", document);
    const tells = (kind: string, numbers: (number | undefined)[]) => (m: Message) =>
      m.wall.__typename === kind &&
      JSON.stringify((m.wall.wall ?? m.wall).forecast?.breaches.map((b) => b.number)) === JSON.stringify(numbers);
    await feed.until(tells("WallSnapshot", []));
    const [first, second] = await urgent(2);
    await feed.until(tells("WallDelta", [first?.number, second?.number]));
    await on.done("technician", "takeTicket", { ticketId: first?.id });
    await feed.until(tells("WallDelta", [second?.number]));
    await feed.until(tells("WallHeartbeat", [second?.number]));
    feed.close();
  });

  test("shares one reading of it with all others while nothing changes", async () => {
    const { house } = desk.composed;
    const now = (Date.parse(at("10:00")) / 1_000) as Instant;
    const first = forecastOf(house, now);
    expect(forecastOf(house, (now + 1) as Instant)).toBe(first);
    expect(forecastOf(house, (now + 60) as Instant), "a minute later").not.toBe(first);
    const second = forecastOf(house, now);
    house.changes.touch();
    const third = forecastOf(house, now);
    expect(third, "after a change").not.toBe(second);
    expect(await third).toEqual(await first);
  });
});
