import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { inTemporaryFolder, leftBehind, runProgram } from "../support/program.ts";

const header =
  "number,incident_state,priority,assignment_group,assigned_to,location,contact_type,sys_updated_at,sys_mod_count,opened_at";
const row = (n: number) =>
  `INV${n},New,3 - Moderate,Team 1,,Site 1,Phone,2030-03-04T09:${10 + (n % 50)},0,2030-03-04T09:${10 + (n % 50)}`;
const log = [header, ...Array.from({ length: 200 }, (_, i) => row(i))].join("\n");
const planFile = fileURLToPath(new URL("../../api/app/replay/plans/service-desk-2016.json", import.meta.url));

/** Replays what the files say; expects one refusal, no stack, and nothing left behind but the files themselves. */
const refused = (
  files: Record<string, string | Uint8Array>,
  args: string[],
  { env = {}, data = "data" }: { env?: Record<string, string>; data?: string } = {},
) =>
  inTemporaryFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const ended = await runProgram("replay", [...args, "--data", join(folder, data)], { cwd: folder, env });
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
    await eventually(
      () => leftBehind(folder),
      (left) => left.length === 0,
    );
    return ended.stderr.trim().split("\n");
  });

describe("a replay refuses, in one sentence and before anything is started,", () => {
  test("a log that is not there", async () => {
    expect(await refused({}, ["absent.csv"])).toEqual([expect.stringMatching(/absent\.csv: .*no such file/i)]);
  });

  test("a folder in place of a log", async () => {
    expect(await refused({}, ["."])).toEqual([".: that is a folder, not a file."]);
  });

  test("a log without the columns it needs, naming every one that is missing", async () => {
    const [line, ...more] = await refused({ "log.csv": "number,incident_state\nINV1,New\n" }, ["log.csv"]);
    expect(more).toEqual([]);
    for (const column of ["priority", "assignment_group", "sys_updated_at", "opened_at"])
      expect(line).toContain(column);
  });

  test.each([
    ["a picture", Uint8Array.from({ length: 5_000 }, (_, i) => (i * i * 31 + 34) % 256)],
    ["a row that opens a quote in its middle", `${header}\nINV1,Ne"w,3\n`],
    ["a row that opens a quote and never closes it", log.replace("INV7,New", 'INV7,"New')],
    ["a row with a field too many", log.replace("INV7,New", "INV7,New,New")],
    ["nothing", ""],
    ["a header and nothing else", `${header}\n`],
  ])("a file that is no log: it holds %s", async (_, content) => {
    const [line, ...more] = await refused({ "log.csv": content }, ["log.csv"]);
    expect(more).toEqual([]);
    expect(line).toMatch(/^log\.csv: .+\.$/);
    expect((line as string).length, "told, not shown").toBeLessThan(250);
  });

  test("a file that is called zipped and is not", async () => {
    expect(await refused({ "log.csv.gz": log }, ["log.csv.gz"])).toEqual([
      expect.stringMatching(/^log\.csv\.gz: the file cannot be unzipped/),
    ]);
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

describe("a replay says what is wrong with what was given beside the log:", () => {
  const given = { "log.csv": log };

  test.each(["--plan", "--beside", "--oracle"])("a %s that is no file, no JSON or no object", async (flag) => {
    expect(await refused(given, ["log.csv", flag, "absent.json"])).toEqual(["absent.json: there is no such file."]);
    expect(await refused(given, ["log.csv", flag, "."])).toEqual([".: that is a folder, not a file."]);
    expect(await refused({ ...given, "x.json": "null" }, ["log.csv", flag, "x.json"])).toEqual([
      "x.json: expected a JSON object, got null.",
    ]);
    expect(await refused({ ...given, "x.json": '{\n"plan": \n\nnone }' }, ["log.csv", flag, "x.json"])).toEqual([
      expect.stringMatching(/^x\.json: this is not JSON \(.+\)\.$/),
    ]);
  });

  test("answers without their columns", async () => {
    expect(await refused({ ...given, "a.csv": "number\nINV1\n" }, ["log.csv", "--answers", "a.csv"])).toEqual([
      "a.csv: the header lacks priority, made_sla, rule_made_sla.",
    ]);
  });

  test("a place for its data or its result where none can be", async () => {
    expect(await refused(given, ["log.csv"], { data: "log.csv" })).toEqual([
      expect.stringMatching(/^--data: there can be no folder .*log\.csv \(.+\)\.$/),
    ]);
    expect(await refused(given, ["log.csv", "--out", "no/such/result.json"])).toEqual([
      expect.stringMatching(/^--out: there is no folder .*no\/such: make it first\.$/),
    ]);
  });

  test("flags that make no sense, all of them at once, and one that does not exist", async () => {
    const args = ["log.csv", "--speed", "fast", "--until", "soon", "--limit", "0", "--url", "here", "--token", "x"];
    const lines = await refused(given, args);
    expect(lines.map((line) => line.split(":")[0])).toEqual(["--speed", "--until", "--limit", "--url"]);
    expect(await refused(given, ["log.csv", "--fast"])).toEqual([
      "Unknown option '--fast' (see npm run replay -- --help)",
    ]);
  });

  test("an environment its desk refuses, in the desk's own words", async () => {
    const lines = await refused(given, ["log.csv"], {
      env: { LOG_LEVEL: "loud", PORT: "-1" },
      data: "folders/that/are/made",
    });
    expect(lines).toEqual([expect.stringMatching(/^PORT: expected/), expect.stringMatching(/^LOG_LEVEL: expected/)]);
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
