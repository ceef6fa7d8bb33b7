import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offences } from "../support/axe.ts";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";
import { pagesOf } from "../support/pages.ts";
import { swellBoards } from "../support/swollen-line.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof verbsOn>;
let open: ReturnType<typeof pagesOf>["open"];
let seen: ReturnType<typeof pagesOf>["seen"];
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  on = verbsOn(desk);
  ({ open, seen } = pagesOf(desk, browser));
  await openBook(desk); // ten tickets, at 12:33:12 in New York
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll("*").length);
const path = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;
/** Nothing stands beyond the edge of the screen, and nothing can be scrolled to there. */
const fits = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.querySelectorAll("main *")].filter(
      (e) => e.getBoundingClientRect().right > innerWidth + 1,
    );
    return scrollWidth <= clientWidth && out.every((e) => getComputedStyle(e).position === "absolute");
  });

const shots = new URL("../browser/shots/", import.meta.url).pathname;
/** A page in both themes and sizes: its picture is left, and it keeps nobody out. */
async function eachLook(
  name: string,
  show: (
    theme: "dark" | "light",
    viewport: { width: number; height: number },
    size: "large" | "small",
  ) => Promise<Page>,
): Promise<void> {
  for (const theme of ["dark", "light"] as const)
    for (const [size, width, height] of [
      ["large", 1920, 1080],
      ["small", 1280, 800],
    ] as const) {
      const page = await show(theme, { width, height }, size);
      await page.screenshot({ path: `${shots}${name}-${theme}-${size}.png` });
      expect(await fits(page)).toBe(true);
      expect(await offences(page)).toEqual([]);
      await page.context().close();
    }
}

/** A screen on the wall with a pass of its own. */
async function pairedWall(): Promise<{ page: Page; pass: string; shutOut: () => Promise<unknown> }> {
  const ask = async (to: string, body: object) =>
    (
      await fetch(`${desk.origin}${to}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      })
    ).json() as Promise<{ code: string; secret: string; token: string }>;
  const { code, secret } = await ask("/pair", {});
  const { pairDevice } = await on.ask(
    "manager",
    "mutation($input: PairDeviceInput!) { pairDevice(input: $input) { device { id } userErrors { message } } }",
    { input: { code, name: "Hall" } },
  );
  const { token: pass } = await ask("/pair/claim", { secret });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${desk.origin}/board/wall#token=${pass}`);
  await page.getByLabel("Live queue wall").waitFor();
  const shutOut = () =>
    on.ask(
      "manager",
      "mutation($input: RevokeDeviceInput!) { revokeDevice(input: $input) { userErrors { message } } }",
      { input: { deviceId: pairDevice.device.id } },
    );
  return { page, pass, shutOut };
}

test("a wall whose pass is revoked while it hangs shows a code instead, never a way to sign in, and is let in again by it", async () => {
  const { page, shutOut } = await pairedWall();
  await page.locator("[data-ticket]").first().waitFor();
  await shutOut();
  await page.locator(".code").waitFor();
  expect(path(page)).toBe("/board/wall");
  expect(await page.locator("[data-ticket], input, a, button").count()).toBe(0);
  expect(await offences(page)).toEqual([]);
  await page.reload(); // as a television does by itself: the same code, for whoever is just typing it
  const code = ((await page.locator(".code").textContent()) ?? "").replace(" ", "");
  await on.ask("manager", "mutation($input: PairDeviceInput!) { pairDevice(input: $input) { device { id } } }", {
    input: { code, name: "Hall again" },
  });
  await page.locator("[data-ticket]").first().waitFor();
  await page.context().close();
});

test("a wall that is opened with a revoked pass shows a code, in both themes and sizes", async () => {
  const { page, pass, shutOut } = await pairedWall();
  await page.context().close();
  await shutOut();
  await eachLook("calm-revoked", async (theme, viewport) => {
    const shown = await (await browser.newContext({ viewport })).newPage();
    await shown.goto(`${desk.origin}/board/wall?theme=${theme}#token=${pass}`);
    await shown.locator(".code").waitFor();
    expect(path(shown)).toBe(`/board/wall?theme=${theme}`);
    return shown;
  });
});

test.each([
  ["/t/999999", "There is no ticket #999999"],
  ["/t/abc", "“abc” is not a ticket's number"],
  ["/t/-1", "“-1” is not a ticket's number"],
  ["/t/1e3", "“1e3” is not a ticket's number"],
  ["/t/99999999999999999999", "“99999999999999999999” is not a ticket's number"],
])(
  "%s says that there is no such ticket, and leads on by search and by the lists, all from the keyboard",
  async (address, said) => {
    const page = await open(address, "technician");
    await page.getByRole("heading", { name: said }).waitFor();
    expect(await page.title()).toBe("No such ticket · Watchdesk");
    await page.keyboard.press("/");
    await page.keyboard.type("nothing of the kind");
    await page.keyboard.press("Enter");
    await page.getByText("No ticket is called “nothing of the kind”").waitFor();
    await page.getByRole("textbox").fill("office");
    await page.keyboard.press("Enter");
    const [first] = await Promise.all([page.getByRole("list", { name: "Tickets found" }).getByRole("link")]);
    expect(await first?.textContent()).toContain("Whole office offline");
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await page.waitForURL("**/queue");
    await page.goto(`${desk.origin}${address}`);
    await page.getByRole("heading", { name: said }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("#1003");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Conversation" }).waitFor();
    expect(path(page)).toBe("/t/1003");
    await page.context().close();
  },
);

test("a requester who mistypes a number is offered no list of the desk's", async () => {
  const page = await open("/t/999999", "requester");
  await page.getByRole("heading", { name: "There is no such request of yours" }).waitFor();
  expect(await page.getByRole("link", { name: /queue|board/i }).count()).toBe(0);
  expect(await offences(page)).toEqual([]);
  await page.context().close();
});

test("no such ticket stands in both themes and sizes", async () => {
  await seen("calm-no-ticket", "/t/999999", "technician", async (page) => {
    await page.getByRole("link", { name: /The queue/ }).waitFor();
    await page.getByRole("textbox").fill("for");
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "Tickets found" }).waitFor();
  });
});

test("a filter that matches nothing is named, and each is taken away by itself", async () => {
  const { clients } = await on.ask("manager", "{ clients(first: 50) { edges { node { id name } } } }");
  const { id } = clients.edges.find((e: any) => e.node.name === "Alder Clinic").node;
  const { createTeam } = await on.ask("manager", 'mutation { createTeam(input: { name: "Network" }) { team { id } } }');
  const both = `/queue?client=${encodeURIComponent(id)}&team=${encodeURIComponent(createTeam.team.id)}`;
  await seen("calm-no-match", both, "technician", (page) =>
    page.getByText("No open tickets for Alder Clinic, with team Network.").waitFor(),
  );
  const page = await open(both, "technician");
  await page.getByRole("button", { name: "Without Network", exact: true }).press("Enter");
  await page.getByText("Shared drive gone").waitFor();
  expect(path(page)).toBe(`/queue?client=${encodeURIComponent(id)}`);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT"); // not lost with the button
  await page.goto(`${desk.origin}${both}&view=mine`);
  await page.getByText("You hold nothing for Alder Clinic, with team Network.").waitFor();
  await page.getByRole("button", { name: "Without both" }).click();
  await expect.poll(() => path(page)).toBe("/queue?view=mine");
  await page.context().close();
});

test.each(["nonsense", "tic_00000000000000000000000000000000", "’; drop table"])(
  "a filter by a client that does not exist (%s) is told so, and is taken away",
  async (id) => {
    const page = await open(`/queue?client=${encodeURIComponent(id)}`, "technician");
    await page.getByText("This address asks for a client that this desk does not know.").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await offences(page)).toEqual([]);
    await page.getByRole("button", { name: "Without this client" }).click();
    await page.locator("[data-ticket]").nth(9).waitFor();
    await page.context().close();
  },
);

test("a wall that is sent far more than it asked for keeps its places, and says how many more there are", async () => {
  await eachLook("calm-swollen-wall", async (theme, viewport) => {
    const page = await (await browser.newContext({ viewport })).newPage();
    await swellBoards(page);
    await page.goto(`${desk.origin}/board/wall?theme=${theme}#token=${desk.tokens.wall}`);
    await page.getByText("Sessions, 197 more").waitFor();
    await page.getByText("1,234,566 more").waitFor();
    expect(await nodes(page)).toBeLessThan(400);
    expect(await page.locator("[data-ticket]").count()).toBe(viewport.height === 1080 ? 8 : 9);
    return page;
  });
});

test.each([
  ["/board", "100 of 5,000 shown."],
  ["/queue", "100 of 5,000 shown."],
])("%s keeps to its window of a hundred rows, and says how many more there are", async (list, said) => {
  await eachLook(`calm-swollen-${list.slice(1)}`, async (theme, _, size) => {
    const page = await open(list, "technician", { theme, size }, swellBoards);
    await page.getByText(said).waitFor({ timeout: 20_000 });
    expect(await page.locator("[data-ticket]").count()).toBe(100);
    return page;
  });
});
