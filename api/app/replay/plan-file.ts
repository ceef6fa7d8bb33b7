import { readFileSync } from "node:fs";
import { BadInput } from "./bad-input.ts";

type Json = { [key: string]: unknown };

/** A plan and its calendar, as the inputs of publishPlan and publishCalendar. */
export type PlanFile = {
  calendar: Json & { code: string };
  plan: Json & { code: string; priorities: { code: string }[] };
};

type Shape = "text" | "list" | "flag" | "days or null" | "seconds";
const is: { readonly [shape in Shape]: (v: unknown) => boolean } = {
  text: (v) => typeof v === "string" && v !== "",
  list: Array.isArray,
  flag: (v) => typeof v === "boolean",
  "days or null": (v) => v === null || (Number.isInteger(v) && (v as number) >= 0),
  seconds: (v) => Number.isInteger(v) && (v as number) >= 0,
};
const calendarShape: { [field: string]: Shape } = { code: "text", timeZone: "text", week: "list" };
const planShape: { [field: string]: Shape } = {
  code: "text",
  name: "text",
  historical: "flag",
  statedPriorities: "flag",
  priorities: "list",
  requiredSteps: "list",
  reopenDays: "days or null",
  settlingSeconds: "seconds",
  targets: "list",
};
const targetShape: { [field: string]: Shape } = {
  metric: "text",
  priority: "text",
  kind: "text",
  commitment: "text",
  satisfiedBy: "text",
  pausesOn: "list",
  atRiskBeforeSeconds: "seconds",
  onPriorityChange: "text",
  onReopen: "text",
};

/** Reads a plan file. Every fault of its shape is reported; what its values mean the desk judges when they are published. */
export function readPlanFile(file: string): PlanFile {
  let json: Json;
  try {
    json = JSON.parse(readFileSync(file, "utf8")) as Json;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BadInput(
      code === "ENOENT" ? `${file}: there is no such file.` : `${file}: this is not JSON (${message}).`,
    );
  }
  const faults: string[] = [];
  const calendar = section(json, "calendar", calendarShape, faults);
  const { targetDefaults, ...plan } = section(json, "plan", planShape, faults);
  const targets = (Array.isArray(plan["targets"]) ? plan["targets"] : []).map((own: Json, i) => {
    const target = { ...(targetDefaults as Json), ...own };
    check(target, `plan.targets[${i}]`, targetShape, faults);
    const amount = target["kind"] === "OPERATING_DAYS" ? "amountDays" : "amountSeconds";
    if (!is.seconds(target[amount]))
      faults.push(`plan.targets[${i}].${amount}: expected a whole number, got ${JSON.stringify(target[amount])}`);
    return target;
  });
  if (faults.length > 0) throw new BadInput(...faults.map((fault) => `${file}: ${fault}`));
  return { calendar, plan: { ...plan, targets } } as unknown as PlanFile;
}

function section(json: Json, name: string, shape: { [field: string]: Shape }, faults: string[]): Json {
  const value = json[name];
  if (typeof value !== "object" || value === null) {
    faults.push(`${name}: expected an object, got ${JSON.stringify(value)}`);
    return {};
  }
  check(value as Json, name, shape, faults);
  return value as Json;
}

function check(value: Json, path: string, shape: { [field: string]: Shape }, faults: string[]): void {
  for (const [field, expected] of Object.entries(shape))
    if (!is[expected](value[field]))
      faults.push(`${path}.${field}: expected ${article(expected)}, got ${JSON.stringify(value[field])}`);
}
const article = (shape: Shape) =>
  shape === "flag"
    ? "true or false"
    : shape === "seconds"
      ? "whole seconds"
      : shape === "text"
        ? "some text"
        : shape === "list"
          ? "a list"
          : "whole days or null";
