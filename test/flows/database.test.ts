import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entities } from "../../api/app/entities.ts";
import { createOrm, migrate, NewerSchema, type Orm } from "../../api/platform/database.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { OWNED_TABLES, type OwnedTable } from "../support/two-partners.ts";

let db: TestDatabase;
let orm: Orm;
let client: pg.Client;
beforeAll(async () => {
  db = await freshDatabase();
  orm = await createOrm(db.urls.owner, entities, 2);
  client = new pg.Client(db.urls.owner);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await orm.close(true);
  await db.drop();
});
const rows = async <R extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
  (await client.query<R>(text, values)).rows;
const names = async (text: string) => (await rows<{ name: string }>(text)).map((r) => r.name);

/** What the entities cannot know, each with its reason. */
const BEYOND_ENTITIES: readonly [statement: RegExp, reason: string][] = [
  [/^set names /, "how the generator begins"],
  [
    /^drop table if exists "(desk_clock|desk_pulse|event|event_counter|event_inbox)" cascade$/,
    "the platform's own tables are read and written as plain rows: they have no entities",
  ],
  [
    /^alter table "\w+" drop constraint "\w+_foreign"$/,
    "keys lead with the partner, which relations cannot say: the migrations make them, and a test below reads them",
  ],
  [
    /^drop (trigger if exists "sla_clock_seal(s|ed)"|function if exists "sla_clock_sla_clock_seal(s|ed)_fn")/,
    "what guards a sealed verdict is the database's own, whoever writes: the tests of sealed verdicts try it",
  ],
  [
    /^drop (trigger if exists "audit_entry_stays"|function if exists "audit_entry_audit_entry_stays_fn")/,
    "what guards the audit is the database's own too: the tests of the audit try it",
  ],
  [
    /^alter table "appointment" drop constraint "appointment_technician_free"$/,
    "an exclusion constraint is none that entities can declare: the race for slots tries it",
  ],
  [
    /^(drop|create) index "ticket_active_index"/,
    "PostgreSQL prints its condition in other words; a test below shows that it means the same",
  ],
];
const drift = async (of: Orm) =>
  (await of.schema.getUpdateSchemaSQL())
    .split(/;\n+/)
    .map((statement) => statement.trim().replace(/;$/, ""))
    .filter((statement) => statement && !BEYOND_ENTITIES.some(([known]) => known.test(statement)));

describe("the migrated database is what the entities say", () => {
  test("nothing differs", async () => {
    expect(await drift(orm)).toEqual([]);
  });

  test("every exception is still needed", async () => {
    const all = (await orm.schema.getUpdateSchemaSQL()).split(/;\n+/).map((s) => s.trim());
    for (const [known, reason] of BEYOND_ENTITIES)
      expect(
        all.some((s) => known.test(s)),
        reason,
      ).toBe(true);
  });

  test("the index of active tickets has the very condition of its entity", async () => {
    const active = `select pg_get_indexdef('ticket_active_index'::regclass) as name`;
    const migrated = await names(active);
    const all = (await orm.schema.getUpdateSchemaSQL()).split(/;\n+/);
    await client.query("begin");
    for (const statement of all.filter((s) => s.includes('index "ticket_active_index"'))) await client.query(statement);
    const declared = await names(active);
    await client.query("rollback");
    expect(declared).toEqual(migrated);
    expect(migrated[0]).toContain("CLOSED");
  });

  test("the comparison notices what somebody changes by hand", async () => {
    const faults: readonly [fault: string, noticed: RegExp][] = [
      ["alter table ticket drop column close_reason", /"ticket" add "close_reason"/],
      ["alter table client add column mood text", /"client" drop column "mood"/],
      ["alter table ticket alter column cycle drop default", /"cycle" set default 1/],
      ["alter table contact alter column name drop not null", /"name" set not null/],
      ["alter table ticket drop constraint ticket_status_check", /add constraint "ticket_status_check"/],
      ["drop index sla_clock_next_edge_at_index", /create index "sla_clock_next_edge_at_index"/],
      ["alter table device no force row level security", /"device" force row level security/],
      ["alter table plan disable row level security", /"plan" enable row level security/],
      ["drop policy ticket_own on ticket", /create policy "ticket_own"/],
      ["alter policy client_own on client using (true)", /create policy "client_own"/],
      ["alter policy contact_own on contact with check (true)", /create policy "contact_own"/],
    ];
    const broken = await freshDatabase();
    const owner = new pg.Client(broken.urls.owner);
    await owner.connect();
    const itsOrm = await createOrm(broken.urls.owner, entities, 1);
    try {
      for (const [fault] of faults) await owner.query(fault);
      const found = await drift(itsOrm);
      for (const [fault, noticed] of faults) expect(found.join("\n"), fault).toMatch(noticed);
    } finally {
      await itsOrm.close(true);
      await owner.end();
      await broken.drop();
    }
  });

  test("migrating again changes nothing", async () => {
    const ran = () => names("select name from schema_migration order by id");
    const before = await ran();
    await migrate(orm);
    expect(await ran()).toEqual(before);
    expect(before.length).toBeGreaterThan(2);
  });

  test("a database of a newer version is left alone, and says which", async () => {
    await client.query("insert into schema_migration (name, executed_at) values ('9999_tomorrow', now())");
    await expect(migrate(orm)).rejects.toThrow(NewerSchema);
    await expect(migrate(orm)).rejects.toThrow(/9999_tomorrow/);
    await client.query("delete from schema_migration where name = '9999_tomorrow'");
  });
});

type Key = { name: string; child: string; columns: string[]; parent: string; parentColumns: string[] };
const columns = (keys: string, of: string) =>
  `array(select attname::text from unnest(${keys}) with ordinality k(n, i) join pg_attribute on attrelid = ${of} and attnum = n order by i)`;

describe("what points from one partner's rows stays with that partner's", () => {
  test("every key to a table of partners leads with the partner, because keys look through row security", async () => {
    const owned = (await rows<OwnedTable>(OWNED_TABLES)).map((t) => t.table);
    const keys = await rows<Key>(
      `select conname as name, conrelid::regclass::text as child, ${columns("conkey", "conrelid")} as columns,
              confrelid::regclass::text as parent, ${columns("confkey", "confrelid")} as "parentColumns"
         from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(keys.length).toBeGreaterThan(25);
    for (const key of keys.filter((k) => owned.includes(k.parent))) {
      expect(key.columns[0], key.name).toBe("partner_id");
      expect(key.parentColumns[0], key.name).toBe(key.parent === "partner" ? "id" : "partner_id");
    }
    const keyed = new Set(keys.map((k) => k.child));
    // the log and its inbox take events of every age without asking; the counters count nobody's rows as partner 0
    const free = ["event", "event_counter", "event_inbox", "partner"];
    expect(owned.filter((table) => !keyed.has(table))).toEqual(free);
  });

  test("uniqueness leads with the partner too: it would tell of others' rows", async () => {
    const uniques = await rows<{ name: string; columns: string[] }>(
      `select i.indexrelid::regclass::text as name, ${columns("i.indkey::int2[]", "i.indrelid")} as columns
         from pg_index i join (${OWNED_TABLES}) t on i.indrelid = t."table"::regclass
        where i.indisunique and not exists (select 1 from pg_class where oid = i.indrelid and relispartition)`,
    );
    const open = uniques.filter(
      ({ columns: [first, ...more] }) => first !== "partner_id" && !(first === "id" && more.length === 0),
    );
    expect(open.map((u) => u.name).sort()).toEqual([
      "event_inbox_pkey", // an order of insertion, made by the database
      "event_pkey", // a position in the desk's own log, made by the mover
      "ticket_number_unique", // people use it across partners; a sequence hands it out
    ]);
  });

  test("a contact cannot be entered at another partner's client, whoever writes it", async () => {
    const staff = new pg.Client(db.urls.staff);
    await staff.connect();
    try {
      await staff.query("begin");
      const { rows: made } = await staff.query<{ client: string }>(
        `with p as (insert into partner (id, name, created_at) select gen_random_uuid(), 'P' || n, now() from generate_series(1, 2) n returning id),
              c as (insert into client (id, partner_id, name, code, time_zone, created_at)
                    select gen_random_uuid(), (select min(id::text)::uuid from p), 'C', 'C', 'UTC', now() returning id)
         select (select max(id::text) from p) as partner, c.id as client from c`,
      );
      const { partner, client: of } = made[0] as unknown as { partner: string; client: string };
      await staff.query(
        `insert into contact (id, partner_id, client_id, name, created_at) values (gen_random_uuid(), $1, $2, 'X', now())`,
        [partner, of],
      );
      await expect(staff.query("commit")).rejects.toMatchObject({
        code: "23503",
        constraint: "contact_client_id_foreign",
      });
    } finally {
      await staff.end();
    }
  });
});
