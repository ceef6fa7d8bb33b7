import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { pagesOf, shots } from "../support/pages.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let browser: Browser;
let open: ReturnType<typeof pagesOf>["open"];
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  ({ open } = pagesOf(desk, browser));
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

type Who = "One user" | "Several users" | "All users" | "Not known";
type How = "Yes" | "No" | "Not known";

/**
 * The published rule, answer by answer: urgent is what affects all users **and** has no workaround, everything else is
 * standard, the unknown included. Of one user alone nobody asks for a workaround.
 */
const rule: readonly (readonly [who: Who, how: How | null, urgency: "Urgent" | "Standard", ask: boolean])[] = [
  ["One user", null, "Standard", false],
  ["Several users", "Yes", "Standard", false],
  ["Several users", "No", "Standard", false],
  ["Several users", "Not known", "Standard", false],
  ["All users", "Yes", "Standard", false],
  ["All users", "No", "Urgent", false],
  ["All users", "Not known", "Standard", true], // could be urgent: somebody should ask
  ["Not known", "Yes", "Standard", false],
  ["Not known", "No", "Standard", false],
  ["Not known", "Not known", "Standard", false],
];

/** Urgent is answered within an hour of open time, standard by the same wall time on the next day that is open. */
const moments = [
  {
    said: "in the middle of a Monday",
    who: "technician",
    at: "2026-11-30T18:07:41Z",
    Urgent: ["Mon 30 Nov 14:07:41", "2026-11-30T19:07:41Z"],
    Standard: ["Tue 1 Dec 13:07:41", "2026-12-01T18:07:41Z"],
  },
  {
    said: "a second before the weekend, by a manager",
    who: "manager",
    at: "2026-12-04T22:29:59Z",
    Urgent: ["Mon 7 Dec 09:29:59", "2026-12-07T14:29:59Z"],
    Standard: ["Mon 7 Dec 17:29:59", "2026-12-07T22:29:59Z"],
  },
  {
    said: "at night, while the desk is closed",
    who: "technician",
    at: "2026-12-09T04:59:59Z",
    Urgent: ["Wed 9 Dec 09:30", "2026-12-09T14:30:00Z"],
    Standard: ["Thu 10 Dec 08:30", "2026-12-10T13:30:00Z"],
  },
] as const;

const typed = {
  "One user": "ONE",
  "Several users": "SEVERAL",
  "All users": "ALL",
  Yes: true,
  No: false,
  "Not known": null,
};
const who = (page: Page) => page.getByRole("group", { name: "Who is affected?" });
const how = (page: Page) => page.getByRole("group", { name: "Can they keep working another way?" });

/** The promise beside the form, once it is the one for these answers. */
async function promised(page: Page, w: Who, h: How | null, answering: () => Promise<unknown>): Promise<string> {
  const answered = page.waitForResponse((response) => {
    const { variables } = response.request().postDataJSON() ?? {};
    const { input } = variables ?? {};
    return input?.subject === "Nothing prints" && input.affected === typed[w] && input.workaround === (h && typed[h]);
  });
  await answering();
  const { data } = await (await answered).json();
  const sentence = page.locator(".sentence");
  await expect.poll(() => sentence.textContent()).toBe(data.ticketPreview.sentence);
  return (await sentence.textContent()) as string;
}

describe.each(moments)("asked $said", ({ at, who: asker, ...moment }) => {
  beforeAll(() => desk.travel(at));

  test.each(rule)("%s affected, another way: %s: %s", async (w, h, urgency, ask) => {
    const page = await open("/t/new", asker);
    await page.getByLabel("Client").selectOption({ label: "First client" });
    const sentence = await promised(page, w, h, async () => {
      await who(page).getByLabel(w).check();
      expect(await how(page).count()).toBe(h === null ? 0 : 1);
      if (h) await how(page).getByLabel(h, { exact: true }).check();
      await page.getByLabel("In a few words").fill("Nothing prints");
    });
    const [wall, due] = moment[urgency];
    expect(sentence).toBe(`${urgency}: we reply by ${wall} (America/New_York).`);
    expect(await page.getByText("It could be urgent").count()).toBe(ask ? 1 : 0);
    await page.getByRole("button", { name: "Create the ticket" }).click();
    await page.waitForURL(/\/t\/\d+$/);
    const number = Number(page.url().split("/").at(-1));
    const { ticket } = await verbsOn(desk).ask(
      "manager",
      "query($n: Int!) { ticket(number: $n) { createdAt priority { name } couldBeUrgent slaClock(metric: FIRST_RESPONSE) { dueAt } } }",
      { n: number },
    );
    expect(ticket).toEqual({
      createdAt: at,
      priority: { name: urgency },
      couldBeUrgent: ask,
      slaClock: { dueAt: due },
    });
    await page.context().close();
  });
});

test("answers that are taken back count as they stand in the end, and are kept while another question hides them", async () => {
  const page = await open("/t/new", "technician");
  await page.getByLabel("Client").selectOption({ label: "First client" });
  await page.getByLabel("In a few words").fill("Nothing prints");
  await promised(page, "All users", "No", async () => {
    await who(page).getByLabel("All users").check();
    await how(page).getByLabel("No", { exact: true }).check();
  });
  expect(await promised(page, "One user", null, () => who(page).getByLabel("One user").check())).toMatch(/^Standard/);
  expect(await promised(page, "All users", "No", () => who(page).getByLabel("All users").check())).toMatch(/^Urgent/);
  await page.screenshot({ path: `${shots}new-ticket-urgent.png` });
  expect(await offences(page)).toEqual([]);
  await page.context().close();
});
