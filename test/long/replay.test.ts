import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inTemporaryFolder, runProgram } from "../support/program.ts";

const data = (file: string) => fileURLToPath(new URL(`../../../shared/data/${file}`, import.meta.url));
const absent = !existsSync(data("uci_incident_events.csv.gz"));
if (absent)
  console.log("skipped: the real log is not beside this clone (shared/data); test/flows/replay plays an invented one");

const HOUR = 3_600_000;

test.skipIf(absent)(
  "a year of a real service desk: every verdict, the attainment and the backlog at seven moments are what its owner's rule gives",
  { timeout: HOUR },
  async () => {
    await inTemporaryFolder(async (folder) => {
      const files = ["--answers", data("uci_incidents.csv.gz"), "--oracle", data("uci_oracle.json")];
      const { code, stdout, stderr } = await runProgram(
        "replay",
        [data("uci_incident_events.csv.gz"), ...files, "--data", "data", "--out", "result.json"],
        { cwd: folder, withinMs: HOUR },
      );
      expect(code, stderr.slice(-2_000)).toBe(0);
      console.log(stdout);
      const [result] = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
      expect(result).toMatchObject({
        rows: 141_712,
        compared: { incidents: 24_918, equalToRule: 24_918, equalToOwn: 24_891, differing: 0 },
        moments: 7,
        momentsEqual: 7,
      });
      expect(result.attained).toEqual([
        { priority: "1", met: 0, missed: 270 },
        { priority: "2", met: 0, missed: 408 },
        { priority: "3", met: 15_127, missed: 8_339 },
        { priority: "4", met: 651, missed: 123 },
      ]);
      for (const [part, megabytes] of Object.entries(result.peaks as Record<string, number>))
        expect(megabytes, `${part}, at its peak`).toBeLessThan(600);
    });
  },
);
