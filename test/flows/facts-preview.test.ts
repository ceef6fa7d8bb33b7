import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-12-01T15:00:00Z" }); // a Tuesday, 10:00 in New York
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const QUERY = `query($input: StateFactsInput!) { factsPreview(input: $input) {
  priority { code } couldBeUrgent dueAt sentence coverage { id outcome missing candidates reason clause { code } } } }`;
const ahead = async (input: object, who: Who = "requester") => (await on.ask(who, QUERY, { input })).factsPreview;

describe("what stating facts would change", () => {
  test("is what stating them changes, and looking changes nothing", async () => {
    const { id } = await on.open({ affected: "ALL" });
    const before = await on.look(id, "version priority { code } coverage { outcome } coverageHistory { id }");
    const input = { ticketId: id, workaround: false, facts: { kindOfWork: "PROJECT" } };
    const told = await ahead(input);
    expect(told).toMatchObject({
      ...{ priority: { code: "URGENT" }, couldBeUrgent: false, dueAt: "2026-12-01T16:00:00Z" },
      ...{ sentence: "Urgent: we reply by Tue 1 Dec 11:00 (America/New_York).", coverage: { id: null, missing: [] } },
    });
    expect(await on.look(id, "version priority { code } coverage { outcome } coverageHistory { id }")).toEqual(before);
    const after = await on.done("requester", "stateFacts", input);
    expect(after).toMatchObject({ priority: told.priority, coverage: { outcome: told.coverage.outcome } });
    expect((await on.clock(id, "FIRST_RESPONSE")).dueAt).toBe(told.dueAt);
  });

  test("is nothing where nothing is new; and what could be meant is named", async () => {
    const { id } = await on.open({ affected: "ONE" });
    expect(await ahead({ ticketId: id })).toMatchObject({
      ...{ priority: { code: "STANDARD" }, coverage: { outcome: "NEEDS_INFORMATION", missing: ["kindOfWork"] } },
    });
    const technology = { kind: "SERVER", product: "Server 2012" };
    const told = await ahead({ ticketId: id, facts: { kindOfWork: "TROUBLESHOOTING", technology } });
    expect(told.coverage).toMatchObject({
      ...{ missing: ["product"], candidates: ["Windows Server 2012", "SQL Server 2012"] },
    });
  });

  test("leaves a decision by hand in force, whose reason stays within the desk", async () => {
    const { id } = await on.open();
    await on.done("technician", "overrideCoverage", { ticketId: id, outcome: "LIMITED", reason: "Our boss said so" });
    const told = await ahead({ ticketId: id, facts: { kindOfWork: "PROJECT" } });
    expect(told.coverage).toMatchObject({ outcome: "LIMITED", reason: null });
  });

  test("promises no reply that was given already", async () => {
    const { id } = await on.open();
    await on.done("technician", "reply", { ticketId: id, body: "We look into it" });
    expect((await ahead({ ticketId: id, affected: "ALL", workaround: false })).dueAt).toBeNull();
  });

  test("is not told of a stranger's ticket, nor of one that has ended", async () => {
    const { id } = await on.open();
    const { errors } = await desk.gql("otherPartner", QUERY, { input: { ticketId: id, affected: "ALL" } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND" });
    await on.done("requester", "cancel", { ticketId: id, reason: "It works again" });
    const over = await desk.gql("requester", QUERY, { input: { ticketId: id, affected: "ALL" } });
    expect(over.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});
