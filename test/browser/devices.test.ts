import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { pagesOf } from "../support/pages.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let browser: Browser;
let pages: ReturnType<typeof pagesOf>;
const system = (product?: string, version?: string) => ({ kind: "OPERATING_SYSTEM", product, version });
const fleet = [
  ["Reception", system("Windows", "11 24H2")],
  ["Till 1", system("win 10")],
  ["Till 2", system("Windows", "10 22H2")],
  ["Workshop", system("Windows", "7")],
  ["Studio Mac", system("macOS", "Tahoe")],
  ["Loan Mac", system("macOS")],
  ["Rack 1", { kind: "SERVER", product: "Windows Server", version: "2012 R2" }],
  ["Rack 2", { kind: "SERVER", product: "Server 2022" }],
  ["Copier", { kind: "PRINTER", product: "LaserJet 400" }],
] as const;

beforeAll(async () => {
  // 23 days before Windows 11 24H2 ends
  [desk, browser] = await Promise.all([startDesk({ at: "2026-09-20T14:00:00Z" }), launch()]);
  pages = pagesOf(desk, browser);
  const register =
    "mutation($input: RegisterDeviceInput!) { registerDevice(input: $input) { userErrors { message } } }";
  for (const [name, technology] of fleet)
    await verbsOn(desk).ask("technician", register, { input: { clientId: desk.clientId, name, technology } });
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const row = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const names = async (page: Page) =>
  (await page.locator("tbody th").allTextContents()).map((text) => text.replace(/(Operating|Server|Printer).*/, ""));
const listed = (page: Page) => page.getByRole("table").waitFor();

test("devices and the data they are judged by keep nobody out, in both themes and sizes", async () => {
  await pages.seen("devices", "/admin/devices", "manager", listed);
  await pages.seen("devices-none", "/admin/devices?standing=paid&words=till", "manager", (page) =>
    page.getByText("No device with “till”").waitFor(),
  );
  await pages.seen("devices-runs", "/admin/devices", "technician", async (page) => {
    await page.getByRole("button", { name: /Say what it runs.*Rack 2/ }).click();
    await page.getByLabel("Product").waitFor();
  });
  await pages.seen("devices-paid", "/admin/devices", "manager", async (page) => {
    await page.getByRole("button", { name: /Paid support.*Till 1/ }).click();
    await page.getByLabel("Last paid day").waitFor();
  });
  await pages.seen("manufacturer-data", "/admin/devices/data", "manager", async (page) => {
    await page.getByText("Windows Server", { exact: true }).click();
    await page.getByText("How newer dates are brought in").click();
    await page.getByRole("row", { name: /2012 R2/ }).waitFor();
  });
}, 120_000);

test("what leaves soon stands first; tiles, words and a product's versions narrow the list by its address", async () => {
  const page = await pages.open("/admin/devices", "manager");
  await listed(page);
  expect((await names(page)).slice(0, 2)).toEqual(["Reception", "Till 1"]);
  await page.getByRole("link", { name: "to be said more exactly" }).click();
  await expect.poll(() => names(page)).toEqual(["Loan Mac", "Rack 2"]);
  await page.getByRole("link", { name: "to be said more exactly" }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("windows 10");
  await expect.poll(() => names(page)).toEqual(["Till 1", "Till 2"]);
  expect(new URL(page.url()).search).toBe("?words=windows+10");
  await page.goto(`${desk.origin}/admin/devices/data?words=windows`);
  await page.getByText("Windows", { exact: true }).first().click();
  await row(page, "10 22H2").getByRole("link", { name: "2" }).click();
  await expect.poll(() => names(page)).toEqual(["Till 1", "Till 2"]);
  await page.getByRole("button", { name: "runs Windows 10 22H2" }).click();
  await expect.poll(async () => (await names(page)).length).toBe(fleet.length);
});

test("from the keyboard a device is said to run something else, and that is taken back", async () => {
  const page = await pages.open("/admin/devices?standing=unclear&words=mac", "technician");
  await listed(page);
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.getByLabel("Version").fill("26");
  await page.keyboard.press("Enter");
  await page.getByText("Loan Mac: macOS 26, supported, end not announced.").waitFor();
  await page.getByText("No device with “mac”").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Loan Mac runs again what it ran.").waitFor();
  await expect.poll(() => names(page)).toEqual(["Loan Mac"]);
  expect(await page.getByRole("button", { name: "Paid support" }).count()).toBe(0);
});

test("a device is added by a key, and stands in the list where it belongs", async () => {
  const page = await pages.open("/admin/devices", "technician");
  await listed(page);
  await page.keyboard.press("c");
  const add = page.getByRole("dialog").getByRole("button", { name: "Add it" });
  expect(await add.isDisabled()).toBe(true);
  await page.getByLabel("Whose it is").selectOption({ label: "First client" });
  await page.getByLabel("Name").fill("Kiosk");
  await page.getByLabel("Version").fill("11");
  await add.click();
  await page.getByText("A version is one of a product: name the product too.").waitFor();
  await page.getByLabel("Product").fill("Windows");
  await add.click();
  await page.getByText("Kiosk of First client is added: Windows 11").waitFor();
  await row(page, "Kiosk").waitFor();
});

test("what could be meant is offered, and one press says it", async () => {
  const page = await pages.open("/admin/devices?words=rack", "technician");
  await page.getByRole("button", { name: /Say what it runs.*Rack 2/ }).click();
  await page.getByRole("button", { name: "Windows Server 2022" }).click();
  await page.getByRole("button", { name: "That is what it runs" }).click();
  await page.getByText("Rack 2: Windows Server 2022, supported until 14 Oct 2031.").waitFor();
});

test("what somebody has changed since is not taken back over their head", async () => {
  const page = await pages.open("/admin/devices?words=workshop", "manager");
  await page.getByRole("button", { name: /Runs something else.*Workshop/ }).click();
  await page.getByLabel("Version").fill("8.1");
  await page.getByRole("button", { name: "That is what it runs" }).click();
  await page.getByText("Workshop: Windows 8.1").waitFor();
  const found = await verbsOn(desk).ask(
    "manager",
    '{ devices(first: 1, filter: { search: "workshop" }) { edges { node { id } } } }',
  );
  await verbsOn(desk).ask(
    "technician",
    "mutation($input: UpdateDeviceInput!) { updateDevice(input: $input) { userErrors { message } } }",
    { input: { deviceId: found.devices.edges[0].node.id, technology: system("Windows", "11 25H2") } },
  );
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Somebody has changed Workshop since; it stays.").waitFor();
  await row(page, "Workshop").getByText("Windows 11 25H2").waitFor();
});

const contract = () =>
  verbsOn(desk).ask(
    "manager",
    "query($id: ID!) { client: node(id: $id) { ... on Client { contract { id paidSupport { product version until } } } } }",
    { id: desk.clientId },
  );

test("a manager records paid support in place; it counts for all that run the same, and is taken back", async () => {
  const page = await pages.open("/admin/devices?words=till", "manager");
  await page.getByRole("button", { name: /Paid support.*Till 2/ }).click();
  // somebody else records something for the same client meanwhile
  const other = { product: "SQL Server", version: "2016 SP3", until: null };
  const { client } = await contract();
  await verbsOn(desk).ask(
    "manager",
    "mutation($input: SetPaidSupportInput!) { setPaidSupport(input: $input) { userErrors { message } } }",
    { input: { contractId: client.contract.id, paidSupport: [other] } },
  );
  await page.getByLabel("Last paid day").fill("2027-10-12");
  await page.getByRole("button", { name: "It is paid for", exact: true }).click();
  await page.getByText("pays for Windows 10 22H2 until 12 Oct 2027.").waitFor();
  await row(page, "Till 1").getByText("support ended 14 Oct 2025, paid for until 12 Oct 2027").waitFor();
  const windows = { product: "Windows", version: "10 22H2", until: "2027-10-12" };
  expect((await contract()).client.contract.paidSupport).toEqual([other, windows]);
  await page.getByRole("button", { name: "Undo" }).click();
  await row(page, "Till 1").getByText("support ended 14 Oct 2025").waitFor();
  await expect.poll(() => page.getByText("paid for until").count()).toBe(0);
  expect((await contract()).client.contract.paidSupport).toEqual([other]);
});
