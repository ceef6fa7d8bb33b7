import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { preview } from "../support/coverage.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { sharedData } from "../support/shared-data.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let owner: pg.Client;
let folder: string;
let site: Server;
const pages = new Map<string, { status: number; body: string }>();
const program = resolve(import.meta.dirname, "../../api/dist/desk.js");
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    const env = { ...process.env, DATABASE_URL: desk.urls.owner };
    execFile(process.execPath, [program, "import-support", ...args], { env, timeout: 60_000 }, (error, out, err) =>
      done({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    );
  });
const file = async (name: string, json: unknown) => {
  const path = join(folder, name);
  await writeFile(path, typeof json === "string" ? json : JSON.stringify(json));
  return path;
};
const register = async (name: string, product: string, version: string) => {
  const input = { clientId: desk.clientId, name, technology: { kind: "OPERATING_SYSTEM", product, version } };
  const query = `mutation($input: RegisterDeviceInput!) { registerDevice(input: $input) { device { id } userErrors { message } } }`;
  return (await on.ask("technician", query, { input })).registerDevice.device.id as string;
};
const supportOf = async (id: string) =>
  (
    await on.ask(
      "technician",
      "query($id: ID!) { node(id: $id) { ... on Device { support { supported endsOn daysLeft source unknownBecause } } } }",
      { id },
    )
  ).node.support;
const stored = async () =>
  (
    await owner.query(
      "select (select count(*)::int from manufacturer_product) as products, (select max(edition) from manufacturer_edition) as edition",
    )
  ).rows[0];
const news = async () => {
  const query = `{ changes(after: "0", first: 100, types: [DEVICE_LEAVES_SUPPORT, DEVICE_LEFT_SUPPORT]) { changes { type changed { deviceSupport { device { name } endsOn daysLeft } } } } }`;
  return (await on.ask("manager", query)).changes.changes.map(
    (c: { type: string; changed: { deviceSupport: { device: { name: string }; daysLeft: number | null } } }) =>
      `${c.type} ${c.changed.deviceSupport.device.name} ${c.changed.deviceSupport.daysLeft}`,
  );
};

beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-30T15:00:00Z", settings: { feedRetentionDays: 1_000 } });
  on = verbsOn(desk);
  owner = new pg.Client(desk.urls.owner);
  await owner.connect();
  folder = await mkdtemp(join(tmpdir(), "watchdesk-support-"));
  site = createServer((request, response) => {
    const page = pages.get(request.url as string) ?? { status: 404, body: "{}" };
    response.writeHead(page.status, { "content-type": "application/json" }).end(page.body);
  });
  await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
});
afterAll(async () => {
  await new Promise((closed) => site.close(closed));
  await owner.end();
  await desk.close();
  await rm(folder, { recursive: true });
});

const sonoma = { cycle: "14", codename: "Sonoma", releaseDate: "2023-09-26", eol: "2026-12-20", latest: "14.8" };
const macos = [
  { cycle: "27", codename: "Lake", releaseDate: "2026-09-14", eol: false, latest: "27.1" },
  { cycle: "26", codename: "Tahoe", releaseDate: "2025-09-15", eol: false, latest: "26.8" },
  { cycle: "15", codename: "Sequoia", releaseDate: "2024-09-16", eol: "2026-11-29", latest: "15.9" },
  sonoma,
];

describe("manufacturer data of one's own", () => {
  test("is shown first: what is new, what has other dates, what leaves coverage, whose devices; and nothing is saved", async () => {
    const [sequoia, older] = [
      await register("Studio", "macOS", "Sequoia"),
      await register("Reception", "macOS", "14.7"),
    ];
    expect(await supportOf(sequoia)).toMatchObject({ supported: true, endsOn: null });
    const before = await stored();
    const { code, out, err } = await run(await file("macos.json", macos));
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "1 product with 4 versions, as of 2026-11-30.",
      "New versions: 1",
      "  + macOS 27",
      "Versions with other dates: 2",
      "  ~ macOS 15: end none announced → 2026-11-29",
      "  ~ macOS 14: end none announced → 2026-12-20",
      "Versions that leave coverage: 1",
      "  ! macOS 15",
      "Devices that leave coverage: 1",
      "  ! Studio of Acme: macOS Sequoia".replace("Acme", desk.cast.client.name),
      "Nothing is saved: --write saves it.",
      "",
    ]);
    expect(await stored()).toEqual(before);
    expect(await supportOf(older)).toMatchObject({ supported: true, endsOn: null });
  });

  test("with --write it counts at once in the running desk: decisions, devices and what is told of them", async () => {
    const asked = (version: string) =>
      preview(desk, {
        kindOfWork: "TROUBLESHOOTING",
        technology: { kind: "OPERATING_SYSTEM", product: "macOS", version },
      });
    expect((await asked("15")).outcome).toBe("COVERED");
    const { out } = await run(join(folder, "macos.json"), "--write");
    expect(out).toContain("Saved; every device is looked at again.");
    expect(await asked("15")).toMatchObject({ outcome: "LIMITED", clause: { code: "platform-ended" } });
    expect(await asked("27")).toMatchObject({ outcome: "COVERED" });
    expect((await asked("10.6")).clause?.code, "what the table does not list stays known").toBe("below-minimum");
    const told = await eventually(news, (all: string[]) => all.length >= 2);
    expect(told.sort()).toEqual(["DEVICE_LEAVES_SUPPORT Reception 20", "DEVICE_LEFT_SUPPORT Studio null"]);
  });

  test("an end that is moved away takes its notices with it: they come again before the new one", async () => {
    const later = await file("macos.json", [...macos.slice(0, 3), { ...sonoma, eol: "2027-03-01" }]);
    expect((await run(later, "--write")).out).toContain("  ~ macOS 14: end 2026-12-20 → 2027-03-01");
    await desk.travel("2027-01-20T15:00:00Z");
    expect((await news()).length).toBe(2);
    await desk.travel("2027-02-01T15:00:00Z");
    const told = await eventually(news, (all: string[]) => all.length >= 3);
    expect(told.at(-1)).toBe("DEVICE_LEAVES_SUPPORT Reception 30");
  });

  test("a day, yes and no mean the last supported day, ended, and supported; from the web too, in each shape", async () => {
    const { port } = site.address() as AddressInfo;
    const at = (path: string, json: unknown, status = 200) => {
      pages.set(path, { status, body: JSON.stringify(json) });
      return `http://127.0.0.1:${port}${path}`;
    };
    const list = [
      { cycle: "3", releaseDate: "2026-01-10", eol: false },
      { cycle: "2", releaseDate: "2024-01-10", eol: "2027-02-01" },
      { cycle: "1", releaseDate: "2020-01-10", eol: true },
    ];
    expect((await run(at("/api/pear-os.json", list), "--write")).out).toContain("+ Pear Os (3 versions)");
    const ask = async (version: string) => supportOf(await register(`Pear ${version}`, "Pear OS", version));
    expect(await ask("3")).toMatchObject({ supported: true, endsOn: null });
    expect(await ask("2")).toMatchObject({ supported: true, endsOn: "2027-02-01", daysLeft: 0 });
    expect(await ask("1")).toMatchObject({ supported: false, endsOn: null });
    const result = {
      name: "plum-os",
      label: "Plum OS",
      category: "os",
      releases: [{ name: "7", releaseDate: "2026-01-01", isEol: false, eolFrom: "2027-06-30" }],
    };
    expect((await run(at("/api/v1/products/plum-os", { result }), "--write")).code).toBe(0);
    expect(await supportOf(await register("Plum", "Plum OS", "7"))).toMatchObject({
      supported: true,
      endsOn: "2027-06-30",
    });
    expect(await run(at("/api/gone.json", {}, 404))).toMatchObject({
      code: 2,
      err: expect.stringContaining("it answered 404"),
    });
  });

  test("a file that cannot be used is refused with every fault, and nothing is changed", async () => {
    const before = await stored();
    const bad = [
      { cycle: "26", releaseDate: "2025-09-15", eol: "2025-02-30" },
      { cycle: "26", releaseDate: "2025-09-15", eol: false },
      { cycle: "15", releaseDate: "2024-09-16", eol: "2024-01-01" },
      ...macos.slice(3),
    ];
    const refused = await run(
      await file("bad.json", { products: { macos: { releases: bad }, "Mac OS": null } }),
      "--write",
    );
    expect(refused.code).toBe(2);
    expect(refused.out).toBe("");
    expect(refused.err.split("\n")).toEqual([
      'products.macos.releases[0].eol: "2025-02-30" is no day of the calendar; expected one as "2025-10-14"',
      "products.macos.releases[2]: it ends (2024-01-01) before it was released (2024-09-16)",
      'products.Mac OS: expected the code of a product, such as "windows-server"; got "Mac OS"',
      "products.Mac OS: expected a product, got null",
      "4 faults: nothing was changed.",
      "",
    ]);
    const twice = await run(await file("macos.json", [sonoma, sonoma]), "--write", "--json");
    expect(JSON.parse(twice.out)).toEqual({
      written: false,
      faults: ['the list[1]: version "14" is listed twice, here and at [0]'],
    });
    for (const [name, json, says] of [
      ["odd.json", { hello: "world" }, "expected a list of releases"],
      ["text.json", "no JSON", "it is not JSON"],
      ["large.json", `["${"x".repeat(20_000_000)}"]`, "it is larger than 20 MB"],
    ] as const)
      expect(await run(await file(name, json), "--write"), name).toMatchObject({
        code: 2,
        err: expect.stringContaining(says),
      });
    expect(await run(join(folder, "nowhere.json"))).toMatchObject({ code: 2, err: expect.stringContaining("ENOENT") });
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining("expected a file or an address") });
    expect(await stored()).toEqual(before);
  });
});

const published = sharedData("vendor_support.json");
test.skipIf(published === null)(
  "other people's file of 73 products is read whole, and a desk decides by it",
  async () => {
    const { code, out } = await run(published as string, "--write");
    expect(code).toBe(0);
    console.info(out);
    expect(out).toContain("73 products with 2,302 versions, as of 2026-08-22.");
    expect(await supportOf(await register("Server room", "ESXi", "7.0"))).toMatchObject({
      supported: false,
      endsOn: "2025-10-02",
      source: "endoflife.date",
    });
    expect(await supportOf(await register("Field", "Galaxy S21 5G", ""))).toMatchObject({ unknownBecause: null });
  },
);
