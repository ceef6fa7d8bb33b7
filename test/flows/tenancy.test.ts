import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ReadDoor } from "../../api/platform/read.ts";
import type { RoleName } from "../../api/platform/roles.ts";
import type { Viewer, ViewerKind } from "../../api/platform/viewer.ts";
import { type TwoPartners, twoPartners } from "../support/two-partners.ts";

let two: TwoPartners;
let door: ReadDoor;
const clients = {} as { [role in RoleName]: pg.Client };
beforeAll(async () => {
  two = await twoPartners();
  door = new ReadDoor(two.desk.urls, 2);
  for (const [role, url] of Object.entries(two.desk.urls)) {
    clients[role as RoleName] = new pg.Client(url);
    await clients[role as RoleName].connect();
  }
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await door.close();
  await two.close();
});

const viewer = (kind: ViewerKind, partnerId: string | null): Viewer => ({
  kind,
  id: "test",
  name: "Test",
  partnerId,
  clientId: null,
  contactId: null,
  technicianId: null,
  lead: false,
  scopes: null,
  keyId: null,
});
/** What no scoped login reads: events before they have a place, and secrets. */
const HIDDEN = ["event_inbox", "webhook_secret", "reply_address"];
const readable = () => two.tables.filter(({ table }) => !HIDDEN.includes(table));
const ownersIn = ({ table, column }: { table: string; column: string }) => ({
  text: `select distinct ${column}::text as id from ${table}`,
  values: [],
});
const inTransaction = async (client: pg.Client, statements: [text: string, values?: unknown[]][]) => {
  await client.query("begin");
  try {
    let last: pg.QueryResult | undefined;
    for (const [text, values] of statements) last = await client.query(text, values);
    return last as pg.QueryResult;
  } finally {
    await client.query("rollback");
  }
};
const scope = (partner: string): [string, unknown[]] => ["select set_config('app.partner', $1, true)", [partner]];

describe("a partner's rows are seen by that partner and by staff", () => {
  test("every table that has a partner has its rows secured by force, each by the same two policies", async () => {
    const { rows } = await two.owner.query(
      `select t."table", c.relrowsecurity and c.relforcerowsecurity as forced,
              (select array_agg(policyname::text order by policyname) from pg_policies where tablename = t."table") as policies,
              (select array_agg(distinct replace(x, t."column", 'COLUMN'))
                 from pg_policies p, unnest(array[p.qual, coalesce(p.with_check, p.qual)]) x
                where p.tablename = t."table" and p.roles @> array['watchdesk_scoped'::name]) as own
         from unnest($1::text[], $2::text[]) as t("table", "column") join pg_class c on c.oid = t."table"::regclass`,
      [two.tables.map((t) => t.table), two.tables.map((t) => t.column)],
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const { table, ...security } of rows)
      expect(security, table).toEqual({
        forced: true,
        policies: [`${table}_all`, `${table}_own`],
        own: ["(COLUMN = ( SELECT app_partner() AS app_partner))"],
      });
  });

  test("no table is left without row security, but those that hold nobody's rows", async () => {
    const { rows } = await two.owner.query<{ name: string; readers: string[] | null }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not relispartition and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(rows.map((r) => r.name)).toEqual(["desk_clock", "desk_pulse", "schema_migration"]);
  });

  test("no view stands beside the policies: a view would read with its owner's eyes", async () => {
    const { rows } = await two.owner.query(
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')",
    );
    expect(rows).toEqual([]);
  });

  test("in every table both partners have rows, which staff see", async () => {
    for (const table of two.tables) {
      const seen = (await door.readAsDesk<{ id: string }>(ownersIn(table))).map((r) => r.id);
      expect(seen, table.table).toEqual(expect.arrayContaining([two.mine, two.theirs]));
    }
  });

  test("a partner, its client's people and its monitoring see that partner's, in every table", async () => {
    for (const kind of ["PARTNER", "REQUESTER", "MONITORING"] as const)
      for (const partner of [two.mine, two.theirs])
        for (const table of readable())
          expect(await door.read(viewer(kind, partner), ownersIn(table)), table.table).toEqual([{ id: partner }]);
  });

  test("what is hidden is read by no partner, not even its own", async () => {
    for (const table of two.tables.filter(({ table }) => HIDDEN.includes(table)))
      await expect(door.read(viewer("PARTNER", two.mine), ownersIn(table)), table.table).rejects.toMatchObject({
        code: "42501",
      });
  });

  test("whoever names no partner reads no row of any table, and cannot even ask through the door", async () => {
    for (const { table } of readable()) {
      const { rows } = await clients.scoped.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      expect(rows[0]?.n, table).toBe(0);
    }
    for (const kind of ["PARTNER", "REQUESTER", "MONITORING"] as const)
      expect(() => door.read(viewer(kind, null), { text: "select 1", values: [] })).toThrow(/without a partner/);
  });

  test("a partner that is none reads nothing, or fails: never everything", async () => {
    const ask = { text: "select count(*)::int as n from ticket", values: [] };
    expect(await door.read(viewer("PARTNER", ""), ask)).toEqual([{ n: 0 }]);
    const unknown = "00000000-0000-0000-0000-000000000000";
    expect(await door.read(viewer("PARTNER", unknown), ask)).toEqual([{ n: 0 }]);
    await expect(door.read(viewer("PARTNER", "' or true --"), ask)).rejects.toMatchObject({ code: "22P02" });
  });

  test("asking for others' rows by name, by id or by joining finds none", async () => {
    const asMe = viewer("PARTNER", two.mine);
    const theirs = (await two.owner.query("select id from ticket where partner_id = $1", [two.theirs])).rows[0].id;
    for (const [text, values] of [
      ["select 1 from ticket where id = $1", [theirs]],
      ["select 1 from ticket where partner_id = $1 or true and partner_id = $1", [two.theirs]],
      ["select 1 from sla_clock c join ticket t on t.id = c.ticket_id where t.partner_id = $1", [two.theirs]],
      ["select 1 from partner where id = $1", [two.theirs]],
      ["select 1 from event where partner_id <> $1", [two.mine]],
    ] as [string, unknown[]][])
      expect(await door.read(asMe, { text, values }), text).toEqual([]);
  });
});

describe("a scope lasts as long as its query", () => {
  test("200 reads of two partners and of failures, on two connections, each see their own", async () => {
    const own = { name: "own", text: "select distinct partner_id::text as id from ticket", values: [] };
    const bad = { text: "select 1 / 0 from ticket", values: [] };
    const reads = Array.from({ length: 200 }, async (_, i) => {
      const partner = i % 2 ? two.mine : two.theirs;
      if (i % 7 === 0) return expect(door.read(viewer("PARTNER", partner), bad)).rejects.toThrow("division by zero");
      expect(await door.read(viewer("PARTNER", partner), own)).toEqual([{ id: partner }]);
    });
    await Promise.all(reads);
  });

  test("when it ended nothing of it is left on the connection", async () => {
    const one = new ReadDoor(two.desk.urls, 1);
    try {
      const left = { text: "select current_setting('app.partner', true) as partner", values: [] };
      expect(await one.read(viewer("PARTNER", two.mine), left)).toEqual([{ partner: two.mine }]);
      expect(await one.read(viewer("PARTNER", ""), left)).toEqual([{ partner: "" }]);
    } finally {
      await one.close();
    }
    await inTransaction(clients.scoped, [scope(two.mine)]);
    expect((await clients.scoped.query("select 1 from ticket")).rows).toEqual([]);
  });

  test("a name given to a second statement is a fault, never another's answer, and the door goes on", async () => {
    const one = new ReadDoor(two.desk.urls, 1);
    try {
      const ask = (text: string) => one.read(viewer("PARTNER", two.mine), { name: "same", text, values: [] });
      expect(await ask("select distinct partner_id as id from ticket")).toEqual([{ id: two.mine }]);
      await expect(ask("select distinct id from partner")).rejects.toThrow(/must be unique/);
      expect(await ask("select distinct id from partner")).toEqual([{ id: two.mine }]);
    } finally {
      await one.close();
    }
  });
});
