import { afterEach, beforeEach, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

/** What happens to a ticket later must not make a report of the past read another way than it did. */
let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
const urgent = { affected: "ALL", workaround: false };
const steps = ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => ({ step, note: "Restarted it." }));
beforeEach(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" }); // Monday 10:00 in New York
  on = verbsOn(desk);
});
afterEach(() => desk.close());

const report = async (input: object) =>
  (
    await on.ask(
      "manager",
      "query($input: SlaReportInput!) { slaReport(input: $input) { revised total { met missed open leftOut } byMonth { key n } csv } }",
      { input: { from: "2026-11-01", until: "2027-01-01", ...input } },
    )
  ).slaReport;

test("an older duplicate that is merged in takes no sealed verdict into another month", async () => {
  const older = await on.open(urgent);
  await desk.travel("2026-12-01T15:00:00Z");
  const parent = await on.open(urgent);
  await on.done("technician", "reply", { ticketId: parent.id, body: "On it." });
  const before = await report({ from: "2026-12-01" });
  expect(before).toMatchObject({ total: { met: 1 }, byMonth: [{ key: "2026-12", n: 1 }] });
  await on.done("technician", "mergeTickets", { ticketId: older.id, intoTicketId: parent.id });
  expect(await on.look(parent.id, "createdAt")).toEqual({ createdAt: "2026-11-30T15:00:00Z" });
  expect(await report({ from: "2026-12-01" })).toEqual(before);
});

test("a clock that turned out never to have been owed reads the same now and as of now, and is open as of before", async () => {
  const { id: ticketId } = await on.open(urgent);
  await on.done("technician", "reply", { ticketId, body: "On it." });
  await on.done("technician", "resolve", { ticketId, steps });
  await desk.travel("2026-11-30T15:40:00Z");
  await on.done("requester", "reply", { ticketId, body: "Not quite." });
  await desk.travel("2026-11-30T16:00:00Z");
  await on.done("technician", "reopen", { ticketId, reason: "It is down again." }); // now an answer is owed
  await desk.travel("2026-11-30T16:10:00Z");
  await on.done("technician", "reply", { ticketId, body: "By mail.", sentAt: "2026-11-30T15:50:00Z" }); // it was given
  const metric = "NEXT_RESPONSE";
  const now = await report({ metric });
  expect(now.total).toEqual({ met: 0, missed: 0, open: 0, leftOut: 1 });
  expect(await report({ metric, asOf: "2026-11-30T16:10:00Z" })).toEqual(now);
  expect((await report({ metric, asOf: "2026-11-30T16:09:59Z" })).total).toEqual({
    met: 0,
    missed: 0,
    open: 1,
    leftOut: 0,
  });
  expect((await report({ metric, asOf: "2026-11-30T15:59:59Z" })).total).toEqual({
    met: 0,
    missed: 0,
    open: 0,
    leftOut: 0,
  });
});

test("a verdict that is revised, and then back to what was sealed, is seen differently by nobody", async () => {
  const { id: ticketId } = await on.open(urgent);
  await on.done("technician", "reply", { ticketId, body: "On it." });
  const { slaClock } = await on.look(ticketId, "slaClock(metric: FIRST_RESPONSE) { id }");
  const revise = async (verdict: string) => {
    const input = { clockId: slaClock.id, verdict, reason: "The client says so." };
    const text = "mutation($input: ReviseVerdictInput!) { reviseVerdict(input: $input) { userErrors { message } } }";
    expect((await on.ask("manager", text, { input })).reviseVerdict.userErrors).toEqual([]);
  };
  await revise("MISSED");
  expect((await report({})).revised).toBe(1);
  await desk.travel("2026-11-30T15:10:00Z");
  await revise("MET");
  expect((await report({})).revised).toBe(0);
  expect((await report({ asOf: "2026-11-30T15:09:59Z" })).revised).toBe(1);
});
