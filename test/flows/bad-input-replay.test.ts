import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder, runProgram } from "../support/program.ts";

const header =
  "number,incident_state,priority,assignment_group,assigned_to,location,contact_type,sys_updated_at,sys_mod_count,opened_at";
const row = (n: number) =>
  `INV${n},New,3 - Moderate,Team 1,,Site 1,Phone,2030-03-04T09:${10 + (n % 50)},0,2030-03-04T09:${10 + (n % 50)}`;
const log = [header, ...Array.from({ length: 200 }, (_, i) => row(i))].join("\n");
const planFile = fileURLToPath(new URL("../../api/app/replay/plans/service-desk-2016.json", import.meta.url));

/** Replays what the files say; expects one refusal, no stack, and nothing left behind but the files themselves. */
const refused = (files: Record<string, string | Uint8Array>, args: string[]) =>
  inTemporaryFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const ended = await runProgram("replay", [...args, "--data", join(folder, "data")], { cwd: folder });
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
    return ended.stderr.trim().split("\n");
  });

describe("a replay refuses, in one sentence and before anything is started,", () => {
  test("a log that is not there", async () => {
    expect(await refused({}, ["absent.csv"])).toEqual([expect.stringMatching(/absent\.csv: .*no such file/i)]);
  });

  test("a folder in place of a log", async () => {
    expect(await refused({}, ["."])).toEqual([expect.stringMatching(/directory|folder/i)]);
  });

  test("a log without the columns it needs, naming every one that is missing", async () => {
    const [line, ...more] = await refused({ "log.csv": "number,incident_state\nINV1,New\n" }, ["log.csv"]);
    expect(more).toEqual([]);
    for (const column of ["priority", "assignment_group", "sys_updated_at", "opened_at"])
      expect(line).toContain(column);
  });

  test("a zipped log that was cut off", async () => {
    const zipped = gzipSync(log);
    expect(await refused({ "log.csv.gz": zipped.subarray(0, zipped.length / 2) }, ["log.csv.gz"])).toEqual([
      expect.stringMatching(/log\.csv\.gz: .*(unexpected end|cut off|ends too early)/i),
    ]);
  });

  test("a log that ends in the middle of a row, with the line", async () => {
    expect(await refused({ "log.csv": log.slice(0, -30) }, ["log.csv"])).toEqual([
      expect.stringMatching(/log\.csv.*line 201/),
    ]);
  });

  test("an instant nobody can read, with the line", async () => {
    const wrong = log.replace("2030-03-04T09:12,0", "last Monday,0");
    expect(await refused({ "log.csv": wrong }, ["log.csv"])).toEqual([expect.stringMatching(/line 4.*last Monday/)]);
  });

  test("a plan file that is not JSON", async () => {
    expect(await refused({ "log.csv": log, "plan.json": "{ plan: " }, ["log.csv", "--plan", "plan.json"])).toEqual([
      expect.stringMatching(/plan\.json: this is not JSON/),
    ]);
  });
});

describe("a plan file with three faults", () => {
  type Plan = { calendar: Record<string, unknown>; plan: Record<string, unknown> };
  const withFaults = (break_: (file: Plan) => void) => {
    const file = JSON.parse(readFileSync(planFile, "utf8")) as Plan;
    break_(file);
    return { "log.csv": log, "plan.json": JSON.stringify(file) };
  };

  test("of its shape has all three reported", async () => {
    const files = withFaults(({ calendar, plan }) => {
      delete calendar["timeZone"];
      plan["priorities"] = "all of them";
      plan["settlingSeconds"] = -1;
    });
    const lines = await refused(files, ["log.csv", "--plan", "plan.json"]);
    expect(lines).toHaveLength(3);
    for (const field of ["calendar.timeZone", "plan.priorities", "plan.settlingSeconds"])
      expect(lines.join("\n")).toContain(field);
  });

  test("of its words and its meaning has all three reported", async () => {
    const files = withFaults(({ calendar, plan }) => {
      calendar["timeZone"] = "Mars/Phobos";
      const targets = plan["targets"] as Record<string, unknown>[];
      targets[0] = { ...targets[0], priority: "99" };
      targets[1] = { ...targets[1], metric: "HAPPINESS" };
    });
    const lines = await refused(files, ["log.csv", "--plan", "plan.json"]);
    expect(lines).toHaveLength(3);
    for (const said of ["Mars/Phobos", "99", "HAPPINESS"]) expect(lines.join("\n")).toContain(said);
  });

  test("that only the desk can judge has all of them reported by it, and the desk leaves no trace", async () => {
    const files = withFaults(({ calendar, plan }) => {
      calendar["code"] = "Two Words";
      const targets = plan["targets"] as Record<string, unknown>[];
      targets[1] = { ...targets[1], priority: "1" };
      targets[2] = { ...targets[2], satisfiedBy: "PUBLIC_REPLY" };
    });
    const lines = (await refused(files, ["log.csv", "--plan", "plan.json"])).filter((l) => l.startsWith("plan file"));
    expect(lines, lines.join("\n")).toHaveLength(3);
    for (const said of ["Two Words", "targets[1].priority", "targets[2].satisfiedBy"])
      expect(lines.join("\n")).toContain(said);
  });
});
