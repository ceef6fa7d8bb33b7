import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES, type RoleName } from "../../api/platform/roles.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

let db: TestDatabase;
const clients = {} as { [role in RoleName]: pg.Client };
beforeAll(async () => {
  db = await freshDatabase();
  for (const [role, url] of Object.entries(db.urls)) {
    clients[role as RoleName] = new pg.Client(url);
    await clients[role as RoleName].connect();
  }
});
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end();
  await db.drop();
});

/** The code an attempt was refused with; whatever it did is undone. */
async function refusal(role: RoleName, text: string): Promise<string | null> {
  await clients[role].query("begin");
  try {
    await clients[role].query(text);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await clients[role].query("rollback");
  }
}
const DENIED = "42501";
const working = ["staff", "worker", "scoped"] as const;

/** r: select, a: insert, w: update, d: delete, D: truncate, t: trigger, x: reference, U: use a sequence. */
async function rights(role: RoleName): Promise<Record<string, string>> {
  const { rows } = await clients.owner.query<{ name: string; rights: string }>(
    `select relname as name, string_agg(distinct letter, '' order by letter) as rights
       from pg_class c cross join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete'),
              ('D', 'truncate'), ('t', 'trigger'), ('x', 'references'), ('U', 'usage')) as p(letter, privilege)
      where relnamespace = 'public'::regnamespace and case
              when relkind in ('r', 'p', 'v', 'm') and letter <> 'U' then has_table_privilege($1, c.oid, privilege)
              when relkind = 'S' and letter in ('r', 'w', 'U') then has_sequence_privilege($1, c.oid, privilege) end
      group by 1`,
    [ROLES[role]],
  );
  return Object.fromEntries(rows.map((r) => [r.name, r.rights]));
}
const each = (tables: string, what: string) => Object.fromEntries(tables.split(" ").map((t) => [t, what]));
const OF_PARTNERS =
  "add_on appointment attachment booking_link bulk_export client clock_fact contact contract coverage_decision device external_ref fair_use_day idempotency_record partner remote_session sla_clock ticket ticket_version timeline_entry verdict_revision webhook_delivery webhook_endpoint webhook_try";
const OF_THE_PROVIDER =
  "access_token calendar mail one_time_link plan policy_application shift team team_member technician";
/** How people and screens enter: the worker has no part in it. */
const OF_THE_DOOR = "staff_account wall_device wall_pairing";

describe("each login has what it needs and no more", () => {
  test("none is a superuser, passes by row security, makes roles or databases, or is a member of another", async () => {
    const { rows } = await clients.owner.query(
      `select rolname as name, rolcanlogin as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty,
              (select count(*)::int from pg_auth_members m where m.member = r.oid or m.roleid = r.oid) as memberships
         from pg_roles r where rolname = any($1) order by 1`,
      [Object.values(ROLES)],
    );
    expect(rows).toEqual(
      Object.values(ROLES)
        .toSorted()
        .map((name) => ({ name, login: true, mighty: false, memberships: 0 })),
    );
  });

  test("scoped reads what belongs to partners and what is published, and writes what partners' verbs write", async () => {
    expect(await rights("scoped")).toEqual({
      ...each(OF_PARTNERS, "r"),
      ...each("calendar plan team manufacturer_edition manufacturer_product", "r"),
      ...each("ticket ticket_version sla_clock idempotency_record webhook_endpoint webhook_delivery", "arw"),
      ...each("timeline_entry clock_fact coverage_decision bulk_export", "ar"),
      external_ref: "adr",
      // of a file it reads and binds what is said of it, column by column, and never its bytes
      ...each("attachment event_inbox webhook_secret", "a"),
      ticket_number: "U",
      ...each("desk_clock event event_counter", "r"),
    });
  });

  test("staff read and write the desk, put events into the inbox, and delete nothing but names that other systems gave and shifts that are planned anew", async () => {
    expect(await rights("staff")).toEqual({
      ...each(`${OF_PARTNERS} ${OF_THE_PROVIDER} ${OF_THE_DOOR}`, "arw"),
      ...each("verdict_revision audit_entry webhook_try webhook_secret", "ar"),
      log_reader: "rw",
      join_link: "arw",
      ...each("external_ref shift", "adrw"),
      ...each("desk_clock desk_pulse event event_counter schema_migration manufacturer_product signing_key", "r"),
      ...each("event_inbox manufacturer_edition reply_address", "ar"),
      ticket_number: "U",
    });
  });

  test("the worker moves the inbox into the log and sets a sandbox's clock; the log it only adds to", async () => {
    expect(await rights("worker")).toEqual({
      ...each(`${OF_PARTNERS} ${OF_THE_PROVIDER}`, "arw"),
      ...each("verdict_revision webhook_try webhook_secret", "ar"),
      reply_address: "ar",
      ...each("log_reader join_link", "rw"),
      ...each("manufacturer_edition manufacturer_product", "r"),
      ...each("attachment idempotency_record", "adrw"),
      audit_entry: "a",
      desk_clock: "rw",
      desk_pulse: "rw",
      event: "ar",
      event_counter: "arw",
      event_inbox: "adr",
      ticket_number: "U",
    });
  });

  test("only the worker may have the owner make a partition, and no other function but a trigger's runs as its owner", async () => {
    const { rows } = await clients.owner.query(
      `select proname as name, proconfig as config, has_function_privilege($1, oid, 'execute') as staff,
              has_function_privilege($2, oid, 'execute') as worker, has_function_privilege($3, oid, 'execute') as scoped
         from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
      [ROLES.staff, ROLES.worker, ROLES.scoped],
    );
    expect(rows.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      {
        name: "event_partition_for",
        config: ["search_path=public, pg_temp"],
        staff: false,
        worker: true,
        scoped: false,
      },
      // a trigger's: it cannot be called, and tells the name of a technician to the row alone
      { name: "name_sealed", config: ["search_path=public, pg_temp"], staff: true, worker: true, scoped: true },
    ]);
  });
});

describe("what a stolen login could try", () => {
  test.each(working)("%s cannot become another role or change what anybody may do", async (role) => {
    for (const text of [
      `set role ${ROLES.owner}`,
      `set session authorization ${ROLES.owner}`,
      "alter table ticket disable row level security",
      "alter table ticket no force row level security",
      "drop policy ticket_own on ticket",
      "create policy mine on ticket using (true)",
      "alter function app_partner() security definer",
      "create or replace function app_partner() returns uuid language sql as 'select null::uuid'",
      `alter role ${ROLES[role]} bypassrls`,
    ])
      expect(await refusal(role, text), text).toBe(DENIED);
  });

  test.each(working)("%s cannot change a table, make one, or empty one", async (role) => {
    for (const text of [
      "alter table ticket add column mood text",
      "drop table ticket",
      "truncate timeline_entry",
      "create table public.loot as select * from ticket",
      "create view public.loot as select * from ticket",
      "create index on ticket (subject)",
      "create trigger t after insert on ticket for each row execute function suppress_redundant_updates_trigger()",
      "delete from timeline_entry",
    ])
      expect(await refusal(role, text), text).toBe(DENIED);
  });

  test.each(working)("%s cannot rewrite the log, nor reach it past its policies", async (role) => {
    for (const text of [
      "update event set payload = '{}'",
      "delete from event",
      "truncate event",
      "select * from event_p0",
      "insert into event_p0 select * from event",
    ])
      expect(await refusal(role, text), text).toBe(DENIED);
  });

  test("scoped cannot change what its verbs do not, cannot read the provider's own tables, and is refused where it would see less than all", async () => {
    for (const text of [
      "update client set name = 'mine'",
      "update timeline_entry set body = 'unsaid'",
      "update clock_fact set happened_at = now()",
      "update coverage_decision set outcome = 'COVERED'",
      "insert into contract select * from contract",
      "insert into verdict_revision select * from verdict_revision",
      "update plan set terms = '{}'",
      "insert into calendar select * from calendar",
      "select * from access_token",
      "select * from technician",
      "select * from event_inbox",
      "select secret from webhook_secret",
      "update webhook_secret set older_until = now()",
      "update bulk_export set state = 'DONE'",
      "select * from schema_migration",
      "select setval('ticket_number', 1)",
      "set row_security = off; select * from ticket",
    ])
      expect(await refusal("scoped", text), text).toBe(DENIED);
  });

  test("staff cannot set the clock, number an event, or touch what was migrated", async () => {
    for (const text of [
      "update desk_clock set rate = 2",
      "update event_counter set last = 0",
      "insert into event select * from event",
      "delete from event_inbox",
      "select event_partition_for(5000000)",
      "delete from schema_migration",
    ])
      expect(await refusal("staff", text), text).toBe(DENIED);
  });

  test("nobody reaches the server's files or programs", async () => {
    for (const role of ["owner", ...working] as const)
      for (const text of [
        "copy ticket to program 'cat'",
        "select pg_read_file('/etc/passwd')",
        "copy ticket to '/tmp/x'",
      ])
        expect(await refusal(role, text), `${role}: ${text}`).toBe(DENIED);
  });
});
