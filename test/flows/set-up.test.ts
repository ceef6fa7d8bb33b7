import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { berlin, setUpOf, swift, target } from "../support/agreements.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
let act: ReturnType<typeof setUpOf>["act"];
let publishCalendar: ReturnType<typeof setUpOf>["publishCalendar"];
let publishPlan: ReturnType<typeof setUpOf>["publishPlan"];
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  ({ act, publishCalendar, publishPlan } = setUpOf(desk));
});
afterAll(() => desk.close());

describe("a manager publishes a calendar", () => {
  test("each publication of one code is its next version; the list shows the newest", async () => {
    expect(await publishCalendar(berlin)).toMatchObject({ calendar: { code: "berlin", version: 1 }, userErrors: [] });
    const later = await publishCalendar({ ...berlin, holidays: [] });
    expect(later.calendar).toMatchObject({ version: 2, holidays: [] });
    expect(later.calendar.week[6]).toEqual({ day: 7, windows: [] });
    const { calendars } = (await desk.gql("technician", "{ calendars { code version } }")).data;
    expect(calendars).toContainEqual({ code: "berlin", version: 2 });
    expect(calendars.filter((c: { code: string }) => c.code === "berlin")).toHaveLength(1);
  });

  test("two publications at once get two versions", async () => {
    const both = await Promise.all([1, 2].map(() => publishCalendar({ ...berlin, code: "twice" })));
    expect(both.map((done) => done.calendar.version).sort()).toEqual([1, 2]);
  });

  test("open periods follow holidays and exceptions", async () => {
    await publishCalendar({ ...berlin, code: "feast" });
    const { calendars } = (
      await desk.gql(
        "manager",
        `{ calendars { code openPeriods(from: "2026-12-24T00:00:00Z", until: "2026-12-27T00:00:00Z") { from until } } }`,
      )
    ).data;
    expect(calendars.find((c: { code: string }) => c.code === "feast").openPeriods).toEqual([
      { from: "2026-12-24T08:00:00Z", until: "2026-12-24T11:00:00Z" },
    ]);
  });

  test("every fault is listed by the field that was sent, and nothing is saved", async () => {
    const done = await publishCalendar({
      code: "No Good",
      timeZone: "Mars/Olympus",
      week: [
        { day: 5, windows: [{ from: "09:00", until: "09:00" }] },
        { day: 5, windows: [] },
      ],
      holidays: [{ date: "2026-12-25", name: " " }],
    });
    expect(done.calendar).toBeNull();
    expect(done.userErrors.map((e: { field: string }) => e.field)).toEqual(
      expect.arrayContaining(["code", "timeZone", "week[1].day", "holidays[0].name"]),
    );
    const { calendars } = (await desk.gql("manager", "{ calendars { code } }")).data;
    expect(calendars.map((c: { code: string }) => c.code)).not.toContain("No Good");
  });

  test("only a manager may", async () => {
    await expect(publishCalendar({ ...berlin, code: "mine" }, "technician")).rejects.toThrow("FORBIDDEN");
  });
});

describe("a manager publishes a plan", () => {
  test("what is left out is the standard plan's", async () => {
    const { plan, userErrors } = await publishPlan(swift);
    expect(userErrors).toEqual([]);
    expect(plan).toMatchObject({ version: 1, reopenDays: null, settlingSeconds: 1800, fairUseSecondsPerDay: 1800 });
    expect(plan.clauses.map((c: { code: string }) => c.code)).toContain("below-minimum");
    expect(plan.targets).toEqual([
      { priority: "URGENT", amountSeconds: 1800 },
      { priority: "STANDARD", amountSeconds: 7200 },
    ]);
  });

  test("every fault of every target is named at once", async () => {
    const done = await publishPlan({
      ...swift,
      code: "slack",
      name: " ",
      settlingSeconds: -1,
      targets: [target("URGENT", 0), target("NEVER", 3600), { ...target("STANDARD", 3600), satisfiedBy: "RESOLVED" }],
    });
    expect(done.plan).toBeNull();
    expect(done.userErrors.map((e: { field: string }) => e.field).sort()).toEqual([
      "name",
      "settlingSeconds",
      "targets[0].amountSeconds",
      "targets[1].priority",
      "targets[2].satisfiedBy",
    ]);
    expect((await desk.gql("manager", "{ plans { code } }")).data.plans).not.toContainEqual({ code: "slack" });
  });

  test("a zero target is history's: only a historical plan may promise it", async () => {
    const zero = { ...swift, code: "past", targets: [target("URGENT", 0)] };
    expect((await publishPlan(zero)).userErrors).toHaveLength(1);
    expect((await publishPlan({ ...zero, historical: true })).userErrors).toEqual([]);
  });
});

describe("a client under its own plan and calendar", () => {
  const wanted = {
    name: "Spree Boats",
    code: "SPREE",
    timeZone: "Europe/Berlin",
    planCode: "swift",
    calendarCode: "berlin",
    contractFrom: "2026-11-30",
  };
  const createClient = (input: object) =>
    act(
      "manager",
      "createClient",
      "client { id name partner { name } contract { from until plan { code version } calendar { code version } addOns { kind from until } } }",
      input,
    );

  test("is the provider's own without a partner, and its tickets are clocked by what it bought", async () => {
    const { client, userErrors } = await createClient(wanted);
    expect(userErrors).toEqual([]);
    expect(client).toMatchObject({
      partner: null,
      contract: { from: "2026-11-30", plan: { code: "swift", version: 1 }, calendar: { code: "berlin", version: 2 } },
    });
    // 16:00 in Berlin: an hour of the two is left today, the other runs from nine tomorrow
    const { ticket } = await act(
      "technician",
      "createTicket",
      "ticket { slaClock(metric: FIRST_RESPONSE) { dueAt timeZone } }",
      {
        clientId: client.id,
        subject: "Till is slow",
        affected: "ONE",
      },
    );
    expect(ticket.slaClock).toEqual({ dueAt: "2026-12-01T09:00:00Z", timeZone: "Europe/Berlin" });
  });

  test("with the after-hours extra the night counts too", async () => {
    const { client } = await createClient({
      ...wanted,
      code: "SPREE-24",
      addOns: [{ kind: "AFTER_HOURS", from: "2026-11-01T00:00:00Z" }],
    });
    expect(client.contract.addOns).toEqual([{ kind: "AFTER_HOURS", from: "2026-11-01T00:00:00Z", until: null }]);
    const { ticket } = await act(
      "technician",
      "createTicket",
      "ticket { slaClock(metric: FIRST_RESPONSE) { dueAt } }",
      {
        clientId: client.id,
        subject: "Till is slow",
        affected: "ONE",
      },
    );
    expect(ticket.slaClock.dueAt).toBe("2026-11-30T17:00:00Z");
  });

  test("every fault is listed, and a code that exists is said so", async () => {
    const taken = await createClient(wanted);
    expect(taken.userErrors).toMatchObject([{ code: "ALREADY_EXISTS", field: "code" }]);
    const wrong = await createClient({
      ...wanted,
      code: "x y",
      timeZone: "Mars",
      planCode: "none",
      calendarCode: "none",
    });
    expect(wrong.userErrors.map((e: { field: string }) => e.field).sort()).toEqual([
      "calendarCode",
      "code",
      "planCode",
      "timeZone",
    ]);
  });

  test("clients are listed within what the viewer may see", async () => {
    const names = async (who: keyof TestDesk["tokens"]) =>
      (await desk.gql(who, "{ clients(first: 100) { edges { node { name } } } }")).data.clients.edges.map(
        (e: any) => e.node.name,
      );
    expect(await names("manager")).toEqual(["First client", "Spree Boats", "Spree Boats"]);
    expect(await names("partner")).toEqual(["First client"]);
    expect(await names("otherPartner")).toEqual([]);
  });
});

describe("staff", () => {
  test("a team's name is unique; a technician joins teams by their ids", async () => {
    const { team } = await act("manager", "createTeam", "team { id name }", { name: "Night watch" });
    const again = await act("manager", "createTeam", "team { id }", { name: " Night watch " });
    expect(again).toMatchObject({ team: null, userErrors: [{ code: "ALREADY_EXISTS", field: "name" }] });
    const { technician } = await act("manager", "createTechnician", "technician { id name onShift teams { id } }", {
      name: "Nora Night",
      email: "nora@example.com",
      teamIds: [team.id],
    });
    expect(technician).toMatchObject({ name: "Nora Night", onShift: false, teams: [{ id: team.id }] });
    const { technicians, teams } = (await desk.gql("technician", "{ technicians { name } teams { name } }")).data;
    expect(technicians).toContainEqual({ name: "Nora Night" });
    expect(teams).toContainEqual({ name: "Night watch" });
  });

  test("a team that does not exist, or an address that is none, is refused", async () => {
    const made = (input: object) => act("manager", "createTechnician", "technician { id }", { name: "X", ...input });
    expect((await made({ teamIds: ["tea_00000000000000000000000000000000"] })).userErrors).toMatchObject([
      { code: "NOT_FOUND", field: "teamIds" },
    ]);
    expect((await made({ email: "no address" })).userErrors).toMatchObject([{ code: "INVALID", field: "email" }]);
  });
});
