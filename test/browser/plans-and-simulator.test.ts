import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

const NOW = "2026-11-30T15:40:00Z";
const shots = new URL("./shots/", import.meta.url).pathname;
let desk: TestDesk;
let browser: Browser;
let edits: ReturnType<typeof editsOn>;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  edits = editsOn(desk);
  const on = verbsOn(desk);
  await on.open({ affected: "ALL", workaround: false }); // Monday 10:00 in New York
  await on.open({ affected: "SEVERAL" });
  await desk.travel("2026-11-30T15:20:00Z");
  await on.open({ affected: "ALL", workaround: false });
  await desk.travel(NOW);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (path: string, who: keyof TestDesk["tokens"] = "manager", theme = "dark"): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  await page.goto(`${desk.origin}${path}&theme=${theme}#token=${desk.tokens[who]}`);
  return page;
};
const settled = (page: Page) => page.locator('[data-state="settled"]').first().waitFor();
const standard = async () =>
  (
    await desk.gql(
      "manager",
      '{ planVersions(code: "standard") { version targets { priority metric amountSeconds } } }',
    )
  ).data.planVersions as { version: number; targets: { amountSeconds: number | null }[] }[];
const versions = async () => (await standard()).map(({ version }) => version);
/** Fires what is due now: the pages of an application. */
const letThemMove = () => desk.travel(NOW);

test("a promise is edited, its consequences are seen, it is published for new tickets, and applied in an act of its own", async () => {
  const page = await open("/admin/plans?code=standard");
  await page.getByRole("button", { name: /Urgent first response/ }).click();
  await page.getByLabel("Amount").fill("30 min");
  await page.getByText("Urgent first response: 30 min instead of 1 h").waitFor();
  await settled(page);

  // what the panel says is what the API says
  const input = await edits.planInput();
  const targets = input.targets.map((t: any) => (t.amountSeconds === 3_600 ? { ...t, amountSeconds: 1_800 } : t));
  const { dryRun } = await edits.dryRun({ plan: { ...input, targets } });
  expect(dryRun.wouldBreach).toBeGreaterThan(0);
  const panel = page.getByLabel("What it would do to open clocks");
  await expect.poll(() => panel.textContent()).toContain(`${dryRun.moved} of ${dryRun.openClocks} clocks would move`);
  expect(await panel.textContent()).toContain(`${dryRun.wouldBreach} would breach at once`);
  const simulated = page.getByRole("table", { name: /by the draft/ });
  await expect.poll(() => simulated.textContent()).toMatch(/30 min.*Mon 30 Nov 11:40.*Mon 30 Nov 11:10.*30m earlier/);
  await page.screenshot({ path: `${shots}plans.png` });
  expect(await offences(page)).toEqual([]);

  await page.keyboard.press("Control+Enter");
  await page.getByText("Version 2 of Standard is published.").waitFor();
  expect(await versions()).toEqual([2, 1]);
  expect((await edits.dryRun({ published: { kind: "PLAN", code: "standard", version: 2 } })).dryRun.moved).toBe(
    dryRun.moved,
  );

  await page.getByRole("button", { name: `Apply version 2 to ${dryRun.openClocks} open clocks…` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/clocks? would breach at once: #\d+/).waitFor();
  await dialog.getByRole("button", { name: /Apply version 2 to \d+ open clocks anyway/ }).click();
  await letThemMove();
  await page.getByText(`${dryRun.moved} clocks moved, ${dryRun.wouldBreach} breached.`).waitFor();
  await page.getByText("Every open clock of this plan is counted by this version.").waitFor();
  await page.close();
});

test("publishing and applying at once asks once more where some would breach, and going back changes nothing", async () => {
  const page = await open("/admin/plans?code=standard");
  await page.getByRole("button", { name: /Standard first response/ }).click();
  await page.getByLabel("Counted in").selectOption("OPERATING_TIME");
  await page.getByLabel("Amount").fill("15 min");
  await page.keyboard.press("Escape");
  const both = page.getByRole("button", { name: /Publish and apply to \d+ open clocks/ });
  await both.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/would breach at once: #/).waitFor();
  expect(await offences(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Go back" }).click();
  expect(await versions()).toEqual([2, 1]);
  await both.click();
  await dialog.getByRole("button", { name: /Publish and apply .* anyway/ }).click();
  await page.getByText("Version 3 of Standard is published.").waitFor();
  await letThemMove();
  await page.getByText(/\d clocks? moved, \d breached\./).waitFor();

  await page.getByRole("button", { name: "Restore version 1" }).click();
  await page.getByText("Urgent first response: 1 h instead of 30 min").waitFor();
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByText("Nothing has changed since version 3.").waitFor();
  await page.close();
});

test("what the desk would refuse is told at its field, what cannot be read is not even sent, and nothing typed is lost", async () => {
  const page = await open("/admin/plans?code=standard");
  await page.getByRole("button", { name: /Urgent first response/ }).click();
  const amount = page.getByLabel("Amount");
  await amount.fill("soon");
  await page.getByLabel("Settling time").fill("45 min");
  await page.getByRole("alert").filter({ hasText: "1 field to put right" }).waitFor();
  expect(await amount.getAttribute("aria-invalid")).toBe("true");
  await amount.fill("0");
  await page.getByRole("button", { name: "Urgent first response, amount" }).click();
  await page.locator("td").getByText("Is zero, which only a historical policy may promise.").waitFor();

  await page.reload();
  await page.getByText("Settling time: 45 min instead of 30 min").waitFor();
  await page.getByRole("link", { name: "When is it due?" }).click();
  await page.getByRole("button", { name: "Go on editing" }).click();
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByText("Nothing has changed since version 3.").waitFor();
  expect(await page.getByLabel("Settling time").inputValue()).toBe("30 min");
  await page.close();
});

test("the simulator answers by an address that can be shared", async () => {
  const page = await open("/admin/simulator?plan=standard&calendar=provider&priority=URGENT&at=2026-11-20T17:29");
  await page.getByText("Mon 23 Nov 08:59", { exact: true }).waitFor(); // 30 minutes by now
  await page.getByRole("button", { name: "Every stretch, as a table" }).first().click();
  await page.getByRole("cell", { name: "operating hours", exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Eve of Christmas Day" }).click();
  await page.getByText("Mon 28 Dec", { exact: false }).first().waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).toMatch(/^2026-12-24T\d\d:\d\d$/);
  await page.getByRole("button", { name: "A wait" }).click();
  await page.getByLabel("Until").fill("2026-12-20T10:00");
  await page.getByText("Is not later than its begin.").waitFor();
  await page.screenshot({ path: `${shots}simulator.png` });
  expect(await offences(page)).toEqual([]);
  const { pathname, search } = new URL(page.url());
  const shared = await open(pathname + search, "technician", "light");
  await shared.getByText("Is not later than its begin.").waitFor();
  expect(await offences(shared)).toEqual([]);
  await Promise.all([page.close(), shared.close()]);
});

test("a technician may look, and finds nothing in the way in light colours either", async () => {
  const page = await open("/admin/plans?code=standard", "technician", "light");
  await page.getByRole("button", { name: /Standard resolution/ }).click();
  await page.getByLabel("Kept when the ticket is").waitFor();
  expect(await page.getByLabel("Kept when the ticket is").isDisabled()).toBe(true);
  expect(await page.getByLabel("Name", { exact: true }).isDisabled()).toBe(true);
  await page.getByText("Coverage", { exact: true }).click();
  await page.getByRole("button", { name: "Try out version 1" }).click();
  await page.getByText("A manager publishes; you see what it would do.").waitFor();
  await settled(page);
  expect(await offences(page)).toEqual([]);
  await page.close();
});

test("oldest versions and usual minutes are edited like all else of a plan, and what there is not is told at its field", async () => {
  const page = await open("/admin/plans?code=standard");
  await page.getByRole("button", { name: "Add a minimum" }).click();
  await page.getByLabel("Operating system", { exact: true }).last().fill("Windows Server");
  await page.getByLabel("Oldest version of Windows Server").fill("2017");
  await page.getByLabel("Days of grace").fill("45");
  await page.getByLabel("Change a setting").fill("45");
  await page.getByText("New minimum: Windows Server 2017").waitFor();
  await page.getByText("Presumed for “Change a setting”: 45 min instead of 15 min").waitFor();
  await page.getByText("The manufacturer data knows no Windows Server 2017.").first().waitFor();
  await page.getByRole("button", { name: "Usual minutes, Change a setting" }).click();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("45");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("10");
  await page.getByLabel("Oldest version of Windows Server").fill("2016");
  await settled(page);
  expect(await offences(page)).toEqual([]);
  for (const [theme, name] of [
    ["dark", "plan-versions"],
    ["light", "plan-versions-light"],
  ] as const) {
    await page.evaluate((to) => document.documentElement.setAttribute("data-theme", to), theme);
    await page.screenshot({ path: `${shots}${name}.png`, fullPage: true });
  }
  await page.keyboard.press("Control+Enter");
  await page.getByText(/Version \d+ of Standard is published\./).waitFor();
  const { data } = await desk.gql(
    "manager",
    '{ planVersions(code: "standard") { currentGraceDays minimumVersions { product version } usualMinutes { kindOfWork minutes } } }',
  );
  const [newest] = data.planVersions;
  expect(newest.currentGraceDays).toBe(45);
  expect(newest.minimumVersions).toContainEqual({ product: "Windows Server", version: "2016" });
  expect(newest.minimumVersions).toContainEqual({ product: "iOS", version: "CURRENT" });
  expect(newest.usualMinutes).toContainEqual({ kindOfWork: "SETTINGS", minutes: 10 });
});
