import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { openBook } from "../support/open-book.ts";
import { verbsOn } from "../support/verbs.ts";

const shots = new URL("./shots/", import.meta.url).pathname;
let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  on = verbsOn(desk);
  await openBook(desk); // it is Monday 12:33:12 in New York
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (path: string, who: keyof TestDesk["tokens"] = "manager", theme = "dark"): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  await page.goto(`${desk.origin}${path}${path.includes("?") ? "&" : "?"}theme=${theme}#token=${desk.tokens[who]}`);
  await page.getByRole("heading", { name: "Holidays" }).waitFor();
  return page;
};
const publish = (page: Page) => page.getByRole("button", { name: /^Publish version/ });
const provider = "/admin/calendars?code=provider";
const newest = async () =>
  (
    await on.ask(
      "manager",
      '{ calendarVersions(code: "provider") { version exceptions { date name windows { from until } } } }',
    )
  ).calendarVersions[0];

test("a manager closes earlier, sees which clocks that moves, publishes it, and sees them moved", async () => {
  const page = await open(provider);
  await expect.poll(() => publish(page).getAttribute("aria-disabled")).toBe("true");
  await page.getByText("Nothing has changed since version 1.").waitFor();

  for (const day of ["Monday", "Tuesday"]) await page.getByLabel(`${day} closes`).fill("12:00");
  await page.getByText("Monday and Tuesday close at 12:00 instead of 17:30").waitFor();
  await expect.poll(() => publish(page).textContent()).toMatch(/move \d+ clocks/);
  const label = (await publish(page).textContent())?.trim() ?? "";
  const told = Number(/^Publish version 2 and move (\d+) clocks$/.exec(label)?.[1]);
  expect(told).toBeGreaterThan(3);
  expect(
    await page
      .getByRole("table", { name: /Clocks that would move/ })
      .locator("tbody tr")
      .count(),
  ).toBe(told);
  const tried = await editsOn(desk).dryRun({ calendar: await shortDays("12:00") });
  expect(tried.dryRun.moved).toBe(told);
  await page.screenshot({ path: `${shots}calendars.png` });

  await page.getByLabel("Reason").fill("Winter Mondays");
  await page.keyboard.press("Control+Enter");
  await page.getByText(`${told} clocks moved, 0 breached.`).waitFor();
  await page.getByText("Winter Mondays (calendar provider, version 2)").waitFor();
  await page.getByText("Every open clock is counted by version 2.").waitFor();
  expect((await newest()).version).toBe(2);

  // undo is the version before it, looked at before it is published
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await page.getByText("Monday and Tuesday close at 17:30 instead of 12:00").waitFor();
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByText("Nothing has changed since version 2.").waitFor();
  await page.close();
});

const shortDays = async (until: string) => {
  const calendar = await editsOn(desk).calendarInput();
  const week = calendar.week.map((day: { day: number }) =>
    day.day <= 2 ? { ...day, windows: [{ from: "08:30", until }] } : day,
  );
  return { ...calendar, week };
};

test("an emergency closure is two clicks", async () => {
  const page = await open(provider);
  const { version } = await newest();
  await page.getByRole("button", { name: "Close today" }).click();
  await expect.poll(() => publish(page).getAttribute("aria-disabled")).toBe("false");
  await publish(page).click();
  await page.getByRole("heading", { name: `Version ${version + 1} is published` }).waitFor();
  expect((await newest()).exceptions).toEqual([
    { date: "2026-11-30", name: "Emergency closure", windows: [{ from: "08:30", until: "12:00" }] },
  ]);
  await page.close();
});

test("a fault is told at its field and counted, and what is typed survives a reload", async () => {
  const page = await open(provider);
  const closes = page.getByLabel("Tuesday closes");
  await closes.fill("8");
  await closes.press("Tab");
  await page.getByText("1 field to put right before it can be published:").waitFor();
  expect(await closes.inputValue()).toBe("08:00");
  expect(await closes.getAttribute("aria-invalid")).toBe("true");
  expect(await publish(page).getAttribute("aria-disabled")).toBe("true");
  expect(await offences(page)).toEqual([]);

  page.on("dialog", (asked) => asked.accept()); // the browser's own question before it reloads
  await page.reload();
  await expect.poll(() => page.getByLabel("Tuesday closes").inputValue()).toBe("08:00");

  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByRole("button", { name: "Go on editing" }).click();
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByText(/Nothing has changed/).waitFor();
  await page.close();
});

test("public holidays are looked through before they are added, and a later instant is wall time of the calendar", async () => {
  const page = await open(provider);
  await page.getByRole("button", { name: "Add public holidays…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").first().selectOption("US");
  const add = dialog.getByRole("button", { name: /^Add \d+ holidays$/ });
  await add.waitFor();
  expect(await offences(page)).toEqual([]);
  await add.click();
  await page.getByText(/\d+ holidays added, /).waitFor();
  await page.getByLabel("from a later time").check();
  await page.getByLabel("Holds from", { exact: true }).fill("2027-03-14T02:30");
  await page.getByText("Clocks skip this time on that day; it holds from the change on.").waitFor();
  await expect.poll(() => publish(page).getAttribute("aria-disabled")).toBe("false");
  await page.getByLabel("Count open clocks by it too").uncheck();
  await page.getByRole("button", { name: /^Publish version \d+ for new tickets$/ }).click();
  await page.getByText(/which holds from Sun|which holds from 14 Mar/).waitFor();
  const { calendarVersions } = await on.ask(
    "manager",
    '{ calendarVersions(code: "provider") { effectiveFrom holidays { date } } }',
  );
  expect(calendarVersions[0].effectiveFrom).toBe("2027-03-14T07:00:00Z");
  expect(calendarVersions[0].holidays.length).toBeGreaterThan(calendarVersions[1].holidays.length);
  await page.close();
});

test("a technician may look, and try an earlier version out", async () => {
  const looks = await open(provider, "technician", "light");
  expect(await looks.getByLabel("Monday opens").isDisabled()).toBe(true);
  await looks.getByRole("button", { name: "Try out version 1" }).click();
  await looks.getByText(/Monday and Tuesday close at 17:30 instead of 12:00/).waitFor();
  await looks.getByText(/would move\./).waitFor();
  expect(await looks.getByText("A manager publishes; you may see what it would do.").count()).toBe(1);
  expect(await offences(looks)).toEqual([]);
  await looks.screenshot({ path: `${shots}calendars-technician.png` });

  await looks.close();
});
