import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { openBook } from "../support/open-book.ts";

const shots = new URL("./shots/", import.meta.url).pathname;
let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]); // Monday 10:00 in New York
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (
  path: string,
  who: keyof TestDesk["tokens"],
  size = { width: 1920, height: 1080 },
): Promise<Page> => {
  const page = await browser.newPage({ viewport: size });
  await page.goto(`${desk.origin}${path}#token=${desk.tokens[who]}`);
  return page;
};
const row = (page: Page, subject: string) => page.locator("[data-ticket]", { hasText: subject });

test("a ticket made through the API comes to the open wall, runs out, breaches, is answered and leaves", async () => {
  const wall = await open("/board/wall", "wall");
  await wall.getByText("No open tickets").waitFor();

  const { data } = await desk.gql(
    "requester",
    `mutation($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } userErrors { message } } }`,
    {
      input: {
        clientId: desk.clientId,
        subject: "Nobody can open the patient system",
        affected: "ALL",
        workaround: false,
      },
    },
  );
  const id = data.createTicket.ticket.id;
  const own = row(wall, "Nobody can open the patient system");
  await own.waitFor();
  await expect.poll(() => own.getAttribute("data-tone")).toBe("on-track");

  await desk.travel("2026-11-30T15:50:00Z"); // ten minutes before it is due
  await expect.poll(() => own.getAttribute("data-tone")).toBe("at-risk");
  await expect.poll(() => own.textContent()).toContain("10:00");

  await desk.travel("2026-11-30T16:00:00Z"); // the due second itself is in time
  await expect.poll(() => own.textContent()).toContain("00:00");
  await expect.poll(() => own.getAttribute("data-tone")).toBe("at-risk");
  await desk.travel("2026-11-30T16:03:15Z");
  await expect.poll(() => own.getAttribute("data-tone")).toBe("breached");
  await expect.poll(() => own.textContent()).toContain("+03:15");

  const done = await desk.gql(
    "technician",
    `mutation($id: ID!, $steps: [StepNoteInput!]) {
      takeTicket(input: { ticketId: $id }) { userErrors { message } }
      resolve(input: { ticketId: $id, message: "The database server is up again.", steps: $steps }) { userErrors { message } } }`,
    { id, steps: ["IDENTIFY_CAUSE", "RESOLVE", "TEST"].map((step) => ({ step, note: "Power supply replaced" })) },
  );
  expect([done.data.takeTicket.userErrors, done.data.resolve.userErrors]).toEqual([[], []]);
  await own.waitFor({ state: "detached" });
  await wall.getByText("No open tickets").waitFor();
  await wall.close();
});

test("a full wall, the desk, a ticket and the report stand as they should be seen", async () => {
  await openBook(desk);
  const seen = async (
    name: string,
    path: string,
    who: keyof TestDesk["tokens"],
    there: string,
    size?: { width: number; height: number },
  ) => {
    const page = await open(path, who, size);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.locator(there).first().waitFor();
    await page.screenshot({ path: `${shots}${name}.png` });
    expect(errors).toEqual([]);
    const nodes = await page.locator("*").count();
    await page.close();
    return nodes;
  };
  const nodes = await seen("wall", "/board/wall?theme=dark", "wall", "[data-ticket]");
  expect(nodes).toBeLessThanOrEqual(400);
  await seen("wall-light", "/board/wall?theme=light", "wall", "[data-ticket]");
  await seen("desk", "/board?theme=dark", "technician", "[data-ticket]", { width: 1280, height: 800 });
  await seen("ticket", "/t/1004?theme=light", "technician", "h1", { width: 1280, height: 800 });
  await seen("reports", "/reports?theme=light", "manager", "table", { width: 1280, height: 800 });
});
