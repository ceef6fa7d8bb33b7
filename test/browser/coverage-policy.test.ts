import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

const shots = new URL("./shots/", import.meta.url).pathname;
const printer = { kindOfWork: "HARDWARE_ISSUE", technology: { kind: "PRINTER", product: "LaserJet 400" } };
let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  on = verbsOn(desk);
  await on.open({ subject: "The printer jams", facts: printer });
  await on.open({ subject: "Slow and jamming", facts: { ...printer, highSpeed: false } });
  await on.open({ subject: "Set up a signature", facts: { kindOfWork: "SETTINGS" } });
  await on.open({ subject: "Move the whole office", facts: { kindOfWork: "PROJECT", estimatedMinutes: 900 } });
  await desk.travel("2026-11-30T15:40:00Z");
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (
  path: string,
  who: "manager" | "technician" = "manager",
  theme = "dark",
  big = false,
): Promise<Page> => {
  const page = await browser.newPage({ viewport: big ? { width: 1920, height: 1080 } : { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${desk.origin}${path}${path.includes("?") ? "&" : "?"}theme=${theme}#token=${desk.tokens[who]}`);
  return page;
};
/** What the keyboard writes into: a picker by its name, a field by what it is called in what is sent. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement as HTMLElement | null;
    return here?.dataset["field"] ?? here?.getAttribute("aria-label");
  });
const clausesOfPlan = async () => {
  const { plans } = await on.ask(
    "manager",
    "{ plans { code version clauses { code title outcome nextStep advice when { fact in all { fact in is atLeast } } } } }",
  );
  return plans.find((plan: { code: string }) => plan.code === "standard");
};

test("a technician decides coverage by hand with a reason, thinks again, and withdraws it", async () => {
  const page = await open("/t/1001", "technician");
  const card = page.getByRole("region", { name: "Coverage" });
  await card.getByRole("button", { name: "Override…" }).click();
  const dialog = page.getByRole("dialog", { name: /Decide coverage · #1001/ });
  expect(await dialog.getByRole("button", { name: "Decide", exact: true }).isDisabled()).toBe(true);
  await dialog.getByLabel("Not covered").check();
  await dialog.getByLabel("By the clause").selectOption({ label: "Cannot be done remotely" });
  await dialog.getByLabel("Covered", { exact: true }).check();
  await dialog.getByLabel("Reason").fill("The director's printer; agreed with Ms Wong");
  expect(await offences(page)).toEqual([]);
  await page.screenshot({ path: `${shots}override-dialog.png` });
  await dialog.getByRole("button", { name: "Decide", exact: true }).click();
  await card.getByText("Decided by hand").waitFor();
  await expect.poll(() => card.textContent()).toMatch(/^Coverage\s*Covered/);
  expect(await card.textContent()).toMatch(/The director's printer; agreed with Ms Wong/);
  expect(await card.textContent()).toMatch(/The rules say: limited, Printers/);
  expect(await offences(page)).toEqual([]);
  await page.screenshot({ path: `${shots}override.png` });

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => card.textContent()).toMatch(/^Coverage\s*Limited/);
  await card.getByRole("button", { name: "Override…" }).click();
  await dialog.getByLabel("Reason").fill("Agreed after all");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await card.getByRole("button", { name: "Withdraw the override" }).click();
  await expect.poll(() => card.textContent()).toMatch(/^Coverage\s*Limited/);
  await page.close();
});

test("a manager changes a clause and adds one by keyboard, sees what it would have decided, and publishes it", async () => {
  const page = await open("/admin/plans?code=standard");
  const coverage = page.getByRole("region", { name: "Coverage" });
  await coverage.getByRole("button", { name: /^Printers/ }).click();
  await coverage.getByRole("textbox", { name: "Title" }).fill("Printers and scanners");
  await coverage.getByRole("combobox", { name: "Outcome" }).selectOption("EXCLUDED");
  await coverage.getByRole("button", { name: "Add a test" }).click();
  // the focus is in the new row: its fact, its comparison, its value
  await expect.poll(() => focused(page)).toBe("Fact");
  await page.keyboard.type("Estimated");
  await page.keyboard.press("Tab");
  await coverage.getByRole("combobox", { name: "Comparison" }).nth(1).selectOption({ label: "is at least" });
  await coverage.getByLabel("Number").fill("a lot");
  await coverage.getByText("Write a whole number.").waitFor();
  expect(await offences(page)).toEqual([]);
  await coverage.getByLabel("Number").fill("20");
  await page.getByText(/Coverage, Printers and scanners: excluded instead of limited/).waitFor();

  const tried = page.getByRole("region", { name: "What it would have decided" });
  await tried.getByText("2 of 4 decisions would differ.").waitFor();
  expect(await tried.textContent()).toMatch(/2\s*from limited to not covered/);
  expect(await tried.textContent()).toMatch(/#1002.*Limited.*Printers.*Not covered.*Printers and scanners/s);
  expect(await offences(page)).toEqual([]);
  await page.screenshot({ path: `${shots}clauses.png`, fullPage: true });

  await coverage.getByRole("button", { name: "Add a clause" }).click();
  await expect.poll(() => focused(page)).toBe("clauses[18].title");
  await page.keyboard.type("Everything about settings");
  await coverage.getByLabel("Clause code").fill("settings");
  await coverage.getByLabel("What the requester is told to do").fill("Ask for a quote.");
  await coverage.getByRole("combobox", { name: "Fact" }).last().selectOption({ label: "Kind of work" });
  await coverage.locator("summary", { hasText: "choose…" }).press("Enter");
  await coverage.getByRole("checkbox", { name: "Settings" }).press("Space");
  await tried.getByText("3 of 4 decisions would differ.").waitFor();
  await page.getByText("New coverage clause: Everything about settings, limited").waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText("Version 2 of Standard is published.").waitFor();
  const { version, clauses } = await clausesOfPlan();
  expect(version).toBe(2);
  expect(clauses.find((c: { code: string }) => c.code === "printer")).toMatchObject({
    title: "Printers and scanners",
    outcome: "EXCLUDED",
    when: {
      all: [
        { fact: "technologyKind", in: ["PRINTER"] },
        { fact: "estimatedMinutes", atLeast: 20 },
      ],
    },
  });
  expect(clauses.at(-1)).toMatchObject({ code: "settings", when: { fact: "kindOfWork", in: ["SETTINGS"] } });
  await page.close();
});

test("a fault of a clause is told beside its field, and a clause that was removed comes back", async () => {
  const page = await open("/admin/plans?code=standard", "manager", "light");
  const coverage = page.getByRole("region", { name: "Coverage" });
  const lines = () =>
    coverage
      .getByRole("listitem")
      .filter({ has: page.locator("[data-head]") })
      .count();
  await coverage.getByRole("button", { name: /^No high-speed/ }).waitFor();
  const before = await lines();
  await coverage
    .getByRole("button", { name: /^Remove “/ })
    .first()
    .click();
  await expect.poll(lines).toBe(before - 1);
  await page.getByText(/No coverage clause: The client has no contract in force/).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(lines).toBe(before);
  await coverage.getByRole("button", { name: "Add a clause" }).click();
  await coverage.getByText("Say in one sentence what to do next.").waitFor();
  await coverage.getByText(/small letters, digits and hyphens, got ""/).waitFor();
  await page
    .getByRole("button", { name: /Coverage clause \d+, advice|Coverage clause \d+, next step/ })
    .first()
    .click();
  expect(await offences(page)).toEqual([]);
  await page.screenshot({ path: `${shots}clause-faults.png` });
  await page.close();
});

test("the report counts both decisions, and lists who decided by hand and why", async () => {
  await on.done("manager", "overrideCoverage", {
    ticketId: (await on.ask("manager", "{ ticket(number: 1004) { id } }")).ticket.id,
    outcome: "LIMITED",
    reason: "The first hour of the move is ours",
  });
  const page = await open("/reports?from=2026-11&to=2026-11", "manager");
  const mix = page.getByRole("table", { name: /Coverage by client/ });
  await mix.waitFor();
  const hands = page.getByRole("table", { name: "Decided by hand" });
  await expect
    .poll(() => hands.textContent())
    .toMatch(/#1004.*Limited.*Not covered by project.*The first hour of the move is ours/s);
  expect(await hands.textContent()).toMatch(/Agreed after all/);
  expect(await offences(page)).toEqual([]);
  await mix.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${shots}coverage-report.png` });
  await page.close();
});
