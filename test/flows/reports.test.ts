import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
const id: Record<string, string> = {};

const act = async (who: keyof TestDesk["tokens"], mutation: string, input: object) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await desk.gql(
    who,
    `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ticket { id number } userErrors { code message } } }`,
    { input },
  );
  if (errors || data.done.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? data.done.userErrors));
  return data.done.ticket as { id: string; number: number };
};
const figures = "key label met missed open leftOut n attainment few";
const report = async (who: keyof TestDesk["tokens"], input: object, fields: string) =>
  (
    await desk.gql(who, `query($input: SlaReportInput!) { slaReport(input: $input) { ${fields} } }`, {
      input: { from: "2026-11-01", until: "2027-01-01", ...input },
    })
  ).data.slaReport;

/** A Monday morning in New York, three urgent tickets and two that end without an answer; then the next month begins. */
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z" });
  const open = (name: string, over: object = {}) =>
    act("requester", "createTicket", {
      clientId: desk.clientId,
      subject: name,
      affected: "ALL",
      workaround: false,
      ...over,
    });
  for (const name of ["answered", "late", "waits", "cancelled", "merged"]) id[name] = (await open(name)).id;
  await act("technician", "cancel", { ticketId: id["cancelled"], reason: "Asked twice" });
  await act("technician", "mergeTickets", { ticketId: id["merged"], intoTicketId: id["answered"] });
  await act("technician", "takeTicket", { ticketId: id["late"] });
  await desk.travel("2026-11-30T16:00:00Z"); // the due second itself
  await act("technician", "reply", { ticketId: id["answered"], body: "On it" });
  await desk.travel("2026-11-30T16:10:00Z");
  await act("technician", "reply", { ticketId: id["late"], body: "Sorry" });
  await desk.travel("2026-12-01T05:30:00Z"); // 00:30 on 1 December in New York
  id["december"] = (await open('=HYPERLINK("http://x", "December")')).id;
  await desk.travel("2026-12-01T14:00:00Z");
});
afterAll(() => desk.close());

describe("a manager asks how well the first response was kept", () => {
  test("answered in the due second is met, ten minutes later is missed, cancelled and merged count neither way", async () => {
    const { total, definition, timeZone, asOf } = await report(
      "manager",
      {},
      `total { ${figures} } definition timeZone asOf`,
    );
    expect(total).toMatchObject({ met: 1, missed: 1, open: 2, leftOut: 2, n: 2, attainment: 0.5, few: true });
    expect(definition).toContain("First response, promised to the client");
    expect({ timeZone, asOf }).toEqual({ timeZone: "America/New_York", asOf: "2026-12-01T14:00:00Z" });
  });

  test("the month is the one of the report's zone: half past midnight in New York is still November in Los Angeles", async () => {
    const months = async (timeZone?: string) =>
      (await report("manager", { timeZone }, "byMonth { key open n }")).byMonth;
    expect(await months()).toEqual([
      { key: "2026-11", open: 1, n: 2 },
      { key: "2026-12", open: 1, n: 0 },
    ]);
    expect(await months("America/Los_Angeles")).toEqual([{ key: "2026-11", open: 2, n: 2 }]);
  });

  test("the last day is not included: a report until 1 December leaves December's ticket out", async () => {
    const { total } = await report("manager", { until: "2026-12-01" }, "total { open n }");
    expect(total).toEqual({ open: 1, n: 2 });
  });

  test("contractual and internal promises are never mixed", async () => {
    const resolution = await report("manager", { metric: "RESOLUTION" }, "total { open n leftOut } definition");
    expect(resolution.total).toEqual({ open: 4, n: 0, leftOut: 2 });
    expect(resolution.definition).toContain("promised by the desk to itself");
    const contractual = await report(
      "manager",
      { metric: "RESOLUTION", commitment: "CONTRACTUAL" },
      "total { open n }",
    );
    expect(contractual.total).toEqual({ open: 0, n: 0 });
  });

  test("each grouping leads to its client, month and priority", async () => {
    const rows = await report(
      "manager",
      {},
      "byClient { key clientId label n } byPriority { key label n } byClientAndMonth { key clientId month n }",
    );
    expect(rows.byClient).toEqual([{ key: desk.clientId, clientId: desk.clientId, label: "First client", n: 2 }]);
    expect(rows.byPriority).toEqual([{ key: "URGENT", label: "Urgent", n: 2 }]);
    expect(rows.byClientAndMonth[0]).toEqual({
      key: `${desk.clientId}|2026-11`,
      clientId: desk.clientId,
      month: "2026-11",
      n: 2,
    });
  });
});

describe("the breach list", () => {
  const fields =
    "edges { cursor node { ticketId priority dueAt satisfiedAt lateSeconds lateWallSeconds assigneeAtBreach pausedSeconds verdict } } pageInfo { hasNextPage endCursor }";

  test("names who held the ticket, how late it was in counted and in wall time, and what is still open", async () => {
    const { breaches } = await report("manager", {}, `breaches(first: 10) { ${fields} }`);
    const of = (name: string) => breaches.edges.find((e: any) => e.node.ticketId === id[name])?.node;
    expect(breaches.edges).toHaveLength(2);
    expect(of("late")).toMatchObject({
      dueAt: "2026-11-30T16:00:00Z",
      satisfiedAt: "2026-11-30T16:10:00Z",
      lateSeconds: 600,
      lateWallSeconds: 600,
      assigneeAtBreach: "Tess Technician",
      pausedSeconds: 0,
      verdict: "MISSED",
    });
    // from 11:00 until closing at 17:30, and half an hour of the next morning: the night does not count
    expect(of("waits")).toMatchObject({
      satisfiedAt: null,
      lateSeconds: 7 * 3600,
      lateWallSeconds: 22 * 3600,
      assigneeAtBreach: null,
      verdict: null,
    });
  });

  test("pages by its cursor without a gap or a repeat", async () => {
    const first = (await report("manager", {}, `breaches(first: 1) { ${fields} }`)).breaches;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (
      await report("manager", {}, `breaches(first: 1, after: "${first.pageInfo.endCursor}") { ${fields} }`)
    ).breaches;
    expect(second.pageInfo.hasNextPage).toBe(false);
    const seen = [...first.edges, ...second.edges].map((e: any) => e.node.ticketId);
    expect(new Set(seen)).toEqual(new Set([id["late"], id["waits"]]));
  });
});

describe("the exported file", () => {
  test("has one line per clock, instants in UTC and in the report's zone, and no subject that runs as a formula", async () => {
    const { csv } = await report("manager", {}, "csv");
    const lines: string[] = csv.split("\r\n");
    expect(csv.startsWith("\uFEFFnumber,subject,client,")).toBe(true);
    expect(lines.filter((line) => line !== "")).toHaveLength(1 + 6);
    const late = lines.find((line) => line.includes(",late,")) as string;
    expect(late).toContain("2026-11-30T16:00:00Z,2026-11-30 11:00:00,2026-11-30T16:10:00Z,2026-11-30 11:10:00");
    expect(late.endsWith(",MISSED,yes,600")).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"", ""December"")"`);
  });
});

describe("who sees what", () => {
  test("a partner reports on its own clients, another partner on none of them", async () => {
    const total = async (who: keyof TestDesk["tokens"]) =>
      (await report(who, {}, "total { met missed open leftOut }")).total;
    expect(await total("partner")).toEqual(await total("manager"));
    expect(await total("otherPartner")).toEqual({ met: 0, missed: 0, open: 0, leftOut: 0 });
  });

  test("another partner's breach list and file are empty", async () => {
    const theirs = await report("otherPartner", {}, "breaches(first: 5) { edges { cursor } } csv");
    expect(theirs.breaches.edges).toEqual([]);
    expect(theirs.csv.trim().split("\r\n")).toHaveLength(1);
  });
});

describe("a question that makes no sense is refused with its field", () => {
  test.each([
    [{ until: "2026-11-01" }, "until"],
    [{ from: "1999-01-01" }, "until"],
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ timeZone: "+02:00" }, "timeZone"],
  ])("%j", async (over, field) => {
    const { errors } = await desk.gql(
      "manager",
      "query($input: SlaReportInput!) { slaReport(input: $input) { csv } }",
      {
        input: { from: "2026-11-01", until: "2027-01-01", ...over },
      },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });
});

describe("how much work stood open", () => {
  const backlog = async (asOf: string) =>
    (
      await desk.gql(
        "manager",
        "query($asOf: DateTime) { backlog(asOf: $asOf) { asOf open unresolved byPriority { priority open unresolved } } }",
        { asOf },
      )
    ).data.backlog;

  test("at an instant of the past it counts what stood open then", async () => {
    expect(await backlog("2026-11-30T14:59:59Z")).toMatchObject({ open: 0, byPriority: [] });
    expect(await backlog("2026-11-30T15:00:00Z")).toMatchObject({
      open: 3,
      unresolved: 3,
      byPriority: [{ priority: "URGENT", open: 3, unresolved: 3 }],
    });
  });

  test("an instant to come is answered as now, and says so", async () => {
    expect(await backlog("2030-01-01T00:00:00Z")).toMatchObject({ asOf: "2026-12-01T14:00:00Z", open: 4 });
  });
});
