import type { Browser, Page } from "playwright-core";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setUpOf } from "../support/agreements.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { createdAt, type Due, dstWeekends, seenFrom, weekdayAndTime, weekendsOf } from "../support/dst-weekends.ts";
import { quietLine } from "../support/quiet-line.ts";
import { verbsOn } from "../support/verbs.ts";
import { openWall } from "../support/wall.ts";

// Appointments and their calendar files do not exist yet: when they do, what they offer on these weekends belongs here too.

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const week = (days: readonly number[], from: string, until: string) =>
  days.map((day) => ({ day, windows: [{ from, until }] }));
const hours = {
  provider: week([1, 2, 3, 4, 5], "08:30", "17:30"),
  always: week([1, 2, 3, 4, 5, 6, 7], "00:00", "24:00"),
};
const calendarOf = { office: "provider", always: "always" } as const;
const facts = { URGENT: { affected: "ALL", workaround: false }, STANDARD: { affected: "ONE" } } as const;

test.each(dstWeekends)("Temporal agrees: $zone, $hours, $priority, created $created, is due $wall", (due) => {
  const created = Temporal.Instant.from(createdAt(due)).toZonedDateTimeISO(due.zone);
  const at = Temporal.Instant.from(due.utc).toZonedDateTimeISO(due.zone);
  expect(created.offset).toBe(due.created.slice(-6));
  const said = at.toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  expect(said.replaceAll(",", "").replace("Sept", "Sep")).toBe(due.wall);
  if (due.hours === "always") expect(created.until(at).total("minutes")).toBe(60);
  else {
    const hours = due.priority === "STANDARD" ? 0 : 8; // from 17:00 to 17:30, then from 08:30
    expect(`${at.toPlainDateTime().add({ hours })}`).toBe(`${created.toPlainDateTime().add({ days: 3 })}`);
  }
});

describe.each([...new Set(dstWeekends.map(({ zone }) => zone))])("a desk in %s, looked at from elsewhere", (zone) => {
  const [pagesIn, wallIn] = ["Asia/Tokyo", "America/Los_Angeles"];
  let desk: TestDesk;
  let clientOf: { readonly [hours in Due["hours"]]: string };
  beforeAll(async () => {
    desk = await startDesk({ at: "2027-01-04T12:00:00Z" });
    const { publishCalendar } = setUpOf(desk);
    for (const [code, its] of Object.entries(hours)) await publishCalendar({ code, timeZone: zone, week: its });
    const { createClient } = await verbsOn(desk).ask(
      "manager",
      "mutation($input: CreateClientInput!) { createClient(input: $input) { client { id } userErrors { message } } }",
      {
        input: {
          ...{ name: "Never closed", code: "ALWAYS", timeZone: zone, planCode: "standard" },
          ...{ calendarCode: "always", contractFrom: "2026-01-01" },
        },
      },
    );
    clientOf = { office: desk.clientId, always: createClient.client.id };
  });
  afterAll(() => desk?.close());

  const pageAt = async (path: string): Promise<Page> => {
    const page = await (await browser.newContext({ timezoneId: pagesIn })).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${desk.origin}${path}#token=${desk.tokens.technician}`);
    return page;
  };

  test.each(weekendsOf(zone).map((lines) => [lines[0]?.created.slice(0, 10), lines] as const))(
    "the weekend after %s: ticket page, board and wall say what the golden file says",
    async (_, lines) => {
      const on = verbsOn(desk);
      const tickets: { id: string; number: number; due: Due }[] = [];
      for (const due of lines) {
        await desk.travel(createdAt(due));
        const made = await on.open({ ...facts[due.priority], clientId: clientOf[due.hours] }, "technician");
        tickets.push({ ...made, due });
        expect((await on.clock(made.id, "FIRST_RESPONSE")).dueAt, due.created).toBe(due.utc);
        const page = await pageAt(`/t/${made.number}`);
        const said = page.locator("[data-main] .due");
        await said.waitFor();
        expect(await said.textContent()).toContain(`due ${weekdayAndTime(due)} ${due.zoneName}`);
        await page.context().close();
      }
      const last = lines.at(-1) as Due;
      const board = await pageAt("/board");
      for (const { id, due } of tickets)
        await board
          .locator(`[data-ticket="${id}"] .due`)
          .getByText(`due ${seenFrom(last, due)}`, { exact: true })
          .waitFor();
      await board.context().close();

      // a wall that is cut off shows due times instead of countdowns
      const line = await quietLine(desk.origin);
      const wall = await openWall(browser, desk, { origin: line.origin, timezoneId: wallIn, deviceTime: Date.now() });
      wall.setDefaultTimeout(5_000);
      line.cut();
      await wall.clock.runFor(45_000);
      await wall.getByText("This board is not live").waitFor();
      for (const { id, due } of tickets)
        expect(await wall.locator(`[data-ticket="${id}"] .countdown`).textContent(), due.created).toBe(
          seenFrom(last, due),
        );
      await wall.context().close();
      await line.close();
      for (const { id } of tickets)
        await on.done("manager", "cancel", { ticketId: id, reason: "Only to be looked at" });
    },
  );

  test("the simulator says it of tickets that are only imagined", async () => {
    for (const due of dstWeekends.filter((one) => one.zone === zone)) {
      const [day, time] = due.created.split(" ");
      const at = `${day}T${time}`;
      const meant = Temporal.PlainDateTime.from(at).toZonedDateTime(zone).toInstant().toString();
      if (meant !== createdAt(due)) continue; // the second time that clocks show it: a form means the first
      const page = await pageAt(
        `/admin/simulator?plan=standard&calendar=${calendarOf[due.hours]}&priority=${due.priority}&at=${at}`,
      );
      const answer = page
        .locator("article", { has: page.getByRole("heading", { name: "First response" }) })
        .locator(".due");
      await answer.getByText(due.wall, { exact: true }).waitFor();
      expect(await answer.locator("span").textContent(), due.created).toContain(`${due.zoneName} ·`);
      await page.context().close();
    }
  });
});
