import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Facts, preview } from "../support/coverage.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { changesOf } from "../support/feed.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
beforeAll(async () => {
  // eleven in the evening of 13 September in New York, where the client is: the 14th in Greenwich
  desk = await startDesk({ at: "2025-09-14T03:00:00Z", settings: { feedRetentionDays: 1_000 } });
  on = verbsOn(desk);
});
afterAll(() => desk.close());

const SUPPORT =
  "id name support { supported unknownBecause candidates product version endsOn extendedUntil paid daysLeft source sourceUrl asOf }";
const register = async (name: string, technology: object) => {
  const input = { clientId: desk.clientId, name, technology };
  const query = `mutation($input: RegisterDeviceInput!) { done: registerDevice(input: $input) {
    device { ${SUPPORT} technology { kind product version } } userErrors { code field message } } }`;
  return (await on.ask("technician", query, { input })).done;
};
const update = async (input: object) => {
  const query = `mutation($input: UpdateDeviceInput!) { done: updateDevice(input: $input) {
    device { ${SUPPORT} } userErrors { code field message } } }`;
  return (await on.ask("technician", query, { input })).done;
};
const windows10 = { kind: "OPERATING_SYSTEM", product: "Win 10", version: "22H2" };
const deviceNow = async (id: string) =>
  (await on.ask("manager", `query($id: ID!) { node(id: $id) { ... on Device { ${SUPPORT} } } }`, { id })).node;

const NEWS = `query($types: [ChangeType!]) { changes(after: "0", first: 100, types: $types) { changes {
  type at ticketId actor { kind } changed { deviceSupport { device { id name } client { name } product version endsOn daysLeft } } } } }`;
const newsOf = async (name: string, who: "manager" | "partner" | "otherPartner" = "partner") => {
  const types = ["DEVICE_LEAVES_SUPPORT", "DEVICE_LEFT_SUPPORT"];
  const { changes } = (await on.ask(who, NEWS, { types })).changes;
  return changes
    .filter(
      (c: { changed: { deviceSupport: { device: { name: string } } } }) => c.changed.deviceSupport.device.name === name,
    )
    .map(
      (c: { type: string; at: string; changed: { deviceSupport: { daysLeft: number | null; endsOn: string } } }) => ({
        type: c.type,
        at: c.at,
        endsOn: c.changed.deviceSupport.endsOn,
        daysLeft: c.changed.deviceSupport.daysLeft,
      }),
    );
};

/** So much of it, once it has come. */
const told = (name: string, count: number) =>
  eventually(
    () => newsOf(name),
    (news) => news.length >= count,
  );

describe("a device says how long its manufacturer supports it", () => {
  test("with the day, the days left, what could be bought, and who says so", async () => {
    const { device, userErrors } = await register("Front desk", windows10);
    expect(userErrors).toEqual([]);
    expect(device.technology).toEqual(windows10);
    expect(device.support).toEqual({
      supported: true,
      unknownBecause: null,
      candidates: [],
      product: "Windows",
      version: "10 22H2",
      endsOn: "2025-10-14",
      extendedUntil: "2028-10-10",
      paid: false,
      daysLeft: 31,
      source: "endoflife.date",
      sourceUrl: "https://endoflife.date/windows",
      asOf: "2026-08-22",
    });
  });

  test("or why nothing can be said", async () => {
    const why = async (technology: object) => (await register("Odd", technology)).device.support;
    expect(await why({ kind: "PRINTER" })).toMatchObject({
      supported: null,
      unknownBecause: "No product is recorded.",
    });
    expect(await why({ kind: "OTHER", product: "LaserJet 400" })).toMatchObject({
      supported: null,
      unknownBecause: "The desk has no manufacturer data of this product.",
    });
    expect((await why({ kind: "SERVER", product: "Server 2012" })).unknownBecause).toBe(
      "The product could be several: Windows Server 2012, SQL Server 2012, or another?",
    );
    expect((await why({ kind: "SERVER", product: "Server 2012" })).candidates).toEqual([
      "Windows Server 2012",
      "SQL Server 2012",
    ]);
    expect((await why({ kind: "OPERATING_SYSTEM", product: "macOS" })).unknownBecause).toBe("No version is recorded.");
  });

  test("what cannot be stored is refused with its field, and nothing is", async () => {
    const { device, userErrors } = await register("  ", { kind: "OPERATING_SYSTEM", version: "11" });
    expect(device).toBeNull();
    expect(userErrors.map((e: { field: string }) => e.field)).toEqual(["name", "technology.product"]);
  });
});

describe("a device that leaves support is told of, once each, at the client's midnight", () => {
  test("thirty days before, twelve days before, and on the day after", async () => {
    expect(await newsOf("Front desk")).toEqual([]);
    await desk.travel("2025-09-14T03:59:59Z");
    expect(await newsOf("Front desk")).toEqual([]);
    await desk.travel("2025-09-20T00:00:00Z");
    const month = { type: "DEVICE_LEAVES_SUPPORT", at: "2025-09-14T04:00:00Z", endsOn: "2025-10-14", daysLeft: 30 };
    expect(await told("Front desk", 1)).toEqual([month]);
    await desk.travel("2025-10-14T23:00:00Z");
    const twelve = { ...month, at: "2025-10-02T04:00:00Z", daysLeft: 12 };
    expect(await told("Front desk", 2)).toEqual([month, twelve]);
    await desk.travel("2025-10-20T12:00:00Z");
    const left = { ...month, type: "DEVICE_LEFT_SUPPORT", at: "2025-10-15T04:00:00Z", daysLeft: null };
    expect(await told("Front desk", 3)).toEqual([month, twelve, left]);
    expect((await newsOf("Front desk", "manager")).length).toBe(3);
    expect(await newsOf("Front desk", "otherPartner")).toEqual([]);
  });

  test("it is in the feed like other news, about no ticket, done by the desk", async () => {
    const page = await changesOf(desk, "partner", { after: "0", types: ["DEVICE_LEFT_SUPPORT"] });
    expect(page.changes[0]).toMatchObject({ ticketId: null, ticketVersion: null, actor: { kind: "DESK" } });
  });

  test("a device that is given something newer is looked at anew, and the old end is not told", async () => {
    const { device } = await register("Back office", {
      kind: "OPERATING_SYSTEM",
      product: "Windows",
      version: "11 23H2",
    });
    expect((await told("Back office", 1))[0]).toMatchObject({ daysLeft: 22 });
    const { device: newer } = await update({
      deviceId: device.id,
      technology: { kind: "OPERATING_SYSTEM", product: "Windows", version: "11 25H2" },
    });
    expect(newer.support).toMatchObject({ supported: true, endsOn: "2027-10-12", version: "11 25H2" });
    await desk.travel("2025-11-20T12:00:00Z");
    expect((await newsOf("Back office")).length).toBe(1);
  });

  test("one that is past its end when it comes to be known is no news", async () => {
    const { device } = await register("Museum", { kind: "OPERATING_SYSTEM", product: "Windows", version: "7" });
    expect(device.support).toMatchObject({ supported: false, endsOn: "2020-01-14", daysLeft: null });
    await desk.travel("2025-11-21T12:00:00Z");
    expect(await newsOf("Museum")).toEqual([]);
  });
});

describe("manufacturer support that the contract records as paid for", () => {
  const repair: Facts = { kindOfWork: "TROUBLESHOOTING", technology: windows10 };
  const contract = async () =>
    (
      await on.ask(
        "manager",
        "query($id: ID!) { node(id: $id) { ... on Client { contract { id paidSupport { product version until } } } } }",
        { id: desk.clientId },
      )
    ).node.contract;
  const set = async (paidSupport: object[], contractId?: string) => {
    const input = { contractId: contractId ?? (await contract()).id, paidSupport };
    const query = `mutation($input: SetPaidSupportInput!) { done: setPaidSupport(input: $input) {
      contract { paidSupport { product version until } } userErrors { code field message } } }`;
    return (await on.ask("manager", query, { input })).done;
  };

  test("counts from then on in decisions and on devices, and is shown on the contract", async () => {
    expect((await preview(desk, repair, desk.clientId)).clause?.code).toBe("platform-ended");
    const { contract: changed, userErrors } = await set([{ product: "win", version: "10", until: "2026-10-13" }]);
    expect(userErrors).toEqual([]);
    expect(changed.paidSupport).toEqual([{ product: "Windows", version: "10 22H2", until: "2026-10-13" }]);
    expect((await contract()).paidSupport).toEqual(changed.paidSupport);
    expect(await preview(desk, repair, desk.clientId)).toMatchObject({ outcome: "COVERED", clause: null });
    const { device } = await register("Paid for", windows10);
    expect((await deviceNow(device.id)).support).toMatchObject({
      supported: true,
      paid: true,
      endsOn: "2025-10-14",
      daysLeft: 326,
    });
    const { changes } = await changesOf(desk, "partner", { after: "0", types: ["PAID_SUPPORT_SET"] });
    expect(changes).toHaveLength(1);
  });

  test("its end is told as the device's, and after it the request is limited again", async () => {
    await desk.travel("2026-10-20T12:00:00Z");
    const news = await told("Paid for", 3);
    expect(
      news.map((n: { type: string; endsOn: string; daysLeft: number | null }) => [n.type, n.endsOn, n.daysLeft]),
    ).toEqual([
      ["DEVICE_LEAVES_SUPPORT", "2026-10-13", 30],
      ["DEVICE_LEAVES_SUPPORT", "2026-10-13", 12],
      ["DEVICE_LEFT_SUPPORT", "2026-10-13", null],
    ]);
    expect((await preview(desk, repair, desk.clientId)).clause?.code).toBe("platform-ended");
  });

  test("what the desk cannot tell apart, and what is there twice, is refused with its field", async () => {
    const before = await contract();
    const { userErrors } = await set([
      { product: "Server 2012" },
      { product: "Sage 50", version: "2009" },
      { product: "Windows", version: "10 22H3" },
      { product: "Windows Server", version: "2025", until: "2030-01-01" },
      { product: "Windows", version: "10" },
      { product: "Win 10 22H2" },
    ]);
    expect(userErrors.map((e: { field: string; message: string }) => `${e.field}: ${e.message}`)).toEqual([
      "paidSupport[0].product: It could be several: Windows Server 2012, SQL Server 2012.",
      "paidSupport[1].product: The desk has no manufacturer data of this product.",
      "paidSupport[2].version: The desk knows no Windows 10 22H3.",
      "paidSupport[3].until: Windows Server 2025 is supported until 2034-11-14 without being paid for.",
      "paidSupport[5]: Windows 10 22H2 is listed twice.",
    ]);
    expect(await contract()).toEqual(before);
    expect((await set([], "ctr_00000000000000000000000000000000")).userErrors[0].code).toBe("NOT_FOUND");
  });
});

describe("what could mean several things is asked about", () => {
  test("with what it could be, and nothing is held against the request meanwhile", async () => {
    const asked = (product: string, version?: string, kind = "SERVER") =>
      preview(
        desk,
        { kindOfWork: "TROUBLESHOOTING", technology: { kind, product, ...(version && { version }) } },
        desk.clientId,
      );
    expect(await asked("Server 2012")).toMatchObject({
      outcome: "NEEDS_INFORMATION",
      missing: ["product"],
      nextStep: {
        kind: "STATE_FACTS",
        label: "Please state the product: Windows Server 2012, SQL Server 2012, or another.",
      },
    });
    expect(await asked("Windows Servr 2019")).toMatchObject({ outcome: "NEEDS_INFORMATION", missing: ["product"] });
    expect(await asked("Windows", "10 22H3", "OPERATING_SYSTEM")).toMatchObject({ missing: ["version"] });
    expect(await asked("Server 2012", undefined, "OPERATING_SYSTEM")).toMatchObject({
      clause: { code: "platform-ended" },
    });
    expect(await asked("Sage 50", "2009", "APPLICATION")).toMatchObject({ outcome: "COVERED" });
  });
});
