import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let owner: pg.Client;
let on: ReturnType<typeof verbsOn>;
let edits: ReturnType<typeof editsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z", worker: false });
  [on, edits] = [verbsOn(desk), editsOn(desk)];
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.close();
});

/** All that an edit could have written. */
const saved = async () =>
  (
    await owner.query(
      `select (select count(*) from calendar) as calendars, (select count(*) from plan) as plans,
              (select count(*) from add_on) as extras, (select count(*) from policy_application) as applications,
              (select count(*) from event) + (select count(*) from event_inbox) as events`,
    )
  ).rows[0];
type Fault = { field: string; message: string };
const publish = async (verb: "publishCalendar" | "publishPlan", input: object): Promise<Fault[]> => {
  const type = verb === "publishPlan" ? "PublishPlanInput" : "PublishCalendarInput";
  const query = `mutation($input: ${type}!) { done: ${verb}(input: $input) { userErrors { field message } } }`;
  return (await on.ask("manager", query, { input })).done.userErrors;
};
const day = (...windows: object[]) => [{ day: 1, windows }];

describe("a calendar that cannot be is refused by its field, with the reason, and nothing is saved", () => {
  test.each<[what: string, change: object, field: RegExp, reason: RegExp]>([
    [
      "two windows that overlap",
      { week: day({ from: "08:00", until: "12:00" }, { from: "11:00", until: "17:00" }) },
      /^week/,
      /overlap/,
    ],
    [
      "a window that ends before it begins",
      { week: day({ from: "17:30", until: "08:30" }) },
      /^week/,
      /ends before it begins/,
    ],
    ["a zone that nobody knows", { timeZone: "America/Gotham" }, /^timeZone$/, /Gotham/],
    [
      "a holiday that is there twice",
      {
        holidays: [
          { date: "2026-12-25", name: "Christmas Day" },
          { date: "2026-12-25", name: "Christmas" },
        ],
      },
      /^holidays/,
      /twice/,
    ],
    [
      "a date from which it should have held already",
      { effectiveFrom: "2026-11-22T00:00:00Z" },
      /^effectiveFrom$/,
      /past/,
    ],
  ])("%s", async (_what, change, field, reason) => {
    const [input, before] = [{ ...(await edits.calendarInput()), ...change }, await saved()];
    const [fault] = await publish("publishCalendar", input);
    expect(fault?.field).toMatch(field);
    expect(fault?.message).toMatch(reason);
    const tried = await edits.dryRun({ calendar: input });
    expect(tried.userErrors[0]?.message, "a dry run says the same").toBe(fault?.message);
    expect(await saved()).toEqual(before);
  });
});

describe("a target that cannot be is refused by its field, with the reason, and nothing is saved", () => {
  const refusal = async (amountSeconds: number, historical = false) => {
    const plan = await edits.planInput();
    const [first, ...rest] = plan.targets;
    const amount = { kind: "OPERATING_TIME", amountSeconds, amountDays: null, atRiskBeforeSeconds: 0 };
    return publish("publishPlan", { ...plan, code: "odd", historical, targets: [{ ...first, ...amount }, ...rest] });
  };

  test.each([
    ["below a minute", 59],
    ["of nothing", 0],
    ["above a year", 366 * 86_400 + 1],
  ])("one %s", async (_what, amountSeconds) => {
    const before = await saved();
    const [fault] = await refusal(amountSeconds);
    expect(fault?.field).toMatch(/^targets\[0\]\.amountSeconds$/);
    expect(fault?.message).toMatch(/minute|year|only a historical policy/);
    expect(await saved()).toEqual(before);
  });

  test("zero is for a policy marked historical, and for no other", async () => {
    expect(await refusal(0, true)).toEqual([]);
  });
});

test("an add-on that ends before it starts, or starts in the past, is refused by its field, and nothing is saved", async () => {
  const { node } = await on.ask("manager", "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }", {
    id: desk.clientId,
  });
  const before = await saved();
  const buy = async (more: object) =>
    (await edits.act("setAddOn", { contractId: node.contract.id, kind: "AFTER_HOURS", ...more })).userErrors;
  expect(await buy({ from: "2026-12-02T00:00:00Z", until: "2026-12-01T00:00:00Z" })).toEqual([
    { code: "INVALID", field: "until", message: expect.stringContaining("ends after it starts") },
  ]);
  expect(await buy({ from: "2026-11-01T00:00:00Z" })).toEqual([
    { code: "INVALID", field: "from", message: expect.stringContaining("lies in the past") },
  ]);
  expect(await saved()).toEqual(before);
});

describe("a clause that cannot be is refused by its field, with the reason, and nothing is saved", () => {
  const own = { code: "own", outcome: "LIMITED", title: "Own", nextStep: "REQUEST_QUOTE", advice: "Ask for a quote." };
  const fine = { fact: "illegal", is: true };
  test.each<[what: string, clause: object, field: string, reason: RegExp]>([
    [
      "a fact that nobody knows",
      { ...own, when: { all: [{ fact: "moonPhase", is: true }, fine] } },
      "clauses[1].when.all[0].fact",
      /^clauses\[1\]\.when\.all\[0\]\.fact: there is no fact "moonPhase"; facts are kindOfWork, /,
    ],
    [
      "a comparison of another type",
      { ...own, when: { fact: "product", above: 3 } },
      "clauses[1].when.above",
      /by in or notIn/,
    ],
    ["an empty list", { ...own, when: { fact: "kindOfWork", in: [] } }, "clauses[1].when.in", /is empty/],
    ["an empty group", { ...own, when: { any: [] } }, "clauses[1].when.any", /is empty/],
    [
      "a product that no data knows",
      { ...own, when: { fact: "product", in: ["Coffee Master 3000"] } },
      "clauses[1].when.in[0]",
      /no manufacturer data knows a product "Coffee Master 3000"/,
    ],
    ["a code twice", { ...own, code: "printer", when: fine }, "clauses[1].code", /printer is listed twice/],
    ["no condition, and no clause of the service", own, "clauses[1].when", /needs a condition/],
    [
      "an outcome that no clause has",
      { ...own, outcome: "COVERED", when: fine },
      "clauses[1].outcome",
      /EXCLUDED or LIMITED/,
    ],
    ["a code that is no code", { ...own, code: "No code", when: fine }, "clauses[1].code", /small letters/],
  ])("%s", async (_what, clause, field, reason) => {
    const printer = { code: "printer", outcome: "LIMITED", title: "Printers" };
    const [input, before] = [{ ...(await edits.planInput()), clauses: [printer, clause] }, await saved()];
    const faults = await publish("publishPlan", input);
    expect(faults).toEqual([{ field, message: expect.stringMatching(reason) }]);
    const tried = await edits.dryRun({ plan: input });
    expect(tried.userErrors).toMatchObject([{ field: `plan.${field}`, message: faults[0]?.message }]);
    expect(await saved()).toEqual(before);
  });
});
