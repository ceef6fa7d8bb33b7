import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { ask } from "../support/keys.ts";
import { PASSWORD, staffOf } from "../support/staff.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

/** A browser of its own: nobody else's cookies. */
const fresh = async (path: string): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${desk.origin}${path}`);
  return page;
};
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

test("an invited manager sets a password, signs out and in again, and watches the board by the session alone", async () => {
  const invited = await staffOf(desk).invite("ada@desk.example", "MANAGER", { name: "Ada Archer" });
  const page = await fresh(invited.path);
  await page.getByLabel("New password").fill(PASSWORD);
  await expect
    .poll(() => page.url(), { message: "the link is gone from the address" })
    .toBe(`${desk.origin}/sign-in/password`);
  await press(page, "Set it and sign in");
  await page.waitForURL("**/reports");
  await press(page, "Sign out");
  await page.getByRole("button", { name: "Sign out", exact: true }).last().click();
  await page.waitForURL("**/sign-in**");
  await page.getByLabel("E-mail", { exact: true }).fill("ada@desk.example");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("The address or the password is wrong.").waitFor();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/reports");
  await page.goto(`${desk.origin}/board`);
  await page.getByText("on track").waitFor();
  await desk.gql("requester", "mutation($i: CreateTicketInput!) { createTicket(input: $i) { ticket { id } } }", {
    i: { clientId: desk.clientId, subject: "Screen stays dark", affected: "ONE" },
  });
  await page.getByText("Screen stays dark").waitFor(); // by the socket, opened by the cookie
});

test("a manager makes a key, lets a screen in, and shuts both out", async () => {
  const page = await fresh(`/admin/partners#token=${desk.tokens.manager}`);
  await press(page, "New key for First partner");
  await page.getByLabel("What will use it").fill("HaloPSA");
  await press(page, "Make the key");
  const secret = await page.getByLabel("The key", { exact: true }).inputValue();
  expect((await ask(desk.url, secret, "{ viewer { name } }")).data).toEqual({ viewer: { name: "HaloPSA" } });
  await page.keyboard.press("Escape");
  await page.getByText("Keep this key now").waitFor(); // a slip of the hand does not lose it
  await press(page, "I have kept it");
  expect(await page.content()).not.toContain(secret);

  const wall = await fresh("/board/wall");
  await wall.locator(".code").waitFor();
  await press(page, "Pair a screen");
  await page.getByLabel("Code on the screen").fill((await wall.locator(".code").textContent()) as string);
  await page.getByLabel("Where it hangs").fill("Hall");
  await press(page, "Let it in");
  await wall.getByLabel("Live queue wall").getByText("Screen stays dark").waitFor();
  await press(page, "Shut out Hall");
  await press(page, "Shut it out");
  await wall.locator(".code").waitFor();

  await press(page, "End the key of HaloPSA");
  await press(page, "End it now");
  await page.getByText("The key of HaloPSA has ended.").waitFor();
  await expect.poll(async () => (await ask(desk.url, secret, "{ viewer { name } }")).status).toBe(401);
});
