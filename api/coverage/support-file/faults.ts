import { Temporal } from "temporal-polyfill";

/** What is wrong with a file, each in one sentence that says where. */
export class Faults {
  readonly list: string[] = [];

  add(where: string, says: string): null {
    this.list.push(`${where}: ${says}`);
    return null;
  }

  /** A calendar day as it stands there; null where there is none. */
  day(where: string, value: unknown): string | null {
    if (value == null) return null;
    if (isDay(value)) return value;
    return this.add(where, `${shown(value)} is no day of the calendar; expected one as "2025-10-14"`);
  }

  text(where: string, value: unknown, most = 200): string | null {
    if (value == null || value === "") return null;
    if (typeof value === "number") return String(value);
    if (typeof value !== "string") return this.add(where, `expected text, got ${shown(value)}`);
    if (value.length > most) return this.add(where, `expected at most ${most} characters, got ${value.length}`);
    return value.trim() || null;
  }
}

export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

export const isObject = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
