import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, test } from "vitest";
import { prepare } from "../../api/app/prepare.ts";
import { installRoles, ROLES } from "../../api/platform/roles.ts";
import { admin, freshDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { inTemporaryFolder, leftBehind, runProgram } from "../support/program.ts";

/** Starts a desk that cannot be; expects its refusal to be sentences, and nothing left behind. */
const refused = (args: string[], env: Record<string, string> = {}, given: (folder: string) => void = () => {}) =>
  inTemporaryFolder(async (folder) => {
    given(folder);
    const before = readdirSync(folder, { recursive: true });
    const own = args.includes("--data") ? [] : ["--data", join(folder, "data")];
    const ready = args.includes("--ready-file") ? [] : ["--ready-file", join(folder, "ready.json")];
    const ended = await runProgram("main", [...args, ...own, ...ready], { env, cwd: folder });
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(ended.stdout).toBe("");
    expect(readdirSync(folder, { recursive: true }), "nothing half done").toEqual(before);
    await eventually(
      () => leftBehind(folder),
      (left) => left.length === 0,
    );
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

const adminUrlOf = (database: string) => {
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${database}`;
  return url.href;
};

const aFileAndAFolder = (folder: string) => {
  mkdirSync(join(folder, "a-folder"));
  writeFileSync(join(folder, "a-file"), "somebody's own");
};
const nameOf = (url: string) => new URL(url).pathname.slice(1);

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

  test("when one of the roles' own logins does not answer, before the others are used", async () => {
    const { server, port } = await listening();
    await closed(server);
    const { urls, drop } = await freshDatabase();
    const before = await fingerprint(adminUrlOf(nameOf(urls.owner)));
    const env = {
      DATABASE_URL: urls.owner,
      DATABASE_URL_STAFF: urls.staff,
      DATABASE_URL_WORKER: `postgres://worker:hidden@127.0.0.1:${port}/desk`,
      DATABASE_URL_SCOPED: urls.scoped,
    };
    const [line, ...more] = await refused(["--port", "0", "--sandbox"], env);
    expect(more).toEqual([]);
    expect(line).toMatch(/^DATABASE_URL_WORKER: 127\.0\.0\.1:\d+\/desk does not answer/);
    expect(line).not.toContain("hidden");
    expect(await fingerprint(adminUrlOf(nameOf(urls.owner)))).toEqual(before);
    await drop();
  });

  test("when it is to serve on an address that is not this machine's", async () => {
    expect(await refused(["--port", "0", "--empty"], { HOST: "203.0.113.9" })).toEqual([
      expect.stringMatching(/^HOST: 203\.0\.113\.9 is no address of this machine/),
    ]);
  });

  test.each([
    ["in a folder that is not there", "no/such/folder/ready.json", /there is no folder .*no\/such\/folder/],
    ["that is a folder", "a-folder", /a-folder is a folder, not a file/],
    ["inside a file", "a-file/ready.json", /a-file is a file, not a folder/],
  ])("when the ready file would be one %s", async (_, path, said) => {
    const lines = await refused(["--port", "0", "--empty", "--ready-file", path], {}, aFileAndAFolder);
    expect(lines).toEqual([expect.stringMatching(/^--ready-file: /)]);
    expect(lines[0]).toMatch(said);
  });

  test("when its data would lie in a file, by flag or by variable, or nowhere", async () => {
    const said = /a-file is a file, not a folder/;
    const byFlag = await refused(["--port", "0", "--empty", "--data", "a-file/data"], {}, aFileAndAFolder);
    expect(byFlag).toEqual([expect.stringMatching(said)]);
    expect(byFlag[0]).toMatch(/^--data: /);
    expect(await refused(["--port", "0", "--empty", "--data", ""])).toEqual(['--data: expected a path, got ""']);
  });
});

describe("a database is left as it was", () => {
  const made: string[] = [];
  afterAll(async () => {
    for (const name of made) await admin(`drop database if exists ${name} with (force)`);
  });

  test("when it is of a newer version", async () => {
    const db = await freshDatabase();
    const name = nameOf(db.urls.owner);
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
    const name = nameOf(db.urls.owner);
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
