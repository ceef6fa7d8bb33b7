import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, test } from "vitest";
import { prepare } from "../../api/app/prepare.ts";
import { installRoles, ROLES } from "../../api/platform/roles.ts";
import { admin, freshDatabase } from "../support/database.ts";
import { inTemporaryFolder, runProgram } from "../support/program.ts";

/** Starts a desk that cannot be; expects its refusal to be sentences, and nothing left behind. */
const refused = (args: string[], env: Record<string, string> = {}) =>
  inTemporaryFolder(async (folder) => {
    const own = args.includes("--data") ? [] : ["--data", join(folder, "data")];
    const ready = args.includes("--ready-file") ? [] : ["--ready-file", join(folder, "ready.json")];
    const ended = await runProgram("main", [...args, ...own, ...ready], { env, cwd: folder });
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(ended.stdout).toBe("");
    expect(readdirSync(folder), "nothing half done").toEqual([]);
    return ended.stderr.trim().split("\n");
  });

/** Somebody who listens on a port, as another program would. */
const listening = () =>
  new Promise<{ server: Server; port: number }>((done) => {
    const server = createServer().listen(0, "127.0.0.1", () =>
      done({ server, port: (server.address() as { port: number }).port }),
    );
  });
const closed = (server: Server) => new Promise((done) => server.close(done));

/** The database's whole shape and the number of its rows, to see that nobody touched it. */
async function fingerprint(url: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  const counts: [string, string][] = [];
  for (const { name } of tables.rows)
    counts.push([name, (await client.query(`select count(*) from "${name}"`)).rows[0].count]);
  await client.end();
  return counts;
}
const adminUrlOf = (database: string) => {
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${database}`;
  return url.href;
};

describe("a start is refused with one sentence", () => {
  test("when its port is in use", async () => {
    const { server, port } = await listening();
    expect(await refused(["--port", String(port)])).toEqual([
      `Port ${port} is in use: stop what runs there, or choose another with --port (0 takes a free one).`,
    ]);
    await closed(server);
  });

  test("when the database does not answer", async () => {
    const { server, port } = await listening();
    await closed(server);
    expect(await refused(["--port", "0"], { DATABASE_URL: `postgres://desk:secret@127.0.0.1:${port}/desk` })).toEqual([
      expect.stringMatching(/^DATABASE_URL: 127\.0\.0\.1:\d+\/desk does not answer \(.+\)\. Is it running/),
    ]);
  });

  test("when the database does not let us in, without telling the password", async () => {
    const url = new URL(inject("adminUrl"));
    url.password = "not-the-password";
    const [line, ...more] = await refused(["--port", "0"], { DATABASE_URL: url.href });
    expect(more).toEqual([]);
    expect(line).toMatch(/password authentication failed/);
    expect(line).not.toContain("not-the-password");
  });

  test("when a flag, a port, a role or a variable makes no sense: all of them at once", async () => {
    const lines = await refused(["--port", "abc", "--role", "boss"], { LOG_LEVEL: "loud", PORT: "-1" });
    expect(lines).toHaveLength(4);
    for (const said of ["--port", "--role", "LOG_LEVEL", "PORT"]) expect(lines.join("\n")).toContain(said);
    expect(await refused(["--prot", "0"])).toEqual([expect.stringMatching(/--prot.*--help/)]);
  });

  test("when the ready file has nowhere to go", async () => {
    const [line, ...more] = await refused(["--port", "0", "--empty", "--ready-file", "no/such/folder/ready.json"]);
    expect(more).toEqual([]);
    expect(line).toMatch(/--ready-file: .*no\/such\/folder/);
  });
});

describe("a database is left as it was", () => {
  const made: string[] = [];
  afterAll(async () => {
    for (const name of made) await admin(`drop database if exists ${name} with (force)`);
  });

  test("when it is of a newer version", async () => {
    const db = await freshDatabase();
    const name = new URL(db.urls.owner).pathname.slice(1);
    await inDatabase(name, "insert into schema_migration (name, executed_at) values ('9999_from_the_future', now())");
    const before = await fingerprint(adminUrlOf(name));
    expect(await refused(["--port", "0", "--sandbox"], { DATABASE_URL: adminUrlOf(name) })).toEqual([
      expect.stringMatching(/newer version.*9999_from_the_future.*use another database/),
    ]);
    expect(await fingerprint(adminUrlOf(name))).toEqual(before);
    await db.drop();
  });

  test("when --sandbox is asked for and it holds a real desk", async () => {
    const name = "real_desk";
    made.push(name);
    await admin(`create database ${name} owner ${ROLES.owner}`);
    const urls = await installRoles(adminUrlOf(name), name);
    await prepare({ urls, embedded: null, where: name }, { sandbox: false });
    const before = await fingerprint(adminUrlOf(name));
    expect(await refused(["--port", "0", "--sandbox"], { DATABASE_URL: adminUrlOf(name) })).toEqual([
      expect.stringMatching(/^--sandbox: .*real_desk holds a real desk, whose clock is never set/),
    ]);
    expect(await fingerprint(adminUrlOf(name))).toEqual(before);
  });

  test("when it is a sandbox and --sandbox was forgotten", async () => {
    const db = await freshDatabase();
    const name = new URL(db.urls.owner).pathname.slice(1);
    const before = await fingerprint(adminUrlOf(name));
    expect(await refused(["--port", "0"], { DATABASE_URL: adminUrlOf(name) })).toEqual([
      expect.stringMatching(/holds a sandbox: start it with --sandbox/),
    ]);
    expect(await fingerprint(adminUrlOf(name))).toEqual(before);
    await db.drop();
  });

  const inDatabase = async (name: string, text: string) => {
    const client = new pg.Client(adminUrlOf(name));
    await client.connect();
    await client.query(text);
    await client.end();
  };
});

test("the help names every flag", async () => {
  const { code, stdout } = await runProgram("main", ["--help"]);
  expect(code).toBe(0);
  for (const flag of ["--port", "--data", "--ready-file", "--role", "--sandbox", "--empty", "--demo-reset"])
    expect(stdout).toContain(flag);
});
