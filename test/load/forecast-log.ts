import { readCsv } from "../../api/app/replay/rows.ts";
import type { Instant, Seconds } from "../../api/core/time.ts";

/** A row of an incident log: who wrote what into which incident, by whole minutes. */
export type LogRow = {
  readonly number: string;
  readonly priority: string;
  readonly state: string;
  readonly openedAt: Instant;
  readonly at: Instant;
  readonly revision: number;
  readonly by: string;
};

/** An incident as the replayed desk gets it: what is known when it arrives, and how much work it will turn out to be. */
export type Incident = {
  readonly number: number;
  readonly name: string;
  readonly priority: string;
  readonly arrivedAt: Instant;
  /** From taking it to the first that is heard of it. */
  readonly toRespond: Seconds;
  /** From taking it to being free for the next; not less than the former. */
  readonly toFree: Seconds;
  /** When somebody at the real desk first wrote into it after it had come; null: nobody did. */
  readonly touchedAt: Instant | null;
};

const MINUTE = 60;
const DAY = 86_400;
/** Whoever writes nothing for so long was not at this piece of work all the time. */
const LONGEST_PIECE = 120 * MINUTE;
/** Whoever writes more than this share of a log is a machine: one closes what was resolved five days ago. */
const MACHINE = 0.2;

const COLUMNS = {
  ...{ number: "number", priority: "priority", state: "incident_state", openedAt: "opened_at" },
  ...{ at: "sys_updated_at", revision: "sys_mod_count", by: "sys_updated_by" },
} as const;

/** Reads a log, without the columns that repeat at each row what became of an incident in the end. */
export async function readLog(file: string): Promise<LogRow[]> {
  const rows: LogRow[] = [];
  const instant = (text: string) => (Date.parse(`${text}:00Z`) / 1_000) as Instant;
  await readCsv(file, Object.values(COLUMNS), (record, at) => {
    const get = (field: keyof typeof COLUMNS) => record[at(COLUMNS[field])] as string;
    rows.push({
      ...{ number: get("number"), state: get("state"), priority: get("priority").charAt(0), by: get("by") },
      ...{ openedAt: instant(get("openedAt")), at: instant(get("at")), revision: Number(get("revision")) },
    });
  });
  return rows;
}

type Piece = { readonly number: string; readonly began: number; readonly firstAt: number; lastAt: number };
type Work = { toRespond: number; toFree: number };

/**
 * The incidents of a log, by arrival, each with its work: all pieces up to its first being resolved, put together. A piece
 * is what one person writes into one incident without writing into another. It began when the same person had
 * written into the one before, if that was on the same day and less than two hours earlier, else with its first row. What
 * nobody wrote into is a minute's work.
 *
 * Example: somebody writes into A at 9:00, into B at 9:20 and 9:30, into A at 9:45: B was 30 minutes' work and heard of after 20,
 * A has a piece of 15.
 */
export function incidentsOf(rows: readonly LogRow[]): Incident[] {
  const machines = machinesOf(rows);
  const byIncident = Map.groupBy(rows, (row) => row.number);
  for (const own of byIncident.values()) own.sort((a, b) => a.at - b.at || a.revision - b.revision);
  const work = workOf(rows.filter((row) => !machines.has(row.by) && row.at <= resolvedAt(byIncident, row.number)));
  const incidents = [...byIncident].map(([name, own]) => {
    const first = own[0] as LogRow;
    const { toRespond, toFree } = work.get(name) ?? { toRespond: MINUTE, toFree: MINUTE };
    const touched = own.find((row) => row.at > first.openedAt && row.revision > 0 && !machines.has(row.by));
    return {
      ...{ name, priority: first.priority, arrivedAt: first.openedAt, touchedAt: touched?.at ?? null },
      ...{ toRespond: toRespond as Seconds, toFree: toFree as Seconds },
    };
  });
  incidents.sort((a, b) => a.arrivedAt - b.arrivedAt || (a.name < b.name ? -1 : 1));
  return incidents.map((incident, i) => ({ number: i + 1, ...incident }));
}

const resolvedAt = (incidents: ReadonlyMap<string, LogRow[]>, number: string): number =>
  incidents.get(number)?.find((row) => row.state === "Resolved" || row.state === "Closed")?.at ??
  Number.POSITIVE_INFINITY;

function machinesOf(rows: readonly LogRow[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { by } of rows) counts.set(by, (counts.get(by) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > MACHINE * rows.length).map(([by]) => by));
}

function workOf(rows: readonly LogRow[]): Map<string, Work> {
  const work = new Map<string, Work>();
  const add = (number: string, began: number, firstAt: number, lastAt: number) => {
    const known = work.get(number);
    const length = Math.max(MINUTE, lastAt - began);
    if (known) known.toFree += length;
    else work.set(number, { toRespond: Math.max(MINUTE, firstAt - began), toFree: length });
  };
  const inOrder = [...rows].sort((a, b) => a.at - b.at || order(a.number, b.number) || a.revision - b.revision);
  const pieces: Piece[] = [];
  for (const own of Map.groupBy(inOrder, (row) => row.by).values()) {
    let piece: Piece | undefined;
    for (const { number, at } of own) {
      const before: Piece | undefined =
        piece && at - piece.lastAt < LONGEST_PIECE && sameDay(at, piece.lastAt) ? piece : undefined;
      if (before?.number === number) before.lastAt = at;
      else {
        piece = { number, began: before?.lastAt ?? at, firstAt: at, lastAt: at };
        pieces.push(piece);
      }
    }
  }
  pieces.sort((a, b) => a.firstAt - b.firstAt || a.began - b.began);
  for (const { number, began, firstAt, lastAt } of pieces) add(number, began, firstAt, lastAt);
  return work;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sameDay = (a: number, b: number) => Math.floor(a / DAY) === Math.floor(b / DAY);
