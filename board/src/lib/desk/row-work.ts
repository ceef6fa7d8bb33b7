import { DeskError } from "../desk-error.ts";
import { mutate, query } from "../gql.ts";
import type { Row } from "../live/row.ts";
import { type Before, forEach, type RowChange, undoOf } from "./row-change.ts";
import { AssignRow, ResumeRow, Standing, TakeRow, WaitRow } from "./row-documents.ts";

export type Named = Pick<Row, "ticketId" | "number" | "client">;
export type Refused = { readonly row: Named; readonly message: string };
/** How one change is taken back: only where nobody has changed the ticket since. */
type Undo = { readonly row: Named; readonly change: RowChange; readonly version: number };
export type Outcome = {
  readonly done: readonly Named[];
  readonly refused: readonly Refused[];
  readonly undo: readonly Undo[];
};

/** So many tickets at once: a desk must not be flooded by one hand. */
const AT_ONCE = 4;
const PAGE = 100;

/** Does the same to each of them; each by itself, so that one that is refused holds up no other. */
export async function changeRows(
  rows: readonly Named[],
  change: RowChange,
  onOne: () => void = () => {},
): Promise<Outcome> {
  const before = await standingOf(rows);
  const answers = await forEach(rows, AT_ONCE, async (row) => {
    const stood = before.get(row.ticketId);
    const answer = stood ? await send(row, change, null) : { message: "It is not to be seen any more." };
    onOne();
    return { row, stood, ...answer };
  });
  return outcomeOf(answers, (stood) => undoOf(change, stood));
}

/** Takes back what was done, but nothing that somebody has changed meanwhile. */
export async function undoRows(all: readonly Undo[], onOne: () => void = () => {}): Promise<Outcome> {
  const answers = await forEach(all, AT_ONCE, async ({ row, change, version }) => {
    const answer = await send(row, change, version);
    onOne();
    return { row, ...answer };
  });
  return outcomeOf(answers, () => null);
}

type Answer = {
  readonly row: Named;
  readonly stood?: Before | undefined;
  readonly version?: number;
  readonly message?: string;
};

function outcomeOf(answers: readonly Answer[], undone: (stood: Before) => RowChange | null): Outcome {
  const done = answers.filter(({ message }) => message === undefined);
  return {
    done: done.map(({ row }) => row),
    refused: answers.flatMap(({ row, message }) => (message === undefined ? [] : [{ row, message }])),
    undo: done.flatMap(({ row, stood, version }) => {
      const change = stood && undone(stood);
      return change && version !== undefined ? [{ row, change, version }] : [];
    }),
  };
}

async function standingOf(rows: readonly Named[]): Promise<ReadonlyMap<string, Before>> {
  const found = new Map<string, Before>();
  for (let at = 0; at < rows.length; at += PAGE) {
    const { nodes } = await query(Standing, { ids: rows.slice(at, at + PAGE).map(({ ticketId }) => ticketId) });
    for (const node of nodes)
      if (node?.__typename === "Ticket")
        found.set(node.id, {
          ...{ status: node.status, waitingOn: node.waitingOn, technician: node.assignee, team: node.team },
          until: node.slaClocks.find(({ resumesAt }) => resumesAt !== null)?.resumesAt ?? null,
        });
  }
  return found;
}

/** `expectedVersion` null: whatever stands. */
async function send(
  { ticketId }: Named,
  change: RowChange,
  expectedVersion: number | null,
): Promise<{ version: number } | { message: string }> {
  const ref = { ticketId, expectedVersion };
  try {
    const { answer } = await ask(change, ref);
    const [refusal] = answer.userErrors;
    if (refusal)
      return { message: refusal.code === "STALE_VERSION" ? "Somebody has changed it meanwhile." : refusal.message };
    return answer.ticket ?? { message: "The desk did not say what became of it." };
  } catch (error) {
    const lost = error instanceof DeskError && error.code === "OFFLINE";
    return {
      message: lost ? "The desk did not answer: it may have been done all the same." : (error as Error).message,
    };
  }
}

function ask(change: RowChange, ref: { ticketId: string; expectedVersion: number | null }) {
  switch (change.kind) {
    case "take":
      return mutate(TakeRow, { input: ref });
    case "assign":
      return mutate(AssignRow, {
        input: {
          ...ref,
          ...{ technicianId: change.technician?.id ?? null, teamId: change.team?.id ?? null },
          unassign: change.technician === null || null,
        },
      });
    case "wait":
      return mutate(WaitRow, { input: { ...ref, on: change.on, until: change.until } });
    case "resume":
      return mutate(ResumeRow, { input: ref });
    default:
      return change satisfies never;
  }
}
