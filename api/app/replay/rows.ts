import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { BadInput } from "./bad-input.ts";

/**
 * One row of an incident event log, with the columns a person at the desk would have known at that moment. The columns
 * that repeat the final value on every row (resolved, closed, kept or not) are not read at all: nothing leaks back.
 */
export type Row = {
  readonly number: string;
  readonly state: string;
  readonly priority: string;
  readonly group: string;
  readonly assignee: string;
  readonly location: string;
  readonly contact: string;
  /** Minutes since 1970, UTC. */
  readonly at: number;
  readonly revision: number;
  readonly openedAt: number;
};

const COLUMNS = {
  number: "number",
  state: "incident_state",
  priority: "priority",
  group: "assignment_group",
  assignee: "assigned_to",
  location: "location",
  contact: "contact_type",
  at: "sys_updated_at",
  revision: "sys_mod_count",
  openedAt: "opened_at",
} as const;

const minuteOf = (text: string): number => {
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN;
  return ms / 60_000;
};

/** "2016-03-15T12:00:00Z" */
export const instantOf = (minute: number): string => new Date(minute * 60_000).toISOString().replace(".000Z", "Z");

/** Reads a whole file of records, unzipping by its name. Any fault is one sentence that names the place. */
export async function readCsv(
  file: string,
  wanted: readonly string[],
  take: (record: readonly string[], at: (column: string) => number, line: number) => void,
): Promise<void> {
  const index = new Map<string, number>();
  const at = (column: string) => index.get(column) as number;
  const parser = parse({ bom: true, relaxColumnCount: false, info: true });
  const steps = [createReadStream(file), ...(file.endsWith(".gz") ? [createGunzip()] : []), parser] as const;
  const reading = pipeline(steps as never).catch((error: NodeJS.ErrnoException & { lines?: number }) => {
    throw new BadInput(`${file}: ${sentence(error)}`);
  });
  reading.catch(() => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (index.size === 0) {
        for (const [i, name] of record.entries()) index.set(name, i);
        const missing = wanted.filter((name) => !index.has(name));
        if (missing.length > 0) throw new BadInput(`${file}: the header lacks ${missing.join(", ")}.`);
      } else take(record, at, info.lines);
    }
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${file}: ${sentence(error as Error)}`);
  }
  await reading;
  if (index.size === 0) throw new BadInput(`${file}: the file is empty.`);
}

function sentence(error: Error & { code?: string | undefined }): string {
  if (error.code === "ENOENT") return "there is no such file.";
  if (error.code === "EISDIR") return "that is a folder, not a file.";
  if (error.code === "Z_BUF_ERROR") return "the file is truncated: its compressed data ends too early.";
  if (error.code?.startsWith("Z_")) return `the file cannot be unzipped (${error.message}).`;
  // the parser shows what it choked on, which may be a screenful of anything
  return `${error.message
    .replace(/, value is .*/s, "")
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\.$/, "")}.`;
}

/** Which of a row's necessary fields cannot be read, and what stands there. */
function unreadable(row: Row, get: (field: keyof typeof COLUMNS) => string): string {
  if (row.number === "") return "number is empty.";
  const field = (["at", "openedAt", "revision"] as const).find((name) => Number.isNaN(row[name])) ?? "at";
  const expected = field === "revision" ? "a whole number" : "an instant such as 2016-03-15T12:00";
  return `${COLUMNS[field]}: expected ${expected}, got ${JSON.stringify(get(field))}.`;
}

/** All rows of a log, in the file's order. */
export async function readRows(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  const words = new Map<string, string>(); // the same few thousand words again and again: kept once
  const keep = (word: string) => words.get(word) ?? (words.set(word, word).get(word) as string);
  await readCsv(file, Object.values(COLUMNS), (record, at, line) => {
    const get = (field: keyof typeof COLUMNS) => record[at(COLUMNS[field])] as string;
    const row: Row = {
      number: keep(get("number")),
      state: keep(get("state")),
      priority: keep(get("priority").charAt(0)),
      group: keep(get("group")),
      assignee: keep(get("assignee")),
      location: keep(get("location") || "Unknown location"),
      contact: keep(get("contact")),
      at: minuteOf(get("at")),
      revision: Number(get("revision")),
      openedAt: minuteOf(get("openedAt")),
    };
    if (Number.isNaN(row.at) || Number.isNaN(row.openedAt) || Number.isNaN(row.revision) || row.number === "")
      throw new BadInput(`${file}, line ${line}: ${unreadable(row, get)}`);
    rows.push(row);
  });
  if (rows.length === 0) throw new BadInput(`${file}: there are no rows.`);
  return rows;
}
