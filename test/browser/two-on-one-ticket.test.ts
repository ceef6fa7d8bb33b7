import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
let browser: Browser;
let ticket: { id: string; number: number };
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const made = async (subject: string) => {
  const { data } = await desk.gql(
    "requester",
    "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id number } userErrors { code } } }",
    { i: { clientId: desk.clientId, subject, affected: "ONE" } },
  );
  return data.createTicket.ticket as { id: string; number: number };
};
/** A browser of its own. */
const opened = async (who: "technician" | "manager"): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${desk.origin}/t/${ticket.number}#token=${desk.tokens[who]}`);
  await page.getByRole("heading", { name: "Conversation" }).waitFor();
  return page;
};

test("two write on one ticket: each sees what the other said while writing, and no draft is lost", async () => {
  ticket = await made("Scanner does not answer");
  const [one, two] = await Promise.all([opened("technician"), opened("manager")]);
  await one.keyboard.press("r");
  await one.keyboard.type("Have you tried another cable");
  await two.keyboard.press("r");
  await two.keyboard.type("Please restart the scanner.");
  await two.keyboard.press("Control+Enter");
  await two.getByText("Reply sent").waitFor();

  const notice = one.getByRole("status").filter({ hasText: "wrote while you were writing" });
  await notice.waitFor();
  await one.getByText("Please restart the scanner.").waitFor();
  const box = one.getByLabel("Reply to the requester");
  expect(await box.inputValue()).toBe("Have you tried another cable");
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);

  await one.reload();
  await notice.waitFor(); // what was said meanwhile is still so after a reload, and so is the draft
  expect(await box.inputValue()).toBe("Have you tried another cable");
  await one.getByRole("button", { name: "Seen" }).click();
  await notice.waitFor({ state: "detached" });
  await box.focus();
  await one.keyboard.press("Control+Enter");
  await two.getByText("Have you tried another cable").waitFor();
  expect(await two.getByRole("status").filter({ hasText: "wrote while" }).count()).toBe(0);
  expect(await one.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("draft")))).toEqual([]);
  await Promise.all([one.context().close(), two.context().close()]);
});

test("a ticket is taken, made to wait, resumed and resolved by its keys alone", async () => {
  ticket = await made("Mouse jumps");
  const page = await opened("technician");
  const state = async () => {
    const { data } = await desk.gql("technician", "query($id: ID!) { ticket(id: $id) { status assignee { name } } }", {
      id: ticket.id,
    });
    return [data.ticket.status, data.ticket.assignee !== null];
  };
  await page.keyboard.press("t");
  await expect.poll(state).toEqual(["OPEN", true]);
  await page.getByRole("button", { name: /Wait on/ }).waitFor();
  await page.keyboard.press("p");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("a");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("d");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  expect(await state()).toEqual(["OPEN", true]);
  await page.context().close();
});
