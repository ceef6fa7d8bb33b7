import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clausesOf, preview } from "../support/coverage.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { deskCommand } from "../support/desk-command.ts";
import { editsOn } from "../support/edits.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
let edits: ReturnType<typeof editsOn>;
let folder: string;
beforeAll(async () => {
  desk = await startDesk({ at: "2026-11-23T15:00:00Z", worker: false });
  [on, edits] = [verbsOn(desk), editsOn(desk)];
  folder = await mkdtemp(join(tmpdir(), "watchdesk-pear-"));
});
afterAll(async () => {
  await desk?.close();
  await rm(folder, { recursive: true });
});

const STATED =
  "version minutesLimit currentGraceDays minimumVersions { product version } usualMinutes { kindOfWork minutes }";
const versions = async () => {
  const { planVersions } = await on.ask("manager", `{ planVersions(code: "standard") { ${STATED} } }`);
  return planVersions;
};
const publish = async (more: object) => {
  const input = { ...(await edits.planInput()), ...more };
  const { done } = await on.ask(
    "manager",
    `mutation($input: PublishPlanInput!) { done: publishPlan(input: $input) { plan { ${STATED} } userErrors { field message } } }`,
    { input },
  );
  return done;
};
const faults = async (more: object): Promise<string[]> =>
  (await publish(more)).userErrors.map((e: { message: string }) => e.message);

const sold = {
  minutesLimit: 30,
  currentGraceDays: 30,
  minimumVersions: [
    { product: "macOS", version: "10.13" },
    { product: "Windows", version: "8" },
    { product: "iOS", version: "CURRENT" },
    { product: "ChromeOS", version: "CURRENT" },
  ],
};
const on_ = (product: string, version: string, kind = "OPERATING_SYSTEM") =>
  preview(desk, { kindOfWork: "TROUBLESHOOTING", technology: { kind, product, version } });

describe("what a plan says of versions and of usual minutes is published with it", () => {
  test("without a word about them they are the standard plan's, as they always were", async () => {
    expect((await publish({})).plan).toMatchObject(sold);
    const [newest, first] = await versions();
    expect(newest.usualMinutes).toHaveLength(11);
    expect(newest.usualMinutes[0]).toEqual({ kindOfWork: "TROUBLESHOOTING", minutes: 25 });
    expect({ ...newest, version: 1 }).toEqual(first);
  });

  test("requests are decided by them from then on, and the versions before say what they said", async () => {
    expect((await on_("Windows", "10 22H2")).clause?.code).toBe("platform-ended");
    expect((await on_("ChromeOS", "150")).clause?.code).toBe("below-minimum");
    const { plan } = await publish({
      minimumVersions: [
        { product: "Windows", version: "11" },
        { product: "Windows Server", version: "2016" },
        { product: "ChromeOS", version: "current" },
      ],
      currentGraceDays: 120,
      usualMinutes: [{ kindOfWork: "TROUBLESHOOTING", minutes: 20 }],
    });
    expect(plan).toMatchObject({
      currentGraceDays: 120,
      minimumVersions: [{ version: "11" }, { version: "2016" }, { version: "CURRENT" }],
      usualMinutes: [{ kindOfWork: "TROUBLESHOOTING", minutes: 20 }],
    });
    expect(clausesOf(await on_("Windows", "10 22H2"))).toEqual(["below-minimum", "platform-ended"]);
    expect(clausesOf(await on_("Windows Server", "2012 R2", "SERVER"))).toEqual(["below-minimum", "platform-ended"]);
    expect((await on_("macOS", "10.6")).clause?.code).toBe("platform-ended");
    // 118 days after ChromeOS 151 came out, the one before it is still current enough
    expect((await on_("ChromeOS", "150")).clause?.code).toBe("platform-ended");
    const { presumed } = await preview(desk, { kindOfWork: "SETTINGS" });
    expect(presumed.map((p) => p.name)).not.toContain("estimatedMinutes");
    expect((await versions()).at(-1)).toMatchObject(sold);
  });

  test("minutes that nobody stated stay within the plan's limit", async () => {
    const { plan } = await publish({ minutesLimit: 20 });
    expect(Math.max(...plan.usualMinutes.map((u: { minutes: number }) => u.minutes))).toBe(20);
    expect((await preview(desk, { kindOfWork: "TROUBLESHOOTING" })).outcome).toBe("COVERED");
  });
});

describe("what cannot be is refused, each with its place", () => {
  test("versions that there are not, and minutes beyond the limit", async () => {
    expect(
      await faults({
        minimumVersions: [
          { product: "Windows", version: "9" },
          { product: "PearOS", version: "3" },
          { product: "Windows 11", version: "CURRENT" },
        ],
        currentGraceDays: 400,
        usualMinutes: [
          { kindOfWork: "DRIVER", minutes: 10 },
          { kindOfWork: "LAUNCH", minutes: 45 },
          { kindOfWork: "DRIVER", minutes: 12 },
        ],
      }),
    ).toEqual([
      "usualMinutes[2].kindOfWork: DRIVER is listed twice",
      "minimumVersions[0].version: the manufacturer data knows no Windows 9",
      'minimumVersions[1].product: no manufacturer data knows a product "PearOS"',
      'minimumVersions[2].product: name the product alone, as "Windows", and its version beside it',
      "currentGraceDays: expected a whole number from 0 to 365, got 400",
      "usualMinutes[1].minutes: LAUNCH is presumed to take 45 minutes, and one request may take 30: all of them would be limited",
    ]);
  });

  test("a dry run says the same of its draft", async () => {
    const plan = { ...(await edits.planInput()), minimumVersions: [{ product: "Windows", version: "9" }] };
    expect((await edits.dryRun({ plan })).userErrors.map((e: { field: string }) => e.field)).toEqual([
      "plan.minimumVersions[0].version",
    ]);
  });
});

describe("what the desk itself has imported counts", () => {
  const clause = {
    ...{ code: "no-pears", outcome: "EXCLUDED", title: "Pears", nextStep: "REQUEST_QUOTE", advice: "Ask." },
    when: { fact: "product", in: ["Pear"] },
  };
  const more = { minimumVersions: [{ product: "pear", version: "3" }], clauses: [clause] };

  test("a product is unknown until its data is there, and may then be named by conditions and minimums", async () => {
    expect(await faults(more)).toEqual([
      'clauses[0].when.in[0]: no manufacturer data knows a product "Pear"',
      'minimumVersions[0].product: no manufacturer data knows a product "pear"',
    ]);
    const path = join(folder, "pear.json");
    await writeFile(path, JSON.stringify([{ cycle: "3", releaseDate: "2024-01-01", eol: false }]));
    const { code } = await deskCommand(["import-support", path, "--write"], desk.urls.owner);
    expect(code).toBe(0);
    expect(await faults(more)).toEqual([]);
    expect(clausesOf(await on_("Pear", "3"))).toEqual(["no-pears"]);
    expect(await faults({ ...more, minimumVersions: [{ product: "pear", version: "4" }] })).toEqual([
      "minimumVersions[0].version: the manufacturer data knows no Pear 4",
    ]);
    const { manufacturerProducts } = await on.ask(
      "manager",
      '{ manufacturerProducts(first: 5, search: "pear") { edges { node { title importedAt importedFrom versions { version } } } } }',
    );
    expect(manufacturerProducts.edges[0].node).toEqual({
      ...{ title: "Pear", importedAt: "2026-11-23T15:00:00Z", importedFrom: path },
      versions: [{ version: "3" }],
    });
  });
});
