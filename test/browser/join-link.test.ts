import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { allowImmediate } from "../support/immediate.ts";
import { joiningOn } from "../support/joining.ts";
import { MeshServer } from "../support/mesh-server.ts";
import { pagesOf } from "../support/pages.ts";

const mesh = new MeshServer();
let desk: TestDesk;
let browser: Browser;
let pages: ReturnType<typeof pagesOf>;
let on: ReturnType<typeof joiningOn>;
beforeAll(async () => {
  await mesh.up();
  mesh.groups.set("mesh//1", { name: "First client", nodes: [{ _id: "node//r", name: "FRONT-7", conn: 1 }] });
  [desk, browser] = await Promise.all([startDesk({ settings: { remoteTool: mesh.settings } }), launch()]);
  pages = pagesOf(desk, browser);
  on = joiningOn(desk);
  await allowImmediate(desk);
});
afterAll(async () => {
  await browser.close();
  await desk.close();
  await mesh.down();
});

test("a technician who connects is told what is in the way, names the machine, and opens it", async () => {
  const { number } = await on.open({ deviceId: await on.device("Front desk PC") });
  const page = await pages.open(`/t/${number}`, "technician");
  await page.getByRole("button", { name: "Start session" }).click();
  await page.getByLabel("Who at the client agreed?").fill("Robin Requester");
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByText("has no device called “Front desk PC” at MeshCentral").waitFor();
  await pages.seen("join-link-failed", `/t/${number}`, "technician", (shown) =>
    shown.getByText("has no device called").waitFor(),
  );
  await page.getByLabel("What the remote tool calls Front desk PC").fill("front-7");
  await page.getByRole("button", { name: "Save and try again" }).click();
  const open = page.getByRole("link", { name: "Open Front desk PC" });
  expect(await open.getAttribute("href")).toMatch(/^https:\/\/mesh\.example\/sharing\?c=/);
  expect(await open.getAttribute("rel")).toBe("noopener noreferrer");
  await pages.seen("join-link-ready", `/t/${number}`, "technician", (shown) =>
    shown.getByRole("link", { name: "Open Front desk PC" }).waitFor(),
  );
  await page.getByRole("button", { name: "End my session" }).click();
  await page.getByLabel("What was done in your session?").waitFor();
  expect(await open.count()).toBe(0);
});

test("whoever has to wait for the tool is told so, and goes on by themselves", async () => {
  await mesh.down();
  const { number } = await on.open({ deviceId: await on.device("FRONT-7") });
  const page = await pages.open(`/t/${number}`, "technician");
  await page.getByRole("button", { name: "Start session" }).click();
  await page.getByLabel("Who at the client agreed?").fill("Robin Requester");
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByText(/MeshCentral cannot be reached: .* It is tried again by itself\./).waitFor();
  await mesh.up();
  await page.getByRole("link", { name: "Open FRONT-7" }).waitFor();
});
