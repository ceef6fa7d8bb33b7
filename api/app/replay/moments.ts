import type { DeskClient } from "../../../schema/sdk/client.ts";
import { BadInput } from "./bad-input.ts";
import { readJson } from "./json-file.ts";

type ByPriority = { [priority: string]: number };
export type Moment = { at: string; open: number; unresolved: number; openBy: ByPriority; unresolvedBy: ByPriority };
type Snapshot = { open: number; unresolved: number; open_by_priority: ByPriority; unresolved_by_priority: ByPriority };

/** Counts that a log's owner gives for chosen moments. */
export function readMoments(file: string): Moment[] {
  const json: { snapshots_from_rows?: { moments?: { [at: string]: Snapshot } } } = readJson(file);
  const moments = json.snapshots_from_rows?.moments;
  if (!moments) throw new BadInput(`${file}: there is no snapshots_from_rows.moments in it.`);
  return Object.entries(moments).map(([at, s]) => ({
    at: `${at}:00Z`,
    open: s.open,
    unresolved: s.unresolved,
    openBy: s.open_by_priority,
    unresolvedBy: s.unresolved_by_priority,
  }));
}

/** The desk's own counts as of an instant. */
export async function backlogAt(desk: DeskClient, at: string): Promise<Moment> {
  const { backlog } = await desk.request<{
    backlog: { open: number; unresolved: number; byPriority: { priority: string; open: number; unresolved: number }[] };
  }>("query($at: DateTime!) { backlog(asOf: $at) { open unresolved byPriority { priority open unresolved } } }", {
    at,
  });
  const by = (key: "open" | "unresolved") =>
    Object.fromEntries(backlog.byPriority.filter((p) => p[key] > 0).map((p) => [p.priority, p[key]]));
  return { at, open: backlog.open, unresolved: backlog.unresolved, openBy: by("open"), unresolvedBy: by("unresolved") };
}

const sorted = (counts: ByPriority) =>
  JSON.stringify(
    Object.entries(counts)
      .filter(([, n]) => n > 0)
      .sort(),
  );
export const isEqual = (a: Moment, b: Moment): boolean =>
  a.open === b.open &&
  a.unresolved === b.unresolved &&
  sorted(a.openBy) === sorted(b.openBy) &&
  sorted(a.unresolvedBy) === sorted(b.unresolvedBy);
