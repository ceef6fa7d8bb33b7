import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Ready } from "../../api/app/ready-file.ts";
import { dataDirOf, startEmbedded } from "../../api/platform/embedded-postgres.ts";
import { eventually } from "../support/eventually.ts";
import { inTemporaryFolder, processesOf } from "../support/program.ts";

const program = fileURLToPath(new URL("../../api/dist/main.js", import.meta.url));
const launch = (folder: string, ...flags: string[]) =>
  spawn(process.execPath, [program, "--port", "0", "--data", join(folder, "data"), ...flags], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
    stdio: "ignore",
  });
const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) => (child.exitCode === null ? child.once("exit", done) : done(child.exitCode)));
const nothingRuns = (folder: string) =>
  eventually(
    () => processesOf([folder, dataDirOf(join(folder, "data", "desk")), dataDirOf(join(folder, "data", "sandbox"))]),
    (left) => left.length === 0,
  );

describe("a desk told to stop", { timeout: 60_000 }, () => {
  test.each(["SIGTERM", "SIGHUP"] as const)("by %s in the midst of its start leaves nothing running", (signal) =>
    inTemporaryFolder(async (folder) => {
      const child = launch(folder);
      await eventually(
        () => existsSync(join(folder, "data", "demo-unfinished")),
        (begun) => begun,
        30_000,
      );
      child.kill(signal);
      await ended(child);
      await nothingRuns(folder);
    }),
  );

  test("takes its ready file along; one whose worker died has another", () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, "ready.json");
      writeFileSync(file, "an old one");
      const child = launch(folder, "--sandbox", "--ready-file", file);
      const ready: Ready = JSON.parse(
        await eventually(
          () => (existsSync(file) ? readFileSync(file, "utf8") : ""),
          (text) => text.startsWith("{"),
          30_000,
        ),
      );
      const pulse = async () => {
        const response = await fetch(ready.url, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${ready.tokens.technician}` },
          body: JSON.stringify({ query: "{ wall { pulseAt } }" }),
        });
        return Date.parse(((await response.json()) as { data: { wall: { pulseAt: string } } }).data.wall.pulseAt);
      };
      process.kill(ready.pids.worker as number, "SIGKILL");
      const last = await pulse();
      await eventually(pulse, (at) => at > last + 3_000, 20_000);
      child.kill("SIGTERM");
      expect(await ended(child)).toBe(0);
      expect(existsSync(file)).toBe(false);
      await nothingRuns(folder);
    }));
});

test("a process number left by a power cut, now somebody else's, keeps no desk from starting, and is not harmed", () =>
  inTemporaryFolder(async (folder) => {
    const place = join(folder, "data", "desk");
    const first = await startEmbedded(place, { durable: false });
    const left = readFileSync(join(first.dataDir, "postmaster.pid"), "utf8").split("\n");
    await first.stop();
    const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], { stdio: "ignore" });
    writeFileSync(join(first.dataDir, "postmaster.pid"), [stranger.pid, ...left.slice(1)].join("\n"));
    writeFileSync(join(first.dataDir, "watchdesk-owner"), String(stranger.pid));
    const again = await startEmbedded(place, { durable: false });
    expect(again.pid).not.toBe(stranger.pid);
    await again.stop();
    expect(stranger.exitCode ?? stranger.signalCode, "it still runs").toBeNull();
    stranger.kill();
  }));
