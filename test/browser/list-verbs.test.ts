import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";
import { pagesOf, shots } from "../support/pages.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof verbsOn>;
let open: ReturnType<typeof pagesOf>["open"];
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  on = verbsOn(desk);
  ({ open } = pagesOf(desk, browser));
  await openBook(desk); // ten tickets, at 12:33:12 in New York
  await on.ask("manager", 'mutation { createTeam(input: { name: "Network" }) { team { id } } }');
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** A ticket as the desk has it. */
const look = async (number: number) =>
  (
    await on.ask(
      "manager",
      "query($number: Int!) { ticket(number: $number) { id version status waitingOn assignee { name } team { name } } }",
      { number },
    )
  ).ticket;
const ownerOf = async (number: number) => (await look(number)).assignee?.name ?? null;
const listed = async (path: string): Promise<Page> => {
  const page = await open(path, "technician");
  await page.locator("[data-ticket]").first().waitFor();
  return page;
};
/** Goes down to a ticket's row. */
async function goTo(page: Page, number: number): Promise<void> {
  const own = page.locator("[data-ticket]", { hasText: `#${number}` });
  await own.waitFor();
  for (let i = 0; i < 40 && !(await own.getAttribute("data-chosen")); i++) await page.keyboard.press("j");
  expect(await own.getAttribute("data-chosen")).not.toBeNull();
}
const selected = (page: Page) => page.getByRole("toolbar", { name: "Selected tickets" });
const told = (page: Page) => page.getByRole("region", { name: "What was done" });
const dialog = (page: Page) => page.getByRole("dialog");

describe.each(["/board", "/queue"])("on %s", (path) => {
  let made: { id: string; number: number }[];
  beforeEach(async () => {
    made = [];
    for (const subject of ["Mail bounces", "Fax is silent", "Badge reader beeps"])
      made.push(await on.open({ subject, affected: "SEVERAL" }, "technician"));
  });
  afterEach(async () => {
    for (const { id } of made) await on.act("manager", "cancel", { ticketId: id, reason: "Only a test" });
  });
  const numbers = () => made.map(({ number }) => number) as [number, number, number];

  test("a row is assigned, laid aside, taken up again, replied to and connected to by its keys", async () => {
    const [number] = numbers();
    const page = await listed(path);
    await press(page, "a");
    await page.getByText("Choose a row first").waitFor();
    await goTo(page, number);
    await press(page, "a");
    const technician = dialog(page).getByLabel("Technician");
    const me = technician.getByRole("option", { name: /^Tess Technician \(you\)/ });
    await me.waitFor({ state: "attached" });
    await technician.selectOption(await me.getAttribute("value"));
    await dialog(page).getByLabel("Team").selectOption("Network");
    expect(await offences(page)).toEqual([]);
    await dialog(page).getByRole("button", { name: "Assign" }).press("Enter");
    await page.getByText(`#${number} is given to Tess Technician, with team Network`).waitFor();
    expect(await look(number)).toMatchObject({ assignee: { name: "Tess Technician" }, team: { name: "Network" } });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText(`#${number} is as before`).waitFor();
    expect(await ownerOf(number)).toBeNull();

    await goTo(page, number);
    await press(page, "p");
    await dialog(page).getByLabel("parts").check();
    await dialog(page).getByRole("button", { name: "Wait", exact: true }).press("Enter");
    await page.getByText(`#${number} is waiting for parts`).waitFor();
    expect(await look(number)).toMatchObject({ status: "WAITING", waitingOn: "PARTS" });
    await goTo(page, number);
    await press(page, "u");
    await page.getByText(`#${number} is taken up again`).waitFor();
    expect(await look(number)).toMatchObject({ status: "OPEN", waitingOn: null });

    await goTo(page, number);
    await press(page, "r");
    await page.getByLabel("Reply to the requester").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await page.keyboard.type("Which one?");
    await press(page, "Escape", "Escape"); // the box, then the page
    await page.waitForURL(({ pathname }) => pathname === path);
    await goTo(page, number);
    await press(page, "s");
    await page.getByText("Connecting is by appointment, and none is now.").waitFor();
    await page.goBack();
    await goTo(page, number);
    await press(page, "b");
    await page.getByRole("dialog", { name: /Booking link/ }).waitFor();
    await page.context().close();
  });

  test("what is selected is done to all of it, is told of once, and is taken back at once", async () => {
    const [one, two, three] = numbers();
    const page = await listed(path);
    for (const number of [one, two]) {
      await goTo(page, number);
      await press(page, "x");
    }
    await goTo(page, three);
    await press(page, "x", "x", "x");
    await selected(page).getByText("3 selected").waitFor();
    expect(await offences(page)).toEqual([]);
    await press(page, "t");
    await told(page).getByText("3 tickets are taken by you.").waitFor();
    expect(await Promise.all(numbers().map(ownerOf))).toEqual(Array(3).fill("Tess Technician"));
    expect(await selected(page).count()).toBe(0);
    await told(page).getByRole("button", { name: "Undo" }).click();
    await told(page).getByText("3 tickets are as before.").waitFor();
    expect(await Promise.all(numbers().map(ownerOf))).toEqual([null, null, null]);
    await press(page, "Escape");
    expect(await told(page).count()).toBe(0);
    await page.context().close();
  });

  test("one that is refused holds up no other, is named with its reason, and stays selected", async () => {
    const [one, two, three] = numbers();
    const page = await listed(path);
    for (const number of [one, two, three]) {
      await goTo(page, number);
      await press(page, "x");
    }
    await on.done("manager", "takeTicket", { ticketId: made[1]?.id }); // somebody was faster
    await on.done("manager", "cancel", { ticketId: made[2]?.id, reason: "Came twice" });
    await press(page, "t");
    await told(page).getByText("1 ticket is taken by you.").waitFor();
    await told(page).getByText(`#${two} First client: Max Manager has it.`).waitFor();
    await expect.poll(() => ownerOf(one)).toBe("Tess Technician");
    expect(await ownerOf(two)).toBe("Max Manager");
    await selected(page)
      .getByText(/[12] selected/)
      .waitFor();
    await page.screenshot({ path: `${shots}list-refused${path.replace("/", "-")}.png` });
    expect(await offences(page)).toEqual([]);

    // nothing that somebody has changed since is taken back
    await on.done("manager", "addNote", { ticketId: made[0]?.id, body: "A note is no obstacle?" });
    await on.done("manager", "assignTicket", { ticketId: made[0]?.id, unassign: true });
    await on.done("manager", "takeTicket", { ticketId: made[0]?.id });
    await told(page).getByRole("button", { name: "Undo" }).click();
    await page.getByText(`#${one} stays as it is. Somebody has changed it meanwhile.`).waitFor();
    expect(await ownerOf(one)).toBe("Max Manager");
    await press(page, "Escape");
    expect(await selected(page).count()).toBe(0);
    await page.context().close();
  });

  test("without a desk nothing is lost: whatever was not done stays selected", async () => {
    const page = await listed(path);
    for (const number of numbers()) {
      await goTo(page, number);
      await press(page, "x");
    }
    await page.route("**/graphql", (route) =>
      /TakeTicketInput|TakeRow/.test(route.request().postData() ?? "") ||
      route.request().postDataJSON().variables?.input
        ? route.abort()
        : route.continue(),
    );
    await press(page, "t");
    await told(page).getByText("0 tickets are taken by you.").waitFor();
    expect(await told(page).getByText("The desk did not answer").count()).toBe(3);
    await page.unroute("**/graphql");
    await selected(page).getByText("3 selected").waitFor();
    await press(page, "t");
    await told(page).getByText("3 tickets are taken by you.").waitFor();
    await page.context().close();
  });
});

test("a stretch is selected by shift, all at once, and what all wait for is taken up again at once", async () => {
  const page = await listed("/queue");
  await press(page, "j", "x", "j", "j", "Shift+X");
  await selected(page).getByText("3 selected").waitFor();
  await press(page, "p");
  await dialog(page).getByText("Wait · 3 tickets").waitFor();
  await press(page, "Escape");
  await dialog(page).waitFor({ state: "detached" });
  await selected(page).getByText("3 selected").waitFor();
  await selected(page).getByRole("button", { name: "All shown" }).click();
  const all = await page.locator("[data-ticket]").count();
  await selected(page).getByText(`${all} selected`).waitFor();
  await selected(page).getByRole("button", { name: "Clear" }).click();
  expect(await selected(page).count()).toBe(0);

  await page.goto(`${desk.origin}/queue?view=paused`);
  await page.getByLabel("Select #1002").check();
  await selected(page).getByRole("button", { name: "Resume" }).click();
  await page
    .getByText(/taken up again/)
    .first()
    .waitFor();
  await page.context().close();
});
