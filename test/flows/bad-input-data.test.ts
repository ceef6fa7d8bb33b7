import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { prepare } from "../../api/app/prepare.ts";
import { dataDirOf, startEmbedded } from "../../api/platform/embedded-postgres.ts";
import { installRoles } from "../../api/platform/roles.ts";
import { eventually } from "../support/eventually.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { inTemporaryFolder, leftBehind, runProgram } from "../support/program.ts";

/** A desk's data folder with a database that was prepared, and is running, as a desk's own would be. */
const withData = (work: (folder: string, database: { adminUrl: string; stop(): Promise<void> }) => Promise<void>) =>
  inTemporaryFolder(async (folder) => {
    const embedded = await startEmbedded(join(folder, "data", "desk"), { durable: false });
    try {
      const urls = await installRoles(embedded.url(), "watchdesk");
      await prepare({ urls, embedded, where: "data" }, { sandbox: false });
      await work(folder, { adminUrl: embedded.url("watchdesk"), stop: () => embedded.stop() });
    } finally {
      await embedded.stop();
    }
  });

describe("a data folder is left as it was", () => {
  const start = async (folder: string, flags = ["--empty"]) => {
    const ready = join(folder, "ready.json");
    const ended = await runProgram("main", ["--port", "0", ...flags, "--data", "data", "--ready-file", ready], {
      cwd: folder,
    });
    expect(ended.code, ended.stderr).toBe(2);
    expect(existsSync(ready)).toBe(false);
    return ended.stderr.trim().split("\n");
  };

  test("when another desk runs on it, which goes on undisturbed", () =>
    withData(async (folder, { adminUrl }) => {
      const before = await fingerprint(adminUrl);
      const connected = new pg.Client(adminUrl); // as a desk that runs always is
      await connected.connect();
      const refusal = await start(folder);
      await connected.end();
      expect(refusal).toEqual([
        expect.stringMatching(
          /is in use by a running Watchdesk \(process \d+\): stop that one, or choose another --data/,
        ),
      ]);
      expect(await fingerprint(adminUrl)).toEqual(before);
    }));

  test("when it holds a desk that is no demo, which is neither laid over nor thrown away", () =>
    withData(async (folder, { adminUrl, stop }) => {
      const before = await fingerprint(adminUrl);
      await stop();
      expect(await start(folder, [])).toEqual([
        expect.stringMatching(/holds a desk that is no demo: start it with --empty/),
      ]);
      expect(await start(folder, ["--demo-reset"])).toEqual([
        expect.stringMatching(/--demo-reset: .* no demo; nothing was thrown away/),
      ]);
      const again = await startEmbedded(join(folder, "data", "desk"), { durable: false });
      try {
        expect(await fingerprint(again.url("watchdesk"))).toEqual(before);
      } finally {
        await again.stop();
      }
    }));

  test("when it holds somebody's files", () =>
    inTemporaryFolder(async (folder) => {
      const place = dataDirOf(join(folder, "data", "desk"));
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "letter.txt"), "mine");
      expect(await start(folder)).toEqual([expect.stringMatching(/holds something else than a Watchdesk database/)]);
      expect(readdirSync(place)).toEqual(["letter.txt"]);
    }));

  test("when a newer version has used it, and no database is left running", () =>
    withData(async (folder, { adminUrl, stop }) => {
      const client = new pg.Client(adminUrl);
      await client.connect();
      await client.query("insert into schema_migration (name, executed_at) values ('9999_from_the_future', now())");
      await client.end();
      const before = await fingerprint(adminUrl);
      await stop();
      expect(await start(folder)).toEqual([expect.stringMatching(/newer version.*9999_from_the_future/)]);
      await eventually(
        () => leftBehind(folder).filter((left) => left.includes("postgres") || left.includes("main.js")),
        (left) => left.length === 0,
      );
      const again = await startEmbedded(join(folder, "data", "desk"), { durable: false });
      try {
        expect(await fingerprint(again.url("watchdesk"))).toEqual(before);
      } finally {
        await again.stop();
      }
    }));
});
