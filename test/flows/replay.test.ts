import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { dataDirOf } from "../../api/platform/embedded-postgres.ts";
import { eventually } from "../support/eventually.ts";
import { asCsv, inventedLog, verdictsByRule } from "../support/invented-log.ts";
import { inTemporaryFolder, processesOf, runProgram } from "../support/program.ts";

const rows = inventedLog(23, 45, 9);
const rule = verdictsByRule(rows);
const answers = `number,priority,made_sla,rule_made_sla\n${[...rule]
  .map(([number, { met, priority }]) => `${number},${priority} - Invented,${met},${met}`)
  .join("\n")}\n`;

type Result = {
  rows: number;
  oddities: { kind: string; count: number }[];
  compared: { incidents: number; equalToRule: number; differing: number };
  attained: { priority: string; met: number; missed: number }[];
};

/** A folder with the log and its answers, and a command that replays them onto the desk in it. */
const withLog = <T>(work: (run: { args: string[]; folder: string; result(): Result }) => Promise<T>) =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, "log.csv.gz"), gzipSync(asCsv(rows)));
    writeFileSync(join(folder, "answers.csv"), answers);
    const files = ["log.csv.gz", "--answers", "answers.csv", "--data", "data", "--out", "result.json"];
    const result = () => JSON.parse(readFileSync(join(folder, "result.json"), "utf8"))[0] as Result;
    return work({ args: files, folder, result });
  });

const attained = ["1", "2", "3", "4"]
  .map((priority) => {
    const own = [...rule.values()].filter((v) => v.priority === priority);
    return { priority, met: own.filter((v) => v.met).length, missed: own.filter((v) => !v.met).length };
  })
  .filter(({ met, missed }) => met + missed > 0);

describe("a log replayed through the public API", { timeout: 120_000 }, () => {
  test("ends with the verdicts and the attainment that its rule gives, and tells what was odd", async () => {
    await withLog(async ({ args, folder, result }) => {
      const ended = await runProgram("replay", args, { cwd: folder, withinMs: 90_000 });
      expect(ended.code, ended.stderr).toBe(0);
      expect(result().rows).toBe(rows.length);
      expect(result().compared).toEqual({
        incidents: rule.size,
        equalToRule: rule.size,
        equalToOwn: rule.size,
        differing: 0,
      });
      expect([...rule.values()].filter((v) => v.met).length, "both verdicts occur").toBeGreaterThan(5);
      expect([...rule.values()].filter((v) => !v.met).length, "both verdicts occur").toBeGreaterThan(5);
      expect(result().attained).toEqual(attained);
      expect(result().oddities.map((o) => o.kind)).toEqual(
        expect.arrayContaining(["reopened after closing", "closed again", 'unknown state "Mislaid"']),
      );
      expect(ended.stdout).toContain(`verdicts equal to the rule: ${rule.size} of ${rule.size}`);
      expect(ended.stderr).toMatch(/\d+ of \d+ rows .* rows\/s/);
    });
  });

  test("goes on where it was interrupted, and ends the same", async () => {
    await withLog(async ({ args, folder, result }) => {
      const program = fileURLToPath(new URL("../../api/dist/replay.js", import.meta.url));
      const child = spawn(process.execPath, ["--enable-source-maps", program, ...args], {
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let said = "";
      let told = false;
      child.stdout.on("data", (d) => {
        said += d;
      });
      child.stderr.on("data", (d) => {
        if (told || !/[1-9]\d* of \d+ rows/.test(String(d))) return;
        told = child.kill("SIGINT"); // in the midst of it
      });
      const code = await new Promise((done) => child.once("close", done));
      expect(code, said).toBe(130);
      expect(said).toContain("Run the same command again to go on from here.");

      const ended = await runProgram("replay", args, { cwd: folder, withinMs: 90_000 });
      expect(ended.code, ended.stderr).toBe(0);
      expect(ended.stderr).toMatch(/Resuming at 20/);
      expect(result().compared).toMatchObject({ incidents: rule.size, equalToRule: rule.size, differing: 0 });
      expect(result().attained).toEqual(attained);
    });
  });

  test("leaves no desk behind when it is killed", async () => {
    await withLog(async ({ args, folder }) => {
      const program = fileURLToPath(new URL("../../api/dist/replay.js", import.meta.url));
      const child = spawn(process.execPath, ["--enable-source-maps", program, ...args], { cwd: folder, stdio: "pipe" });
      child.stderr.on("data", (d) => /[1-9]\d* of \d+ rows/.test(String(d)) && child.kill("SIGKILL"));
      const [, signal] = await new Promise<[unknown, string]>((done) =>
        child.once("close", (...ended) => done(ended as [unknown, string])),
      );
      expect(signal, "it was killed, and did not end by itself").toBe("SIGKILL");
      await eventually(
        () => processesOf([folder, dataDirOf(join(folder, "data", "sandbox"))]),
        (left) => left.length === 0,
      );
    });
  });

  test("goes at the pace it was told, stopped and taken up again", async () => {
    await withLog(async ({ args, folder, result }) => {
      // two virtual days of its first ones in a second: the clock moves between the rows, and never back
      const paced = [...args, "--speed", "200000x", "--until", "2030-03-08T00:00:00Z"];
      const first = await runProgram("replay", [...paced.slice(0, -1), "2030-03-05T00:00:00Z"], { cwd: folder });
      expect(first.code, first.stderr).toBe(0);
      const ended = await runProgram("replay", paced, { cwd: folder });
      expect(ended.code, ended.stderr).toBe(0);
      expect(ended.stderr).toMatch(/Resuming at 2030-03-05T00:00:00/);
      const before = rows.filter((r) => Math.max(r.at, r.openedAt) < Date.parse("2030-03-08T00:00:00Z") / 60_000);
      expect(result().rows).toBe(before.length);
      expect(result().oddities.filter((o) => o.kind.startsWith("refused"))).toEqual([]);
    });
  });

  test("stops before the instant it was told", async () => {
    await withLog(async ({ args, folder, result }) => {
      const ended = await runProgram("replay", [...args, "--until", "2030-03-06T00:00:00Z"], { cwd: folder });
      expect(ended.code, ended.stderr).toBe(0);
      const before = rows.filter((r) => Math.max(r.at, r.openedAt) < Date.parse("2030-03-06T00:00:00Z") / 60_000);
      expect(result().rows).toBe(before.length);
      expect(before.length).toBeLessThan(rows.length / 2);
    });
  });
});
