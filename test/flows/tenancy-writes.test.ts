import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../../api/platform/roles.ts";
import type { Viewer, ViewerKind } from "../../api/platform/viewer.ts";
import { lockTicket } from "../../api/tickets/find-ticket.ts";
import { Ticket } from "../../api/tickets/ticket.entity.ts";
import { type TwoPartners, twoPartners } from "../support/two-partners.ts";

let two: TwoPartners;
let scoped: pg.Client;
beforeAll(async () => {
  two = await twoPartners();
  scoped = new pg.Client(two.desk.urls.scoped);
  await scoped.connect();
});
afterAll(async () => {
  await scoped?.end();
  await two?.close();
});

const DENIED = "42501";
/** What guards a sealed verdict is asked first. */
const SEALED = "23001";
/** What a statement did, or the code it was refused with; all of it is undone. */
async function tried(partner: string | null, text: string, values: unknown[] = []): Promise<number | string | null> {
  await scoped.query("begin");
  try {
    if (partner) await scoped.query("select set_config('app.partner', $1, true)", [partner]);
    return (await scoped.query(text, values)).rowCount;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await scoped.query("rollback");
  }
}
const granted = async (table: string, right: string): Promise<boolean> =>
  (await two.owner.query("select has_table_privilege($1, $2, $3) as may", [ROLES.scoped, table, right])).rows[0].may;
/** A copy of one of the other partner's rows that nothing but row security would refuse. */
const copy = (table: string) => `insert into ${table} overriding system value
  select r.* from jsonb_populate_record(null::${table}, $1::jsonb || jsonb_build_object('id', gen_random_uuid(), 'number', 990001,
    'ord', 990001, 'system', 'copy', 'key', 'copy', 'version', 990001, 'cycle', 99, 'seq', 990001)) r`;
const oneOf = async (table: string, column: string) =>
  (await two.owner.query(`select to_jsonb(t) as row from ${table} t where ${column} = $1 limit 1`, [two.theirs]))
    .rows[0]?.row;
const rowsOf = async (table: string, column: string): Promise<number> =>
  (await two.owner.query(`select count(*)::int as n from ${table} where ${column} = $1`, [two.mine])).rows[0].n;

describe("whoever writes on the scoped login is confined to one partner's rows, in every table", () => {
  test("others' rows cannot be changed, one's own cannot be given away, nothing can be put among others'", async () => {
    let written = 0;
    for (const { table, column } of two.tables) {
      const update = `update ${table} set ${column} = ${column} where ${column} = $1`;
      const may = {
        update: await granted(table, "UPDATE"),
        insert: await granted(table, "INSERT"),
        remove: await granted(table, "DELETE"),
      };
      expect(await tried(two.mine, update, [two.theirs]), table).toBe(may.update ? 0 : DENIED);
      expect(await tried(null, `update ${table} set ${column} = ${column}`), `${table}, no scope`).toBe(
        may.update ? 0 : DENIED,
      );
      if (may.update) {
        expect(await tried(two.mine, update, [two.mine]), `${table}, one's own`).toBeGreaterThan(0);
        const given = await tried(two.mine, `update ${table} set ${column} = $1`, [two.theirs]);
        expect([DENIED, SEALED], `${table}, given away`).toContain(given);
      }
      const row = await oneOf(table, column);
      expect(await tried(two.mine, copy(table), [row]), `${table}, put among others'`).toBe(DENIED);
      expect(await tried(null, copy(table), [row]), `${table}, without a scope`).toBe(DENIED);
      if (may.insert) {
        const own = await tried(two.theirs, copy(table), [row]);
        expect(own, `${table}: only the scope was in the way`).toBe(1);
        written += 1;
      }
      const remove = `delete from ${table}`;
      if (may.remove) expect(await tried(two.mine, remove), `${table}, one's own`).toBe(await rowsOf(table, column));
      else expect(await tried(two.mine, remove), table).toBe(DENIED);
      const theirs = await tried(two.mine, `${remove} where ${column} = $1`, [two.theirs]);
      expect(theirs, `${table}, others' taken away`).toBe(may.remove ? 0 : DENIED);
      expect(await tried(null, remove), `${table}, taken away without a scope`).toBe(may.remove ? 0 : DENIED);
    }
    expect(written).toBeGreaterThan(8);
  });
});

describe("verbs of partners and their clients' people run on that login", () => {
  const viewer = (kind: ViewerKind, more: Partial<Viewer> = {}): Viewer => ({
    ...{ kind, id: "0192f0c4-7a10-7d35-8f6e-2b9a4c1d0e5f", name: "Test", partnerId: two.mine, clientId: null },
    ...{ contactId: null, technicianId: null, lead: false, scopes: null, keyId: null, ...more },
  });

  test("each kind of viewer acts as what it is", async () => {
    const { house } = two.desk.composed;
    const login = (who: Viewer) =>
      house.perform(
        who,
        async ({ em }) =>
          (
            await em.execute<[{ login: string; partner: string }]>(
              "select current_user as login, app_partner() as partner",
            )
          )[0],
      );
    for (const kind of ["PARTNER", "REQUESTER", "MONITORING"] as const)
      expect(await login(viewer(kind)), kind).toEqual({ login: ROLES.scoped, partner: two.mine });
    for (const kind of ["TECHNICIAN", "MANAGER"] as const)
      expect(await login(viewer(kind, { partnerId: null })), kind).toEqual({ login: ROLES.staff, partner: null });
    await expect(house.perform(viewer("WALL", { partnerId: null }), async () => 1)).rejects.toThrow(
      /without a partner/,
    );
  });

  test("a verb that forgot to ask whose a ticket is would find none, and change none", async () => {
    const { house } = two.desk.composed;
    const [theirs] = (await two.owner.query("select id from ticket where partner_id = $1", [two.theirs])).rows;
    const careless = viewer("PARTNER", { partnerId: two.mine });
    const found = await house.perform(careless, async (desk) => ({
      locked: await lockTicket({ ...desk, viewer: viewer("MANAGER") } as never, theirs.id),
      found: await desk.em.findOne(Ticket, { id: theirs.id }),
      all: new Set((await desk.em.find(Ticket, {})).map((t) => t.partnerId)),
      changed: await desk.em.nativeUpdate(Ticket, { id: theirs.id }, { subject: "Mine now" }),
    }));
    expect(found).toEqual({ locked: null, found: null, all: new Set([two.mine]), changed: 0 });
  });

  test("a scope is over with its transaction, also where it failed", async () => {
    const { house } = two.desk.composed;
    const turns = Array.from({ length: 60 }, async (_, i) => {
      const partnerId = i % 2 ? two.mine : two.theirs;
      const ask = house.perform(viewer("PARTNER", { partnerId }), async ({ em }) => {
        const rows = await em.execute<{ id: string }[]>("select distinct partner_id as id from ticket");
        if (i % 5 === 0) throw new Error("on purpose");
        return rows;
      });
      if (i % 5 === 0) return expect(ask).rejects.toThrow("on purpose");
      expect(await ask).toEqual([{ id: partnerId }]);
    });
    await Promise.all(turns);
  });
});
