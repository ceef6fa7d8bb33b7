import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { swift } from "../support/agreements.ts";
import { clausesOf, preview } from "../support/coverage.ts";
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
  await owner?.end();
  await desk?.close();
});

const test_ = "fact is in notIn above atLeast below aboveLimit reachesLimit olderThan";
const WHEN = `when { ${test_} all { ${test_} any { ${test_} all { ${test_} } } } any { ${test_} all { ${test_} any { ${test_} } } } }`;
const clauses = async (code = "standard") => {
  const { plans } = await on.ask(
    "manager",
    `{ plans { code clauses { code outcome title nextStep advice ${WHEN} } } }`,
  );
  return plans.find((plan: { code: string }) => plan.code === code).clauses;
};
const stated = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(stated)
    : value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (v === null ? [] : [[k, stated(v)]])))
      : value;

const printer = { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER" } };

test("a plan that is read and published again decides as before, and says each condition whole", async () => {
  const before = stated(await clauses()) as { code: string; when: object }[];
  expect(before.map((c) => c.code).slice(-2)).toEqual(["fair-use", "slow-connection"]);
  expect(before.find((c) => c.code === "immediate-remote")).toMatchObject({
    when: {
      all: [
        { fact: "immediate", is: true },
        { fact: "immediateAddOn", is: false },
      ],
    },
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment instead.",
  });
  await edits.publishPlan({ ...(await edits.planInput()), clauses: before });
  expect(stated(await clauses())).toEqual(before);
});

test("a plan's author changes a condition and adds a clause of their own, and requests are decided by them", async () => {
  const all = stated(await clauses()) as { code: string; when: object }[];
  const own = {
    code: "evening-printer",
    outcome: "LIMITED",
    title: "Printers in long work without after-hours service",
    when: {
      all: [
        { fact: "technologyKind", in: ["PRINTER"] },
        { fact: "afterHoursAddOn", is: false },
        {
          any: [
            { fact: "estimatedMinutes", atLeast: 20 },
            { fact: "kindOfWork", in: ["DRIVER"] },
          ],
        },
      ],
    },
    nextStep: "BOOK_APPOINTMENT",
    advice: "Book an appointment with the printer people.",
  };
  const changed = all.map((c) => (c.code === "printer" ? { ...c, when: { fact: "kindOfWork", in: ["DRIVER"] } } : c));
  await edits.publishPlan({ ...(await edits.planInput()), clauses: [own, ...changed] });
  const long = await preview(desk, { ...printer, estimatedMinutes: 25 }, desk.clientId);
  expect(long).toMatchObject({
    outcome: "LIMITED",
    clause: { code: "evening-printer" },
    alsoMatched: [],
    nextStep: { kind: "BOOK_APPOINTMENT", label: "Book an appointment with the printer people." },
    wouldChange: [
      "If it were not about a printer: covered.",
      "With the after-hours add-on: covered.",
      "If it took 19 minutes or less: covered.",
    ],
  });
  expect(long.evidence.map((e) => `${e.clause} ${e.fact}`)).toEqual([
    "evening-printer technologyKind",
    "evening-printer afterHoursAddOn",
    "evening-printer estimatedMinutes",
    "evening-printer kindOfWork",
  ]);
  expect((await preview(desk, { ...printer, estimatedMinutes: 5 }, desk.clientId)).outcome).toBe("COVERED");
  expect(clausesOf(await preview(desk, { ...printer, kindOfWork: "DRIVER" }, desk.clientId))).toEqual([
    "evening-printer",
    "printer",
  ]);
  const { id } = await on.open({ facts: { ...printer, estimatedMinutes: 25 } });
  expect((await on.look(id)).coverage).toEqual({ outcome: "LIMITED", clause: { code: "evening-printer" } });
});

test("a version that was stored when conditions were code reads, decides and is shown as it always did", async () => {
  await edits.publishPlan({ ...swift, clauses: [{ code: "printer", outcome: "LIMITED", title: "Printers" }] });
  await owner.query(`update plan set terms = jsonb_set(terms, '{coverage,clauses}', $1::jsonb) where code = 'swift'`, [
    JSON.stringify([
      { code: "slow-connection", outcome: "LIMITED", title: "Slow line" },
      { code: "printer", outcome: "LIMITED", title: "Printers" },
    ]),
  ]);
  const [first, second] = stated(await clauses("swift")) as { code: string; when: object }[];
  expect(first).toMatchObject({ code: "printer", when: { fact: "technologyKind", in: ["PRINTER"] } });
  expect(second).toMatchObject({ code: "slow-connection", title: "Slow line", when: { fact: "highSpeed", is: false } });
  const { createClient } = await on.ask(
    "manager",
    `mutation { createClient(input: { name: "Old", code: "OLD", timeZone: "America/New_York", planCode: "swift", calendarCode: "provider", contractFrom: "2026-01-01" }) { client { id } } }`,
  );
  const decision = await preview(desk, { ...printer, highSpeed: false }, createClient.client.id);
  expect(clausesOf(decision)).toEqual(["printer", "slow-connection"]);
});

test("whoever edits plans is told which facts there are, and how each is compared", async () => {
  const { coverageFacts } = await on.ask("technician", "{ coverageFacts { name title kind operators choices } }");
  const of = (name: string) => coverageFacts.find((fact: { name: string }) => fact.name === name);
  expect(of("highSpeed")).toEqual({
    name: "highSpeed",
    title: "High-speed connection",
    kind: "FLAG",
    operators: ["is"],
    choices: [],
  });
  expect(of("manufacturerSupport").choices).toEqual(["SUPPORTED", "ENDED", "UNKNOWN"]);
  expect(of("product").choices).toContain("macOS");
  expect(of("estimatedMinutes").operators).toEqual(["above", "atLeast", "below", "aboveLimit", "reachesLimit"]);
});
