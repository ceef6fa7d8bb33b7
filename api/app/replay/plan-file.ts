import { BadInput } from "./bad-input.ts";
import { readJson } from "./json-file.ts";

type Json = { [key: string]: unknown };

/** A plan and its calendar, as the inputs of publishPlan and publishCalendar. */
export type PlanFile = {
  calendar: Json & { code: string };
  plan: Json & { code: string; priorities: { code: string }[] };
};

/** What a field must be: how it is told, and how it is known. */
type Shape = { readonly expected: string; readonly is: (value: unknown) => boolean };
const text: Shape = { expected: "some text", is: (v) => typeof v === "string" && v !== "" };
const list: Shape = { expected: "a list", is: Array.isArray };
const flag: Shape = { expected: "true or false", is: (v) => typeof v === "boolean" };
const wholeNumber = (v: unknown) => Number.isInteger(v) && (v as number) >= 0;
const seconds: Shape = { expected: "whole seconds", is: wholeNumber };
const daysOrNull: Shape = { expected: "whole days or null", is: (v) => v === null || wholeNumber(v) };
const zone: Shape = { expected: "a time zone such as Europe/Berlin", is: (v) => text.is(v) && isTimeZone(v as string) };
const oneOf = (...words: readonly string[]): Shape => ({
  expected: `one of ${words.join(", ")}`,
  is: (v) => words.includes(v as string),
});

const calendarShape: { [field: string]: Shape } = { code: text, timeZone: zone, week: list };
const planShape: { [field: string]: Shape } = {
  code: text,
  name: text,
  historical: flag,
  statedPriorities: flag,
  priorities: list,
  requiredSteps: list,
  reopenDays: daysOrNull,
  settlingSeconds: seconds,
  targets: list,
};
const targetShape: { [field: string]: Shape } = {
  metric: oneOf("FIRST_RESPONSE", "NEXT_RESPONSE", "RESOLUTION"),
  kind: oneOf("OPERATING_TIME", "OPERATING_DAYS", "ELAPSED"),
  commitment: oneOf("CONTRACTUAL", "INTERNAL"),
  satisfiedBy: oneOf("PUBLIC_REPLY", "RESOLVED", "CLOSED"),
  pausesOn: list,
  atRiskBeforeSeconds: seconds,
  onPriorityChange: oneOf("EARLIER_OF_OLD_AND_NEW", "FROM_THE_START"),
  onReopen: oneOf("NEW_CYCLE", "CONTINUE"),
};

/** Reads a plan file. Every fault of its shape is reported; what its values mean the desk judges when they are published. */
export function readPlanFile(file: string): PlanFile {
  const json = readJson(file);
  const faults: string[] = [];
  const calendar = section(json, "calendar", calendarShape, faults);
  const { targetDefaults, ...plan } = section(json, "plan", planShape, faults);
  const priorities = plan["priorities"] as { code: string }[] | undefined;
  // without a list of priorities every target would be wrong: that is one fault, not one for each
  const priority = Array.isArray(priorities) ? oneOf(...priorities.map((p) => p?.code)) : text;
  const targets = (Array.isArray(plan["targets"]) ? plan["targets"] : []).map((own: Json, i) => {
    const target = { ...(targetDefaults as Json), ...own };
    check(target, `plan.targets[${i}]`, targetShape, faults);
    const amount = target["kind"] === "OPERATING_DAYS" ? "amountDays" : "amountSeconds";
    check(target, `plan.targets[${i}]`, { [amount]: seconds, priority }, faults);
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
  for (const [field, { is, expected }] of Object.entries(shape))
    if (!is(value[field])) faults.push(`${path}.${field}: expected ${expected}, got ${JSON.stringify(value[field])}`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
