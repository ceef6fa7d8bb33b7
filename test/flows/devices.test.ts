import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../api/platform/global-id.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { verbsOn } from "../support/verbs.ts";

let desk: TestDesk;
let on: ReturnType<typeof verbsOn>;
const system = (product: string, version?: string) => ({ kind: "OPERATING_SYSTEM", product, version });
const fleet = [
  ["Reception", system("Windows", "11 24H2")], // leaves on 13 October 2026
  ["Till", system("Windows", "10")],
  ["Old till", system("Windows", "7")],
  ["Office Mac", system("macOS", "26")],
  ["Some Mac", system("macOS")],
  ["Rack", { kind: "SERVER", product: "Windows Server", version: "2022" }],
  ["Printer", { kind: "OTHER", product: "LaserJet 400" }],
] as const;

beforeAll(async () => {
  desk = await startDesk({ at: "2026-09-20T12:00:00Z" });
  on = verbsOn(desk);
  const query = "mutation($input: RegisterDeviceInput!) { registerDevice(input: $input) { userErrors { message } } }";
  const register = (clientId: string, name: string, technology: object) =>
    on.ask("technician", query, { input: { clientId, name, technology } });
  for (const [name, technology] of fleet) await register(desk.clientId, name, technology);
  const input = {
    ...{
      name: "Elsewhere Inc.",
      code: "ELSE",
      timeZone: "Europe/Paris",
      planCode: "standard",
      calendarCode: "provider",
    },
    contractFrom: "2026-01-01",
    partnerId: toGlobalId("Partner", desk.cast.otherPartner.id),
  };
  const { createClient } = await on.ask(
    "manager",
    "mutation($input: CreateClientInput!) { createClient(input: $input) { client { id } userErrors { message } } }",
    { input },
  );
  await register(createClient.client.id, "Elsewhere", system("Windows", "10"));
});
afterAll(() => desk.close());

type Found = { name: string; client: { id: string }; support: { standing: string; lastDay: string | null } };
type Who = "manager" | "technician" | "partner" | "otherPartner";
type Page = {
  nodes: Found[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  byStanding: object[];
  totalCount: { value: number };
};
const page = async (args: string, who: Who = "manager"): Promise<Page> => {
  const { devices } = await on.ask(
    who,
    `{ devices(${args}) { edges { cursor node { name client { id } support { standing lastDay } } }
       pageInfo { hasNextPage hasPreviousPage endCursor } byStanding { standing devices } totalCount { value relation } } }`,
  );
  return { ...devices, nodes: devices.edges.map((e: { node: Found }) => e.node) };
};
const names = async (filter: string, who?: Who) =>
  (await page(`first: 50, filter: ${filter}`, who)).nodes.map(({ name }) => name);

describe("devices stand in a list by how their manufacturer supports them", () => {
  test("what leaves within thirty days first, then what has ended, then what must be said more exactly", async () => {
    const { nodes, byStanding, totalCount } = await page(`first: 50, filter: { client: { eq: "${desk.clientId}" } }`);
    expect(nodes.map(({ name, support }) => `${name} ${support.standing}`)).toEqual([
      "Reception LEAVING",
      "Till ENDED",
      "Old till ENDED",
      "Some Mac UNCLEAR",
      "Rack SUPPORTED",
      "Office Mac SUPPORTED",
      "Printer UNKNOWN",
    ]);
    expect(nodes[0]?.support.lastDay).toBe("2026-10-13");
    expect(byStanding).toEqual([
      { standing: "LEAVING", devices: 1 },
      { standing: "ENDED", devices: 2 },
      { standing: "UNCLEAR", devices: 1 },
      { standing: "PAID", devices: 0 },
      { standing: "SUPPORTED", devices: 2 },
      { standing: "UNKNOWN", devices: 1 },
    ]);
    expect(totalCount).toEqual({ value: 7, relation: "EQ" });
  });

  test("a walk by pages, forwards and backwards, meets each once", async () => {
    const all = await names("{}");
    const walked: string[] = [];
    for (let after = ""; ; ) {
      const next = await page(`first: 3${after}`);
      walked.push(...next.nodes.map(({ name }) => name));
      if (!next.pageInfo.hasNextPage) break;
      after = `, after: "${next.pageInfo.endCursor}"`;
    }
    expect(walked).toEqual(all);
    const back = await page("last: 2");
    expect(back.nodes.map(({ name }) => name)).toEqual(all.slice(-2));
    const byName = await page("first: 3, orderBy: NAME_ASC");
    const after = await page(`first: 50, orderBy: NAME_ASC, after: "${byName.pageInfo.endCursor}"`);
    expect([...byName.nodes, ...after.nodes].map(({ name }) => name).sort()).toEqual([...all].sort());
  });

  test("filters hold together, and words are looked for in all that names a device", async () => {
    expect(await names("{ standing: { in: [LEAVING, UNCLEAR] } }")).toEqual(["Reception", "Some Mac"]);
    expect(await names('{ search: "windows till" }')).toEqual(["Till", "Old till"]);
    expect(await names('{ search: "100%" }')).toEqual([]);
    expect(await names("{ kind: { eq: SERVER }, not: { standing: { eq: ENDED } } }")).toEqual(["Rack"]);
    expect(await names('{ or: [{ product: { contains: "laser" } }, { version: { eq: "7" } }] }')).toEqual([
      "Old till",
      "Printer",
    ]);
  });

  test("an integration reads its own partner's devices, and counts no others", async () => {
    expect(await names('{ search: "Elsewhere" }', "partner")).toEqual([]);
    const theirs = await page("first: 50", "otherPartner");
    expect(theirs.nodes.map(({ name }) => name)).toEqual(["Elsewhere"]);
    expect(theirs.totalCount.value).toBe(1);
    expect((await page("first: 1")).totalCount.value).toBe(8);
  });

  test("paid support that the contract records moves a device, and is on record", async () => {
    const contract = (
      await on.ask("manager", "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }", {
        id: desk.clientId,
      })
    ).node.contract.id;
    const input = { contractId: contract, paidSupport: [{ product: "Windows", version: "10", until: "2027-10-12" }] };
    await on.ask(
      "manager",
      "mutation($input: SetPaidSupportInput!) { setPaidSupport(input: $input) { userErrors { message } } }",
      { input },
    );
    const [till] = (await page("first: 1, filter: { standing: { eq: PAID } }")).nodes;
    expect(till).toMatchObject({ name: "Till", support: { standing: "PAID", lastDay: "2027-10-12" } });
    const { auditEntries } = await on.ask(
      "manager",
      "{ auditEntries(first: 1, filter: { actions: [PAID_SUPPORT_SET] }) { edges { node { actor { name } about { id } details { name value } } } } }",
    );
    expect(auditEntries.edges[0].node).toMatchObject({
      about: { id: contract },
      details: [
        { name: "to", value: "Windows 10 22H2 until 2027-10-12" },
        { name: "from", value: "none" },
      ],
    });
  });

  test("a device that runs something else stands elsewhere at once; who said so is on record, once", async () => {
    const { devices } = await on.ask(
      "manager",
      '{ devices(first: 1, filter: { search: "some mac" }) { edges { node { id } } } }',
    );
    const deviceId = devices.edges[0].node.id;
    const update = (technology: object) =>
      on.ask(
        "technician",
        "mutation($input: UpdateDeviceInput!) { updateDevice(input: $input) { device { support { standing } } userErrors { message } } }",
        { input: { deviceId, technology } },
      );
    expect((await update(system("macOS", "26"))).updateDevice.device.support.standing).toBe("SUPPORTED");
    await update(system("macOS", "26"));
    expect(await names("{ standing: { eq: UNCLEAR } }")).toEqual([]);
    const { auditEntries } = await on.ask(
      "manager",
      `{ auditEntries(first: 9, filter: { actions: [TECHNOLOGY_CHANGED], aboutId: "${deviceId}" }) { edges { node { details { name value } } } } }`,
    );
    expect(auditEntries.edges.map((e: { node: object }) => e.node)).toEqual([
      {
        details: [
          { name: "to", value: "OPERATING_SYSTEM macOS 26" },
          { name: "from", value: "OPERATING_SYSTEM macOS" },
        ],
      },
    ]);
  });
});

describe("the manufacturer data that the desk goes by", () => {
  const PRODUCTS = `query($search: String, $after: String) { manufacturerProducts(first: 5, after: $after, search: $search) {
    edges { node { code title source sourceUrl asOf importedAt importedFrom devices
      versions { version names released mainstreamUntil endsOn extendedUntil supported devices } } }
    pageInfo { hasNextPage endCursor } } }`;

  test("says of each version its dates, and how many devices run it", async () => {
    const { manufacturerProducts } = await on.ask("technician", PRODUCTS, { search: "microsoft windows" });
    const [windows, server] = manufacturerProducts.edges.map((e: { node: object }) => e.node);
    expect(windows).toMatchObject({ code: "windows", importedAt: null, importedFrom: null, devices: 4 });
    expect(windows.versions.find((v: { version: string }) => v.version === "10 22H2")).toEqual({
      version: "10 22H2",
      names: [],
      released: "2022-10-18",
      mainstreamUntil: null,
      endsOn: "2025-10-14",
      extendedUntil: "2028-10-10",
      supported: false,
      devices: 2,
    });
    expect(server).toMatchObject({ code: "windows-server", devices: 1 });
  });

  test("is paged by title", async () => {
    const titles: string[] = [];
    for (let after: string | null = null; ; ) {
      const { manufacturerProducts: found }: any = await on.ask("manager", PRODUCTS, { after });
      titles.push(...found.edges.map((e: { node: { title: string } }) => e.node.title));
      if (!found.pageInfo.hasNextPage) break;
      after = found.pageInfo.endCursor;
    }
    expect(titles).toHaveLength(18);
    expect(titles).toEqual([...titles].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });
});
