import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { lookedAt } from "../support/looked-at.ts";
import { verbsOn, type Who } from "../support/verbs.ts";

let desk: TestDesk;
let browser: Browser;
let on: ReturnType<typeof verbsOn>;
let screenshot: Buffer;
beforeAll(async () => {
  [desk, browser] = await Promise.all([startDesk({ at: "2026-11-30T15:00:00Z" }), launch()]);
  on = verbsOn(desk);
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  await page.setContent(
    "<body style='font:24px sans-serif;background:#345;color:#fff;padding:80px'><h1>Mail</h1><p>The server did not answer (0x800CCC0E)</p></body>",
  );
  screenshot = await page.screenshot();
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const open = async (who: Who, path: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${desk.origin}${path}#token=${desk.tokens[who]}`);
  return page;
};
const png = (name: string) => ({ name, mimeType: "image/png", buffer: screenshot });
/** What a browser hands over when something is dropped or pasted. */
const handed = (page: Page, name: string, text = "") =>
  page.evaluateHandle(
    ([bytes, called, said]) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(bytes as string), (c) => c.charCodeAt(0));
      data.items.add(new File([raw], called as string, { type: "image/png" }));
      if (said) data.setData("text/plain", said as string);
      return data;
    },
    [screenshot.toString("base64"), name, text],
  );
const paste = async (page: Page, into: Locator, name = "image.png", text = "") => {
  const data = await handed(page, name, text);
  await into.evaluate(
    (element, clipboardData) =>
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })),
    data,
  );
};
const list = (page: Page) => page.getByRole("list", { name: "Files to send" });
const names = async (id: string) => (await on.look(id, "attachments { name }")).attachments.map((a: any) => a.name);
const newest = async (subject: string) =>
  (
    await on.ask(
      "manager",
      "query($s: String!) { tickets(first: 1, filter: { search: $s }) { edges { node { id number } } } }",
      {
        s: subject,
      },
    )
  ).tickets.edges[0].node as { id: string; number: number };

test("a requester chooses, drops and pastes what is seen, takes one away, and sends it with the request", async () => {
  const page = await open("requester", "/portal/new");
  const form = page.locator("form.request");
  await page.getByLabel("In a few words").fill("Mail server does not answer");
  await page.getByRole("radio", { name: "Only me" }).check({ force: true });
  await page
    .locator("input[type=file]")
    .setInputFiles([
      png("chosen.png"),
      { name: "mail.log", mimeType: "text/plain", buffer: Buffer.from("0x800CCC0E\n") },
    ]);
  const dropped = await handed(page, "dropped.png");
  await form.dispatchEvent("dragenter", { dataTransfer: dropped });
  expect(await form.getAttribute("data-dropping")).toBe("");
  await form.dispatchEvent("drop", { dataTransfer: dropped });
  expect(await form.getAttribute("data-dropping")).toBeNull();
  await paste(page, page.getByLabel("What you saw, and since when"));
  await paste(page, page.getByLabel("What you saw, and since when"));
  // words that bring a picture of themselves along are meant as words
  await paste(page, page.getByLabel("What you saw, and since when"), "image.png", "copied from a document");
  await page.getByText("5 files are attached").waitFor({ state: "attached" });
  await list(page).scrollIntoViewIfNeeded();
  await lookedAt(page, "attachments-chosen");
  expect(await list(page).getByRole("listitem").locator(".name").allTextContents()).toEqual([
    ...["chosen.png", "mail.log", "dropped.png", "Screenshot.png", "Screenshot 2.png"],
  ]);
  await page.getByRole("button", { name: "Remove dropped.png" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Remove Screenshot.png");
  const said = () => list(page).getByRole("listitem").locator(".name").allTextContents();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(said).toEqual(["chosen.png", "mail.log", "dropped.png", "Screenshot.png", "Screenshot 2.png"]);
  await page.getByRole("button", { name: "Remove dropped.png" }).click();

  await page.reload(); // what was uploaded is kept like what was written
  await expect.poll(() => list(page).getByRole("listitem").count()).toBe(4);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { name: /We have it/ }).waitFor();
  const { id, number } = await newest("Mail server does not answer");
  expect(await names(id)).toEqual(["chosen.png", "mail.log", "Screenshot.png", "Screenshot 2.png"]);
  await page.goto(`${desk.origin}/portal/new`);
  await page.getByText("or drop it here").waitFor();
  expect(await list(page).count(), "sent with the one, and not with the next").toBe(0);

  await page.goto(`${desk.origin}/portal/t/${number}`);
  const shown = page.getByRole("button", { name: "Show chosen.png" }).locator("img");
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
  await lookedAt(page, "attachments-portal");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /mail\.log/ }).click();
  expect((await download).suggestedFilename()).toBe("mail.log");
  await page.context().close();
});

test("an upload that fails says so, keeps the words, and can be tried again; what is too large is not begun", async () => {
  const { number, id } = await on.open({ subject: "Uploads that fail" });
  const page = await open("requester", `/portal/t/${number}`);
  await page.getByLabel("Write to us").fill("This is what I see.");
  let broken = true;
  await page.route("**/attachments", (route) => (broken ? route.abort() : route.continue()));
  await page.locator("input[type=file]").setInputFiles([png("broken.png")]);
  await page.getByText("The desk does not answer. Check the network").waitFor();
  await page
    .locator("input[type=file]")
    .setInputFiles([{ name: "film.mov", mimeType: "video/quicktime", buffer: Buffer.alloc(10_485_761) }]);
  await page.getByText("Too large: a file has at most 10 MB.").waitFor();
  // somebody else writes meanwhile: the page is told anew, and what was chosen stays
  await on.done("technician", "reply", { ticketId: id, body: "What do you see?" });
  await page.getByText("What do you see?").waitFor();
  expect(await list(page).getByRole("listitem").count()).toBe(2);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  expect(await page.getByLabel("Write to us").inputValue()).toBe("This is what I see.");
  await list(page).scrollIntoViewIfNeeded();
  await lookedAt(page, "attachments-refused");
  broken = false;
  await page.getByRole("button", { name: "Remove film.mov" }).click();
  const before = await list(page).getByRole("listitem").boundingBox();
  await page.getByRole("button", { name: "Try again broken.png" }).click();
  await page.getByText("1 file is attached").waitFor({ state: "attached" });
  expect((await list(page).getByRole("listitem").boundingBox())?.height, "nothing moves").toBe(before?.height);

  // forgotten by the desk meanwhile: the words stay, and it is said what to do
  await desk.travel("2026-12-01T16:00:00Z");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText(/upload it again/).waitFor();
  expect(await page.getByLabel("Write to us").inputValue()).toBe("This is what I see.");
  await page.getByRole("button", { name: "Remove broken.png" }).click();
  await page.locator("input[type=file]").setInputFiles([png("again.png")]);
  await page.getByText("1 file is attached").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("button", { name: "Show again.png" }).waitFor();
  expect(await names(id)).toEqual(["again.png"]);
  await page.context().close();
});

test("a technician sees it in the conversation, large by a click, and answers with files; a note's stay within", async () => {
  const { number, id } = await on.open({ subject: "Shown to a technician" });
  const page = await open("technician", `/t/${number}`);
  const box = page.getByLabel("Reply to the requester");
  await box.fill("Like this:");
  await paste(page, box);
  await page.getByText("1 file is attached").waitFor({ state: "attached" });
  await page.getByRole("button", { name: /Internal note/ }).click();
  await page.getByLabel("Internal note", { exact: true }).fill("Seen on their line.");
  expect(await list(page).count(), "what goes with the reply is not the note's").toBe(0);
  await page.locator("input[type=file]").setInputFiles([png("within.png")]);
  await page.getByText("1 file is attached").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Keep note" }).click();
  await page.getByRole("button", { name: "Show within.png" }).waitFor();
  await page.getByRole("button", { name: /^Reply/ }).click();
  await lookedAt(page, "attachments-composer", { targets: 24 });
  await page.getByRole("button", { name: "Send reply" }).click();
  await page.getByRole("button", { name: "Show Screenshot.png" }).click();
  const dialog = page.getByRole("dialog", { name: "Screenshot.png" });
  await expect.poll(() => dialog.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
  await lookedAt(page, "attachments-large", { targets: 24 });
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Show Screenshot.png");

  // a page that stood open for hours asks for a link that is good
  await desk.travel("2026-12-01T20:00:00Z");
  await page.getByRole("button", { name: "Show Screenshot.png" }).click();
  const download = page.waitForEvent("download");
  await dialog.getByRole("link", { name: /Download/ }).click();
  expect((await download).suggestedFilename()).toBe("Screenshot.png");
  await page.context().close();

  const portal = await open("requester", `/portal/t/${number}`);
  await portal.getByRole("button", { name: "Show Screenshot.png" }).waitFor();
  expect(await portal.getByRole("button", { name: "Show within.png" }).count()).toBe(0);
  await portal.context().close();
  expect(await names(id)).toHaveLength(2);
});
